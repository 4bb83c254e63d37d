// Finds what the commands of dossiers name.
#include "enquiry_arguments.hpp"

#include "clausier/app/references.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/enquiries.hpp"

namespace clausier::cli {
namespace {

using core::Error;
using core::ErrorKind;

std::optional<std::int64_t> id_of(const std::string& text) {
    const auto id = core::parse_scaled(text, 1);
    return id && *id > 0 ? std::optional(*id) : std::nullopt;
}

std::string quoted(const std::string& text) { return "«\u00a0" + text + "\u00a0»"; }

}  // namespace

app::Session enquiry_session(const Context& context) { return {context.clock, "cli"}; }

OpenEnquiry open_enquiry(const Arguments& arguments) {
    const std::string& text = arguments.positionals.at(0);
    const auto id = id_of(text);
    if (!id)
        throw UsageError("DOSSIER", quoted(text) +
                                        " n’est pas le numéro d’un dossier\u00a0; «\u00a0clausier dossiers "
                                        "liste\u00a0» le donne");
    OpenEnquiry out{open_base(arguments, false), {}};
    out.sheet = app::enquiry_sheet(*out.base, {*id});
    return out;
}

const domain::EnquiryLot& find_lot(const domain::EnquirySheet& sheet, const std::string& text) {
    for (const domain::EnquiryLot& lot : sheet.lots)
        if (lot.number == text) return lot;
    for (const domain::EnquiryLot& lot : sheet.lots)
        if (lot.id.value == id_of(text)) return lot;
    std::string known;
    for (const domain::EnquiryLot& lot : sheet.lots) known += (known.empty() ? "" : ", ") + lot.number;
    throw Error(ErrorKind::not_found, "lot " + text,
                known.empty() ? "le dossier n’a pas de lot\u00a0; ajoutez-en un"
                              : "le dossier n’a pas de lot de ce numéro\u00a0; il a les lots " + known);
}

const domain::Scenario& find_scenario(const domain::EnquirySheet& sheet, const std::string& text) {
    for (const domain::Scenario& one : sheet.scenarios)
        if (one.name == text) return one;
    for (const domain::Scenario& one : sheet.scenarios)
        if (core::fold(one.name) == core::fold(text) || one.id.value == id_of(text)) return one;
    std::string known;
    for (const domain::Scenario& one : sheet.scenarios) known += (known.empty() ? "" : ", ") + quoted(one.name);
    throw Error(ErrorKind::not_found, "scénario " + text,
                known.empty() ? "le dossier n’a pas de scénario\u00a0; ajoutez-en un"
                              : "le dossier n’a pas ce scénario\u00a0; il a " + known);
}

const domain::Offer& find_offer(const domain::EnquirySheet& sheet, const std::string& text) {
    for (const domain::Offer& one : sheet.offers)
        if (one.id.value == id_of(text)) return one;
    throw Error(ErrorKind::not_found, "offre " + text,
                "le dossier n’a pas cette offre\u00a0; «\u00a0clausier dossiers offres\u00a0» donne leurs numéros");
}

std::vector<LotValue> lot_values(const domain::EnquirySheet& sheet, const Arguments& arguments, const char* option) {
    std::vector<LotValue> out;
    for (const std::string& text : arguments.all(option)) {
        const auto equal = text.find('=');
        if (equal == std::string::npos)
            throw UsageError(std::string("option ") + option,
                             quoted(text) + " ne se lit pas\u00a0; écrivez LOT=VALEUR, ou tous=VALEUR");
        LotValue one{{}, std::string(core::trim(std::string_view(text).substr(equal + 1)))};
        const std::string name(core::trim(std::string_view(text).substr(0, equal)));
        if (name == kEveryLot)
            for (const domain::EnquiryLot& lot : sheet.lots) one.lots.push_back(lot.id);
        else
            one.lots.push_back(find_lot(sheet, name).id);
        out.push_back(std::move(one));
    }
    return out;
}

Outcome shown(const Context& context, store::Database& base, const domain::EnquirySheet& sheet) {
    return {present::answer(sheet, app::study_scenarios(enquiry_session(context), sheet, app::reference(base)))};
}

}  // namespace clausier::cli
