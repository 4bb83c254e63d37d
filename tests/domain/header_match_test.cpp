// Headers score by the words they share with aliases; values confirm or contradict them.
#include "header_match.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::CellKind;
using domain::Field;
using domain::ValueKind;

namespace {

const domain::Profile& profile() {
    static const domain::Profile read = domain::Profile::parse(
        "kind,field,text,weight,note\n"
        "column,montant,Montant HT,,\n"
        "column,date_notification,Date de notification,,\n"
        "column,objet,Libellé,80,\n"
        "exclude,montant,ttc,,\n",
        "essai");
    return read;
}

int score(std::string_view header) {
    const auto found = domain::header_suggestions(domain::read_header(header), profile());
    return found.empty() ? 0 : found.front().score;
}

std::vector<core::Cell> cells(std::initializer_list<std::string_view> texts, CellKind kind = CellKind::text) {
    std::vector<core::Cell> values;
    for (const std::string_view text : texts) values.push_back({kind, text});
    return values;
}

}  // namespace

TEST_CASE("an alias gives its weight, a neighbour less, a stranger nothing") {
    CHECK(score("Montant HT") == 100);
    CHECK(score("MONTANT  H.T.") < 100);
    CHECK(score("libelle") == 80);
    CHECK(score("Montant du marché HT") == 68);
    CHECK(score("Adresse") == 0);
}

TEST_CASE("an excluded word keeps a header below what is taken without asking") {
    CHECK(score("Montant TTC HT") < domain::automatic_score);
    CHECK(score("Montant TTC HT") >= domain::asked_score);
}

TEST_CASE("a column of dates confirms a date, a column of names contradicts it") {
    CHECK(domain::value_evidence(ValueKind::date, cells({"01/02/2026", "2026-03-04", "12.05.2026"})) > 0);
    CHECK(domain::value_evidence(ValueKind::date, cells({"Dupont", "Durand"})) < 0);
    CHECK(domain::value_evidence(ValueKind::date, cells({"2026-02-01T00:00:00", "2026-03-01"}, CellKind::date)) > 0);
}

TEST_CASE("company names contradict a column said to hold yes or no") {
    CHECK(domain::value_evidence(ValueKind::flag, cells({"LD SYSTEME", "CRECI", "ALGOE"})) < 0);
    CHECK(domain::value_evidence(ValueKind::flag, cells({"Oui", "Non renseigné", "non"})) > 0);
}

TEST_CASE("one value alone says nothing, and a few odd ones do not contradict") {
    CHECK(domain::value_evidence(ValueKind::amount, cells({"selon BPU"})) == 0);
    CHECK(domain::value_evidence(ValueKind::amount, cells({"12,50", "1 000", "selon BPU", "néant"})) == 0);
}

TEST_CASE("each kind of value is told from the others") {
    CHECK(domain::value_evidence(ValueKind::cpv, cells({"45210000-2", "9132100"})) > 0);
    CHECK(domain::value_evidence(ValueKind::cpv, cells({"Travaux", "Services"})) < 0);
    CHECK(domain::value_evidence(ValueKind::identifier, cells({"732 829 320 00074", "FR12345678901"})) > 0);
    CHECK(domain::value_evidence(ValueKind::name, cells({"12", "13"}, CellKind::number)) < 0);
    CHECK(domain::value_evidence(ValueKind::count, cells({"12 mois", "24"})) > 0);
    CHECK(domain::value_evidence(ValueKind::percent, cells({"5 %", "0,05"})) > 0);
    CHECK(domain::value_evidence(ValueKind::hours, cells({"120", "35,5"})) > 0);
}

TEST_CASE("rates are fractions only when none is above one and none has a percent sign") {
    CHECK(domain::are_fractions(cells({"0.05", "0.1", "1"})));
    CHECK_FALSE(domain::are_fractions(cells({"0.5", "45"})));
    CHECK_FALSE(domain::are_fractions(cells({"0,5 %", "1 %"})));
    CHECK_FALSE(domain::are_fractions({}));
}

TEST_CASE("a header may say that amounts are in thousands") {
    CHECK(domain::header_unit("Montant HT (k€)") == 1000);
    CHECK(domain::header_unit("Montant en milliers d’euros") == 1000);
    CHECK(domain::header_unit("Montant € HT") == 1);
}
