// Views of forms.
#include "form_view.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/nir.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

json::value text_or_null(std::string_view text) { return text.empty() ? json::value(nullptr) : json::value(text); }

}  // namespace

const core::Issue* FormView::of(std::string_view name) const {
    for (const core::Issue& issue : issues_)
        if (issue.where == name) return &issue;
    return nullptr;
}

// A social security number is never shown again; what only looks like one, and was not refused, is.
bool FormView::holds_refused_nir(std::string_view value) const {
    return std::any_of(issues_.begin(), issues_.end(), [](const core::Issue& issue) { return issue.code == "nir"; }) &&
           domain::holds_nir(value);
}

// Away from its field, a fault tells which one.
std::string FormView::named(const core::Issue& issue) const {
    const auto label = labels_.find(issue.where);
    if (label == labels_.end() || issue.text.starts_with(label->second)) return issue.text;
    return label->second + "\u00a0: " + issue.text;
}

json::object FormView::common(const FieldView& spec) const {
    const std::string id = spec.id.empty() ? std::string(spec.name) : spec.id;
    const core::Issue* issue = of(id);
    labels_.insert_or_assign(id, std::string(spec.label));
    std::string described;
    if (!spec.help.empty()) described = id + "-aide";
    if (issue) described += (described.empty() ? "" : " ") + id + "-erreur";
    return {{"id", id},
            {"nom", spec.name},
            {"libelle", spec.label},
            {"aide", text_or_null(spec.help)},
            {"erreur", issue ? json::value(issue->text) : json::value(nullptr)},
            {"decrit_par", text_or_null(described)}};
}

json::object FormView::field(const FieldView& spec, std::string_view value) const {
    json::object out = common(spec);
    out["type"] = spec.type;
    out["valeur"] = holds_refused_nir(value) ? std::string_view() : value;
    out["clavier"] = text_or_null(spec.keyboard);
    out["requis"] = spec.required;
    out["completer"] = spec.autocomplete;
    return out;
}

json::object FormView::choice(const FieldView& spec, std::string_view value,
                              const std::vector<std::pair<std::string, std::string>>& options) const {
    json::object out = common(spec);
    json::array list;
    for (const auto& [code, label] : options)
        list.push_back({{"valeur", code}, {"libelle", label}, {"choisie", code == value}});
    out["options"] = std::move(list);
    return out;
}

void FormView::summarise(json::object& view) const {
    json::array list;
    for (const core::Issue& issue : issues_)
        list.push_back({{"cible", text_or_null(issue.where)}, {"texte", named(issue)}});
    view["a_des_erreurs"] = !list.empty();
    view["erreurs_titre"] = core::french::count(issues_.size(), "point à corriger", "points à corriger");
    view["erreurs"] = std::move(list);
}

}  // namespace clausier::web
