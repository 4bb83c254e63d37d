// The sentences of the opportunity note.
#include "opportunity_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "enquiry_words.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::CodeLists;

constexpr std::size_t most_labels = 3;
constexpr std::size_t most_steps = 3;
constexpr std::size_t most_lots_told = 3;

// The labels of some codes in running text, the first few of them.
template <class Find>
std::string labels_of(const std::vector<std::string>& codes, Find find) {
    std::vector<std::string> labels;
    for (const std::string& code : codes)
        if (const auto* entry = find(code)) labels.push_back(entry->label);
    const std::size_t left = labels.size() > most_labels ? labels.size() - most_labels : 0;
    labels.resize(labels.size() - left);
    std::string out = fmt::format("{}", fmt::join(labels, "\u00a0; "));
    if (left > 0) out += "\u00a0; et " + french::count(left, "autre", "autres");
    return out;
}

std::string publics_line(const domain::Enquiry& enquiry) {
    const std::string labels =
        labels_of(enquiry.publics, [](const auto& code) { return CodeLists::embedded().public_kind(code); });
    return "des personnes des publics " + (labels.empty() ? "éligibles à la clause" : "suivants\u00a0: " + labels);
}

std::string modalities_line(const domain::Enquiry& enquiry) {
    const std::string labels =
        labels_of(enquiry.modalities, [](const auto& code) { return CodeLists::embedded().modality(code); });
    return labels.empty() ? "par embauche directe, par mise à disposition ou par sous-traitance"
                          : "par\u00a0: " + labels;
}

std::string counted(const std::optional<std::int64_t>& count, std::string_view name) {
    return count ? french::number(*count, 1) + "\u00a0" + std::string(name) : std::string();
}

// « 199 h », « 199 h pour le lot 1 », « 3 012 h, réparties par lot (199 h pour le lot 1, …), »: each lot has its own in
// the table when there are many.
std::string due_line(const domain::ScenarioStudy& study) {
    std::vector<std::string> parts;
    for (const domain::LotStudy& lot : study.lots)
        if (lot.due)
            parts.push_back(french::hours(*lot.due) +
                            (lot.lot.number.empty() ? "" : " pour le lot\u00a0" + lot.lot.number));
    if (parts.empty()) return {};
    if (parts.size() == 1) return parts.front() + ",";
    const std::string all = french::hours(study.hours) + ", réparties par lot";
    return parts.size() > most_lots_told ? all + "," : fmt::format("{} ({}),", all, fmt::join(parts, ", "));
}

// « Dates à corriger : … » when bidders would answer before they are asked.
std::string reversed_dates(const domain::Enquiry& enquiry) {
    const auto& answers = enquiry.answers_due_on;
    const auto told = [&](std::string_view what, const std::optional<core::Date>& from) {
        return answers && from && *answers < *from
                   ? fmt::format("Dates à corriger\u00a0: la remise des offres ({}) précède {} ({}).",
                                 french::date(*answers), what, french::date(*from))
                   : std::string();
    };
    std::string out = told("la consultation", enquiry.purchase.consultation_on);
    return out.empty() ? told("la publication", enquiry.publication_due_on) : out;
}

// Of that code; "" when the hours are due and cannot be computed.
bool has_remark(const domain::LotStudy& lot, std::string_view code) {
    if (lot.lot.abandoned) return false;
    if (code.empty())
        return !lot.due && domain::bears_hours(lot.choice.clause_kind) && lot.calculation.issue.has_value();
    return std::any_of(lot.warnings.begin(), lot.warnings.end(),
                       [&](const core::Issue& issue) { return issue.code == code; });
}

}  // namespace

std::string short_number(std::int64_t centi) { return french::number((centi + 5) / 10, 10); }

std::int64_t days_centi(core::Hours hours, const domain::ScenarioStudy& study) {
    return (core::Fraction(hours) / core::Fraction(study.total.day.value)).rounded(100, core::Rounding::nearest);
}

std::vector<const domain::LotStudy*> live_lots(const domain::ScenarioStudy& study) {
    std::vector<const domain::LotStudy*> out;
    for (const domain::LotStudy& lot : study.lots)
        if (!lot.lot.abandoned) out.push_back(&lot);
    return out;
}

bool has_hours(const domain::ScenarioStudy& study) {
    return std::any_of(study.lots.begin(), study.lots.end(), [](const domain::LotStudy& lot) {
        return !lot.lot.abandoned && (lot.due || domain::bears_hours(lot.choice.clause_kind));
    });
}

std::string no_clause_line(const domain::ScenarioStudy& study) {
    if (study.with_clause > 0)
        return "la clause retenue ne se compte pas en heures\u00a0; reprenez le texte de son modèle.";
    return study.undecided > 0
               ? "aucun lot n’a encore de clause dans ce scénario\u00a0; décidez-la pour en avoir le texte."
               : "aucun lot n’a de clause dans ce scénario\u00a0: il n’y a pas de texte à reprendre.";
}

