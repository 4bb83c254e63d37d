// One page for every method of calculation, made from the table of methods.
#include <algorithm>
#include <boost/json/array.hpp>
#include <stdexcept>

#include "calculation_frame.hpp"
#include "calculation_methods.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/calculation_views.hpp"
#include "clausier/present/reference_views.hpp"
#include "form_view.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

const Method& method_of(const Call& call) {
    for (const Method& method : methods())
        if (method.path == call.route.pattern) return method;
    throw std::logic_error("no method " + std::string(call.route.pattern));
}

// What was sent for the fields of the method, empty values left out.
http::Fields kept_fields(const Method& method, const http::Fields& sent) {
    http::Fields out;
    for (const MethodField& field : method.fields)
        if (const std::string_view value = core::trim(sent.get(field.name).value_or("")); !value.empty())
            out.add(std::string(field.name), std::string(value));
    return out;
}

// Nothing was typed: lists always have a value.
bool untouched(const Method& method, const http::Fields& kept) {
    return std::none_of(method.fields.begin(), method.fields.end(),
                        [&](const MethodField& field) { return field.choices.empty() && kept.has(field.name); });
}

std::vector<FieldLabel> labels_of(const Method& method) {
    std::vector<FieldLabel> out;
    for (const MethodField& field : method.fields) out.emplace_back(field.option, field.label);
    return out;
}

// The row of the answer that was sought: of the field left empty, when there is one.
std::string_view sought(const Method& method, const http::Fields& kept) {
    for (const MethodField& field : method.fields)
        if (!field.row.empty() && field.row != "Coefficient horaire" && !kept.has(field.name)) return field.row;
    return method.row;
}

json::object field_view(const MethodField& field, const FormView& form, const http::Fields& kept,
                        const domain::Reference& reference, core::Date on) {
    const std::string_view value = kept.get(field.name).value_or("");
    std::string help(field.help);
    if (!field.reference.empty()) {
        const domain::ReferenceValue& known = reference.value(field.reference, on);
        help += (help.empty() ? "" : "\u00a0; ") + std::string("référence\u00a0: ") + present::reference_text(known) +
                ", " + known.citation.source + (known.citation.verified ? "" : ", non vérifiée");
    }
    const FieldView spec{field.name, field.label, help, "decimal"};
    json::object out{{"liste", nullptr}, {"saisie", nullptr}};
    if (field.choices.empty()) {
        out["saisie"] = form.field(spec, value);
        return out;
    }
    std::vector<std::pair<std::string, std::string>> options;
    const auto codes = core::split(field.choices, '|');
    const auto labels = core::split(field.choice_labels, '|');
    for (std::size_t i = 0; i < codes.size(); ++i) options.emplace_back(codes[i], labels.at(i));
    out["liste"] = form.choice(spec, value, options);
    return out;
}

Reply method_page(Call& call) {
    const Method& method = method_of(call);
    const auto reference = call.app.reference();
    const core::Date today = call.app.clock.today();
    const http::Fields kept = kept_fields(method, call.query);
    Reply out;
    out.title = method.title;
    out.trail = {{"/calcul", "Calculette"}};
    out.page = "calcul_methode.html";
    out.filename = std::string(method.path.substr(method.path.rfind('/') + 1));
    std::vector<core::Issue> issues;
    bool found = false;
    if (!call.html() || !untouched(method, kept)) {
        try {
            FormReader reader(kept);
            out.answer = method.run(reader, *reference, today);
            found = true;
        } catch (const core::Error& error) {
            if (error.kind() != core::ErrorKind::invalid) throw;
            issues = told_by_field(error, labels_of(method));
            if (!call.html()) throw core::Error(core::ErrorKind::invalid, std::move(issues));
        }
    }
    if (!call.html()) return out;
    out.status = fault_status(call, issues);
    const FormView form(issues);
    json::array fields;
    for (const MethodField& field : method.fields) fields.push_back(field_view(field, form, kept, *reference, today));
    out.view = {{"chemin", method.path},
                {"titre_methode", method.title},
                {"formule", method.formula},
                {"simulation", method.simulation},
                {"champs", std::move(fields)},
                {"exemple", std::string(method.path) + "?" + std::string(method.example)},
                {"a_un_resultat", found},
                {"resultat", found ? present::result_view(out.answer, sought(method, kept)) : json::object()}};
    form.summarise(out.view);
    add_calculation_frame(call, out, kept);
    return out;
}

}  // namespace

std::vector<Route> method_routes() {
    // Examples are whole addresses, which the table of routes only looks at.
    static const std::vector<std::string> examples = [] {
        std::vector<std::string> out;
        for (const Method& method : methods())
            out.push_back(std::string(method.path) + "?" + std::string(method.example));
        return out;
    }();
    std::vector<Route> out;
    for (std::size_t i = 0; i < methods().size(); ++i) {
        const Method& method = methods()[i];
        std::vector<Parameter> parameters;
        for (const MethodField& field : method.fields) parameters.push_back({field.name, field.label});
        out.push_back({"GET", method.path, Action::open, method_page, method.title, std::move(parameters),
                       Formats{true, true, true}, examples[i]});
    }
    return out;
}

}  // namespace clausier::web
