// Statements: their words, and the table of the way they go.
#include "clausier/domain/hours_statement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/text.hpp"
#include "coded_words.hpp"

namespace clausier::domain {
namespace {

using core::Error;
using core::ErrorKind;

using NatureWord = CodedWord<HourNature>;
constexpr std::array natures = {NatureWord{HourNature::worked, "travaillees", "travaillées"},
                                NatureWord{HourNature::training, "formation", "de formation"},
                                NatureWord{HourNature::paid_not_worked, "payees", "payées et non travaillées"}};

using S = StatementState;
using StateWord = CodedWord<StatementState>;
constexpr std::array states = {StateWord{S::entered, "saisi", "saisi"},
                               StateWord{S::sent, "transmis", "transmis"},
                               StateWord{S::checked, "controle", "contrôlé"},
                               StateWord{S::validated, "valide", "validé"},
                               StateWord{S::to_correct, "a_corriger", "à corriger"},
                               StateWord{S::rejected, "rejete", "rejeté"}};

bool may(const StatementPassage& passage, StatementActor actor) {
    return actor == StatementActor::performer ? passage.performer : passage.facilitator;
}

// A refusal that names no field but the statement.
[[noreturn]] void refuse_as(ErrorKind kind, std::string_view code, std::string text) {
    throw Error(kind, {core::Issue{core::Severity::error, std::string(code), "releve", std::move(text)}});
}

}  // namespace

std::string_view code(HourNature nature) { return word_of(natures, nature).code; }
std::string_view label(HourNature nature) { return word_of(natures, nature).label; }
std::optional<HourNature> hour_nature(std::string_view code) { return value_of_code(natures, code); }
std::string_view code(StatementState state) { return word_of(states, state).code; }
std::string_view label(StatementState state) { return word_of(states, state).label; }
std::optional<StatementState> statement_state(std::string_view code) { return value_of_code(states, code); }

bool is_declared(StatementState state, bool reverse) { return reverse ? state == S::validated : state != S::rejected; }
bool is_pending(StatementState state, bool reverse) { return !reverse && (state == S::sent || state == S::checked); }

core::Hours HoursStatement::total() const {
    core::Hours sum;
    for (const StatementLine& line : lines) sum += line.hours;
    return sum;
}

core::Hours HoursStatement::hours(HourNature nature) const {
    core::Hours sum;
    for (const StatementLine& line : lines)
        if (line.nature == nature) sum += line.hours;
    return sum;
}

const std::vector<StatementPassage>& statement_passages() {
    // from, to, performer, facilitator, reason
    static const std::vector<StatementPassage> table = {
        {S::entered, S::sent, true, true, false},       {S::sent, S::entered, true, false, false},
        {S::sent, S::checked, false, true, false},      {S::sent, S::validated, false, true, false},
        {S::sent, S::to_correct, false, true, true},    {S::sent, S::rejected, false, true, true},
        {S::checked, S::validated, false, true, false}, {S::checked, S::to_correct, false, true, true},
        {S::checked, S::rejected, false, true, true},   {S::validated, S::to_correct, false, true, true},
        {S::to_correct, S::sent, true, true, false},    {S::to_correct, S::rejected, false, true, true},
    };
    return table;
}

std::vector<StatementState> next_states(StatementState state, StatementActor actor) {
    std::vector<StatementState> out;
    for (const StatementPassage& passage : statement_passages())
        if (passage.from == state && may(passage, actor)) out.push_back(passage.to);
    return out;
}

void require_passage(const HoursStatement& statement, StatementState to, StatementActor actor,
                     std::string_view reason) {
    if (statement.certificate)
        refuse_as(ErrorKind::conflict, "releve_atteste",
                  "une attestation couvre ce relevé, qui ne change plus ; faites une écriture inverse");
    const auto& table = statement_passages();
    const auto found = std::find_if(table.begin(), table.end(), [&](const StatementPassage& passage) {
        return passage.from == statement.state && passage.to == to;
    });
    if (found == table.end())
        refuse_as(ErrorKind::conflict, "passage",
                  fmt::format("le relevé est « {} » et ne peut pas devenir « {} » ; rechargez-le",
                              label(statement.state), label(to)));
    if (!may(*found, actor))
        refuse_as(ErrorKind::forbidden, "passage_reserve",
                  actor == StatementActor::performer
                      ? fmt::format("seul le facilitateur rend un relevé « {} » ; attendez sa réponse", label(to))
                      : "seul l’employeur reprend un relevé transmis ; renvoyez-le à corriger");
    if (found->reason && core::trim(reason).empty())
        throw Error(ErrorKind::invalid, {core::Issue{core::Severity::error, "champ_absent", "motif",
                                                     "dites pourquoi, pour que l’employeur sache quoi corriger"}});
}

bool writable(const HoursStatement& statement) {
    return !statement.certificate && (statement.state == S::entered || statement.state == S::to_correct);
}

HoursStatement reverse_of(const HoursStatement& statement, std::string_view reason) {
    if (statement.reverse_of)
        refuse_as(ErrorKind::conflict, "ecriture_inverse",
                  "une écriture inverse ne se reprend pas ; déclarez de nouveau les heures");
    if (statement.state != S::validated)
        refuse_as(ErrorKind::conflict, "releve_non_valide",
                  "seul un relevé validé se reprend par une écriture inverse ; renvoyez celui-ci à corriger");
    if (core::trim(reason).empty())
        throw Error(ErrorKind::invalid, {core::Issue{core::Severity::error, "champ_absent", "motif",
                                                     "dites pourquoi ces heures sont reprises"}});
    HoursStatement out;
    out.placement = statement.placement;
    out.month = statement.month;
    for (const StatementLine& line : statement.lines) out.lines.push_back({line.nature, core::Hours() - line.hours});
    out.reverse_of = statement.id;
    out.note = std::string(core::trim(reason));
    out.taken_over = statement.taken_over;
    return out;
}

}  // namespace clausier::domain
