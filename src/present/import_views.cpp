// Views of imports in progress: steps, columns, values.
#include "clausier/present/import_views.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "clausier/core/french.hpp"
#include "clausier/domain/profile.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::ImportStep;
using domain::info;

std::string day_of(core::Instant at) { return french::date(core::Date(std::chrono::floor<std::chrono::days>(at))); }

std::string hour_of(core::Instant at) {
    return fmt::format("{:%H:%M} UTC", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

std::string megabytes(std::uint64_t bytes) {
    return french::number(static_cast<std::int64_t>(bytes / 100'000), 10) + "\u00a0Mo";
}

// A spreadsheet keeps 0.07 as 0.07000000000000001: fifteen digits are what a person typed.
std::string sample_text(const std::string& cell) {
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    const bool noisy = cell.size() > 16 && cell.find('.') != std::string::npos;
    if (!noisy || error != std::errc() || end != cell.data() + cell.size()) return cell;
    return fmt::format("{:.15g}", number);
}

json::object option(std::string_view value, std::string_view label, bool chosen) {
    return {{"valeur", value}, {"libelle", label}, {"choisie", chosen}};
}

// Which of the five steps a person is at.
std::size_t stage(ImportStep step, const domain::ImportDraft& draft) {
    switch (step) {
        case ImportStep::deposited:
            return 0;
        case ImportStep::columns:
            return 1;
        case ImportStep::reading:
            return 1;
        case ImportStep::values:
            return 2;
        case ImportStep::check:
        case ImportStep::applying:
            return 3;
        case ImportStep::applied:
            return 4;
        case ImportStep::abandoned:
        case ImportStep::failed:
            break;
    }
    return draft.columns.empty() ? 0 : 1;
}

json::array step_views(const domain::ImportDraft& draft) {
    static constexpr std::array<std::string_view, 5> labels{"Fichier", "Colonnes", "Valeurs inconnues", "Vérification",
                                                            "Rapport"};
    const std::size_t at = stage(draft.step, draft);
    json::array out;
    for (std::size_t i = 0; i < labels.size(); ++i)
        out.push_back({{"libelle", labels[i]}, {"courante", i == at}, {"faite", i < at}});
    return out;
}

json::object progress_view(const domain::ImportDraft& draft) {
    std::string text = draft.ahead > 0 ? french::count(draft.ahead, "import passe avant", "imports passent avant")
                       : draft.step == ImportStep::applying ? "Écriture dans la base"
                       : draft.total > 0 ? megabytes(draft.done) + " lus sur " + megabytes(draft.total)
                                         : "Lecture du fichier";
    return {{"texte", std::move(text)},
            {"fait", draft.done},
            {"total", draft.total},
            {"connu", draft.total > 0 && draft.step != ImportStep::applying}};
}

json::array issue_views(const std::vector<core::Issue>& issues) {
    json::array out;
    for (const core::Issue& issue : issues) out.push_back(json::object{{"texte", issue.sentence()}});
    return out;
}

// What a column may be taken for: what is suggested first, then every field.
json::array column_options(const domain::ColumnPreview& column) {
    json::array out;
    out.push_back(option("", "(ne pas lire cette colonne)", column.field == domain::Field::ignored));
    for (const domain::Suggestion& one : column.suggestions)
        out.push_back(option(info(one.field).key,
                             fmt::format("{} ? (ressemble à {} %)", info(one.field).label, one.score), false));
    for (const domain::FieldInfo& field : domain::fields()) {
        if (field.field == domain::Field::ignored) continue;
        out.push_back(option(field.key, field.label, field.field == column.field));
    }
    return out;
}

json::array column_views(const domain::ImportDraft& draft) {
    json::array out;
    for (const domain::ColumnPreview& column : draft.columns) {
        std::string samples;
        for (const std::string& sample : column.samples)
            samples += (samples.empty() ? "" : " · ") + sample_text(sample);
        const bool known = column.field != domain::Field::ignored;
        out.push_back({{"numero", column.index + 1},
                       {"nom", "colonne_" + std::to_string(column.index + 1)},
                       {"lettre", column.letters},
                       {"libelle", column.header},
                       {"exemples", samples},
                       {"origine", known ? json::value(domain::text(column.how)) : json::value(nullptr)},
                       {"score", known ? std::to_string(column.score) + "\u00a0%" : ""},
                       {"a_decider", column.undecided()},
                       {"options", column_options(column)}});
    }
    return out;
}

void add_columns(json::object& out, const domain::ImportDraft& draft) {
    out["profil"] = draft.profile_label;
    out["ligne_entetes"] = draft.header_row == 0 ? std::string() : std::to_string(draft.header_row);
    out["manque"] = draft.missing;
    out["acheteur_a_donner"] = draft.needs_buyer;
    out["lisible"] = draft.can_be_read();
    out["plusieurs_feuilles"] = draft.sheets.size() > 1;
    json::array sheets;
    for (const std::string& name : draft.sheets)
        sheets.push_back(
            option(name, name, draft.choices.sheet.empty() ? sheets.empty() : name == draft.choices.sheet));
    out["feuilles"] = std::move(sheets);
    json::array profiles;
    profiles.push_back(option("", "la plus proche", draft.choices.profile.empty()));
    for (const domain::Profile& profile : domain::profiles())
        profiles.push_back(option(profile.name, profile.label, profile.name == draft.choices.profile));
    out["profils"] = std::move(profiles);
    const auto open = std::count_if(draft.columns.begin(), draft.columns.end(),
                                    [](const domain::ColumnPreview& column) { return column.undecided(); });
    out["questions"] = open == 0
                           ? std::string()
                           : french::count(static_cast<std::uint64_t>(open), "colonne à décider", "colonnes à décider");
    out["colonnes"] = column_views(draft);
}

std::string decided(const domain::Decision& decision) {
    if (!decision.at) return "décidé pour ce fichier";
    return "décidé le " + day_of(*decision.at) + (decision.actor.empty() ? "" : " par " + decision.actor);
}

std::string meaning(const domain::Decision& decision) {
    if (decision.ruling == domain::Ruling::replace) return decision.meaning;
    return decision.ruling == domain::Ruling::ignore ? "ne rien lire" : "garder tel quel";
}

// What may be decided of a value; what was decided, or the likeliest meaning, stands first chosen.
json::array value_options(const domain::UnknownValue& value) {
    const domain::Decision* known = value.decision ? &*value.decision : nullptr;
    const auto is = [&](domain::Ruling ruling) { return known && known->ruling == ruling; };
    json::array out;
    if (domain::may_keep(value.field))
        out.push_back(option("garder", "Garder tel quel", is(domain::Ruling::keep) || !known));
    out.push_back(option("ignorer", "Ne rien lire de cette valeur",
                         is(domain::Ruling::ignore) || (!known && !domain::may_keep(value.field))));
    const auto add = [&](const domain::ValueChoice& choice, const std::string& label) {
        out.push_back(option("=" + choice.value, label, is(domain::Ruling::replace) && known->meaning == choice.value));
    };
    for (const domain::ValueChoice& choice : value.near) add(choice, choice.label + " ?");
    for (const domain::ValueChoice& choice : domain::value_choices(value.field)) {
        const bool near = std::any_of(value.near.begin(), value.near.end(),
                                      [&](const domain::ValueChoice& other) { return other.value == choice.value; });
        if (!near) add(choice, choice.label);
    }
    return out;
}

json::array value_views(const domain::UnknownValues& unknown) {
    json::array out;
    for (const domain::UnknownValue& value : unknown.values)
        out.push_back({{"rang", out.size() + 1},
                       {"champ", info(value.field).key},
                       {"champ_libelle", info(value.field).label},
                       {"valeur", value.value},
                       {"colonne", value.column},
                       {"nombre", fmt::format("{} fois, dès la ligne {}", value.count, value.first_line)},
                       {"options", value_options(value)},
                       {"libre", domain::value_choices(value.field).empty()},
                       {"decidee", value.decision ? decided(*value.decision) : ""}});
    return out;
}

}  // namespace

json::object import_view(const domain::ImportDraft& draft) {
    const ImportStep step = draft.step;
    json::object out{
        {"fichier", draft.file},
        {"etapes", step_views(draft)},
        {"en_cours", !domain::is_at_rest(step)},
        {"aux_colonnes", step == ImportStep::columns},
        {"aux_valeurs", step == ImportStep::values},
        {"a_verifier", step == ImportStep::check},
        {"applique", step == ImportStep::applied},
        {"abandonne", step == ImportStep::abandoned},
        {"echoue", step == ImportStep::failed},
        {"abandonnable", step != ImportStep::applied && step != ImportStep::abandoned && step != ImportStep::failed &&
                             step != ImportStep::applying},
        {"expire", hour_of(draft.expires_at)},
        {"expire_le", instant_text(draft.expires_at)},
        {"avancement", progress_view(draft)},
        {"fautes", issue_views(draft.faults)},
        {"a_des_fautes", !draft.faults.empty()},
        {"entiers", draft.complete == 0   ? std::string()
                    : draft.complete == 1 ? std::string("Garder l’enregistrement valide")
                                          : fmt::format("Garder les {} enregistrements valides",
                                                        french::number(static_cast<std::int64_t>(draft.complete), 1))},
        {"remarques", issue_views(draft.remarks)},
        {"a_des_remarques", !draft.remarks.empty()},
        {"valeurs", value_views(draft.unknown)},
        {"non_listees", draft.unknown.more == 0 ? std::string()
                                                : french::count(static_cast<std::uint64_t>(draft.unknown.more),
                                                                "autre cellule inconnue n’est pas listée",
                                                                "autres cellules inconnues ne sont pas listées")},
        {"bilan", draft.outcome ? json::value(outcome_view(*draft.outcome)) : json::value(nullptr)}};
    add_columns(out, draft);
    return out;
}

json::array decision_views(const std::vector<domain::Decision>& decisions) {
    json::array out;
    for (const domain::Decision& decision : decisions)
        out.push_back({{"champ", info(decision.field).key},
                       {"champ_libelle", info(decision.field).label},
                       {"valeur", decision.value},
                       {"sens", meaning(decision)},
                       {"decidee", decided(decision)}});
    return out;
}

}  // namespace clausier::present
