// One request on its way through a handler: what it asks for, and what the handler answers.
#pragma once
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/access_tokens.hpp"
#include "clausier/app/app.hpp"
#include "clausier/app/login.hpp"
#include "clausier/http/form.hpp"
#include "clausier/http/message.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"
#include "clausier/web/app.hpp"

namespace clausier::web {

struct Route;

// In which shape the answer is wanted: the suffix of the address, or what Accept says of an address without one.
enum class Format { html, json, csv, xlsx, docx, odt, pdf };
// « docx », « odt », « pdf »: a document to take away.
bool is_document(Format format);
// The suffix of an address in that format, with its dot: ".docx".
std::string_view suffix(Format format);

// Who sends a request. Without account and not whole: nobody in particular, which is what one is by default.
struct Visitor {
    domain::Viewer viewer{};  // with the rights that what was proved so far gives
    std::optional<domain::Id<domain::Account>> account{};
    std::string name{};                      // of the account, as shown
    std::optional<app::SignedIn> session{};  // of a browser
    // A program, by its access token; without account, the token is worth nothing.
    bool by_token = false;
    std::optional<domain::Id<domain::ApiToken>> token{};
    std::optional<domain::TokenScope> scope{};

    // Whoever reaches a server run without accounts.
    static Visitor everything() {
        Visitor out;
        out.viewer = domain::Viewer::everything();
        return out;
    }
};

// What a handler is given.
struct Call {
    App& app;
    const http::Request& request;
    const Route& route;
    Format format = Format::html;
    std::string path;                // without the suffix nor the query
    std::vector<std::string> parts;  // the values of the pattern's {…}, in order
    http::Fields query;
    http::Form form{};  // of a POST
    // Who asks, and the database as they see it; set by the door.
    Visitor visitor{};
    domain::Viewer viewer{};
    std::shared_ptr<store::Database> scoped{};

    [[nodiscard]] bool html() const { return format == Format::html; }
    // The value of a query parameter, "" when absent.
    [[nodiscard]] std::string get(std::string_view name) const;
    // A part of the path that is an id. Throws Error(not_found) when it is no positive number.
    [[nodiscard]] std::int64_t id(std::size_t index = 0) const;
    // Who acts, for use cases.
    [[nodiscard]] app::Session session() const;
    // The database as who asks sees it: the only one a handler may use.
    [[nodiscard]] store::Database& base() const { return scoped ? *scoped : app.base; }
    // The token to put in every form that is posted, as the field "jeton"; the answer then carries its cookie.
    std::string token();
    // The same, different at each call, so that it may stand in a page that is compressed.
    std::string masked_token();

    std::string token_{};       // asked for during this call
    bool new_token_ = false;    // it is not in the browser yet
    bool plain_token_ = false;  // it stands in the page as it is

private:
    const std::string& own_token();
};

// A form is shown again with what is wrong to who reads pages; to who asked for JSON the same is thrown, as
// Error(invalid), or Error(conflict). Does nothing without issues.
void require_page(const Call& call, const std::vector<core::Issue>& issues, bool conflict = false);

// A link of the trail above a title.
struct Crumb {
    std::string url;
    std::string label;
};

// What a handler answers. The document is the JSON twin, `answer.rows` and `answer.table` its exports; `page` and
// `view` make the HTML, with the frame added by the door as "cadre".
struct Reply {
    unsigned status = 200;
    std::string title{};         // of the page; the last word of the trail
    std::vector<Crumb> trail{};  // above it
    std::string page{};          // a template: "marches.html"
    boost::json::object view{};  // what the template shows; only needed for Format::html
    present::Answer answer{};
    std::string filename = "clausier";   // of an export, without suffix
    std::string location{};              // sends the browser there, by 303
    http::Headers headers{};             // besides those of every answer
    std::vector<std::string> cookies{};  // Set-Cookie fields besides that of the form's token
    // Writes the xlsx export into a file when the table of the answer is not what is wanted.
    std::function<void(const std::filesystem::path&)> workbook{};
    // What .docx, .odt and .pdf are made from.
    std::optional<present::Document> document{};
    // Told of the bytes of a document once they are made, before they leave.
    std::function<void(Format, const std::string& bytes)> produced{};
    // The whole answer, made by the handler: a file, an asset.
    std::optional<http::Response> raw{};

    // Sends the browser to an address of ours; `done` names a message of messages.cpp shown there.
    static Reply see(std::string location, std::string_view done = {});
};

}  // namespace clausier::web
