// Queries on dossiers, found whole and saved part by part.
#include "clausier/store/enquiries.hpp"

#include <fmt/format.h>

#include "clausier/store/organisations.hpp"
#include "clausier/store/visibility.hpp"
#include "enquiry_rows.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Enquiry;
using domain::EnquiryLot;
using domain::Id;
using domain::Offer;
using domain::Scenario;

[[noreturn]] void refuse_stale(std::string_view where) {
    throw Error(ErrorKind::conflict, where,
                "quelqu’un d’autre l’a modifié depuis que vous l’avez lu\u00a0; relisez-le puis recommencez");
}

}  // namespace

std::optional<Enquiry> Enquiries::find(Id<Enquiry> id) {
    auto rows = tx_.query(fmt::format("SELECT {} FROM enquiries e WHERE e.id = ?{}", enquiry_columns,
                                      also(visible_enquiries(tx_.viewer(), "e.id"))),
                          id);
    if (!rows.step()) return std::nullopt;
    return read_enquiry(rows);
}

std::optional<domain::EnquirySheet> Enquiries::sheet(Id<Enquiry> id) {
    auto found = find(id);
    if (!found) return std::nullopt;
    domain::EnquirySheet out;
    out.enquiry = *std::move(found);
    out.buyer = Organisations(tx_).find(out.enquiry.buyer).value();
    if (const auto opcs = out.enquiry.opcs ? Organisations(tx_).find(*out.enquiry.opcs) : std::nullopt)
        out.opcs = opcs->label();
    out.lots = lots(id);
    out.scenarios = scenarios(id);
    out.events = events(id);
    out.grid = grid(id);
    out.offers = offers(id);
    return out;
}

std::optional<Id<Enquiry>> Enquiries::of_scenario(Id<Scenario> id) {
    return tx_.maybe<Id<Enquiry>>(fmt::format("SELECT s.enquiry_id FROM enquiry_scenarios s WHERE s.id = ?{}",
                                              also(visible_enquiries(tx_.viewer(), "s.enquiry_id"))),
                                  id);
}

std::optional<Id<Enquiry>> Enquiries::of_offer(Id<Offer> id) {
    return tx_.maybe<Id<Enquiry>>(
        fmt::format("SELECT l.enquiry_id FROM offers o JOIN enquiry_lots l ON l.id = o.lot_id WHERE o.id = ?{}",
                    also(visible_enquiries(tx_.viewer(), "l.enquiry_id"))),
        id);
}

std::vector<EnquiryLot> Enquiries::lots(Id<Enquiry> id) {
    std::vector<EnquiryLot> out;
    auto rows = tx_.query(
        fmt::format("SELECT {} FROM enquiry_lots l WHERE l.enquiry_id = ? ORDER BY l.rank", enquiry_lot_columns), id);
    while (rows.step()) out.push_back(read_enquiry_lot(rows));
    return out;
}

std::vector<Scenario> Enquiries::scenarios(Id<Enquiry> id) {
    std::vector<Scenario> out;
    for (auto rows = tx_.query(
             fmt::format("SELECT {} FROM enquiry_scenarios s WHERE s.enquiry_id = ? ORDER BY s.id", scenario_columns),
             id);
         rows.step();)
        out.push_back(read_scenario(rows));
    for (Scenario& scenario : out) {
        auto rows = tx_.query(fmt::format(R"(
SELECT {} FROM scenario_lots c JOIN enquiry_lots l ON l.id = c.lot_id WHERE c.scenario_id = ? ORDER BY l.rank)",
                                          scenario_lot_columns),
                              scenario.id);
        while (rows.step()) scenario.lots.push_back(read_scenario_lot(rows));
    }
    return out;
}

std::vector<domain::EnquiryEvent> Enquiries::events(Id<Enquiry> id) {
    std::vector<domain::EnquiryEvent> out;
    auto rows = tx_.query(R"(
SELECT at, actor, from_state, to_state, note FROM enquiry_events WHERE enquiry_id = ? ORDER BY id)",
                          id);
    while (rows.step())
        out.push_back({rows.get<core::Instant>(0), rows.text(1), domain::enquiry_state(rows.text(2)).value(),
                       domain::enquiry_state(rows.text(3)).value(), rows.text(4)});
    return out;
}

domain::MarkingGrid Enquiries::grid(Id<Enquiry> id) {
    domain::MarkingGrid out;
    auto head = tx_.query("SELECT criterion_weight_bp, best_mark FROM enquiries WHERE id = ?", id);
    if (head.step()) {
        out.weight = head.get<core::Rate>(0);
        out.best = head.integer(1);
    }
    auto rows =
        tx_.query("SELECT id, label, weight_bp, expected FROM sub_criteria WHERE enquiry_id = ? ORDER BY rank", id);
    while (rows.step())
        out.criteria.push_back(
            {rows.get<Id<domain::SubCriterion>>(0), rows.text(1), rows.get<core::Rate>(2), rows.text(3)});
    return out;
}

std::vector<Offer> Enquiries::offers(Id<Enquiry> id) {
    std::vector<Offer> out;
    for (auto rows = tx_.query(fmt::format(R"(
SELECT {} FROM offers o JOIN enquiry_lots l ON l.id = o.lot_id WHERE l.enquiry_id = ? ORDER BY o.id)",
                                           offer_columns),
                               id);
         rows.step();)
        out.push_back(read_offer(rows));
    for (Offer& offer : out) {
        auto rows = tx_.query(R"(
SELECT m.criterion_id, m.hundredths, m.justification FROM marks m JOIN sub_criteria c ON c.id = m.criterion_id
WHERE m.offer_id = ? ORDER BY c.rank)",
                              offer.id);
        while (rows.step())
            offer.marks.push_back({rows.get<Id<domain::SubCriterion>>(0), rows.integer(1), rows.text(2)});
    }
    return out;
}

