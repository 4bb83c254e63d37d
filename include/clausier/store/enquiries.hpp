// Dossiers kept: found whole, listed by state and deadline, and saved part by part.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/enquiry_study.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through. `open`: neither refused nor awarded.
struct EnquiryFilter {
    std::string text{};  // in the object, the buyer's name, a lot's title
    std::optional<domain::EnquiryState> state{};
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<domain::Id<domain::Market>> market{};
    std::string owner{};
    std::optional<int> year{};  // of the request
    bool open = false;
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

class Enquiries {
public:
    explicit Enquiries(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Enquiry> find(domain::Id<domain::Enquiry> id);
    [[nodiscard]] std::optional<domain::EnquirySheet> sheet(domain::Id<domain::Enquiry> id);
    // The dossier that a scenario or an offer is of.
    [[nodiscard]] std::optional<domain::Id<domain::Enquiry>> of_scenario(domain::Id<domain::Scenario> id);
    [[nodiscard]] std::optional<domain::Id<domain::Enquiry>> of_offer(domain::Id<domain::Offer> id);
    // Open ones by deadline first, the others by date of request, the newest first.
    [[nodiscard]] domain::EnquiryPage list(const EnquiryFilter& filter);
    [[nodiscard]] std::vector<domain::EnquiryRatio> ratios();

    // Each adds what has no id, else replaces it, and gives it back with its id and revision. Throw Error(conflict)
    // when somebody else has saved it since it was read; on the field "nom" when another scenario of the dossier is
    // called so. An offer that is kept lets go of the one that was kept for its lot.
    domain::Enquiry save(domain::Enquiry enquiry);
    domain::Scenario save(domain::Scenario scenario);
    domain::Offer save(domain::Offer offer);
    // The lots of a dossier, in this order: those left out go, with what scenarios and offers say of them. Throws
    // Error(conflict) when one has an id that is not of the dossier's lots; so does save_grid.
    std::vector<domain::EnquiryLot> save_lots(domain::Id<domain::Enquiry> id, std::vector<domain::EnquiryLot> lots);
    // The grid; the marks of sub-criteria left out go.
    domain::MarkingGrid save_grid(domain::Id<domain::Enquiry> id, domain::MarkingGrid grid);
    void add_event(domain::Id<domain::Enquiry> id, const domain::EnquiryEvent& event);
    // With all its parts and what follows it up; documents produced for it stay, of no dossier.
    void remove(domain::Id<domain::Enquiry> id);
    void remove(domain::Id<domain::Scenario> id);
    void remove(domain::Id<domain::Offer> id);

private:
    std::vector<domain::EnquiryLot> lots(domain::Id<domain::Enquiry> id);
    std::vector<domain::Scenario> scenarios(domain::Id<domain::Enquiry> id);
    std::vector<domain::EnquiryEvent> events(domain::Id<domain::Enquiry> id);
    domain::MarkingGrid grid(domain::Id<domain::Enquiry> id);
    std::vector<domain::Offer> offers(domain::Id<domain::Enquiry> id);
    Transaction& tx_;
};

}  // namespace clausier::store
