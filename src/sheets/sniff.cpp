// Implements the recognition of files by two tables: what other formats begin with, and what markup begins with.
#include "sniff.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace clausier::sheets {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::string_view refusal;
};

constexpr std::string_view image = "c’est une image, pas un tableur ; demandez le fichier d’origine";
constexpr std::string_view compressed =
    "c’est une archive compressée ; décompressez-la et donnez le tableur qu’elle contient";
constexpr std::string_view program = "c’est un programme, pas un tableur ; donnez un fichier xlsx, ods, xls ou csv";
constexpr std::string_view old_excel =
    "c’est un classeur d’Excel 4 ou antérieur ; ouvrez-le dans un tableur et enregistrez-le en xlsx";

constexpr std::array signatures = {
    Signature{"%PDF"sv,
              "c’est un document PDF, pas un tableur ; demandez le fichier d’origine, ou copiez son tableau dans un "
              "tableur"},
    Signature{"{\\rtf"sv, "c’est un document texte RTF, pas un tableur ; copiez son tableau dans un tableur"},
    Signature{"\x89PNG"sv, image},
    Signature{"\xFF\xD8\xFF"sv, image},
    Signature{"GIF8"sv, image},
    Signature{"II*\0"sv, image},
    Signature{"MM\0*"sv, image},
    Signature{"\x1F\x8B"sv, compressed},
    Signature{"BZh"sv, compressed},
    Signature{"\xFD"
              "7zXZ"sv,
              compressed},
    Signature{"7z\xBC\xAF"sv, compressed},
    Signature{"Rar!\x1A"sv, compressed},
    Signature{"\x28\xB5\x2F\xFD"sv, compressed},
    Signature{"\x7F"
              "ELF"sv,
              program},
    Signature{"MZ\x90"sv, program},
    Signature{"SQLite format 3\0"sv,
              "c’est une base de données SQLite, pas un tableur ; exportez la table voulue en CSV"},
    Signature{"PAR1"sv, "c’est un fichier Parquet, pas un tableur ; exportez-le en CSV"},
    Signature{"\x09\0\x04\0"sv, old_excel},
    Signature{"\x09\x02\x06\0"sv, old_excel},
    Signature{"\x09\x04\x06\0"sv, old_excel},
};

constexpr std::string_view html =
    "c’est une page web (HTML), quel que soit le nom du fichier ; ouvrez-la dans un tableur et enregistrez-la en xlsx";
constexpr std::string_view xml =
    "c’est un fichier XML sans marché ni contrat de concession ; donnez un fichier xlsx, ods, xls ou csv, ou de "
    "données "
    "essentielles (DECP)";
constexpr std::string_view binary =
    "le contenu n’est ni un classeur ni un texte ; donnez un fichier xlsx, ods, xls ou csv";

// What is looked for in the first bytes of markup, in lower case; the first found names it.
constexpr std::array markups = {
    Signature{"urn:schemas-microsoft-com:office:spreadsheet",
              "c’est un classeur au format « XML 2003 » ; ouvrez-le dans un tableur et enregistrez-le en xlsx"},
    Signature{"urn:oasis:names:tc:opendocument",
              "c’est un document OpenDocument à plat ; ouvrez-le dans LibreOffice et enregistrez-le en ods"},
    Signature{"<!doctype html", html},
    Signature{"<html", html},
    Signature{"<table", html},
    Signature{"<meta", html},
    Signature{"<body", html},
    Signature{"<?xml", xml},
    Signature{"<!doctype", xml},
};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view without_leading_space(std::string_view text) {
    if (begins(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

// Whether an element whose local name begins so is opened in the text.
bool opens(std::string_view text, std::string_view element) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        auto name = text.substr(at + 1, text.find_first_of(" \t\r\n/>", at) - at - 1);
        name.remove_prefix(std::min(name.find(':') + 1, name.size()));
        if (begins(name, element)) return true;
    }
    return false;
}

// What markup is; none when it is a text that merely begins so.
std::optional<Sniffed> markup(std::string_view text) {
    if (!begins(text, "<")) return std::nullopt;
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (opens(lower, "marche") || opens(lower, "contrat-concession")) return Sniffed{Kind::xml};
    for (const auto& [word, refusal] : markups)
        if (lower.find(word) != std::string::npos) return Sniffed{Kind::refused, refusal};
    return std::nullopt;
}

// An object or a list of JSON; a first cell that merely begins with a brace or a bracket is none.
bool is_json(std::string_view text) {
    if (!begins(text, "{") && !begins(text, "[")) return false;
    const auto inside = without_leading_space(text.substr(1));
    if (inside.empty()) return false;
    return text.front() == '{' ? inside.front() == '"' || inside.front() == '}'
                               : std::string_view("{[\"]").find(inside.front()) != std::string_view::npos;
}

// More control characters than any text holds.
bool is_binary(std::string_view head) {
    const auto control = [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\0'; };
    const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), control));
    return controls > head.size() / 50 + 1;
}

}  // namespace

Sniffed sniff(std::string_view head) {
    if (head.empty()) return {Kind::empty};
    if (begins(head, "PK\x03\x04") || begins(head, "PK\x05\x06")) return {Kind::zip};
    if (begins(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return {Kind::compound};
    for (const auto& [bytes, refusal] : signatures)
        if (begins(head, bytes)) return {Kind::refused, refusal};
    const auto text = without_leading_space(head);
    if (const auto found = markup(text)) return *found;
    if (is_json(text)) return {Kind::json};
    // Zero bytes are judged when the encoding is known: UTF-16 is full of them.
    if (!begins(head, "\xFF\xFE") && !begins(head, "\xFE\xFF") && is_binary(head)) return {Kind::refused, binary};
    return {Kind::text};
}

}  // namespace clausier::sheets
