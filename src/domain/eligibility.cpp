// Judging who a clause is for, on the day of the entry.
#include "clausier/domain/eligibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/retention.hpp"
#include "coded_words.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

using Word = CodedWord<CriterionSource>;
constexpr std::array sources = {Word{CriterionSource::iae, "iae", ""}, Word{CriterionSource::market, "marche", ""}};

bool held_on(const Public& one, core::Date day) {
    return (!one.valid_from || *one.valid_from <= day) && (!one.valid_to || day <= *one.valid_to);
}

bool taken(const PublicsRule& rule, std::string_view code) {
    return rule.publics.empty() || std::find(rule.publics.begin(), rule.publics.end(), code) != rule.publics.end();
}

// The public of the market that makes the person eligible, nullptr when none does.
const Public* public_met(const EligibilityQuestion& question) {
    for (const CriterionProof& proof : question.criteria) {
        if (proof.source != CriterionSource::market) continue;
        const Public* one = CodeLists::embedded().public_kind(proof.criterion);
        if (one && held_on(*one, question.entry) && taken(question.rule, one->code)) return one;
    }
    return nullptr;
}

// Distinct criteria of a level.
std::int64_t met(const EligibilityQuestion& question, int level) {
    std::set<std::string_view> found;
    for (const CriterionProof& proof : question.criteria) {
        if (proof.source != CriterionSource::iae) continue;
        const EligibilityCriterion* one = CodeLists::embedded().criterion(proof.criterion);
        if (one && one->level == level) found.insert(one->code);
    }
    return static_cast<std::int64_t>(found.size());
}

std::string needed_key(std::string_view kind) {
    if (kind == "AI") return "iae.level2_needed_ai";
    if (kind == "ETTI") return "iae.level2_needed_etti";
    if (kind == "ACI") return "iae.level2_needed_aci";
    if (kind == "EITI") return "iae.level2_needed_eiti";
    return "iae.level2_needed_ei";
}

std::string said(std::int64_t count, int level) {
    return fmt::format("{} de niveau {} (IAE)", core::french::count(static_cast<std::uint64_t>(count), "critère"),
                       level);
}

Eligibility judged(const EligibilityQuestion& question, const Reference& reference) {
    Eligibility out{false, question.entry, ""};
    if (const Public* one = public_met(question)) {
        out.eligible = true;
        out.because = one->label;
        return out;
    }
    if (!question.rule.iae) {
        out.because = "aucun des publics du marché";
        return out;
    }
    const std::int64_t first = met(question, 1);
    const std::int64_t second = met(question, 2);
    const std::int64_t needed = reference.count(needed_key(question.structure_kind), question.entry).value;
    if (first >= reference.count("iae.level1_needed", question.entry).value) {
        out.eligible = true;
        out.because = said(first, 1);
    } else if (second >= needed) {
        out.eligible = true;
        out.because = said(second, 2);
    } else {
        out.because =
            fmt::format("aucun public du marché, {} et {}, pour {} demandés", said(first, 1), said(second, 2), needed);
    }
    return out;
}

void warn(Issues& issues, std::string where, std::string_view code, std::string text) {
    issues.push_back({core::Severity::warning, std::string(code), std::move(where), std::move(text)});
}

void look_at(Issues& remarks, const CriterionProof& proof, std::size_t rank, core::Date entry,
             const Reference& reference) {
    const std::string where = fmt::format("criteres.{}", rank);
    const std::string name = criterion_label(proof);
    if (!proof.proof_on)
        warn(remarks, where, "preuve_absente",
             fmt::format("« {} » : aucune preuve datée ; demandez-la à l’employeur", name));
    else if (*proof.proof_on > entry)
        warn(remarks, where, "preuve_posterieure",
             fmt::format("« {} » : la preuve du {} est postérieure à l’entrée ; demandez celle qui valait ce jour-là",
                         name, core::french::date(*proof.proof_on)));
    const auto until = proof_valid_until(proof, reference);
    if (until && *until < entry)
        warn(remarks, where, "preuve_ancienne",
             fmt::format(
                 "« {} » : la preuve n’était plus assez récente à l’entrée (jusqu’au {}) ; demandez-en une autre", name,
                 core::french::date(*until)));
    if (proof.proof_on && proof.checked_by.empty())
        warn(remarks, where, "preuve_non_vue", fmt::format("« {} » : personne n’a vu la preuve ; contrôlez-la", name));
}

}  // namespace

std::string_view code(CriterionSource source) { return word_of(sources, source).code; }
std::optional<CriterionSource> criterion_source(std::string_view code) { return value_of_code(sources, code); }

std::string criterion_label(const CriterionProof& proof) {
    const CodeLists& lists = CodeLists::embedded();
    if (proof.source == CriterionSource::iae) {
        const EligibilityCriterion* one = lists.criterion(proof.criterion);
        return one ? one->label : proof.criterion;
    }
    const Public* one = lists.public_kind(proof.criterion);
    return one ? one->label : proof.criterion;
}

EligibilityAnswer judge(const EligibilityQuestion& question, const Reference& reference) {
    EligibilityAnswer out{judged(question, reference), {}};
    for (std::size_t i = 0; i < question.criteria.size(); ++i)
        look_at(out.remarks, question.criteria[i], i + 1, question.entry, reference);
    return out;
}

std::optional<core::Date> proof_valid_until(const CriterionProof& proof, const Reference& reference) {
    if (!proof.proof_on) return std::nullopt;
    const CodeLists& lists = CodeLists::embedded();
    const EligibilityCriterion* iae = proof.source == CriterionSource::iae ? lists.criterion(proof.criterion) : nullptr;
    const Public* of_market = proof.source == CriterionSource::market ? lists.public_kind(proof.criterion) : nullptr;
    const std::string age = iae ? iae->proof_age : of_market ? of_market->proof_age : "";
    if (!age.empty()) return months_later(*proof.proof_on, reference.count("proof_age." + age, *proof.proof_on).value);
    if (iae && iae->proof_months) return months_later(*proof.proof_on, *iae->proof_months);
    return std::nullopt;
}

std::vector<core::Issue> faults(const CriterionProof& proof, core::Date today) {
    Issues issues;
    const CodeLists& lists = CodeLists::embedded();
    const bool known = proof.source == CriterionSource::iae ? lists.criterion(proof.criterion) != nullptr
                                                            : lists.public_kind(proof.criterion) != nullptr;
    if (!known)
        refuse(issues, "critere", "critere_inconnu",
               fmt::format("« {} » n’est pas un critère de la liste ; choisissez-en un", proof.criterion));
    within(issues, "preuve", proof.proof, longest_line);
    if (proof.proof_on && *proof.proof_on > today)
        refuse(issues, "date_preuve", "date_future", "cette date est dans l’avenir ; corrigez-la");
    if (proof.checked_on && *proof.checked_on > today)
        refuse(issues, "vue_le", "date_future", "cette date est dans l’avenir ; corrigez-la");
    return issues;
}

}  // namespace clausier::domain
