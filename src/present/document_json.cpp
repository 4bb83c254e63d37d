// Writes a document as JSON and reads it again.
#include "clausier/present/document_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value_to.hpp>

#include "clausier/core/issue.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

json::array runs_json(const Runs& runs) {
    json::array out;
    for (const Run& run : runs) {
        json::object one{{"texte", run.text}};
        if (run.strong) one["fort"] = true;
        if (run.emphasis) one["italique"] = true;
        out.emplace_back(std::move(one));
    }
    return out;
}

json::array list_items(const List& list);
json::object list_json(const List& list) { return {{"numeros", list.numbered}, {"points", list_items(list)}}; }
json::array list_items(const List& list) {
    json::array out;
    for (const ListItem& item : list.items) {
        json::array inner;
        for (const List& one : item.inner) inner.emplace_back(list_json(one));
        out.push_back({{"textes", runs_json(item.text)}, {"listes", std::move(inner)}});
    }
    return out;
}

json::object block_json(const Title& title) {
    return {{"genre", "titre"}, {"niveau", title.level}, {"textes", runs_json(title.text)}};
}
json::object block_json(const Paragraph& paragraph) {
    return {{"genre", "paragraphe"}, {"note", paragraph.note}, {"textes", runs_json(paragraph.text)}};
}
json::object block_json(const List& list) {
    json::object out = list_json(list);
    out["genre"] = "liste";
    return out;
}
json::object block_json(const DocTable& table) {
    json::array headers;
    for (const Runs& runs : table.headers) headers.emplace_back(runs_json(runs));
    json::array rows;
    for (const auto& row : table.rows) {
        json::array cells;
        for (const Runs& runs : row) cells.emplace_back(runs_json(runs));
        rows.emplace_back(std::move(cells));
    }
    json::array align;
    for (const Align one : table.align) align.emplace_back(static_cast<int>(one));
    return {{"genre", "tableau"},
            {"legende", table.caption},
            {"entetes", std::move(headers)},
            {"lignes", std::move(rows)},
            {"largeurs", json::array(table.widths.begin(), table.widths.end())},
            {"alignements", std::move(align)},
            {"lignes_nommees", table.row_headers},
            {"total", table.total}};
}
json::object block_json(const Figure& figure) {
    return {{"genre", "figure"}, {"graphique", figure.chart}, {"texte", figure.text}, {"legende", figure.caption}};
}
json::object block_json(const PageBreak&) { return {{"genre", "saut"}}; }

std::string text_of(const json::value& value) { return std::string(value.as_string()); }
bool flag(const json::object& object, std::string_view key) {
    const json::value* found = object.if_contains(key);
    return found && found->as_bool();
}

Runs read_runs(const json::value& value) {
    Runs out;
    for (const json::value& one : value.as_array())
        out.push_back({text_of(one.at("texte")), flag(one.as_object(), "fort"), flag(one.as_object(), "italique")});
    return out;
}

List read_list(const json::value& value) {
    List out;
    out.numbered = value.at("numeros").as_bool();
    for (const json::value& item : value.at("points").as_array()) {
        ListItem one{read_runs(item.at("textes")), {}};
        for (const json::value& inner : item.at("listes").as_array()) one.inner.push_back(read_list(inner));
        out.items.push_back(std::move(one));
    }
    return out;
}

DocTable read_table(const json::value& value) {
    DocTable out;
    out.caption = text_of(value.at("legende"));
    for (const json::value& header : value.at("entetes").as_array()) out.headers.push_back(read_runs(header));
    for (const json::value& row : value.at("lignes").as_array()) {
        std::vector<Runs> cells;
        for (const json::value& cell : row.as_array()) cells.push_back(read_runs(cell));
        out.rows.push_back(std::move(cells));
    }
    out.widths = json::value_to<std::vector<int>>(value.at("largeurs"));
    for (const int one : json::value_to<std::vector<int>>(value.at("alignements")))
        out.align.push_back(one == 1 ? Align::right : one == 2 ? Align::centre : Align::left);
    out.row_headers = value.at("lignes_nommees").as_bool();
    out.total = value.at("total").as_bool();
    return out;
}

Block read_block(const json::value& value) {
    const std::string kind = text_of(value.at("genre"));
    if (kind == "titre") return Title{json::value_to<int>(value.at("niveau")), read_runs(value.at("textes"))};
    if (kind == "paragraphe") return Paragraph{read_runs(value.at("textes")), value.at("note").as_bool()};
    if (kind == "liste") return read_list(value);
    if (kind == "tableau") return read_table(value);
    if (kind == "figure")
        return Figure{value.at("graphique").as_object(), text_of(value.at("texte")), text_of(value.at("legende"))};
    if (kind == "saut") return PageBreak{};
    throw core::Error(core::ErrorKind::invalid, "blocs", "le bloc « " + kind + " » n’est pas d’un document");
}

}  // namespace

json::object document_json(const Document& document) {
    json::array blocks;
    for (const Block& block : document.blocks)
        blocks.emplace_back(std::visit([](const auto& one) { return block_json(one); }, block));
    return {{"titre", document.title},       {"auteur", document.author},
            {"sujet", document.subject},     {"fait_le", document.made_at.time_since_epoch().count()},
            {"paysage", document.landscape}, {"blocs", std::move(blocks)}};
}

Document read_document(const json::value& value) {
    Document out;
    try {
        out.title = text_of(value.at("titre"));
        out.author = text_of(value.at("auteur"));
        out.subject = text_of(value.at("sujet"));
        out.made_at = core::Instant(std::chrono::seconds(json::value_to<std::int64_t>(value.at("fait_le"))));
        out.landscape = value.at("paysage").as_bool();
        for (const json::value& block : value.at("blocs").as_array()) out.blocks.push_back(read_block(block));
    } catch (const core::Error&) {
        throw;
    } catch (const std::exception&) {
        throw core::Error(core::ErrorKind::invalid, "", "ce contenu n’est pas celui d’un document");
    }
    return out;
}

}  // namespace clausier::present
