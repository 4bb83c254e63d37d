// The links from one page of a long list to those beside it.
#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "clausier/http/form.hpp"

namespace clausier::web {

class FormReader;

// The farthest page that is looked for: its rows still count in 64 bits.
inline constexpr std::int64_t last_page = 1'000'000;

// The page that "page" asks for, from 1 to last_page; 1 when it is not said.
std::int64_t asked_page(FormReader& reader);

// Where a list stands: page `at` (the first is 1) of `total` rows, `each` a page.
struct ListPage {
    std::int64_t at = 1;
    std::int64_t total = 0;
    std::int64_t each = 100;
};

// plusieurs (more than one page, or beyond the last one), avant and apres (an address or null), ici (« page 2 sur 7 »).
// `address` gives that of a page.
boost::json::object page_links(const ListPage& page, const std::function<std::string(std::int64_t)>& address);

// The same where the pages of `path` differ by their parameter "page" alone: the rest of the query is kept, empty
// values and what was done last (« fait ») aside.
boost::json::object page_links(const ListPage& page, std::string_view path, const http::Fields& query);

}  // namespace clausier::web
