// Finds dossiers and ends what is done to them.
#include "enquiry_entry.hpp"

#include "clausier/store/journal.hpp"

namespace clausier::app {

domain::EnquirySheet require_enquiry(store::Transaction& tx, domain::Id<domain::Enquiry> id) {
    auto sheet = store::Enquiries(tx).sheet(id);
    if (!sheet)
        throw core::Error(core::ErrorKind::not_found, "dossier n° " + std::to_string(id.value),
                          "ce dossier n’existe pas\u00a0; voyez la liste des dossiers");
    return *std::move(sheet);
}

domain::EnquirySheet require_open_enquiry(store::Transaction& tx, domain::Id<domain::Enquiry> id) {
    domain::EnquirySheet sheet = require_enquiry(tx, id);
    if (sheet.enquiry.state == domain::EnquiryState::awarded)
        throw core::Error(core::ErrorKind::conflict, "dossier n° " + std::to_string(id.value),
                          "il est attribué\u00a0: il ne change plus, modifiez le marché qu’il est devenu");
    return sheet;
}

void require_not_agreed(const domain::EnquirySheet& sheet) {
    if (domain::agreed(sheet.enquiry.state))
        throw core::Error(core::ErrorKind::conflict, "dossier n° " + std::to_string(sheet.enquiry.id.value),
                          "ce que l’acheteur a accepté ne change plus\u00a0; revenez à l’état "
                          "«\u00a0préconisé\u00a0» pour le changer");
}

domain::EnquirySheet finish_enquiry(store::Transaction& tx, const Session& session, std::string_view action,
                                    domain::Id<domain::Enquiry> id, const std::string& detail) {
    store::Journal(tx).append(
        {session.clock.now(), session.actor, std::string(action), "dossier/" + std::to_string(id.value), detail});
    domain::EnquirySheet sheet = require_enquiry(tx, id);
    tx.commit();
    return sheet;
}

}  // namespace clausier::app
