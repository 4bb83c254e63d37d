// Addresses and words of pages.
#include "page_links.hpp"

#include <algorithm>
#include <boost/json/value.hpp>

#include "clausier/core/french.hpp"
#include "form_reader.hpp"

namespace clausier::web {

namespace json = boost::json;

std::int64_t asked_page(FormReader& reader) {
    return std::clamp<std::int64_t>(reader.whole("page").value_or(1), 1, last_page);
}

json::object page_links(const ListPage& page, const std::function<std::string(std::int64_t)>& address) {
    const std::int64_t last = std::max<std::int64_t>(1, (page.total + page.each - 1) / page.each);
    const auto link = [&](std::int64_t to) {
        return to < 1 || to > last || to == page.at ? json::value(nullptr) : json::value(address(to));
    };
    return {{"plusieurs", last > 1 || page.at > 1},
            {"avant", link(std::min(page.at - 1, last))},
            {"apres", link(page.at + 1)},
            {"ici", "page " + core::french::number(page.at, 1) + " sur " + core::french::number(last, 1)}};
}

json::object page_links(const ListPage& page, std::string_view path, const http::Fields& query) {
    return page_links(page, [&](std::int64_t to) {
        http::Fields kept;
        for (const http::Header& pair : query)
            if (pair.name != "page" && pair.name != "fait" && !pair.value.empty()) kept.add(pair.name, pair.value);
        kept.add("page", std::to_string(to));
        return std::string(path) + "?" + http::encode_query(kept);
    });
}

}  // namespace clausier::web
