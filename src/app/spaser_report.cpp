// Gathers what a SPASER report is written from, and keeps what is published.
#include "clausier/app/spaser_report.hpp"

#include <algorithm>
#include <array>

#include "clausier/app/indicators.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/published_reports.hpp"
#include "clausier/store/registers.hpp"
#include "clausier/store/schemes.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Organisation;
using domain::ReportBuyer;
using domain::ReportFigures;
using domain::SpaserReport;

constexpr int years_shown = 3;
constexpr std::int64_t all_lines = 10'000'000;
// The figures of reference that the method cites.
constexpr std::array<std::string_view, 5> cited{"threshold.spaser", "threshold.decp", "threshold.dispensation",
                                                "threshold.dispensation_works", "threshold.eu."};

ReportFigures figures_of(const IndicatorSheet& sheet, int year) {
    return {year, sheet.values, sheet.excluded, sheet.all, sheet.aberrant, sheet.mandated, sheet.coverage};
}

domain::ReportContract contract_of(ContractLine line) {
    return {std::move(line.contract),      std::move(line.reference), std::move(line.lot_number),
            std::move(line.object),        std::move(line.holders),   std::move(line.considerations),
            std::move(line.environmental), line.amount_read,          std::move(line.exclusion)};
}

// Gathers one buyer.
class Gathering {
public:
    Gathering(const Session& session, store::Database& base, const ReportRequest& request)
        : session_(session), base_(base), request_(request) {}

    ReportBuyer operator()(Organisation buyer) {
        ReportBuyer out;
        out.buyer = std::move(buyer);
        {
            store::Transaction tx = base_.read();
            store::Registers registers(tx);
            out.register_entries = registers.entries(out.buyer.id);
            out.reuse = registers.declarations(out.buyer.id);
        }
        for (int year = request_.year - years_shown + 1; year <= request_.year; ++year)
            out.years.push_back(figures_of(indicators(session_, base_, scope(out, year), request_.options), year));
        for (const domain::Dimension by : {domain::Dimension::sector, domain::Dimension::band})
            out.breakdowns.push_back(breakdown(out, by));
        out.counted = contracts(out, Behind::all);
        out.excluded = contracts(out, Behind::excluded);
        return out;
    }

private:
    [[nodiscard]] static ContractScope scope(const ReportBuyer& buyer, int year) {
        ContractScope out;
        out.buyers = {buyer.buyer.id};
        out.first_year = out.last_year = year;
        return out;
    }
    domain::ReportBreakdown breakdown(const ReportBuyer& buyer, domain::Dimension by) {
        domain::ReportBreakdown out{by, {}};
        for (auto& [value, sheet] : indicators_by(session_, base_, scope(buyer, request_.year), request_.options, by))
            out.parts.emplace_back(domain::value_label(by, value), figures_of(sheet, request_.year));
        return out;
    }
    std::vector<domain::ReportContract> contracts(const ReportBuyer& buyer, Behind behind) {
        ContractPage page =
            contracts_behind(session_, base_, scope(buyer, request_.year), request_.options, "", behind, all_lines);
        std::vector<domain::ReportContract> out;
        out.reserve(page.lines.size());
        for (ContractLine& line : page.lines) out.push_back(contract_of(std::move(line)));
        return out;
    }

    const Session& session_;
    store::Database& base_;
    const ReportRequest& request_;
};

void check(const ReportRequest& request) {
    if (!request.buyer && !request.scheme)
        throw Error(ErrorKind::invalid, "acheteur", "de quel acheteur, ou de quel schéma ? choisissez-en un");
    constexpr int first = 1950;
    constexpr int last = 2100;
    if (request.year < first || request.year > last)
        throw Error(ErrorKind::invalid, "annee", "donnez l’année du rapport, de 1950 à 2100");
}

// The scheme asked for, else the buyer's latest that holds the year.
std::optional<domain::Scheme> scheme_of(store::Transaction& tx, const ReportRequest& request) {
    store::Schemes schemes(tx);
    if (request.scheme) {
        auto found = schemes.find(*request.scheme);
        if (!found)
            throw Error(ErrorKind::not_found, "schéma n° " + std::to_string(request.scheme->value),
                        "ce schéma n’existe pas ; « clausier spaser schema liste » les montre");
        return found;
    }
    for (domain::Scheme& scheme : schemes.of_buyer(*request.buyer))
        if (scheme.first_year <= request.year && request.year <= scheme.last_year) return std::move(scheme);
    return std::nullopt;
}

