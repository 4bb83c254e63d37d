// What a placement may be.
#include "clausier/domain/placement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

void warn(Issues& issues, std::string_view where, std::string_view code, std::string text) {
    issues.push_back({core::Severity::warning, std::string(code), std::string(where), std::move(text)});
}

void need(Issues& issues, bool there, std::string_view where, std::string_view text) {
    if (!there) refuse(issues, where, "champ_absent", std::string(text));
}

// ROME: a letter and four digits.
bool is_job_code(std::string_view text) {
    constexpr std::size_t length = 5;
    return text.size() == length && text[0] >= 'A' && text[0] <= 'Z' &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_who(Issues& issues, const Placement& p) {
    need(issues, !p.lot.empty(), "lot", "dites pour quel lot les heures sont faites");
    need(issues, !p.holder.empty(), "titulaire", "dites quel titulaire doit ces heures");
    need(issues, !p.employer.empty(), "employeur", "dites qui emploie la personne et déclare ses heures");
    need(issues, p.participant || p.taken_over_on, "personne",
         "choisissez la personne ; seules des heures reprises à une date d’arrêté n’en ont pas");
    if (p.participant && p.people != 1)
        refuse(issues, "personnes", "nombre", "une mise en œuvre nommée compte une personne ; corrigez le nombre");
    if (p.people < 1) refuse(issues, "personnes", "nombre", "le nombre de personnes est au moins 1 ; corrigez-le");
}

void check_how(Issues& issues, const Placement& p) {
    const CodeLists& lists = CodeLists::embedded();
    const Modality* modality = lists.modality(p.modality);
    if (!modality)
        refuse(issues, "modalite", "modalite_inconnue",
               fmt::format("« {} » n’est pas une modalité de la liste ; choisissez-en une", p.modality));
    if (!p.contract.empty() && !contract_type(p.contract))
        refuse(issues, "contrat", "contrat_inconnu",
               fmt::format("« {} » n’est pas un contrat de la liste ; choisissez-en un", p.contract));
    if (!p.structure_kind.empty() && !lists.structure_kind(p.structure_kind))
        refuse(issues, "structure", "structure_inconnue",
               fmt::format("« {} » n’est pas une sorte de structure ; choisissez-en une", p.structure_kind));
    if (!modality || modality->structure_kinds.empty()) return;
    const auto& kinds = modality->structure_kinds;
    if (std::find(kinds.begin(), kinds.end(), p.structure_kind) == kinds.end())
        refuse(issues, "structure", "modalite_structure",
               fmt::format("« {} » demande une structure de cette sorte ; corrigez la modalité ou la structure",
                           modality->label));
}

void check_dates(Issues& issues, const Placement& p, core::Date today) {
    if (!p.started_on.ok()) return refuse(issues, "debut", "date_absente", "donnez le jour de l’entrée");
    if (p.ended_on && *p.ended_on < p.started_on)
        refuse(issues, "fin", "fin_avant_debut", "la fin précède le début ; corrigez l’une des deux dates");
    if (p.hired_on && *p.hired_on < p.started_on)
        refuse(issues, "embauche", "embauche_avant_debut",
               "l’embauche précède l’entrée ; corrigez l’une des deux dates");
    if (p.taken_over_on && *p.taken_over_on > today)
        refuse(issues, "repris_le", "date_future", "la date d’arrêté est dans l’avenir ; corrigez-la");
    if (p.taken_over_on && *p.taken_over_on < p.started_on)
        refuse(issues, "repris_le", "arrete_avant_debut",
               "la date d’arrêté précède l’entrée ; corrigez l’une des deux");
}

void check_profile(Issues& issues, const EntryProfile& profile) {
    const auto known = [&](std::string_view facet, std::string_view where, const std::string& code) {
        if (!code.empty() && !entry_value(facet, code))
            refuse(issues, where, "profil_inconnu",
                   fmt::format("« {} » n’est pas une valeur de la liste ; choisissez-en une", code));
    };
    known("sex", "sexe", profile.sex);
    known("age", "age", profile.age);
    known("diploma", "diplome", profile.diploma);
    known("situation", "situation", profile.situation);
}

// Its proof may still come.
bool same_criterion(const CriterionProof& one, const CriterionProof& other) {
    return one.source == other.source && one.criterion == other.criterion;
}

void check_criteria(Issues& issues, const Placement& p, core::Date today) {
    for (std::size_t i = 0; i < p.criteria.size(); ++i)
        for (core::Issue one : faults(p.criteria[i], today)) {
            one.where = fmt::format("criteres.{}.{}", i + 1, one.where);
            issues.push_back(std::move(one));
        }
}

}  // namespace

