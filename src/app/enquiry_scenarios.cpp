// The scenarios of a dossier: saved, copied, removed, chosen, studied side by side.
#include "clausier/app/enquiries.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "enquiry_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::EnquirySheet;
using domain::EnquiryState;
using domain::Id;
using domain::Scenario;

[[noreturn]] void refuse_absent(Id<Scenario> id) {
    throw Error(ErrorKind::not_found, "scénario n° " + std::to_string(id.value),
                "ce scénario n’existe plus\u00a0; relisez le dossier");
}

const Scenario& require_scenario(const EnquirySheet& sheet, Id<Scenario> id) {
    for (const Scenario& one : sheet.scenarios)
        if (one.id == id) return one;
    refuse_absent(id);
}

EnquirySheet sheet_of(store::Transaction& tx, Id<Scenario> id) {
    const auto enquiry = store::Enquiries(tx).of_scenario(id);
    if (!enquiry) refuse_absent(id);
    return require_open_enquiry(tx, *enquiry);
}

}  // namespace

EnquirySheet save_scenario(Session session, store::Database& base, Id<domain::Enquiry> id, const Scenario& scenario) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = require_open_enquiry(tx, id);
    require_sound(domain::faults(scenario, sheet.lots));
    refuse_nir({{"nom", scenario.name}});
    Scenario next = scenario;
    next.enquiry = id;
    std::string detail = "nouveau";
    if (!scenario.id.empty()) {
        const Scenario& kept = require_scenario(sheet, scenario.id);
        const auto before = domain::enquiry_fields(kept, sheet.lots);
        const auto after = domain::enquiry_fields(scenario, sheet.lots);
        if (kept.revision != scenario.revision) refuse_stale(domain::conflict_issues(before, after));
        detail = domain::changed_fields(before, after);
        if (detail.empty()) return sheet;
        if (sheet.enquiry.chosen == scenario.id) require_not_agreed(sheet);
    }
    store::Enquiries enquiries(tx);
    next = enquiries.save(next);
    enquiries.save(sheet.enquiry);  // who is about to move the dossier has not seen this
    return finish_enquiry(tx, session, "dossier.scenario", id,
                          "scenario/" + std::to_string(next.id.value) + " " + detail);
}

EnquirySheet copy_scenario(Session session, store::Database& base, Id<Scenario> id, const std::string& name) {
    store::Transaction tx = base.write();
    const EnquirySheet sheet = sheet_of(tx, id);
    Scenario copy = require_scenario(sheet, id);
    copy.id = {};
    copy.name = name;
    require_sound(domain::faults(copy, sheet.lots));
    refuse_nir({{"nom", name}});
    copy = store::Enquiries(tx).save(copy);
    return finish_enquiry(
        tx, session, "dossier.scenario", sheet.enquiry.id,
        "scenario/" + std::to_string(copy.id.value) + " copie de scenario/" + std::to_string(id.value));
}

EnquirySheet remove_scenario(Session session, store::Database& base, Id<Scenario> id) {
    store::Transaction tx = base.write();
    EnquirySheet sheet = sheet_of(tx, id);
    domain::Enquiry& enquiry = sheet.enquiry;
    const bool answered = !domain::before(enquiry.state, EnquiryState::recommended);
    if (enquiry.recommended == id || (answered && enquiry.chosen == id))
        throw Error(ErrorKind::conflict, "scénario n° " + std::to_string(id.value),
                    "c’est celui qui est préconisé ou retenu\u00a0; revenez d’abord à «\u00a0étudié\u00a0»");
    store::Enquiries enquiries(tx);
    if (enquiry.chosen == id) {
        enquiry.chosen.reset();
        enquiries.save(enquiry);
    }
    enquiries.remove(id);
    return finish_enquiry(tx, session, "dossier.scenario.retirer", enquiry.id, "scenario/" + std::to_string(id.value));
}

EnquirySheet choose_scenario(Session session, store::Database& base, Id<Scenario> id) {
    store::Transaction tx = base.write();
    EnquirySheet sheet = sheet_of(tx, id);
    domain::Enquiry& enquiry = sheet.enquiry;
    if (enquiry.chosen == id) return sheet;
    if (domain::before(EnquiryState::recommended, enquiry.state))
        throw Error(
            ErrorKind::conflict, "scenario",
            "l’acheteur a déjà répondu\u00a0; revenez à «\u00a0préconisé\u00a0» pour choisir un autre scénario");
    enquiry.chosen = id;
    store::Enquiries(tx).save(enquiry);
    return finish_enquiry(tx, session, "dossier.choisir", enquiry.id, "scenario/" + std::to_string(id.value));
}

std::vector<domain::ScenarioStudy> study_scenarios(Session session, const EnquirySheet& sheet,
                                                   const domain::Reference& reference) {
    std::vector<domain::ScenarioStudy> out;
    for (const Scenario& scenario : sheet.scenarios)
        out.push_back(domain::study(sheet, scenario, reference, session.clock.today()));
    return out;
}

}  // namespace clausier::app
