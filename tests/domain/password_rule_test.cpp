// A password is long and is not one that is guessed first; of what it is made otherwise nobody decides.
#include "clausier/domain/password_rule.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"

using namespace clausier;

namespace {

const domain::PasswordContext context{"camille.vasseur@valbrume.example", "Camille Vasseur", "Clauses de Valbrume"};

std::string fault_of(std::string_view password) {
    const auto faults = domain::password_faults(password, context);
    if (faults.empty()) return "";
    CHECK(faults.size() == 1);
    CHECK(faults.front().where == "mot_de_passe");
    // A refusal never repeats what was typed.
    if (!password.empty()) CHECK(faults.front().text.find(password) == std::string::npos);
    return faults.front().code;
}

}  // namespace

TEST_CASE("passwords are refused for a reason, or taken") {
    for (const auto& one : tests::cases("passwords.csv")) {
        INFO(one.at("password") << " : " << one.at("why"));
        CHECK(fault_of(one.at("password")) == one.at("code"));
    }
}

TEST_CASE("the length is counted in characters: 15 at least, 256 at most, 64 and more being well") {
    const auto of_length = [](std::size_t length) {
        std::string out;
        for (std::size_t i = 0; i < length; ++i) out += i % 3 == 0 ? "é" : std::string(1, "kzqwvjhx"[(i * i) % 8]);
        return out;
    };
    CHECK(fault_of(of_length(14)) == "mot_de_passe_court");
    for (const std::size_t length : {15U, 64U, 256U}) CHECK(fault_of(of_length(length)).empty());
    CHECK(fault_of(of_length(257)) == "mot_de_passe_long");
    CHECK(fault_of("") == "mot_de_passe_court");
}

TEST_CASE("bytes that are no text are no password") {
    CHECK(fault_of("\xff\xfe aaaaaaaaaaaaa zz") == "mot_de_passe_illisible");
}

TEST_CASE("another's name is no reason to refuse") {
    CHECK(domain::password_faults("CamilleVasseur2026", {"b@haut-val.example", "Dominique", "Haut-Val"}).empty());
    CHECK(domain::password_faults("CamilleVasseur2026", {}).empty());
}
