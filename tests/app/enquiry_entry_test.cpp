// What every use case on a dossier begins and ends with.
#include "enquiry_entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/enquiry_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::EnquiryWorld;
using tests::refusal;

TEST_CASE("a dossier that is not there, is awarded or agreed is refused for what it is") {
    EnquiryWorld world;
    auto sheet = world.ready();
    {
        store::Transaction tx = world.base.read();
        CHECK(refusal([&] { app::require_enquiry(tx, {9}); }).kind() == ErrorKind::not_found);
        CHECK(app::require_open_enquiry(tx, sheet.enquiry.id).enquiry.id == sheet.enquiry.id);
    }
    CHECK(refusal([&] { app::require_not_agreed(sheet); }).kind() == ErrorKind::conflict);
    CHECK_NOTHROW(app::require_not_agreed(world.create()));
    app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {"", {}, ""}, world.national);
    store::Transaction tx = world.base.read();
    CHECK(refusal([&] { app::require_open_enquiry(tx, sheet.enquiry.id); }).kind() == ErrorKind::conflict);
}

TEST_CASE("the end of a use case commits, and tells the journal who did what to which dossier") {
    EnquiryWorld world;
    const auto sheet = world.create();
    {
        store::Transaction tx = world.base.write();
        app::finish_enquiry(tx, world.session, "dossier.essai", sheet.enquiry.id, "objet");
    }
    const auto last = world.journal().front().entry;
    CHECK(last.action == "dossier.essai");
    CHECK(last.subject == "dossier/1");
    CHECK(last.detail == "objet");
}
