// The parts common to the pages of calculations.
#include "calculation_frame.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "calculation_methods.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/calculation.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

json::object link(std::string_view url, std::string_view label, std::string_view path) {
    return {{"url", url}, {"libelle", label}, {"courante", url == path}};
}

void add_navigation(json::object& view, std::string_view path) {
    json::array others;
    bool among_others = false;
    for (const Method& method : methods()) {
        others.push_back(link(method.path, method.label, path));
        among_others = among_others || method.path == path;
    }
    view["methodes"] = json::array{link("/calcul", "Lots d’un marché", path),
                                   link("/calcul/entreprise", "Simulateur entreprise", path)};
    view["autres_methodes"] = std::move(others);
    view["autre_methode"] = among_others;
}

// "--part-mo" becomes « Part de main-d’œuvre ».
std::string worded(const std::string& text, std::span<const FieldLabel> labels) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = text.find("--", at);
        out.append(text, at, found - at);
        if (found == std::string::npos) break;
        std::size_t end = found + 2;
        while (end < text.size() && (text[end] == '-' || (text[end] >= 'a' && text[end] <= 'z'))) ++end;
        const std::string_view option = std::string_view(text).substr(found + 2, end - found - 2);
        const auto label = std::find_if(labels.begin(), labels.end(), [&](const auto& l) { return l.first == option; });
        out += "«\u00a0" + std::string(label == labels.end() ? option : label->second) + "\u00a0»";
        at = end;
    }
    return out;
}

}  // namespace

std::string field_of(std::string_view option) {
    std::string out(option);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

bool live(const Call& call) { return call.request.headers.has("hx-request"); }

unsigned fault_status(const Call& call, const std::vector<core::Issue>& issues) {
    return issues.empty() || live(call) ? 200 : 422;
}

std::string address(std::string_view path, const http::Fields& kept) {
    const std::string query = http::encode_query(kept);
    return std::string(path) + (query.empty() ? "" : "?" + query);
}

void add_calculation_frame(Call& call, Reply& reply, const http::Fields& kept) {
    const std::string here = address(call.path, kept);
    add_navigation(reply.view, call.path);
    reply.view["vif"] = live(call);
    reply.view["lien"] = std::string(call.request.secure ? "https://" : "http://") +
                         std::string(call.request.headers.get("host").value_or("")) + here;
    reply.view["jour"] = core::french::date(call.app.clock.today());
    reply.view["classeur"] = address(call.path + ".xlsx", kept);
    reply.headers.set("Vary", "Accept, Cookie, HX-Request");
    call.query = kept;  // what the links to the other shapes of the page carry
    if (live(call)) reply.headers.set("HX-Replace-Url", here);
}

core::Issue told_by_field(core::Issue issue, std::span<const FieldLabel> labels, std::string_view suffix) {
    const std::size_t option = issue.where.find("option --");
    const std::string named =
        option == std::string::npos ? issue.where : field_of(std::string_view(issue.where).substr(option + 9));
    const bool known = std::any_of(labels.begin(), labels.end(),
                                   [&](const FieldLabel& label) { return field_of(label.first) == named; });
    issue.where = known ? named + std::string(suffix) : std::string();
    issue.text = worded(issue.text, labels);
    return issue;
}

std::vector<core::Issue> told_by_field(const core::Error& error, std::span<const FieldLabel> labels) {
    std::vector<core::Issue> out;
    for (const core::Issue& issue : error.issues()) out.push_back(told_by_field(issue, labels));
    return out;
}

std::vector<std::pair<std::string, std::string>> rounding_options() {
    std::vector<std::pair<std::string, std::string>> out;
    // The nearest hour needs no word in the address.
    for (const char* name : {"proche", "bas", "haut", "5", "7", "35"})
        out.emplace_back(out.empty() ? "" : name, domain::HourRounding::parse(name)->words());
    return out;
}

}  // namespace clausier::web