Enquiry Enquiries::save(Enquiry e) {
    const domain::Purchase& p = e.purchase;
    require_buyer(tx_, e.buyer);
    if (e.id.empty()) {
        e.id = tx_.value<Id<Enquiry>>(
            R"(
INSERT INTO enquiries (buyer_id, state, object, cpv, type, buyer_category, defence, department, estimated_need_cents,
  duration_months, consultation_on, insertion_structures, insertion_turnover_cents, disability_structures,
  disability_turnover_cents, owner, requested_on, question_due_on, publication_due_on, answers_due_on, publics,
  modalities, refusal_reason, exception_reason, note, chosen_scenario, recommended_scenario, market_id, opcs_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
            e.buyer, e.state, p.object, p.cpv, p.type, p.buyer_category, p.defence, p.department, p.estimated_need,
            p.duration_months, p.consultation_on, p.insertion.structures, p.insertion.mean_turnover,
            p.disability.structures, p.disability.mean_turnover, e.owner, e.requested_on, e.question_due_on,
            e.publication_due_on, e.answers_due_on, joined_codes(e.publics), joined_codes(e.modalities),
            e.refusal_reason, e.exception_reason, e.note, e.chosen, e.recommended, e.market, e.opcs);
        e.revision = 1;
        return e;
    }
    if (tx_.run(R"(
UPDATE enquiries SET buyer_id = ?, state = ?, object = ?, cpv = ?, type = ?, buyer_category = ?, defence = ?,
  department = ?, estimated_need_cents = ?, duration_months = ?, consultation_on = ?, insertion_structures = ?,
  insertion_turnover_cents = ?, disability_structures = ?, disability_turnover_cents = ?, owner = ?, requested_on = ?,
  question_due_on = ?, publication_due_on = ?, answers_due_on = ?, publics = ?, modalities = ?, refusal_reason = ?,
  exception_reason = ?, note = ?, chosen_scenario = ?, recommended_scenario = ?, market_id = ?, opcs_id = ?, revision = revision + 1
WHERE id = ? AND revision = ?)",
                e.buyer, e.state, p.object, p.cpv, p.type, p.buyer_category, p.defence, p.department, p.estimated_need,
                p.duration_months, p.consultation_on, p.insertion.structures, p.insertion.mean_turnover,
                p.disability.structures, p.disability.mean_turnover, e.owner, e.requested_on, e.question_due_on,
                e.publication_due_on, e.answers_due_on, joined_codes(e.publics), joined_codes(e.modalities),
                e.refusal_reason, e.exception_reason, e.note, e.chosen, e.recommended, e.market, e.opcs, e.id,
                e.revision) == 0)
        refuse_stale("dossier");
    ++e.revision;
    return e;
}

void Enquiries::add_event(Id<Enquiry> id, const domain::EnquiryEvent& event) {
    tx_.run("INSERT INTO enquiry_events (enquiry_id, at, actor, from_state, to_state, note) VALUES (?, ?, ?, ?, ?, ?)",
            id, event.at, event.actor, event.from, event.to, event.note);
}

Scenario Enquiries::save(Scenario s) {
    const auto other = tx_.maybe<Id<Scenario>>("SELECT id FROM enquiry_scenarios WHERE enquiry_id = ? AND name = ?",
                                               s.enquiry, s.name);
    if (other && *other != s.id)
        throw Error(ErrorKind::conflict, "nom", "ce dossier a déjà un scénario de ce nom\u00a0; changez-le");
    const domain::LotHypotheses& h = s.hypotheses;
    if (s.id.empty()) {
        s.id = tx_.value<Id<Scenario>>(R"(
INSERT INTO enquiry_scenarios (enquiry_id, name, labour_share_bp, effort_bp, hourly_cost_cents, rounding)
VALUES (?, ?, ?, ?, ?, ?) RETURNING id)",
                                       s.enquiry, s.name, h.labour_share, h.effort, h.hourly_cost, h.rounding.name());
        s.revision = 0;
    } else if (tx_.run(R"(
UPDATE enquiry_scenarios SET name = ?, labour_share_bp = ?, effort_bp = ?, hourly_cost_cents = ?, rounding = ?,
  revision = revision + 1 WHERE id = ? AND revision = ?)",
                       s.name, h.labour_share, h.effort, h.hourly_cost, h.rounding.name(), s.id, s.revision) == 0) {
        refuse_stale("scénario");
    }
    ++s.revision;
    tx_.run("DELETE FROM scenario_lots WHERE scenario_id = ?", s.id);
    for (const domain::ScenarioLot& c : s.lots)
        tx_.run(R"(
INSERT INTO scenario_lots (scenario_id, lot_id, clause_kind, labour_share_bp, effort_bp, hourly_cost_cents, hours_centi)
VALUES (?, ?, ?, ?, ?, ?, ?))",
                s.id, c.lot, c.clause_kind, c.labour_share, c.effort, c.hourly_cost, c.hours);
    return s;
}

void Enquiries::remove(Id<Scenario> id) {
    tx_.run("DELETE FROM scenario_lots WHERE scenario_id = ?", id);
    tx_.run("DELETE FROM enquiry_scenarios WHERE id = ?", id);
}

}  // namespace clausier::store
