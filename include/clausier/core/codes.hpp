// Codes that cannot hold a bad value: SIREN, SIRET, CPV, départements, and identifiers of any other scheme.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::core {

// 9 digits. Spaces are passed over. Faults "siren_absent", "siren_format".
class Siren {
public:
    static Result<Siren> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    // Luhn's key over the 9 digits.
    [[nodiscard]] bool checks() const;
    friend auto operator<=>(const Siren&, const Siren&) = default;

private:
    explicit Siren(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// 14 digits. Spaces of all kinds are passed over, a spreadsheet's "83455372900015.0" too. Faults "siret_absent",
// "siret_format".
class Siret {
public:
    static Result<Siret> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Siren siren() const;
    // The key: Luhn, or for La Poste (356000000xxxxx, but 35600000000048) a digit sum multiple of 5. A failure is a
    // warning, never a refusal: real files and antennas (999…) fail.
    [[nodiscard]] bool checks() const;
    friend auto operator<=>(const Siret&, const Siret&) = default;

private:
    explicit Siret(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// The identifier of an organisation in a scheme of its own: SIRET, SIREN, TVA, TAHITI, RIDET, FRWF, IREP, HORS-UE, or
// "" when the file does not say. Keeps any text, trimmed.
struct Identifier {
    std::string scheme;
    std::string text;
    [[nodiscard]] bool empty() const { return text.empty(); }
    friend auto operator<=>(const Identifier&, const Identifier&) = default;
};

// The scheme's usual spelling: "siret" → "SIRET", "TVA_INTRACOMMUNAUTAIRE" → "TVA", "HORS_UE" → "HORS-UE",
// "FRW" → "FRWF"; unknown ones as given, upper case.
std::string scheme_name(std::string_view text);

// A CPV code: 8 digits, its check digit dropped. 7 digits get back the lost leading zero.
class Cpv {
public:
    struct Read;
    // Faults "cpv_absent", "cpv_format".
    static Result<Read> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    // The first two digits: "45" is works.
    [[nodiscard]] std::string_view division() const { return std::string_view(text_).substr(0, 2); }
    friend auto operator<=>(const Cpv&, const Cpv&) = default;

private:
    explicit Cpv(std::string text) : text_(std::move(text)) {}
    std::string text_;
};
struct Cpv::Read {
    Cpv cpv;
    std::string_view remark;  // "" or "cpv_zero_perdu"
};

// A département's code: "01".."19", "2A", "2B", "21".."95", "971".."976", "984", "986", "987", "988", from a
// département, postcode or commune code ("75 014" → "75", "20200" → "2B", "97411" → "974"). Fault
// "departement_inconnu".
Result<std::string> parse_department(std::string_view text);

}  // namespace clausier::core
