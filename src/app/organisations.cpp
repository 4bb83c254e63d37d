// Gathers what is known of an organisation.
#include "clausier/app/organisations.hpp"

#include "clausier/store/enquiries.hpp"
#include "clausier/store/follow_up.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::app {

domain::OrganisationSheet organisation_sheet(store::Database& base, domain::Id<domain::Organisation> id) {
    store::Transaction tx = base.read();
    store::FollowUps follow_ups(tx);
    const auto about = follow_ups.name({domain::SubjectKind::organisation, id.value});
    if (!about)
        throw core::Error(core::ErrorKind::not_found, "organisation n° " + std::to_string(id.value),
                          "cette organisation n’existe pas ; partez d’un de ses marchés");
    const domain::Id<domain::Organisation> kept{about->subject.id};
    store::Organisations organisations(tx);
    store::EnquiryFilter hers;
    hers.buyer = kept;
    return {organisations.find(kept).value(), organisations.market_counts(kept), store::Enquiries(tx).list(hers),
            follow_ups.of(*about)};
}

}  // namespace clausier::app
