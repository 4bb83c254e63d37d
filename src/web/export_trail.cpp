// Knows a file to keep by its header, and says of it its address, its format and how many rows it has.
#include "export_trail.hpp"

#include "clausier/app/journal.hpp"
#include "clausier/present/tables.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

// "csv", from the name that the file is given.
std::string format_of(std::string_view disposition) {
    while (!disposition.empty() && disposition.back() == '"') disposition.remove_suffix(1);
    const std::size_t dot = disposition.rfind('.');
    return dot == std::string_view::npos ? std::string() : std::string(disposition.substr(dot + 1));
}

}  // namespace

void trace_export(const Call& call, const Reply& reply, const http::Response& response) {
    const std::string_view disposition = response.headers.get("content-disposition").value_or("");
    if (call.request.method != "GET" || response.status != 200 || !disposition.starts_with("attachment")) return;
    if (reply.produced || call.route.action == Action::open) return;
    std::string detail = format_of(disposition);
    if (!reply.raw && !reply.workbook && !reply.answer.document.is_null())
        detail += " lignes=" + std::to_string(present::row_objects(reply.answer).size());
    if (!call.base().read_only()) return app::record_export(call.session(), call.base(), call.path, detail);
    if (call.app.config.log) call.app.config.log("export " + call.session().actor + " " + call.path + " " + detail);
}

}  // namespace clausier::web