bool runs_in(const Placement& p, Month month) {
    return p.started_on <= month.last() && (!p.ended_on || month.first() <= *p.ended_on);
}

bool runs_on(const Placement& p, core::Date day) { return p.started_on <= day && (!p.ended_on || day <= *p.ended_on); }

int days_in(const Placement& p, Month month) {
    if (!runs_in(p, month)) return 0;
    const core::Date from = std::max(p.started_on, month.first());
    const core::Date to = p.ended_on ? std::min(*p.ended_on, month.last()) : month.last();
    return days_between(from, to) + 1;
}

std::vector<core::Issue> faults(const Placement& p, const PlacementFacts& facts) {
    Issues issues;
    check_who(issues, p);
    check_how(issues, p);
    check_dates(issues, p, facts.today);
    if (!p.job_code.empty() && !is_job_code(p.job_code))
        refuse(issues, "rome", "code_rome",
               fmt::format("« {} » n’est pas un code ROME ; écrivez une lettre et quatre chiffres, F1703", p.job_code));
    within(issues, "metier", p.job, longest_line);
    check_profile(issues, p.profile);
    check_criteria(issues, p, facts.today);
    return issues;
}

std::vector<core::Issue> warnings(const Placement& p, const PlacementFacts& facts) {
    constexpr int a_year = 366;
    Issues issues;
    if (!p.started_on.ok()) return issues;
    if (facts.notified_on && p.started_on < *facts.notified_on)
        warn(issues, "debut", "avant_notification",
             fmt::format("l’entrée précède la notification du {} ; les heures d’avant ne comptent pas",
                         core::french::date(*facts.notified_on)));
    if (days_between(facts.today, p.started_on) > a_year)
        warn(issues, "debut", "debut_lointain", "l’entrée est dans plus d’un an ; vérifiez l’année");
    if (const StructureKind* kind = CodeLists::embedded().structure_kind(p.structure_kind))
        if ((kind->valid_from && p.started_on < *kind->valid_from) ||
            (kind->valid_to && p.started_on > *kind->valid_to))
            warn(issues, "structure", "structure_hors_dates",
                 fmt::format("« {} » n’existait pas à cette date d’entrée ; vérifiez la structure", kind->label));
    if (p.criteria.empty() && p.participant && !p.permanent_staff)
        warn(issues, "criteres", "critere_absent",
             "aucun critère d’éligibilité : les heures ne compteront pas ; donnez-en un, avec sa preuve");
    return issues;
}

std::vector<core::Issue> frozen_faults(const Placement& before, const Placement& after) {
    Issues issues;
    if (!before.eligibility) return issues;
    const auto same = [&](bool is_same, std::string_view where) {
        if (!is_same)
            refuse(issues, where, "fige",
                   "l’éligibilité a été appréciée à l’entrée et ne change plus ; faites une autre mise en œuvre");
    };
    same(before.started_on == after.started_on, "debut");
    same(before.participant == after.participant, "personne");
    same(before.structure_kind == after.structure_kind, "structure");
    same(std::equal(before.criteria.begin(), before.criteria.end(), after.criteria.begin(), after.criteria.end(),
                    same_criterion),
         "criteres");
    same(before.eligibility == after.eligibility, "eligibilite");
    return issues;
}

void tidy(Placement& p) {
    p.job = core::collapse(p.job);
    p.job_code = core::collapse(p.job_code);
    if (!p.job_code.empty() && p.job_code[0] >= 'a' && p.job_code[0] <= 'z')
        p.job_code[0] = static_cast<char>(p.job_code[0] - 'a' + 'A');
    for (CriterionProof& proof : p.criteria) proof.proof = core::collapse(proof.proof);
}

}  // namespace clausier::domain