std::string feasibility_line(const domain::ScenarioStudy& study) {
    static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
        {"", "heures non calculées"},
        {"heures_faibles", "moins d’une semaine de travail"},
        {"effectif_faible", "effectif moyen faible, à concentrer sur moins de mois"},
        {"part_des_heures", "trop d’heures pour le travail du lot"}};
    std::vector<std::string> out;
    for (const auto& [code, words] : kinds) {
        std::vector<std::string> lots;
        for (const domain::LotStudy& lot : study.lots)
            if (has_remark(lot, code)) lots.push_back(lot.lot.number.empty() ? lot.lot.title : lot.lot.number);
        if (lots.empty()) continue;
        out.push_back(fmt::format("{}\u00a0{}, {}", lots.size() > 1 ? "lots" : "lot", fmt::join(lots, ", "), words));
    }
    return fmt::format("{}", fmt::join(out, "\u00a0; "));
}

std::vector<std::string> remarks_of(const domain::LotStudy& lot) {
    std::vector<std::string> out;
    if (!lot.due && domain::bears_hours(lot.choice.clause_kind) && lot.calculation.issue)
        out.push_back(lot.calculation.issue->text);
    for (const core::Issue& warning : lot.warnings) out.push_back(warning.text);
    return out;
}

std::string structures_line(const OpportunityNote& note) {
    if (!note.structures.empty()) return fmt::format("{}.", fmt::join(note.structures, ", "));
    const domain::Purchase& purchase = note.sheet.enquiry.purchase;
    std::vector<std::string> counts;
    for (const std::string& one :
         {counted(purchase.insertion.structures, "SIAE"), counted(purchase.disability.structures, "EA ou ESAT")})
        if (!one.empty()) counts.push_back(one);
    const std::string declared = counts.empty() ? "aucun nombre n’est déclaré"
                                                : fmt::format("nombre déclaré\u00a0: {}", fmt::join(counts, ", "));
    return "les structures ne sont pas encore dans la base\u00a0; " + declared +
           ". L’embauche directe reste toujours possible.";
}

std::string short_clause(const OpportunityNote& note) {
    const domain::Enquiry& enquiry = note.sheet.enquiry;
    const std::string due = note.study ? due_line(*note.study) : std::string();
    const std::string hours = due.empty() ? "le nombre d’heures fixé pour son lot" : "au moins " + due;
    const bool several = due.find(", réparties") != std::string::npos;
    return (several ? "Les titulaires font réaliser " : "Le titulaire fait réaliser ") + hours + " par " +
           publics_line(enquiry) + (several ? ". Ils y parviennent " : ". Il y parvient ") + modalities_line(enquiry) +
           ". L’éligibilité est vérifiée avant la prise de poste\u00a0; un relevé des heures signé est remis chaque "
           "mois. " +
           (several ? "Chaque titulaire répond seul des heures de son lot devant l’acheteur."
                    : "Le titulaire répond seul de ces heures devant l’acheteur.");
}

std::vector<NamedDate> deadlines_of(const domain::EnquirySheet& sheet) {
    std::vector<NamedDate> out;
    const auto add = [&](std::string_view name, const std::optional<core::Date>& date) {
        if (date) out.push_back({std::string(deadline_label(name)), *date});
    };
    add("question", sheet.enquiry.question_due_on);
    add("publication", sheet.enquiry.publication_due_on);
    add("reponses", sheet.enquiry.answers_due_on);
    return out;
}

std::vector<std::string> steps_of(const OpportunityNote& note) {
    std::vector<std::string> out;
    const auto sentence = [](std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text.ends_with('.') ? text : text + ".";
    };
    if (std::string text = reversed_dates(note.sheet.enquiry); !text.empty()) out.push_back(std::move(text));
    if (!note.study)
        out.emplace_back("Décrire les lots et faire un scénario\u00a0: il donne les heures.");
    else if (note.study->undecided > 0)
        out.emplace_back("Décider la clause des lots qui n’en ont pas encore.");
    for (const core::Issue& missing : note.advice.social.missing) out.push_back(sentence(missing.text));
    for (const domain::ConditionException& one : note.advice.social.exceptions)
        if (one.apparent) out.emplace_back("Si l’exception est retenue, en écrire les motifs et les garder.");
    // What is advised first, and nothing of the rest.
    if (const domain::KindAdvice* first = domain::first_advised(note.advice))
        out.insert(out.end(), first->checks.begin(), first->checks.end());
    out.resize(std::min(out.size(), most_steps));
    return out;
}

}  // namespace clausier::present
