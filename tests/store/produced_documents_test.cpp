// What was produced is listed with its fingerprints, the newest first, by dossier or by template.
#include "clausier/store/produced_documents.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/digest.hpp"
#include "clausier/store/database.hpp"

using namespace clausier;

namespace {

domain::ProducedDocument made(const std::string& key, const std::string& format) {
    domain::ProducedDocument out;
    out.template_key = key;
    out.template_sha256 = core::sha256("texte");
    out.title = "CCAP";
    out.format = format;
    out.sha256 = core::sha256(format);
    out.size = 12;
    out.at = core::Instant(std::chrono::seconds(1'800'000'000));
    out.actor = "cli";
    return out;
}

}  // namespace

TEST_CASE("documents come back whole, the newest first, filtered and counted") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::ProducedDocuments documents(tx);
    documents.save(made("ccap", "docx"));
    documents.save(made("avis", "odt"));
    CHECK(documents.save(made("ccap", "pdf")).id.value == 3);
    const auto all = documents.list({});
    REQUIRE(all.documents.size() == 3);
    CHECK(all.documents[0].format == "pdf");
    CHECK(all.documents[0].sha256 == core::sha256("pdf"));
    CHECK(all.documents[0].at == made("", "").at);
    store::ProducedFilter filter;
    filter.template_key = "ccap";
    filter.limit = 1;
    CHECK(documents.list(filter).total == 2);
    CHECK(documents.list(filter).documents.size() == 1);
    filter = {};
    filter.enquiry = domain::Id<domain::Enquiry>{1};
    CHECK(documents.list(filter).total == 0);
}

TEST_CASE("the same bytes of the same document are found again, and those of another are not") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::ProducedDocuments documents(tx);
    const auto first = documents.save(made("ccap", "docx"));
    documents.save(made("ccap", "docx"));
    REQUIRE(documents.same(made("ccap", "docx")));
    CHECK(documents.same(made("ccap", "docx"))->id.value == first.id.value);
    CHECK_FALSE(documents.same(made("avis", "docx")));
    CHECK_FALSE(documents.same(made("ccap", "odt")));
}

TEST_CASE("a format that is none, a dossier that is not there and a fingerprint cut short are refused") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::ProducedDocuments documents(tx);
    CHECK_THROWS_AS(documents.save(made("ccap", "exe")), core::Error);
    domain::ProducedDocument lost = made("ccap", "docx");
    lost.enquiry = domain::Id<domain::Enquiry>{99};
    CHECK_THROWS_AS(documents.save(lost), core::Error);
    domain::ProducedDocument cut = made("ccap", "docx");
    cut.sha256 = "abc";
    CHECK_THROWS_AS(documents.save(cut), core::Error);
}
