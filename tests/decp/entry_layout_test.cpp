// An entry walked in the order of the formats.
#include "entry_layout.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

// Writes what it is told, one word after the other.
struct Told : decp::Layout {
    void value(std::string_view name, std::string_view text, bool bare) override {
        say(std::string(name) + (bare ? "=" : ":") + std::string(text));
    }
    void open(std::string_view name) override { say(std::string(name) + "{"); }
    void close(std::string_view) override { say("}"); }
    void words(std::string_view name, std::string_view item, const std::vector<std::string>& all) override {
        say(std::string(name) + "/" + std::string(item) + "*" + std::to_string(all.size()));
    }
    void open_list(std::string_view name) override { say(std::string(name) + "["); }
    void open_item(std::string_view item) override { say("<" + std::string(item)); }
    void close_item(std::string_view) override { say(">"); }
    void close_list(std::string_view) override { say("]"); }
    void say(const std::string& word) { said += (said.empty() ? "" : " ") + word; }
    std::string said;
};

std::string told(const decp::Entry& entry) {
    Told layout;
    decp::lay_out(entry, layout, decp::json_change_item);
    return layout.said;
}

}  // namespace

TEST_CASE("empty values are passed over, those of an inner object stand together") {
    CHECK(told({}).empty());
    decp::Entry entry;
    entry.id = "A";
    entry.place_code = "57";
    entry.place_type = "Code département";
    entry.months = "12";
    entry.social = {"Clause sociale"};
    entry.holders = {{"SIRET", "1"}, {"SIRET", "2"}};
    CHECK(told(entry) ==
          "id:A lieuExecution{ code:57 typeCode:Code département } dureeMois=12 "
          "considerationsSociales/considerationSociale*1 "
          "titulaires[ <titulaire typeIdentifiant:SIRET id:1 > <titulaire typeIdentifiant:SIRET id:2 > ]");
}

TEST_CASE("a concession has its own names, its years and no subcontract") {
    decp::Entry entry;
    entry.concession = true;
    entry.buyer = "21990001300015";
    entry.holders = {{"SIRET", "1"}};
    entry.subcontracts.emplace_back().id = "1";
    entry.years = {{"2026-01-02", "10", {{"Entrée", "5"}}}};
    CHECK(told(entry) ==
          "autoriteConcedante{ id:21990001300015 } "
          "concessionnaires[ <concessionnaire typeIdentifiant:SIRET id:1 > ] "
          "donneesExecution[ <donneesAnnuelles datePublicationDonneesExecution:2026-01-02 depensesInvestissement=10 "
          "tarifs[ <tarif intituleTarif:Entrée tarif=5 > ] > ]");
}

TEST_CASE("a change of a subcontract is called as the format calls it") {
    decp::Entry entry;
    entry.subcontract_changes.emplace_back().id = "1";
    Told xml;
    decp::lay_out(entry, xml, decp::xml_change_item);
    CHECK(xml.said == "modificationsActesSousTraitance[ <modificationActesSousTraitance id=1 > ]");
    CHECK(told(entry).find("<modificationActeSousTraitance ") != std::string::npos);
}
