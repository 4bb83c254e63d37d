// Reads the organisations a row names: identifiers, their schemes, names.
#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/tender.hpp"
#include "tender_values.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t siren_digits = 9;
constexpr std::size_t siret_digits = 14;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}
bool all_zeros(std::string_view text) { return !text.empty() && text.find_first_not_of('0') == std::string_view::npos; }

std::string without_spaces(std::string_view text) {
    std::string out = core::collapse(text);
    out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
    return out;
}

// The SIRET that a spreadsheet robbed of its first zero, when key and SIREN both agree.
std::optional<core::Siret> with_lost_zero(std::string_view digits) {
    if (digits.size() + 1 != siret_digits || !all_digits(digits)) return std::nullopt;
    const auto siret = core::Siret::parse(fmt::format("0{}", digits));
    if (!siret || !siret->checks() || !siret->siren().checks()) return std::nullopt;
    return *siret;
}

}  // namespace

bool TenderValues::siret(Field id, std::string_view text, core::Identifier& out) {
    const auto read = core::Siret::parse(text);
    if (!read || all_zeros(read->text())) return false;
    out = {"SIRET", read->text()};
    if (text.size() > siret_digits && text.find_first_not_of("0123456789.") != std::string_view::npos)
        remark(id, Remark::siret_spaces, fmt::format("« {} » est lu {}", excerpt(text), read->text()));
    if (!read->checks())
        remark(id, Remark::siret_key, fmt::format("la clé du SIRET {} est fausse ; vérifiez-le", read->text()));
    return true;
}

void TenderValues::read_code(Field id, std::string_view text, bool siret_expected, core::Identifier& out) {
    if (!siret_expected) {
        out.text = text;
        return;
    }
    if (siret(id, text, out)) return;
    const bool siren_expected = out.scheme == "SIREN";
    std::string code = without_spaces(text);
    out.scheme.clear();
    if (all_zeros(code)) {
        remark(id, Remark::siret_format,
               fmt::format("« {} » ne désigne personne ; l’identifiant est laissé vide", code));
    } else if (const auto repaired = with_lost_zero(code)) {
        out = {"SIRET", repaired->text()};
        remark(id, Remark::siret_zero,
               fmt::format("« {} » avait perdu son premier zéro : il est lu {}", code, repaired->text()));
    } else if (code.size() == siren_digits && all_digits(code)) {
        if (!siren_expected)
            remark(id, Remark::siret_format, fmt::format("« {} » est un SIREN ; donnez le SIRET, 14 chiffres", code));
        out = {"SIREN", std::move(code)};
    } else {
        remark(id, Remark::siret_format,
               fmt::format("« {} » n’est pas un SIRET : il faut 14 chiffres ; il est gardé tel quel", excerpt(code)));
        out.text = std::move(code);
    }
}

void TenderValues::buyer(TenderParty& out) {
    party(Field::buyer_id, Field::buyer_scheme, Field::buyer_name, false, out);
    if (!out.identifier.empty() || out.name.empty()) return;
    const Decision* decision = unlisted_.buyer(out.name, header(Field::buyer_name), row_.number);
    std::string as_written = out.name;
    if (!decide(Field::buyer_name, decision, out.name) || decision->ruling != Ruling::replace) return;
    out = parse_buyer(decision->meaning);
    if (out.name.empty()) out.name = std::move(as_written);
}

void TenderValues::party(Field id, Field scheme, Field name, bool further, TenderParty& out) {
    clean(name, value(name, further), out.name);
    read_identifier(id, scheme, further, out.identifier);
}

void TenderValues::read_identifier(Field id, Field scheme, bool further, core::Identifier& out) {
    out.scheme.clear();
    out.text.clear();
    const std::string_view code = value(id, further);
    if (code.empty()) return;
    if (const std::string_view given = value(scheme, further); !given.empty()) {
        const auto rank = schemes_.find(given);
        out.scheme = rank ? schemes_.official(*rank) : core::scheme_name(given);
        const Decision* decision = rank ? nullptr : unlisted_.met(scheme, given, header(scheme), row_.number);
        if (decide(scheme, decision, out.scheme)) {
            // As decided.
        } else if (!rank)
            remark(scheme, Remark::scheme_unknown,
                   fmt::format("« {} » n’est pas un type d’identifiant connu ({})", given, schemes_.listing()));
        else if (out.scheme != given)
            remark(scheme, Remark::spelling,
                   fmt::format("« {} » est écrit « {} » comme dans la liste", given, out.scheme));
    } else if (mapped(scheme)) {
        remark(scheme, Remark::scheme_absent,
               fmt::format("le type de l’identifiant {} n’est pas dit ; il est lu comme un SIRET", excerpt(code)));
    }
    const std::string said = out.scheme;
    read_code(id, code, said.empty() || said == "SIRET" || said == "SIREN", out);
}

}  // namespace clausier::domain
