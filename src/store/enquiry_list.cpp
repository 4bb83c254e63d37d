// Lists of dossiers: narrow rows filtered and put in order, then a page of whole ones; and their ratios.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "clausier/core/text.hpp"
#include "clausier/store/enquiries.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/visibility.hpp"

namespace clausier::store {
namespace {

using domain::Enquiry;
using domain::EnquiryLine;
using domain::Id;

// What is needed to filter and to put in order.
struct NarrowRow {
    Id<Enquiry> id{};
    bool open = true;
    core::Date requested_on{};
    std::optional<core::Date> deadline;
    std::string text;  // what is searched
};

bool is_open(domain::EnquiryState state) {
    return state != domain::EnquiryState::refused && state != domain::EnquiryState::awarded;
}

// Open ones first, by deadline then by request; the others by request, the newest first.
bool stands_before(const NarrowRow& a, const NarrowRow& b) {
    if (a.open != b.open) return a.open;
    if (a.open && a.deadline != b.deadline) {
        if (!a.deadline || !b.deadline) return a.deadline.has_value();
        return *a.deadline < *b.deadline;
    }
    if (a.requested_on != b.requested_on) return a.requested_on > b.requested_on;
    return a.id > b.id;
}

NarrowRow read_narrow(const Statement& row) {
    Enquiry e;
    e.state = domain::enquiry_state(row.text(1)).value();
    e.question_due_on = row.get<std::optional<core::Date>>(3);
    e.publication_due_on = row.get<std::optional<core::Date>>(4);
    e.answers_due_on = row.get<std::optional<core::Date>>(5);
    return {row.get<Id<Enquiry>>(0), is_open(e.state), row.get<core::Date>(2), domain::deadline_of(e).date,
            row.text(6) + ' ' + row.text(7)};
}

// Every dossier that the filter lets through but for its text.
std::vector<NarrowRow> narrow_rows(Transaction& tx, const EnquiryFilter& filter) {
    const std::optional<std::string> year =
        filter.year ? std::optional(fmt::format("{:04}", *filter.year)) : std::nullopt;
    const std::optional<std::string> owner = filter.owner.empty() ? std::nullopt : std::optional(filter.owner);
    std::optional<std::string> state;
    if (filter.state) state = std::string(domain::code(*filter.state));
    auto rows = tx.query(fmt::format(R"(
SELECT e.id, e.state, e.requested_on, e.question_due_on, e.publication_due_on, e.answers_due_on, e.object,
       o.name || ' ' || coalesce(o.identifier, '')
FROM enquiries e JOIN organisations o ON o.id = e.buyer_id
WHERE (?1 IS NULL OR e.state = ?1) AND (?2 IS NULL OR e.buyer_id = ?2) AND (?3 IS NULL OR e.market_id = ?3)
  AND (?4 IS NULL OR e.owner = ?4) AND (?5 IS NULL OR substr(e.requested_on, 1, 4) = ?5)
  AND (?6 = 0 OR e.state NOT IN ('refuse', 'attribue')){})",
                                     also(visible_enquiries(tx.viewer(), "e.id"))),
                         state, filter.buyer, filter.market, owner, year, filter.open);
    std::vector<NarrowRow> out;
    while (rows.step()) out.push_back(read_narrow(rows));
    return out;
}

// Each word of the text must stand in the object, the buyer or a lot's title.
void search(Transaction& tx, const std::string& text, std::vector<NarrowRow>& found) {
    const std::string wanted = core::fold(text);
    if (wanted.empty()) return;
    std::map<Id<Enquiry>, std::string> titles;
    for (auto rows = tx.query("SELECT enquiry_id, title FROM enquiry_lots"); rows.step();)
        titles[rows.get<Id<Enquiry>>(0)] += ' ' + rows.text(1);
    std::erase_if(found, [&](const NarrowRow& row) {
        const std::string folded = core::fold(row.text + titles[row.id]);
        for (const std::string_view word : core::split(wanted, ' '))
            if (folded.find(word) == std::string::npos) return true;
        return false;
    });
}

}  // namespace

domain::EnquiryPage Enquiries::list(const EnquiryFilter& filter) {
    std::vector<NarrowRow> found = narrow_rows(tx_, filter);
    search(tx_, filter.text, found);
    std::sort(found.begin(), found.end(), stands_before);
    domain::EnquiryPage page;
    page.total = static_cast<std::int64_t>(found.size());
    const std::int64_t first = std::clamp<std::int64_t>(filter.offset, 0, page.total);
    const std::int64_t last = std::clamp<std::int64_t>(filter.limit, 0, page.total - first) + first;
    for (std::int64_t i = first; i < last; ++i) {
        EnquiryLine line;
        line.enquiry = find(found[static_cast<std::size_t>(i)].id).value();
        line.buyer = Organisations(tx_).find(line.enquiry.buyer).value().label();
        line.lots = tx_.value<std::int64_t>("SELECT count(*) FROM enquiry_lots WHERE enquiry_id = ?", line.enquiry.id);
        const domain::EnquiryDeadline deadline = domain::deadline_of(line.enquiry);
        line.deadline = deadline.date;
        line.deadline_name = deadline.name;
        page.lines.push_back(std::move(line));
    }
    return page;
}

std::vector<domain::EnquiryRatio> Enquiries::ratios() {
    auto rows = tx_.query(fmt::format(R"(
WITH d AS (
  SELECT e.buyer_id, CAST(substr(e.requested_on, 1, 4) AS INTEGER) AS year, e.state,
         e.state <> 'sollicite' AND NOT (e.state = 'refuse' AND coalesce(
           (SELECT v.from_state FROM enquiry_events v WHERE v.enquiry_id = e.id ORDER BY v.id DESC LIMIT 1), '') =
           'sollicite') AS studied,
         EXISTS (SELECT 1 FROM scenario_lots c JOIN enquiry_lots l ON l.id = c.lot_id AND l.abandoned = 0
                 WHERE c.scenario_id = e.chosen_scenario AND c.clause_kind NOT IN ('', 'none')) AS clause
  FROM enquiries e{})
SELECT d.buyer_id, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END, d.year, count(*),
       sum(CASE WHEN d.studied THEN 1 ELSE 0 END),
       sum(CASE WHEN d.studied AND d.clause THEN 1 ELSE 0 END),
       sum(CASE WHEN d.clause AND d.state IN ('accepte', 'modifie', 'en_consultation', 'offres_analysees', 'attribue')
                THEN 1 ELSE 0 END),
       sum(CASE WHEN d.state = 'refuse' THEN 1 ELSE 0 END),
       sum(CASE WHEN d.state IN ('etudie', 'preconise') THEN 1 ELSE 0 END)
FROM d JOIN organisations o ON o.id = d.buyer_id
GROUP BY d.buyer_id, o.name, o.identifier, o.folded, d.year ORDER BY o.folded, d.buyer_id, d.year DESC)",
                                      only(visible_enquiries(tx_.viewer(), "e.id"))));
    std::vector<domain::EnquiryRatio> out;
    while (rows.step())
        out.push_back({rows.get<Id<domain::Organisation>>(0), rows.text(1), rows.get<int>(2), rows.integer(3),
                       rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8)});
    return out;
}

}  // namespace clausier::store
