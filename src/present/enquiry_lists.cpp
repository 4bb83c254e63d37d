// Gives the list of dossiers and the ratio of clauses their document and their table.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/enquiries.hpp"
#include "enquiry_words.hpp"
#include "market_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

struct RatioSum {
    std::int64_t requested = 0, studied = 0, clausable = 0, claused = 0, refused = 0, pending = 0;
};

json::object ratio_json(const domain::EnquiryRatio& r) {
    return {{"acheteur_id", r.buyer.value},
            {"acheteur", r.buyer_name},
            {"annee", r.year},
            {"demandes", r.requested},
            {"etudies", r.studied},
            {"clausables", r.clausable},
            {"clauses", r.claused},
            {"refuses", r.refused},
            {"en_attente", r.pending},
            {"taux_clausables", json_of(share(r.clausable, r.studied))},
            {"taux_clauses", json_of(share(r.claused, r.studied))}};
}

std::string counted(std::int64_t part, std::int64_t whole) {
    const auto rate = share(part, whole);
    return std::to_string(part) + (rate ? " (" + french::percent(*rate) + ")" : "");
}

}  // namespace

Answer answer(const domain::EnquiryPage& page) {
    Answer out;
    out.rows = "dossiers";
    out.title = french::count(static_cast<std::uint64_t>(page.total), "dossier");
    out.table.columns = {"Id", "État", "Acheteur", "Objet", "Lots", "Échéance", "Référent"};
    out.numeric = {true, false, false, false, true, false, false};
    json::array list;
    for (const domain::EnquiryLine& line : page.lines) {
        const domain::Enquiry& e = line.enquiry;
        list.push_back({{"id", e.id.value},
                        {"etat", domain::code(e.state)},
                        {"etat_libelle", domain::label(e.state)},
                        {"acheteur", line.buyer},
                        {"objet", e.purchase.object},
                        {"type", domain::code(e.purchase.type)},
                        {"cpv", e.purchase.cpv},
                        {"departement", e.purchase.department},
                        {"besoin_estime", json_of(e.purchase.estimated_need)},
                        {"lots", line.lots},
                        {"echeance", json_of(line.deadline)},
                        {"echeance_nature", line.deadline_name},
                        {"referent", e.owner},
                        {"date_demande", json_of(e.requested_on)},
                        {"marche_id", e.market ? json::value(e.market->value) : json::value(nullptr)}});
        const std::string deadline =
            line.deadline ? core::iso(*line.deadline) + " " + std::string(deadline_label(line.deadline_name)) : "";
        out.table.rows.push_back({std::to_string(e.id.value), std::string(domain::label(e.state)), line.buyer,
                                  e.purchase.object, std::to_string(line.lots), deadline, e.owner});
    }
    out.document = json::object{{"dossiers", std::move(list)}, {"dossiers_total", page.total}};
    if (page.total > static_cast<std::int64_t>(page.lines.size()))
        out.lines.push_back(french::number(static_cast<std::int64_t>(page.lines.size()), 1) + " affichés sur " +
                            french::number(page.total, 1) + ".");
    if (page.total == 0) out.lines.emplace_back("Aucun dossier ne correspond ; créez-en un ou élargissez les filtres.");
    return out;
}

Answer answer(const std::vector<domain::EnquiryRatio>& ratios) {
    Answer out;
    out.rows = "ratios";
    out.title = "Dossiers étudiés, clausables et clausés";
    out.table.columns = {"Acheteur", "Année", "Demandés", "Étudiés", "Clausables", "Clausés", "Refusés", "En attente"};
    out.numeric = {false, true, true, true, true, true, true, true};
    json::array list;
    RatioSum sum;
    for (const domain::EnquiryRatio& r : ratios) {
        list.emplace_back(ratio_json(r));
        out.table.rows.push_back({r.buyer_name, std::to_string(r.year), std::to_string(r.requested),
                                  std::to_string(r.studied), counted(r.clausable, r.studied),
                                  counted(r.claused, r.studied), std::to_string(r.refused), std::to_string(r.pending)});
        sum.requested += r.requested, sum.studied += r.studied, sum.clausable += r.clausable;
        sum.claused += r.claused, sum.refused += r.refused, sum.pending += r.pending;
    }
    out.document = json::object{{"ratios", std::move(list)},
                                {"demandes_total", sum.requested},
                                {"etudies_total", sum.studied},
                                {"clausables_total", sum.clausable},
                                {"clauses_total", sum.claused},
                                {"refuses_total", sum.refused},
                                {"en_attente_total", sum.pending},
                                {"taux_clausables_total", json_of(share(sum.clausable, sum.studied))},
                                {"taux_clauses_total", json_of(share(sum.claused, sum.studied))}};
    out.lines.push_back(french::count(static_cast<std::uint64_t>(sum.claused), "clausé") + " et " +
                        french::count(static_cast<std::uint64_t>(sum.clausable), "clausable") + " sur " +
                        french::count(static_cast<std::uint64_t>(sum.studied), "dossier étudié", "dossiers étudiés") +
                        ".");
    return out;
}

}  // namespace clausier::present
