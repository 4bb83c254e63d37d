// The lots, the grid and the offers of a dossier saved.
#include <algorithm>

#include "clausier/store/enquiries.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;

// The ids of a query of one column.
template <class T, class... Args>
std::vector<Id<T>> ids(Transaction& tx, std::string_view sql, const Args&... args) {
    std::vector<Id<T>> out;
    auto rows = tx.query(sql, args...);
    while (rows.step()) out.push_back(rows.template get<Id<T>>(0));
    return out;
}

// Those that stand no more in the list; throws when the list names one that was not there.
template <class T>
std::vector<Id<T>> left_out(const std::vector<Id<T>>& kept, const std::vector<T>& list, std::string_view where) {
    std::vector<Id<T>> out = kept;
    for (const T& one : list) {
        if (one.id.empty()) continue;
        const auto at = std::find(out.begin(), out.end(), one.id);
        if (at == out.end())
            throw Error(ErrorKind::conflict, where,
                        "une ligne n’est plus dans ce dossier\u00a0; relisez-le puis recommencez");
        out.erase(at);
    }
    return out;
}

}  // namespace

std::vector<domain::EnquiryLot> Enquiries::save_lots(Id<domain::Enquiry> id, std::vector<domain::EnquiryLot> lots) {
    const auto kept = ids<domain::EnquiryLot>(tx_, "SELECT id FROM enquiry_lots WHERE enquiry_id = ?", id);
    for (const auto gone : left_out(kept, lots, "lots")) {
        tx_.run("DELETE FROM marks WHERE offer_id IN (SELECT o.id FROM offers o WHERE o.lot_id = ?)", gone);
        tx_.run("DELETE FROM offers WHERE lot_id = ?", gone);
        tx_.run("DELETE FROM scenario_lots WHERE lot_id = ?", gone);
        tx_.run("DELETE FROM enquiry_lots WHERE id = ?", gone);
    }
    std::int64_t rank = 0;
    for (domain::EnquiryLot& l : lots) {
        ++rank;
        if (l.id.empty())
            l.id = tx_.value<Id<domain::EnquiryLot>>(R"(
INSERT INTO enquiry_lots (enquiry_id, rank, number, title, trade, cpv, estimate_cents, maximum, abandoned)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                                     id, rank, l.number, l.title, l.trade, l.cpv, l.estimate, l.maximum,
                                                     l.abandoned);
        else
            tx_.run(R"(
UPDATE enquiry_lots SET rank = ?, number = ?, title = ?, trade = ?, cpv = ?, estimate_cents = ?, maximum = ?,
  abandoned = ? WHERE id = ?)",
                    rank, l.number, l.title, l.trade, l.cpv, l.estimate, l.maximum, l.abandoned, l.id);
    }
    return lots;
}

domain::MarkingGrid Enquiries::save_grid(Id<domain::Enquiry> id, domain::MarkingGrid grid) {
    tx_.run("UPDATE enquiries SET criterion_weight_bp = ?, best_mark = ? WHERE id = ?", grid.weight, grid.best, id);
    const auto kept = ids<domain::SubCriterion>(tx_, "SELECT id FROM sub_criteria WHERE enquiry_id = ?", id);
    for (const auto gone : left_out(kept, grid.criteria, "grille")) {
        tx_.run("DELETE FROM marks WHERE criterion_id = ?", gone);
        tx_.run("DELETE FROM sub_criteria WHERE id = ?", gone);
    }
    std::int64_t rank = 0;
    for (domain::SubCriterion& c : grid.criteria) {
        ++rank;
        if (c.id.empty())
            c.id = tx_.value<Id<domain::SubCriterion>>(R"(
INSERT INTO sub_criteria (enquiry_id, rank, label, weight_bp, expected) VALUES (?, ?, ?, ?, ?) RETURNING id)",
                                                       id, rank, c.label, c.weight, c.expected);
        else
            tx_.run("UPDATE sub_criteria SET rank = ?, label = ?, weight_bp = ?, expected = ? WHERE id = ?", rank,
                    c.label, c.weight, c.expected, c.id);
    }
    return grid;
}

domain::Offer Enquiries::save(domain::Offer o) {
    if (o.kept)
        tx_.run("UPDATE offers SET kept = 0, revision = revision + 1 WHERE lot_id = ? AND kept = 1 AND id <> ?", o.lot,
                o.id);
    if (o.id.empty()) {
        o.id = tx_.value<Id<domain::Offer>>(R"(
INSERT INTO offers (lot_id, company, scheme, identifier, amount_cents, hours_centi, kept)
VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                            o.lot, o.company, o.identifier.scheme, o.identifier.text, o.amount, o.hours,
                                            o.kept);
        o.revision = 0;
    } else if (tx_.run(R"(
UPDATE offers SET lot_id = ?, company = ?, scheme = ?, identifier = ?, amount_cents = ?, hours_centi = ?, kept = ?,
  revision = revision + 1 WHERE id = ? AND revision = ?)",
                       o.lot, o.company, o.identifier.scheme, o.identifier.text, o.amount, o.hours, o.kept, o.id,
                       o.revision) == 0) {
        throw Error(ErrorKind::conflict, "offre",
                    "quelqu’un d’autre l’a modifiée depuis que vous l’avez lue\u00a0; relisez-la puis recommencez");
    }
    ++o.revision;
    tx_.run("DELETE FROM marks WHERE offer_id = ?", o.id);
    for (const domain::Mark& mark : o.marks)
        tx_.run("INSERT INTO marks (offer_id, criterion_id, hundredths, justification) VALUES (?, ?, ?, ?)", o.id,
                mark.criterion, mark.hundredths, mark.justification);
    return o;
}

void Enquiries::remove(Id<domain::Offer> id) {
    tx_.run("DELETE FROM marks WHERE offer_id = ?", id);
    tx_.run("DELETE FROM offers WHERE id = ?", id);
}

void Enquiries::remove(Id<domain::Enquiry> id) {
    for (const std::string_view sql :
         {"DELETE FROM marks WHERE offer_id IN (SELECT o.id FROM offers o JOIN enquiry_lots l ON l.id = o.lot_id WHERE "
          "l.enquiry_id = ?)",
          "DELETE FROM offers WHERE lot_id IN (SELECT id FROM enquiry_lots WHERE enquiry_id = ?)",
          "DELETE FROM scenario_lots WHERE scenario_id IN (SELECT id FROM enquiry_scenarios WHERE enquiry_id = ?)",
          "UPDATE enquiries SET chosen_scenario = NULL, recommended_scenario = NULL WHERE id = ?",
          "DELETE FROM enquiry_scenarios WHERE enquiry_id = ?", "DELETE FROM enquiry_lots WHERE enquiry_id = ?",
          "DELETE FROM sub_criteria WHERE enquiry_id = ?", "DELETE FROM enquiry_events WHERE enquiry_id = ?",
          "DELETE FROM tasks WHERE subject_kind = 'dossier' AND subject_id = ?",
          "DELETE FROM exchanges WHERE subject_kind = 'dossier' AND subject_id = ?",
          "DELETE FROM contacts WHERE subject_kind = 'dossier' AND subject_id = ?",
          "UPDATE produced_documents SET enquiry_id = NULL WHERE enquiry_id = ?", "DELETE FROM enquiries WHERE id = ?"})
        tx_.run(sql, id);
}

}  // namespace clausier::store
