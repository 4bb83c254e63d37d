// Targets, query strings and cookies, decoded by Boost.URL; forms of both types.
#include "clausier/http/form.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>

#include "clausier/core/text.hpp"
#include "field_syntax.hpp"
#include "multipart.hpp"

namespace clausier::http {
namespace {

namespace urls = boost::urls;

constexpr std::size_t most_fields = 1000;
constexpr std::size_t longest_form = 4 << 20;

core::Issue broken() {
    return core::fault("adresse",
                       "l’adresse ou le formulaire porte un caractère mal codé ; revenez à la page et recommencez");
}

// One component decoded; a plus is a space in forms and queries.
bool decode(std::string_view text, bool plus, std::string& out) {
    const auto view = urls::make_pct_string_view({text.data(), text.size()});
    if (!view) return false;
    urls::encoding_opts options;
    options.space_as_plus = plus;
    out = view->decode(options);
    return core::is_utf8(out) && out.find('\0') == std::string::npos;
}

// The body of a request, wherever it stands, in blocks.
template <class Take>
void each_block(const Request& request, Take take) {
    if (!request.file) return take(std::string_view(request.body));
    std::vector<char> block(64 << 10);
    for (std::uint64_t at = 0; at < request.file->size();) {
        const std::size_t got = request.file->read(at, block);
        if (got == 0) break;
        take(std::string_view(block.data(), got));
        at += got;
    }
}

}  // namespace

std::optional<std::string_view> Fields::get(std::string_view name) const {
    for (const Header& pair : pairs_)
        if (pair.name == name) return pair.value;
    return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> out;
    for (const Header& pair : pairs_)
        if (pair.name == name) out.push_back(pair.value);
    return out;
}

core::Result<Fields> parse_urlencoded(std::string_view text) {
    Fields out;
    std::size_t count = 0;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty()) continue;
        if (++count > most_fields)
            return core::fault("adresse", "la demande porte plus de 1 000 champs ; envoyez-la en plusieurs fois");
        const std::size_t equal = std::min(pair.find('='), pair.size());
        std::string name;
        std::string value;
        if (!decode(pair.substr(0, equal), true, name)) return broken();
        if (equal < pair.size() && !decode(pair.substr(equal + 1), true, value)) return broken();
        out.add(std::move(name), std::move(value));
    }
    return out;
}

core::Result<Target> parse_target(std::string_view target) {
    Target out;
    const std::size_t mark = std::min(target.find('?'), target.size());
    out.path = target.substr(0, mark);
    if (!out.path.starts_with('/')) return broken();
    std::string_view rest = std::string_view(out.path).substr(1);
    if (!rest.empty()) {
        for (const std::string_view segment : core::split(rest, '/')) {
            std::string decoded;
            if (!decode(segment, false, decoded)) return broken();
            out.segments.push_back(std::move(decoded));
        }
    }
    if (mark < target.size()) {
        core::Result<Fields> query = parse_urlencoded(target.substr(mark + 1));
        if (!query) return query.error();
        out.query = std::move(*query);
    }
    return out;
}

Form read_form(const Request& request) {
    const std::string_view type = request.headers.get("content-type").value_or("");
    Form out;
    if (const auto boundary = multipart_boundary(type); !boundary.empty()) {
        MultipartReader reader(boundary, out);
        each_block(request, [&](std::string_view bytes) { reader.feed(bytes); });
        reader.finish();
        return out;
    }
    if (!same_word(trim_blanks(type.substr(0, type.find(';'))), "application/x-www-form-urlencoded"))
        throw core::Error(core::ErrorKind::invalid,
                          {core::fault("type_inconnu",
                                       "le formulaire est d’un type que ce serveur ne lit pas ; envoyez-le "
                                       "depuis sa page")});
    std::string text;
    each_block(request, [&](std::string_view bytes) {
        text += bytes;
        if (text.size() > longest_form)
            throw core::Error(core::ErrorKind::invalid,
                              {core::fault("adresse", "le formulaire est trop long ; envoyez-le en plusieurs fois")});
    });
    out.fields = parse_urlencoded(text).value();
    return out;
}

Fields parse_cookies(std::string_view text) {
    Fields out;
    for (std::string_view pair : core::split(text, ';')) {
        pair = core::trim(pair);
        const std::size_t equal = pair.find('=');
        if (equal == std::string_view::npos || equal == 0) continue;
        out.add(std::string(pair.substr(0, equal)), std::string(pair.substr(equal + 1)));
    }
    return out;
}

std::string encode_component(std::string_view text) {
    return urls::encode({text.data(), text.size()}, urls::unreserved_chars);
}

std::string encode_query(const Fields& fields) {
    std::string out;
    for (const Header& pair : fields) {
        if (!out.empty()) out += '&';
        out += encode_component(pair.name) + "=" + encode_component(pair.value);
    }
    return out;
}

}  // namespace clausier::http
