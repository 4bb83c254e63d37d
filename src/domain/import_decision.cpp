// Decisions on unknown values: kept, compared, checked against the lists.
#include "clausier/domain/import_decision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/tender.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<std::pair<Ruling, std::string_view>, 3> rulings{
    {{Ruling::replace, "remplacer"}, {Ruling::ignore, "ignorer"}, {Ruling::keep, "garder"}}};

std::map<Field, std::vector<ValueChoice>> all_choices() {
    std::map<Field, std::vector<ValueChoice>> all;
    for (const FieldInfo& known : fields()) {
        const Field field = known.field;
        if (list_of(field).empty()) continue;
        const CodeList list(list_of(field));
        for (std::size_t i = 0; i < list.size(); ++i) all[field].push_back({list.official(i), list.official(i)});
    }
    const CodeLists& lists = CodeLists::embedded();
    for (const Trade& trade : lists.trades) all[Field::trade].push_back({trade.key, trade.label});
    for (const Department& department : lists.departments)
        all[Field::place_code].push_back({department.code, fmt::format("{} {}", department.code, department.name)});
    return all;
}

const ValueChoice* find_choice(Field field, std::string_view text) {
    const std::vector<ValueChoice>& choices = value_choices(field);
    const std::string wanted = core::fold(text);
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const ValueChoice& choice) {
        return core::fold(choice.value) == wanted || core::fold(choice.label) == wanted;
    });
    return found == choices.end() ? nullptr : &*found;
}

std::string unknown_meaning(const Decision& decision) {
    std::vector<std::string_view> names;
    for (const ValueChoice& choice : value_choices(decision.field)) names.push_back(choice.value);
    const std::string_view near = core::nearest(decision.meaning, names);
    const std::string_view label = info(decision.field).label;
    if (!near.empty())
        return fmt::format("« {} » n’est pas de la liste ({}) ; vouliez-vous dire « {} » ?", decision.meaning, label,
                           near);
    return fmt::format("« {} » n’est pas de la liste ({}) ; elle a « {} »", decision.meaning, label,
                       fmt::join(names, " », « "));
}

}  // namespace

std::string_view code(Ruling ruling) { return rulings[static_cast<std::size_t>(ruling)].second; }

std::optional<Ruling> ruling(std::string_view code) {
    for (const auto& [known, text] : rulings)
        if (text == code) return known;
    return std::nullopt;
}

std::string decision_key(std::string_view value) {
    std::string folded = core::fold(value);
    return folded.empty() ? std::string(core::trim(value)) : folded;
}

void Decisions::set(Decision decision) {
    decision.field = decided_field(decision.field);
    auto key = std::make_pair(decision.field, decision_key(decision.value));
    decisions_.insert_or_assign(std::move(key), std::move(decision));
}

const Decision* Decisions::find(Field field, std::string_view value) const {
    if (decisions_.empty()) return nullptr;
    const auto found = decisions_.find({decided_field(field), decision_key(value)});
    return found == decisions_.end() ? nullptr : &found->second;
}

std::vector<Decision> Decisions::list() const {
    std::vector<Decision> out;
    for (const auto& [key, decision] : decisions_) out.push_back(decision);
    return out;
}

Field decided_field(Field field) {
    return field == Field::holder2_scheme || field == Field::holder3_scheme ? Field::holder_scheme : field;
}

bool is_decidable(Field field) { return field == Field::buyer_name || !value_choices(decided_field(field)).empty(); }

bool may_keep(Field field) { return field != Field::social && field != Field::environmental; }

const std::vector<ValueChoice>& value_choices(Field field) {
    static const std::map<Field, std::vector<ValueChoice>> all = all_choices();
    static const std::vector<ValueChoice> none;
    const auto found = all.find(decided_field(field));
    return found == all.end() ? none : found->second;
}

core::Result<Decision> checked(Decision decision) {
    decision.field = decided_field(decision.field);
    const std::string_view label = info(decision.field).label;
    if (!is_decidable(decision.field))
        return core::fault(
            "champ_non_decidable",
            fmt::format("les valeurs du champ « {} » ne se décident pas ; corrigez-les dans le fichier", label));
    if (decision.ruling == Ruling::keep && !may_keep(decision.field))
        return core::fault("garder_impossible",
                           fmt::format("« {} » ne peut pas être gardée ; choisissez une valeur de la liste ({}) ou "
                                       "« ignorer »",
                                       decision.value, label));
    if (decision.ruling != Ruling::replace) {
        decision.meaning.clear();
        return decision;
    }
    decision.meaning = core::collapse(decision.meaning);
    if (decision.field == Field::buyer_name) {
        const TenderParty buyer = parse_buyer(decision.meaning);
        if (buyer.empty()) return core::fault("decision_inconnue", "l’acheteur manque ; donnez son nom ou son SIRET");
        decision.meaning = buyer.identifier.empty() ? buyer.name : buyer.identifier.text;
        return decision;
    }
    const ValueChoice* choice = find_choice(decision.field, decision.meaning);
    if (!choice) return core::fault("decision_inconnue", unknown_meaning(decision));
    decision.meaning = choice->value;
    return decision;
}

core::Result<Decision> parse_decision(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::size_t equals = text.rfind('=');
    const bool whole = colon != std::string_view::npos && equals != std::string_view::npos && colon < equals;
    const std::string_view value = whole ? core::trim(text.substr(colon + 1, equals - colon - 1)) : std::string_view();
    const std::string_view meaning = whole ? core::trim(text.substr(equals + 1)) : std::string_view();
    if (value.empty() || meaning.empty())
        return core::fault("decision_syntaxe",
                           fmt::format("« {} » ne se lit pas ; écrivez « champ:valeur=code », par exemple "
                                       "« procedure:MAPA 2=Procédure adaptée », ou « =ignorer », ou « =garder »",
                                       text));
    const auto field = parse_field(core::trim(text.substr(0, colon)));
    if (!field) return field.error();
    const auto said = ruling(meaning);
    return checked(
        {*field, std::string(value), said.value_or(Ruling::replace), std::string(said ? "" : meaning), {}, {}});
}

std::int64_t UnknownValues::undecided() const {
    return std::count_if(values.begin(), values.end(), [](const UnknownValue& value) { return !value.decision; });
}

}  // namespace clausier::domain
