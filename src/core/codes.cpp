// Reads and checks administrative codes.
#include "clausier/core/codes.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"

namespace clausier::core {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// Without white space anywhere, nor the ".0" a spreadsheet adds to a code it took for a number.
std::string bare(std::string_view text) {
    std::string out;
    const std::string collapsed = collapse(text);
    std::copy_if(collapsed.begin(), collapsed.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    if (out.size() > 2 && out.ends_with(".0") && all_digits(std::string_view(out).substr(0, out.size() - 2)))
        out.resize(out.size() - 2);
    return out;
}

// Luhn's key: doubling every second digit from the right, the sum is a multiple of 10.
bool luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
        int digit = digits[i] - '0';
        if (twice && (digit *= 2) > 9) digit -= 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

int digit_sum(std::string_view digits) {
    int sum = 0;
    for (const char c : digits) sum += c - '0';
    return sum;
}

}  // namespace

Result<Siren> Siren::parse(std::string_view text) {
    std::string code = bare(text);
    if (code.empty()) return fault("siren_absent", "aucun SIREN");
    if (code.size() != 9 || !all_digits(code))
        return fault("siren_format", "« " + code + " » n’est pas un SIREN : il faut 9 chiffres");
    return Siren(std::move(code));
}

bool Siren::checks() const { return luhn(text_); }

Result<Siret> Siret::parse(std::string_view text) {
    std::string code = bare(text);
    if (code.empty()) return fault("siret_absent", "aucun SIRET");
    if (code.size() != 14 || !all_digits(code))
        return fault("siret_format", "« " + code + " » n’est pas un SIRET : il faut 14 chiffres");
    return Siret(std::move(code));
}

Siren Siret::siren() const { return *Siren::parse(std::string_view(text_).substr(0, 9)); }

bool Siret::checks() const {
    static constexpr std::string_view la_poste = "356000000";
    static constexpr std::string_view la_poste_seat = "35600000000048";
    if (text_.starts_with(la_poste) && text_ != la_poste_seat) return digit_sum(text_) % 5 == 0;
    return luhn(text_);
}

std::string scheme_name(std::string_view text) {
    std::string name = fold(text);
    if (name == "tva intracommunautaire" || name == "tva") return "TVA";
    if (name == "hors ue") return "HORS-UE";
    if (name == "frw" || name == "frwf") return "FRWF";
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return name;
}

Result<Cpv::Read> Cpv::parse(std::string_view text) {
    std::string code = bare(text);
    if (code.empty()) return fault("cpv_absent", "aucun code CPV");
    const Issue bad =
        fault("cpv_format", "« " + code + " » n’est pas un code CPV : il faut 8 chiffres, avec ou sans clé");
    if (const std::size_t dash = code.find('-'); dash != std::string::npos) {
        if (code.size() != dash + 2 || !is_digit(code.back())) return bad;
        code.resize(dash);
    }
    if (!all_digits(code)) return bad;
    if (code.size() == 7) return Read{Cpv("0" + code), "cpv_zero_perdu"};
    if (code.size() != 8) return bad;
    return Read{Cpv(std::move(code)), ""};
}

Result<std::string> parse_department(std::string_view text) {
    std::string code = bare(text);
    std::transform(code.begin(), code.end(), code.begin(), [](char c) { return c == 'a' ? 'A' : c == 'b' ? 'B' : c; });
    const Issue unknown = fault("departement_inconnu", "« " + code + " » ne désigne aucun département");
    if (code.size() == 4 && all_digits(code)) code.insert(0, "0");  // a postcode that lost its zero
    if (code.size() == 1 && is_digit(code[0])) code.insert(0, "0");
    const bool corsica = code.size() >= 2 && code[0] == '2' && (code[1] == 'A' || code[1] == 'B');
    if (corsica && (code.size() == 2 || (code.size() == 5 && all_digits(std::string_view(code).substr(2)))))
        return code.substr(0, 2);
    if (!all_digits(code) || (code.size() != 2 && code.size() != 3 && code.size() != 5)) return unknown;
    if (code.starts_with("97") || code.starts_with("98")) {
        static constexpr std::array<std::string_view, 12> overseas = {"971", "972", "973", "974", "975", "976",
                                                                      "977", "978", "984", "986", "987", "988"};
        const std::string found = code.substr(0, 3);
        if (found.size() == 3 && std::find(overseas.begin(), overseas.end(), found) != overseas.end()) return found;
        return unknown;
    }
    if (code.size() == 3) return unknown;
    const std::string first = code.substr(0, 2);
    if (first == "20") {
        if (code.size() == 2) return unknown;  // Corse before 1976: 2A or 2B cannot be told
        return std::string(code[2] < '2' ? "2A" : "2B");
    }
    if (first < "01" || first > "95") return unknown;
    return first;
}

}  // namespace clausier::core
