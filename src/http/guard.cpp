// The rules of RFC 9112 §2 to §6 for the head of a request, without the leniencies.
#include "clausier/http/guard.hpp"

#include <algorithm>

#include "field_syntax.hpp"
#include "host.hpp"

namespace clausier::http {
namespace {

constexpr Verdict fine{};

Verdict bad(std::string_view why) { return {400, why}; }

// The line at the front of `lines`, its CRLF taken off both.
std::string_view take_line(std::string_view& lines) {
    const auto end = lines.find("\r\n");
    const auto line = lines.substr(0, end);
    lines.remove_prefix(end + 2);
    return line;
}

// Fields that decide of the framing, as they are met.
struct Seen {
    unsigned hosts = 0;
    unsigned lengths = 0;
    std::string_view coding{};
    unsigned codings = 0;
    bool close = false;
    bool keep = false;
    std::string_view expectation{};
};

Verdict judge_version(std::string_view version, bool& old) {
    if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
        !is_digit(version[7]))
        return bad("La première ligne de la requête n’est pas du HTTP.");
    if (version[5] != '1' || version[7] > '1')
        return {505, "Cette version de HTTP n’est pas servie ; utilisez HTTP/1.1."};
    old = version[7] == '0';
    return fine;
}

Verdict judge_request_line(std::string_view line, Head& head, bool& old) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return bad("La première ligne de la requête doit avoir trois parties : méthode, adresse, version.");
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    if (!is_token(method)) return bad("La méthode de la requête n’est pas un mot valide.");
    if (const auto version = judge_version(line.substr(last + 1), old); version.refused()) return version;
    if (!is_target(target)) return bad("L’adresse demandée porte des caractères interdits ; codez-les en %XX.");
    if (target.front() != '/') return bad("L’adresse demandée doit commencer par « / ».");
    head.method = method;
    head.target = target;
    return fine;
}

Verdict judge_length(std::string_view value, Head& head) {
    if (value.empty() || value.size() > 19 || !std::all_of(value.begin(), value.end(), is_digit))
        return bad("Content-Length doit être un seul nombre entier.");
    std::uint64_t length = 0;
    for (const char c : value) length = length * 10 + static_cast<std::uint64_t>(c - '0');
    head.length = length;
    return fine;
}

Verdict judge_coding(std::string_view list) {
    bool unknown = false;
    bool last_chunked = false;
    unsigned chunked = 0;
    if (list.ends_with(',')) return bad("Transfer-Encoding est mal formé.");
    do {
        const auto coding = take_element(list);
        if (!is_token(coding)) return bad("Transfer-Encoding est mal formé.");
        last_chunked = same_word(coding, "chunked");
        if (last_chunked) ++chunked;
        unknown = unknown || !last_chunked;
    } while (!list.empty());
    if (chunked > 1) return bad("Transfer-Encoding nomme « chunked » plus d’une fois.");
    if (chunked == 1 && !last_chunked) return bad("Transfer-Encoding doit finir par « chunked ».");
    if (unknown) return {501, "Transfer-Encoding : seul « chunked » est compris."};
    return fine;
}

Verdict note_connection(std::string_view list, Seen& seen) {
    while (!list.empty()) {
        const auto option = take_element(list);
        if (!option.empty() && !is_token(option)) return bad("L’en-tête Connection est mal formé.");
        seen.close = seen.close || same_word(option, "close");
        seen.keep = seen.keep || same_word(option, "keep-alive");
    }
    return fine;
}

// One field of those that the server itself must understand.
Verdict note_field(std::string_view name, std::string_view value, Head& head, Seen& seen) {
    if (same_word(name, "Host")) {
        ++seen.hosts;
        if (!is_host(value)) return bad("L’en-tête Host n’est pas un nom de serveur valide.");
    } else if (same_word(name, "Content-Length")) {
        if (++seen.lengths > 1) return bad("Content-Length est donné plus d’une fois.");
        return judge_length(value, head);
    } else if (same_word(name, "Transfer-Encoding")) {
        ++seen.codings;
        seen.coding = value;
    } else if (same_word(name, "Connection")) {
        return note_connection(value, seen);
    } else if (same_word(name, "Expect")) {
        seen.expectation = value;
    }
    return fine;
}

