// Forms as templates show them: fields with their label, help, value and fault, and the summary of faults on top.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clausier/core/issue.hpp"

namespace clausier::web {

// A field of words or figures (partial « champ »).
struct FieldView {
    std::string_view name;
    std::string_view label;
    std::string_view help = {};
    std::string_view keyboard = {};  // "decimal", "numeric"
    std::string_view type = "text";  // "text", "date", "search"
    bool required = false;
    std::string id = {};                    // the name when empty
    std::string_view autocomplete = "off";  // for the partial « champ_compte »
};

// The faults of a form: each stands beside the field it names (Issue::where), and in the summary.
class FormView {
public:
    explicit FormView(std::vector<core::Issue> issues) : issues_(std::move(issues)) {}

    // A social security number that was refused is not shown again.
    // id, nom, type, libelle, aide, valeur, clavier, requis, completer, erreur, decrit_par.
    [[nodiscard]] boost::json::object field(const FieldView& spec, std::string_view value) const;
    // The same with options[] (valeur, libelle, choisie) instead of a type and a keyboard (partial « choix »).
    [[nodiscard]] boost::json::object choice(const FieldView& spec, std::string_view value,
                                             const std::vector<std::pair<std::string, std::string>>& options) const;
    // a_des_erreurs, erreurs_titre and erreurs[] (cible, texte, which begins by the label of a field already made),
    // added to what the page shows (partial « erreurs »).
    void summarise(boost::json::object& view) const;
    [[nodiscard]] bool sound() const { return issues_.empty(); }

private:
    [[nodiscard]] const core::Issue* of(std::string_view name) const;
    [[nodiscard]] bool holds_refused_nir(std::string_view value) const;
    [[nodiscard]] std::string named(const core::Issue& issue) const;
    [[nodiscard]] boost::json::object common(const FieldView& spec) const;
    std::vector<core::Issue> issues_;
    mutable std::map<std::string, std::string, std::less<>> labels_;  // of the fields made, for the summary
};

}  // namespace clausier::web
