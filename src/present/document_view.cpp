// Turns the blocks of a document into what pages show.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <cctype>

#include "clausier/present/document.hpp"
#include "document_blocks.hpp"
#include "document_figure.hpp"
#include "document_text.hpp"
#include "table_widths.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

json::array texts(const std::vector<Piece>& all) {
    json::array out;
    for (const Piece& piece : all)
        out.emplace_back(json::object{
            {"saut", piece.line_break}, {"fort", piece.strong}, {"italique", piece.emphasis}, {"texte", piece.text}});
    return out;
}

// A picture as an address that holds it.
std::string data_address(std::string_view svg) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "data:image/svg+xml,";
    out.reserve(out.size() + svg.size() * 2);
    for (const char c : svg) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '-' || c == '.' || c == '_' || c == '~' || c == ',' || c == ' ') {
            out += c == ' ' ? std::string_view("%20") : std::string_view(&c, 1);
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

class Blocks {
public:
    Blocks(const Document& document, FigureForm form) : document_(document), form_(form) {}

    json::array run() {
        json::array out;
        for (const Block& block : document_.blocks) {
            // Each block names what it is not, so that the template may ask.
            json::object one = {{"titre", nullptr},   {"paragraphe", nullptr}, {"liste", nullptr},
                                {"tableau", nullptr}, {"figure", nullptr},     {"saut_de_page", false}};
            std::visit([&](const auto& it) { fill(one, it); }, block);
            out.emplace_back(std::move(one));
        }
        return out;
    }

private:
    static void fill(json::object& out, const Title& title) {
        const int level = std::clamp(title.level, 1, 4);
        out["genre"] = "titre";
        out["titre"] = json::object{{"niveau", level},  {"n1", level == 1}, {"n2", level == 2},
                                    {"n3", level == 3}, {"n4", level == 4}, {"textes", texts(pieces(title.text))}};
    }

    static void fill(json::object& out, const Paragraph& paragraph) {
        out["genre"] = "paragraphe";
        out["paragraphe"] = json::object{{"note", paragraph.note}, {"textes", texts(pieces(paragraph.text))}};
    }

    static void fill(json::object& out, const PageBreak&) {
        out["genre"] = "saut de page";
        out["saut_de_page"] = true;
    }

    // A tree of any depth as a row of marks, since templates do not call themselves.
    static void fill(json::object& out, const List& list) {
        json::array marks;
        mark(marks, list);
        out["genre"] = "liste";
        out["liste"] = json::object{{"marques", std::move(marks)}};
    }

    static void add_mark(json::array& marks, std::string_view which, json::array textes = {}) {
        json::object one;
        for (const char* name :
             {"debut_puces", "debut_numeros", "debut_point", "fin_point", "fin_numeros", "fin_puces"})
            one[name] = name == which;
        one["textes"] = std::move(textes);
        marks.emplace_back(std::move(one));
    }

    static void mark(json::array& marks, const List& list) {
        if (list.items.empty()) return;
        add_mark(marks, list.numbered ? "debut_numeros" : "debut_puces");
        for (const ListItem& item : list.items) {
            add_mark(marks, "debut_point", texts(pieces(item.text)));
            for (const List& inner : item.inner) mark(marks, inner);
            add_mark(marks, "fin_point");
        }
        add_mark(marks, list.numbered ? "fin_numeros" : "fin_puces");
    }

    static json::object cell(const DocTable& table, const std::vector<Runs>& cells, std::size_t column) {
        const Align align = alignment(table, column);
        json::array textes = column < cells.size() ? texts(pieces(cells[column])) : json::array();
        return {{"colonne", column < table.headers.size() ? one_line(table.headers[column]) : std::string()},
                {"nombre", align == Align::right},
                {"milieu", align == Align::centre},
                {"pleine", !textes.empty()},
                {"textes", std::move(textes)}};
    }

    static json::object row(const DocTable& table, const std::vector<Runs>& cells) {
        json::object out = {{"entete", nullptr}};
        json::array others;
        for (std::size_t c = 0; c < column_count(table); ++c) {
            if (c == 0 && table.row_headers)
                out["entete"] = cell(table, cells, c);
            else
                others.emplace_back(cell(table, cells, c));
        }
        out["cases"] = std::move(others);
        return out;
    }

    void fill(json::object& out, const DocTable& table) {
        const std::string number = table.caption.empty() ? "" : std::to_string(++captioned_);
        json::array headers;
        if (!table.headers.empty())
            for (std::size_t c = 0; c < column_count(table); ++c) headers.emplace_back(cell(table, table.headers, c));
        json::array rows;
        json::array totals;
        for (const std::vector<Runs>& cells : table.rows) {
            const bool total = table.total && &cells == &table.rows.back();
            (total ? totals : rows).emplace_back(row(table, cells));
        }
        // On paper a table keeps the widths and the size that it has in the other formats; a page sets its own.
        json::array shares;
        json::value size = nullptr;
        if (form_ == FigureForm::picture) {
            for (const int width : column_widths(table, 1000, document_.landscape))
                shares.emplace_back(fmt::format("{}.{}", width / 10, width % 10));
            const int font = table_font(table, document_.landscape);
            if (font != kTableFont) size = fmt::format("{}.{}", font / 10, font % 10);
        }
        out["genre"] = "tableau";
        out["tableau"] = json::object{{"id", "tableau-" + std::to_string(++tables_)},
                                      {"numero", number},
                                      {"legende", flat(table.caption)},
                                      {"parts", std::move(shares)},
                                      {"taille", std::move(size)},
                                      {"a_entetes", !headers.empty()},
                                      {"entetes", std::move(headers)},
                                      {"lignes", std::move(rows)},
                                      {"a_totaux", !totals.empty()},
                                      {"totaux", std::move(totals)}};
    }

    void fill(json::object& out, const Figure& figure) {
        const bool there = !figure.chart.empty();
        const std::string kind = there ? std::string(figure.chart.at("genre").as_string()) : "";
        json::object one = {{"numero", std::to_string(++figures_)},
                            {"legende", flat(figure.caption)},
                            {"texte", flat(figure.text)},
                            {"image", nullptr}};
        const bool drawn = there && form_ == FigureForm::chart;
        for (const char* name : {"barres", "courbe", "carte"})
            one[name] = drawn && kind == name ? json::value(figure.chart) : json::value(nullptr);
        if (form_ == FigureForm::picture)
            if (const std::optional<Picture> it = picture(figure, document_.landscape))
                one["image"] =
                    json::object{{"adresse", data_address(it->svg)}, {"largeur", it->width}, {"hauteur", it->height}};
        one["en_mots"] = !drawn && one["image"].is_null();
        out["genre"] = "figure";
        out["figure"] = std::move(one);
    }

    const Document& document_;
    FigureForm form_;
    int tables_ = 0;
    int captioned_ = 0;
    int figures_ = 0;
};

}  // namespace

json::array document_blocks(const Document& document, FigureForm form) { return Blocks(document, form).run(); }

json::array document_view(const Document& document) { return document_blocks(document, FigureForm::chart); }

}  // namespace clausier::present
