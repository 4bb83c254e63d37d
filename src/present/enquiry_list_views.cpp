// The list of dossiers and the ratio of clauses as pages show them.
#include <map>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "enquiry_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::EnquiryState;

std::string_view state_class(EnquiryState state) {
    switch (state) {
        case EnquiryState::requested:
        case EnquiryState::studied:
            return "attente";
        case EnquiryState::refused:
            return "alerte";
        case EnquiryState::accepted:
        case EnquiryState::modified:
        case EnquiryState::awarded:
            return "valide";
        default:
            return "";
    }
}

json::object ratio_row(const domain::EnquiryRatio& r) {
    const auto rate = [&](std::int64_t part) {
        const auto found = share(part, r.studied);
        return found ? french::percent(core::Rate::of((found->parts() + 50) / 100 * 100)) : std::string();
    };
    return {{"acheteur", r.buyer_name},
            {"annee", r.year ? std::to_string(r.year) : ""},
            {"demandes", french::number(r.requested, 1)},
            {"etudies", french::number(r.studied, 1)},
            {"clausables", french::number(r.clausable, 1)},
            {"taux_clausables", rate(r.clausable)},
            {"clauses", french::number(r.claused, 1)},
            {"taux_clauses", rate(r.claused)},
            {"refuses", french::number(r.refused, 1)},
            {"en_attente", french::number(r.pending, 1)}};
}

void add(domain::EnquiryRatio& sum, const domain::EnquiryRatio& one) {
    sum.requested += one.requested;
    sum.studied += one.studied;
    sum.clausable += one.clausable;
    sum.claused += one.claused;
    sum.refused += one.refused;
    sum.pending += one.pending;
}

json::object ratio_chart(const std::vector<domain::EnquiryRatio>& ratios, const domain::EnquiryRatio& all) {
    std::map<int, domain::EnquiryRatio> years;
    for (const domain::EnquiryRatio& one : ratios) add(years[one.year], one);
    BarChart chart;
    chart.heading = {"ratio", "Part des dossiers étudiés qui ont une clause",
                     french::count(static_cast<std::uint64_t>(all.studied), "dossier étudié", "dossiers étudiés")};
    chart.category = "Année de la demande";
    chart.quantity = "Dossiers avec clause";
    chart.measure = kInPercent;
    for (const auto& [year, sum] : years)
        if (const auto rate = share(sum.claused, sum.studied))
            chart.bars.push_back({std::to_string(year) + " (" + french::number(sum.claused, 1) + " sur " +
                                      french::number(sum.studied, 1) + ")",
                                  rate->parts()});
    return bar_chart(chart);
}

}  // namespace

json::array enquiry_line_views(const domain::EnquiryPage& page, core::Date today) {
    json::array out;
    for (const domain::EnquiryLine& line : page.lines) {
        const domain::Enquiry& e = line.enquiry;
        const bool late = line.deadline && std::chrono::sys_days(*line.deadline) < std::chrono::sys_days(today);
        out.push_back({{"id", e.id.value},
                       {"objet", e.purchase.object},
                       {"acheteur", line.buyer},
                       {"etat", domain::label(e.state)},
                       {"etat_classe", state_class(e.state)},
                       {"lots", french::count(static_cast<std::uint64_t>(line.lots), "lot")},
                       {"echeance", line.deadline ? short_date(*line.deadline) : ""},
                       {"echeance_nature", deadline_label(line.deadline_name)},
                       {"delai", line.deadline ? distance(*line.deadline, today) : ""},
                       {"en_retard", late},
                       {"referent", e.owner}});
    }
    return out;
}

json::object ratio_view(const std::vector<domain::EnquiryRatio>& ratios) {
    json::array rows;
    domain::EnquiryRatio all;
    for (const domain::EnquiryRatio& one : ratios) {
        rows.emplace_back(ratio_row(one));
        add(all, one);
    }
    all.buyer_name = "Tous les acheteurs";
    const std::string studied =
        french::count(static_cast<std::uint64_t>(all.studied), "dossier étudié", "dossiers étudiés");
    return {{"lignes", std::move(rows)},
            {"total", ratio_row(all)},
            {"phrase", "Sur " + studied + ", " + french::number(all.clausable, 1) +
                           (all.clausable < 2 ? " pouvait" : " pouvaient") + " porter une clause et " +
                           french::number(all.claused, 1) + (all.claused < 2 ? " en a une." : " en ont une.")},
            {"a_des_etudes", all.studied > 0},
            {"graphique", ratio_chart(ratios, all)}};
}

}  // namespace clausier::present
