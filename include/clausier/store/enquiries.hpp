// Dossiers kept: found whole, listed by state and deadline, and saved part by part.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/enquiry.hpp"
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

// One line of a list. `deadline` is the next date that has not passed of those its state waits for; the latest passed
// one when all have.
struct EnquiryLine {
    domain::Enquiry enquiry;
    std::string buyer;
    std::int64_t lots = 0;
    std::optional<core::Date> deadline;
    std::string deadline_name;  // "question", "publication", "reponses" or ""
};

struct EnquiryPage {
    std::vector<EnquiryLine> lines;
    std::int64_t total = 0;
};

class Enquiries {
public:
    explicit Enquiries(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Enquiry> find(domain::Id<domain::Enquiry> id);
    [[nodiscard]] std::optional<domain::EnquirySheet> sheet(domain::Id<domain::Enquiry> id);
    // Open ones by deadline first, the others by date of request, the newest first.
    [[nodiscard]] EnquiryPage list(const EnquiryFilter& filter, core::Date today);
    [[nodiscard]] std::vector<domain::EnquiryRatio> ratios();

    // Each adds what has no id, else replaces it, and gives it back with its id and revision. Throw Error(conflict) when
    // somebody else has saved it since it was read.
    domain::Enquiry save(domain::Enquiry enquiry);
    domain::Scenario save(domain::Scenario scenario);
    domain::Offer save(domain::Offer offer);
    // The lots of a dossier, in this order: those left out go, with what scenarios and offers say of them.
    std::vector<domain::EnquiryLot> save_lots(domain::Id<domain::Enquiry> id, std::vector<domain::EnquiryLot> lots);
    // The grid; the marks of sub-criteria left out go.
    domain::MarkingGrid save_grid(domain::Id<domain::Enquiry> id, domain::MarkingGrid grid);
    void add_event(domain::Id<domain::Enquiry> id, const domain::EnquiryEvent& event);
    void remove(domain::Id<domain::Scenario> id);
    void remove(domain::Id<domain::Offer> id);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
