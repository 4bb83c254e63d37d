// Reads ticks and decisions.
#include "classification_form.hpp"

#include <algorithm>
#include <charconv>

#include "clausier/core/french.hpp"
#include "clausier/domain/social_state.hpp"
#include "market_query.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::ClauseAxis;

struct GestureWords {
    Gesture gesture;
    std::string_view code, label;
};
constexpr std::array<GestureWords, 3> gestures{
    {{Gesture::suggestion, "suggestion", "Accepter la suggestion de chaque ligne cochée"},
     {Gesture::clause, "clause", "Leur donner cette clause"},
     {Gesture::none, "aucune", "Dire « aucune considération »"}}};

ClauseAxis axis_of(const FormReader& reader) {
    return domain::clause_axis(reader.text("considerations")).value_or(ClauseAxis::social);
}

std::optional<domain::Id<domain::Lot>> lot_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value <= 0) return std::nullopt;
    return domain::Id<domain::Lot>{value};
}

// A list of one or two words can be given at once.
std::vector<std::pair<std::string, std::string>> environmental_options() {
    auto words = domain::environmental_considerations();
    words.pop_back();
    std::vector<std::pair<std::string, std::string>> out;
    std::string all;
    for (const std::string& word : words) {
        out.emplace_back(word, word);
        all += (all.empty() ? "" : ", ") + word;
    }
    if (words.size() > 1) out.emplace_back(all, all);
    return out;
}

void read_given(FormReader& reader, ClassificationForm& out) {
    out.given.axis = out.axis;
    if (out.gesture == Gesture::none) out.given = domain::no_consideration(out.axis);
    if (out.gesture != Gesture::clause) return;
    std::string text = reader.text("clause");
    if (text.empty()) return reader.refuse("clause", "choisissez la clause à donner");
    const domain::ClauseKind* kind = domain::CodeLists::embedded().clause_kind(text);
    const std::string form = reader.text("forme");
    if (out.axis == ClauseAxis::social && kind && domain::has_forms(*kind) && !form.empty()) text += ":" + form;
    const auto read = domain::parse_decision(out.axis, text);
    if (!read) return reader.refuse(read.error().code == "clause_forme" ? "forme" : "clause", read.error().text);
    if (*read) out.given = **read;
}

std::string contracts(std::size_t n) { return core::french::count(n, "contrat"); }

}  // namespace

ClassificationQuery read_classification_query(FormReader& reader) {
    ClassificationQuery out;
    if (const std::string axis = reader.text("considerations"); !axis.empty()) {
        const auto known = domain::clause_axis(axis);
        if (!known)
            reader.refuse("considerations",
                          "ces considérations n’existent pas ; choisissez sociale ou environnementale");
        out.filter.axis = known.value_or(ClauseAxis::social);
    }
    const std::string buyer = reader.text("acheteur");
    out.filter.buyer = buyer_number(buyer);
    if (!out.filter.buyer) out.buyer = buyer;
    out.filter.year = reader.year("annee");
    if (const std::string sector = reader.text("secteur"); !sector.empty()) {
        out.filter.sector = domain::sector(sector);
        if (!out.filter.sector)
            reader.refuse("secteur", "ce secteur n’existe pas ; choisissez travaux, fournitures ou services");
    }
    out.filter.text = reader.text("texte");
    out.filter.cpv = reader.text("cpv");
    return out;
}

std::vector<Parameter> classification_parameters() {
    return {{"considerations", "sociale ou environnementale", "sociale"},
            {"texte", "mots de l’objet, de la référence, de l’acheteur, des lots ou des titulaires"},
            {"acheteur", "numéro, SIRET ou nom de l’acheteur"},
            {"annee", "année de notification"},
            {"secteur", "travaux, fournitures ou services"},
            {"cpv", "premiers chiffres du CPV"},
            {"page", "page de 100 contrats, à partir de 1"}};
}

std::string classification_address(const http::Fields& fields, std::string_view name, std::string_view value) {
    http::Fields out;
    for (const std::string_view filter : kClassificationFilters) {
        // Another tick or another filter begins at the first page.
        if (filter == name || (filter == "page" && name != "cocher")) continue;
        if (const auto kept = fields.get(filter); kept && !kept->empty())
            out.add(std::string(filter), std::string(*kept));
    }
    if (!value.empty()) out.add(std::string(name), std::string(value));
    return out.empty() ? "/spaser/classer" : "/spaser/classer?" + http::encode_query(out);
}

ClassificationForm read_classification_form(FormReader& reader) {
    ClassificationForm out;
    const std::string axis = reader.text("considerations");
    out.axis = axis_of(reader);
    if (!axis.empty() && !domain::clause_axis(axis))
        reader.refuse("considerations", "ces considérations n’existent pas ; choisissez sociale ou environnementale");
    for (const std::string_view text : reader.all("contrat")) {
        const auto lot = lot_of(text);
        if (!lot) reader.refuse("contrat", "un contrat coché n’est pas un numéro ; cochez-le de nouveau");
        if (lot) out.lots.push_back(*lot);
    }
    if (out.lots.empty() && reader.sound())
        reader.refuse("contrat", "aucun contrat n’est coché ; cochez ceux à classer");
    const std::string gesture = reader.text("geste");
    const auto* known =
        std::find_if(gestures.begin(), gestures.end(), [&](const GestureWords& one) { return one.code == gesture; });
    if (known == gestures.end()) {
        reader.refuse("geste", "dites que faire des lignes cochées");
        return out;
    }
    out.gesture = known->gesture;
    read_given(reader, out);
    return out;
}

