// Gives an organisation its document and its view.
#include "clausier/present/organisations.hpp"

#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/follow_up.hpp"
#include "market_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

json::object enquiry_json(const domain::EnquiryLine& line) {
    return {{"id", line.enquiry.id.value},
            {"objet", line.enquiry.purchase.object},
            {"etat", domain::code(line.enquiry.state)},
            {"referent", line.enquiry.owner},
            {"echeance", json_of(line.deadline)},
            {"echeance_de", line.deadline_name}};
}

std::string markets_text(std::int64_t count) {
    return count ? french::count(static_cast<std::uint64_t>(count), "marché") : "";
}

}  // namespace

Answer answer(const domain::OrganisationSheet& sheet, core::Date today) {
    const domain::Organisation& o = sheet.organisation;
    json::object document{{"id", o.id.value},
                          {"type", o.identifier.scheme},
                          {"identifiant", o.identifier.text},
                          {"nom", o.name},
                          {"nature", domain::code(o.kind)},
                          {"marches_passes", sheet.markets.bought},
                          {"marches_tenus", sheet.markets.held},
                          {"dossiers_total", sheet.enquiries.total}};
    json::array enquiries;
    for (const domain::EnquiryLine& line : sheet.enquiries.lines) enquiries.emplace_back(enquiry_json(line));
    document["dossiers"] = std::move(enquiries);
    const Answer kept = answer(sheet.follow_up, today);
    for (const char* list : {"contacts", "echanges", "taches"}) document[list] = kept.document.at(list);
    Answer out;
    out.title = o.label();
    out.document = std::move(document);
    return out;
}

json::object organisation_view(const domain::OrganisationSheet& sheet) {
    const domain::Organisation& o = sheet.organisation;
    const std::string id = std::to_string(o.id.value);
    json::array enquiries;
    for (const domain::EnquiryLine& line : sheet.enquiries.lines)
        enquiries.push_back({{"id", line.enquiry.id.value},
                             {"objet", line.enquiry.purchase.object},
                             {"etat", domain::label(line.enquiry.state)},
                             {"echeance", line.deadline ? french::date(*line.deadline) : ""}});
    return {{"nom", o.label()},
            {"identifiant", o.identifier.empty() ? "" : o.identifier.scheme + "\u00a0" + o.identifier.text},
            {"nature", domain::label(o.kind)},
            {"passes", markets_text(sheet.markets.bought)},
            {"tenus", markets_text(sheet.markets.held)},
            {"liste_passes", "/marches?acheteur=" + id},
            {"liste_tenus", "/marches?titulaire=" + id},
            {"a_des_dossiers", !enquiries.empty()},
            {"dossiers_total", french::count(static_cast<std::uint64_t>(sheet.enquiries.total), "dossier")},
            {"dossiers", std::move(enquiries)}};
}

}  // namespace clausier::present