Verdict judge_field(std::string_view line, Head& head, Seen& seen) {
    if (line.front() == ' ' || line.front() == '\t') return bad("Un en-tête continue sur la ligne suivante.");
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return bad("Une ligne d’en-tête n’a pas de « : ».");
    const auto name = line.substr(0, colon);
    if (!is_token(name)) return bad("Un nom d’en-tête est vide ou porte un caractère interdit.");
    const auto value = trim_blanks(line.substr(colon + 1));
    head.headers.add(name, std::string(value));
    return note_field(name, value, head, seen);
}

Verdict judge_framing(const Seen& seen, bool old, const Head& head, Framing& framing) {
    if (seen.hosts > 1) return bad("L’en-tête Host est donné plus d’une fois.");
    if (seen.hosts == 0 && !old) return bad("L’en-tête Host manque.");
    if (seen.codings > 1) return bad("Transfer-Encoding est donné plus d’une fois.");
    if (seen.codings == 1) {
        if (old) return bad("Transfer-Encoding n’existe pas en HTTP/1.0.");
        if (head.length) return bad("Content-Length et Transfer-Encoding ne vont pas ensemble.");
        if (const auto coding = judge_coding(seen.coding); coding.refused()) return coding;
        framing.chunked = true;
    }
    framing.old = old;
    framing.keep_alive = !seen.close && (!old || seen.keep);
    if (!seen.expectation.empty() && !old) {
        if (!same_word(seen.expectation, "100-continue")) return {417, "L’en-tête Expect n’est pas compris."};
        framing.expects_continue = true;
    }
    return fine;
}

}  // namespace

bool HeadScan::scan(std::string_view bytes) {
    for (; at_ < bytes.size() && !verdict_.refused(); ++at_) {
        const char c = bytes[at_];
        if (static_cast<unsigned char>(c) >= ' ' && c != 0x7f) continue;
        if (c == '\n') {
            if (at_ == 0 || bytes[at_ - 1] != '\r')
                refuse("Une ligne finit par LF seul ; il faut CR et LF.");
            else if (end_line())
                return true;
        } else if (c == '\r') {
            if (at_ + 1 == bytes.size()) break;
            if (bytes[at_ + 1] != '\n') refuse("Un retour chariot (CR) est isolé dans les en-têtes.");
        } else if (is_control(c)) {
            refuse("Les en-têtes portent un caractère de contrôle.");
        }
    }
    check_limits();
    return false;
}

// At the LF of a line: whether it was the empty one that ends the head.
bool HeadScan::end_line() {
    const bool empty = at_ == line_ + 1;
    line_ = at_ + 1;
    if (first_end_ == 0 && empty) {
        if (start_ != 0) refuse("La première ligne de la requête est vide.");
        start_ = line_;
        return false;
    }
    if (first_end_ == 0)
        first_end_ = line_;
    else if (!empty)
        ++fields_;
    else
        size_ = line_;
    check_limits();
    return size_ != 0 && !verdict_.refused();
}

// A limit passed before this place goes first: the verdict must not depend on how the bytes were cut.
void HeadScan::refuse(std::string_view why) {
    check_limits();
    if (!verdict_.refused()) verdict_ = bad(why);
}

void HeadScan::check_limits() {
    if (verdict_.refused()) return;
    const std::size_t line_end = first_end_ == 0 ? at_ : first_end_ - 2;
    if (line_end - std::min(start_, line_end) > limits_.line)
        verdict_ = {414, "L’adresse demandée est trop longue ; raccourcissez-la."};
    else if (first_end_ != 0 && at_ - std::min(first_end_, at_) > limits_.block)
        verdict_ = {431, "Les en-têtes de la requête sont trop longs ; effacez les cookies de ce site."};
    else if (fields_ > limits_.fields)
        verdict_ = {431, "La requête a trop d’en-têtes ; envoyez-en moins."};
}

Verdict judge(std::string_view lines, Head& head, Framing& framing) {
    bool old = false;
    if (const auto line = judge_request_line(take_line(lines), head, old); line.refused()) return line;
    Seen seen;
    for (auto line = take_line(lines); !line.empty(); line = take_line(lines))
        if (const auto field = judge_field(line, head, seen); field.refused()) return field;
    return judge_framing(seen, old, head, framing);
}

}  // namespace clausier::http