std::vector<domain::ContractDecision> decisions_of(const ClassificationForm& form,
                                                   const domain::ChosenContracts& chosen) {
    std::vector<domain::ContractDecision> out;
    for (const domain::UnclassifiedContract& line : chosen.lines) {
        if (form.gesture != Gesture::suggestion)
            out.push_back({line.lot, form.given});
        else if (line.suggestion)
            out.push_back({line.lot, line.suggestion->decision});
    }
    return out;
}

json::array filter_fields(const FormView& form, const FormReader& reader) {
    return {form.field({"texte", "Rechercher", "objet, référence, acheteur, lot ou titulaire", "", "search"},
                       reader.text("texte")),
            form.field({"acheteur", "Acheteur", "nom, SIRET ou numéro"}, reader.text("acheteur")),
            form.field({"annee", "Année de notification", "", "numeric"}, reader.text("annee")),
            form.field({"cpv", "CPV", "premiers chiffres", "numeric"}, reader.text("cpv"))};
}

json::array filter_choices(const FormView& form, const FormReader& reader) {
    std::vector<std::pair<std::string, std::string>> sectors{{"", "Tous"}};
    for (const domain::Sector one : domain::all_sectors)
        sectors.emplace_back(std::string(code(one)), std::string(label(one)));
    return {form.choice({"considerations", "À renseigner"}, code(axis_of(reader)),
                        {{"sociale", "Considération sociale"}, {"environnementale", "Considération environnementale"}}),
            form.choice({"secteur", "Secteur"}, reader.text("secteur"), sectors)};
}

json::array gesture_views(const FormReader& reader) {
    const std::string chosen = reader.text("geste");
    json::array out;
    for (const GestureWords& one : gestures)
        out.push_back({{"code", one.code},
                       {"id", out.empty() ? std::string("geste") : "geste-" + std::string(one.code)},
                       {"libelle", one.label},
                       {"choisi", one.code == chosen || (chosen.empty() && out.empty())}});
    return out;
}

json::object clause_choice(const FormView& form, const FormReader& reader, ClauseAxis axis) {
    std::vector<std::pair<std::string, std::string>> options{{"", "Choisissez"}};
    if (axis == ClauseAxis::environmental)
        for (auto& option : environmental_options()) options.push_back(std::move(option));
    else
        for (const domain::ClauseKind* kind : domain::lot_clause_kinds())
            if (kind->code != domain::no_clause().kind) options.emplace_back(kind->code, kind->label);
    return form.choice({"clause", "Clause à donner"}, reader.text("clause"), options);
}

json::value form_choice(const FormView& form, const FormReader& reader, ClauseAxis axis) {
    if (axis == ClauseAxis::environmental) return nullptr;
    std::vector<std::pair<std::string, std::string>> options;
    for (const domain::ClauseForm one : domain::all_clause_forms)
        options.emplace_back(std::string(code(one)), std::string(label(one)));
    return form.choice({"forme", "Forme", "pour une clause de formation, d’égalité, de commerce équitable…"},
                       reader.text("forme"), options);
}

json::object verification_view(const ClassificationForm& form, const domain::ChosenContracts& chosen,
                               const std::vector<domain::ContractDecision>& decisions) {
    std::vector<std::pair<std::string, std::size_t>> groups;
    json::array lines;
    std::size_t next = 0;
    for (const domain::UnclassifiedContract& line : chosen.lines) {
        if (next == decisions.size() || decisions[next].lot != line.lot) continue;
        const std::string given = decisions[next++].decision.label();
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == given; });
        if (group == groups.end()) group = groups.insert(groups.end(), {given, 0});
        ++group->second;
        lines.push_back({{"objet", line.object.empty() ? line.reference : line.object},
                         {"acheteur", line.buyer},
                         {"donne", given},
                         {"raison", form.gesture == Gesture::suggestion ? line.suggestion->reason : ""}});
    }
    json::array views;
    for (const auto& [given, count] : groups) views.push_back({{"donne", given}, {"nombre", contracts(count)}});
    const std::size_t silent = chosen.lines.size() - decisions.size();
    const std::size_t filled = chosen.filled.size() + chosen.unknown.size();
    const auto left = [&](std::size_t n, std::string_view why) {
        return n == 0 ? json::value() : json::value(contracts(n) + " de côté\u00a0: " + std::string(why));
    };
    return {{"nombre", contracts(decisions.size())},
            {"considerations", label(form.axis)},
            {"groupes", std::move(views)},
            {"lignes", std::move(lines)},
            {"sans_suggestion", left(silent, "sans suggestion, ils restent non renseignés")},
            {"renseignes", left(filled, "déjà renseignés, ou disparus")}};
}

json::array hidden_fields(const http::Fields& fields, const std::vector<domain::ContractDecision>& decisions) {
    json::array out;
    const FormReader reader(fields);
    const auto keep = [&](std::string_view name) {
        if (const std::string value = reader.text(name); !value.empty())
            out.push_back({{"nom", name}, {"valeur", value}});
    };
    for (const std::string_view name : kClassificationFilters) keep(name);
    for (const std::string_view name : {"geste", "clause", "forme"}) keep(name);
    for (const domain::ContractDecision& one : decisions)
        out.push_back({{"nom", "contrat"}, {"valeur", std::to_string(one.lot.value)}});
    return out;
}

}  // namespace clausier::web