std::vector<Organisation> buyers_of(store::Transaction& tx, const ReportRequest& request,
                                    const std::optional<domain::Scheme>& scheme) {
    store::Organisations organisations(tx);
    std::vector<Organisation> out;
    if (request.buyer) {
        auto buyer = organisations.find(*request.buyer);
        if (buyer && buyer->merged_into) buyer = organisations.find(*buyer->merged_into);
        if (!buyer)
            throw Error(ErrorKind::not_found, "acheteur n° " + std::to_string(request.buyer->value),
                        "cet acheteur n’existe pas ; choisissez-en un dans la liste");
        if (scheme && std::find(scheme->buyers.begin(), scheme->buyers.end(), buyer->id) == scheme->buyers.end())
            throw Error(ErrorKind::invalid, "acheteur",
                        "cet acheteur n’est pas de ce schéma ; choisissez-en un autre, ou ajoutez-l’y");
        out.push_back(*std::move(buyer));
    } else {
        for (const auto id : scheme->buyers) out.push_back(organisations.find(id).value());
    }
    return out;
}

std::vector<domain::ReferenceValue> thresholds(const domain::Reference& reference, core::Date on) {
    std::vector<domain::ReferenceValue> out;
    for (const std::string_view prefix : cited)
        for (const domain::ReferenceValue* value : reference.list(prefix, on))
            if (std::none_of(out.begin(), out.end(), [&](const auto& known) { return known.key == value->key; }))
                out.push_back(*value);
    return out;
}

// Their labels, where the first value known came later.
std::vector<std::string> unknown_thresholds(const domain::Reference& reference, core::Date on) {
    std::vector<std::string> out;
    for (const std::string_view key : reference.keys()) {
        const bool is_cited =
            std::any_of(cited.begin(), cited.end(), [&](auto prefix) { return key.starts_with(prefix); });
        if (is_cited && reference.find(key, on) == nullptr) out.push_back(reference.history(key).front()->label);
    }
    return out;
}

}  // namespace

SpaserReport spaser_report(const Session& session, store::Database& base, const ReportRequest& request,
                           const domain::Reference& reference) {
    check(request);
    SpaserReport out;
    out.year = request.year;
    out.options = request.options;
    out.made_at = session.clock.now();
    std::vector<Organisation> buyers;
    {
        store::Transaction tx = base.read();
        out.scheme = scheme_of(tx, request);
        if (out.scheme) out.targets = store::Schemes(tx).targets(out.scheme->id);
        buyers = buyers_of(tx, request, out.scheme);
    }
    const core::Date last_day(std::chrono::year(request.year), std::chrono::December, std::chrono::day(31));
    out.marks = domain::historic_marks(reference, last_day);
    out.thresholds = thresholds(reference, last_day);
    out.unknown_thresholds = unknown_thresholds(reference, last_day);
    Gathering gather(session, base, request);
    for (Organisation& buyer : buyers) out.buyers.push_back(gather(std::move(buyer)));
    return out;
}

domain::PublishedReport publish_report(const Session& session, store::Database& base, const SpaserReport& report,
                                       const std::string& title, const std::string& content, const std::string& note) {
    if (report.buyers.size() != 1)
        throw Error(ErrorKind::invalid, "acheteur",
                    "les indicateurs sont établis pour chaque acheteur ; publiez le rapport de chacun");
    refuse_nir({{"note", note}});
    domain::PublishedReport made;
    if (report.scheme) made.scheme = report.scheme->id;
    made.buyer = report.buyers.front().buyer.id;
    made.buyer_name = report.buyers.front().buyer.label();
    made.year = report.year;
    made.options = domain::options_text(report.options);
    made.title = title;
    made.content = content;
    made.sha256 = core::sha256(content);
    made.at = session.clock.now();
    made.actor = session.actor;
    made.note = note;
    store::Transaction tx = base.write();
    made = store::PublishedReports(tx).add(std::move(made));
    store::Journal(tx).append({session.clock.now(), session.actor, "rapport.publier",
                               "rapport/" + std::to_string(made.id.value),
                               "organisation/" + std::to_string(made.buyer.value) + ", " + std::to_string(made.year) +
                                   ", version " + std::to_string(made.version) + ", " + made.sha256});
    tx.commit();
    return made;
}

std::vector<domain::PublishedReport> published_reports(store::Database& base, std::optional<Id<Organisation>> buyer) {
    store::Transaction tx = base.read();
    return store::PublishedReports(tx).list(buyer);
}

domain::PublishedReport published_report(store::Database& base, Id<domain::PublishedReport> id) {
    store::Transaction tx = base.read();
    if (auto found = store::PublishedReports(tx).find(id)) return *std::move(found);
    throw Error(ErrorKind::not_found, "rapport n° " + std::to_string(id.value),
                "ce rapport n’a pas été publié ; la liste des publications les donne tous");
}

bool intact(const domain::PublishedReport& report) { return core::sha256(report.content) == report.sha256; }

}  // namespace clausier::app
