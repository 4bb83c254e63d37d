// Implements places and reasons.
#include "json_fault.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "json_tree.hpp"

namespace clausier::decp {
namespace {

std::string syntax_reason(std::string_view rest) {
    if (rest.empty()) return "le texte ne forme pas un document";
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte < 0x20)
        return fmt::format("un caractère de contrôle (code {}) est dans un texte sans y être échappé", byte);
    if (byte >= 0x80) return fmt::format("l’octet {:02X} n’est pas de l’UTF-8, ou est hors d’un texte", byte);
    for (const std::string_view word : {"NaN", "Infinity"})
        if (rest.substr(0, word.size()) == word)
            return fmt::format("« {} » n’est pas une valeur de JSON (écrivez null)", word);
    return fmt::format(
        "« {} » n’est pas attendu ici ; un guillemet ou une barre oblique inversée n’est sans doute pas échappé, ou "
        "une "
        "virgule manque",
        rest.front());
}

}  // namespace

void Position::pass(std::string_view text) {
    byte_ += text.size();
    const std::size_t last = text.rfind('\n');
    if (last != std::string_view::npos) {
        line_ += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
        column_ = 1;
        text.remove_prefix(last + 1);
    }
    column_ += static_cast<std::uint64_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void Position::tell(Fault& fault) const {
    fault.byte = byte_;
    fault.line = line_;
    fault.column = column_;
}

std::string json_reason(const boost::json::error_code& code, std::string_view rest) {
    using boost::json::error;
    if (code == error::incomplete) return "le fichier s’arrête avant sa fin";
    if (code == error::extra_data) return "du texte suit la fin du document";
    if (code == error::too_deep) return fmt::format("plus de {} niveaux de listes et d’objets", json_depth);
    if (code == error::exponent_overflow) return "un nombre a un exposant démesuré";
    if (code == error::key_too_large) return "une clé est démesurée";
    if (code == error::syntax) return syntax_reason(rest);
    return "une séquence « \\… » d’un texte n’est pas valide";
}

}  // namespace clausier::decp
