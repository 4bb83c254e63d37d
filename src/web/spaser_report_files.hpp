// What the pages of a report and of its publications share: the shapes it leaves in.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "call.hpp"
#include "clausier/present/frozen_report.hpp"
#include "route.hpp"

namespace clausier::web {

// The report as JSON, table, workbook and document; the page is the caller's.
Reply report_reply(const present::FrozenReport& report, std::string filename);
// The bytes of a zip.
Reply package_reply(std::string bytes, const std::string& filename);
// docx, odt, pdf (or null), xlsx and paquet: where each shape is taken.
void add_downloads(const Call& call, boost::json::object& view, std::string_view path, const http::Fields& kept);

std::vector<Route> published_report_routes();

}  // namespace clausier::web
