// The only file that knows cmark: its tree becomes blocks.
#include "markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "markdown_text.hpp"

namespace clausier::present {
namespace {

struct Freed {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Tree = std::unique_ptr<cmark_node, Freed>;

// Tables are known to one registry of the process.
cmark_syntax_extension* table_extension() {
    static cmark_syntax_extension* const table = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return cmark_find_syntax_extension("table");
    }();
    return table;
}

Tree parse(std::string_view text) {
    const std::unique_ptr<cmark_parser, Freed> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    cmark_parser_attach_syntax_extension(parser.get(), table_extension());
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

bool is(cmark_node* node, std::string_view type) { return node && cmark_node_get_type_string(node) == type; }

constexpr std::string_view no_html =
    "le HTML n’est pas admis\u00a0; écrivez le texte seul, avec **gras**, *italique*, listes et tableaux";
constexpr std::string_view no_link =
    "les liens ne sont pas admis\u00a0; écrivez l’adresse en toutes lettres, sans crochets ni chevrons";
constexpr std::string_view no_image = "les images ne sont pas admises\u00a0; enlevez-la";
constexpr std::size_t most_columns = 40;
constexpr std::size_t most_told = 20;

// What is refused anyway and takes cmark a time or a memory that grows as the square of the text: it must not see it.
constexpr std::pair<std::string_view, std::string_view> costly_signs[] = {
    {"<!", no_html}, {"<?", no_html}, {"![", no_image}, {"](", no_link}};

std::vector<MarkdownFault> costly_marks(std::string_view text) {
    std::vector<MarkdownFault> out;
    for (const auto& [sign, why] : costly_signs)
        for (std::size_t at = text.find(sign); at != std::string_view::npos && out.size() < most_told;
             at = text.find(sign, at + 1)) {
            if (at > 0 && text[at - 1] == '\\') continue;
            const std::size_t open = sign == "](" ? text.rfind('[', at) : at;
            out.push_back({open == std::string_view::npos ? at : open, core::Severity::error, std::string(why)});
        }
    return out;
}

std::vector<MarkdownFault> wide_tables(std::string_view text) {
    std::vector<MarkdownFault> out;
    std::size_t start = 0;
    for (const std::string_view line : core::split(text, '\n')) {
        const bool rule = line.find_first_not_of(" \t\r|:-") == std::string_view::npos;
        if (rule && cells_of(line) > most_columns)
            out.push_back({start, core::Severity::error,
                           fmt::format("un tableau a {} colonnes au plus\u00a0; faites-en plusieurs", most_columns)});
        start += line.size() + 1;
    }
    return out;
}

// The same text, byte for byte, with letters instead of the marks, so that the rest can be read.
std::string without_marks_of_cost(std::string_view text) {
    std::string out(text);
    for (const auto& [sign, why] : costly_signs)
        for (std::size_t at = out.find(sign); at != std::string::npos; at = out.find(sign, at + 1))
            out.replace(at, sign.size(), sign.size(), 'x');
    return out;
}

class Walker {
public:
    explicit Walker(std::string_view text) : text_(text), tree_(parse(text)) {}

    MarkdownBlocks run() && {
        for (cmark_node* node = cmark_node_first_child(tree_.get()); node; node = cmark_node_next(node)) block(node);
        return std::move(out_);
    }

private:
    void block(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_HEADING:
                return heading(node);
            case CMARK_NODE_PARAGRAPH:
                return paragraph(node);
            case CMARK_NODE_LIST:
                return out_.blocks.emplace_back(list(node, 1)), void();
            case CMARK_NODE_BLOCK_QUOTE:
                return small_print(node);
            case CMARK_NODE_THEMATIC_BREAK:
                return out_.blocks.emplace_back(PageBreak{}), void();
            default:
                if (is(node, "table")) return table(node);
                refuse(node);
        }
    }

    void heading(cmark_node* node) {
        if (text_.at(text_.offset(node)) != '#')
            return fault(
                node,
                "ce texte souligné par « --- » ou « === » ferait un titre\u00a0; laissez une ligne vide avant « --- » "
                "pour un saut de page, ou commencez le titre par « # »");
        const int level = cmark_node_get_heading_level(node);
        if (level > 4) return fault(node, "un titre a quatre niveaux au plus\u00a0; enlevez des « # »");
        if (level > level_ + 1)
            fault(node, "ce titre saute un niveau\u00a0; enlevez un « # »", core::Severity::warning);
        level_ = level;
        if (Runs runs = inlines(node); !runs.empty()) out_.blocks.emplace_back(Title{level, std::move(runs)});
    }

    void paragraph(cmark_node* node) {
        Runs runs = inlines(node);
        if (runs.empty()) return;
        if (text_.at(text_.offset(node)) == '|')
            fault(node,
                  "ce tableau ne se lit pas\u00a0: sous la ligne des titres, il faut une ligne « |---|---| » qui a "
                  "autant de "
                  "colonnes qu’elle");
        if (is(cmark_node_next(node), "table")) {
            if (const auto caption = caption_of(runs)) {
                caption_ = *caption;
                return;
            }
        }
        out_.blocks.emplace_back(Paragraph{std::move(runs)});
    }

    void small_print(cmark_node* node) {
        for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
            if (cmark_node_get_type(child) != CMARK_NODE_PARAGRAPH)
                fault(child,
                      "un texte en petit (« > ») ne contient que des paragraphes\u00a0; enlevez « > » sur ces lignes");
            else if (Runs runs = inlines(child); !runs.empty())
                out_.blocks.emplace_back(Paragraph{std::move(runs), true});
        }
    }

    List list(cmark_node* node, int depth) {
        List out;
        out.numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        for (cmark_node* item = cmark_node_first_child(node); item; item = cmark_node_next(item)) {
            ListItem made;
            for (cmark_node* child = cmark_node_first_child(item); child; child = cmark_node_next(child)) {
                const cmark_node_type type = cmark_node_get_type(child);
                if (type == CMARK_NODE_PARAGRAPH) {
                    append_line(made.text, inlines(child));
                } else if (type == CMARK_NODE_LIST && depth == 1) {
                    made.inner.push_back(list(child, depth + 1));
                } else if (type == CMARK_NODE_LIST) {
                    fault(child, "une liste a deux niveaux au plus\u00a0; remontez ces lignes d’un cran");
                } else {
                    refuse(child);
                }
            }
            out.items.push_back(std::move(made));
        }
        return out;
    }

    void table(cmark_node* node) {
        DocTable out;
        out.caption = std::move(caption_);
        caption_.clear();
        if (out.caption.empty())
            fault(node,
                  "ce tableau n’a pas de légende\u00a0; écrivez juste avant un paragraphe « Tableau\u00a0: ce qu’il "
                  "montre »",
                  core::Severity::warning);
        const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
        const std::uint8_t* const align = cmark_gfm_extensions_get_table_alignments(node);
        for (std::size_t i = 0; i < columns; ++i)
            out.align.push_back(align[i] == 'r' ? Align::right : align[i] == 'c' ? Align::centre : Align::left);
        for (cmark_node* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
            const bool titles = is(row, "table_header");  // as many as the table has columns, or it would be none
            const std::size_t cells = titles ? columns : cells_of(text_.line(cmark_node_get_start_line(row)));
            if (cells != columns)
                fault(row, fmt::format("cette ligne du tableau a {} et ses titres {}\u00a0; donnez-leur en autant",
                                       core::french::count(cells, "colonne"), columns));
            std::vector<Runs> made;
            for (cmark_node* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell))
                made.push_back(inlines(cell));
            if (titles)
                out.headers = std::move(made);
            else
                out.rows.push_back(std::move(made));
        }
        out.total = !out.rows.empty() && is_total(out.rows.back());
        out_.blocks.emplace_back(std::move(out));
    }

    Runs inlines(cmark_node* parent) {
        Runs out;
        collect(parent, {}, 0, out);
        trim(out);
        return out;
    }

    void collect(cmark_node* parent, const Run& look, int depth, Runs& out) {
        if (depth > 4) return fault(parent, "le gras et l’italique sont trop imbriqués\u00a0; simplifiez");
        for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
            Run inner = look;
            switch (cmark_node_get_type(node)) {
                case CMARK_NODE_TEXT:
                    append(out, without_marks(cmark_node_get_literal(node)), look);
                    break;
                case CMARK_NODE_SOFTBREAK:
                    append(out, " ", look);
                    break;
                case CMARK_NODE_LINEBREAK:
                    append(out, "\n", look);
                    break;
                case CMARK_NODE_STRONG:
                    inner.strong = true;
                    collect(node, inner, depth + 1, out);
                    break;
                case CMARK_NODE_EMPH:
                    inner.emphasis = true;
                    collect(node, inner, depth + 1, out);
                    break;
                default:
                    refuse(node);
            }
        }
    }

    void refuse(cmark_node* node) { fault(node, std::string(reason(cmark_node_get_type(node)))); }

    static std::string_view reason(cmark_node_type type) {
        switch (type) {
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE:
                return no_html;
            case CMARK_NODE_LINK:
                return no_link;
            case CMARK_NODE_IMAGE:
                return no_image;
            case CMARK_NODE_CODE:
                return "les accents graves (`) feraient du code\u00a0; écrivez des guillemets « » ou enlevez-les";
            case CMARK_NODE_CODE_BLOCK:
                return "quatre espaces ou « ``` » en début de ligne feraient du code\u00a0; enlevez-les";
            default:
                return "un titre, un tableau ou une citation ne va pas ici\u00a0; mettez-le en dehors de la liste";
        }
    }

    void fault(cmark_node* node, std::string what, core::Severity severity = core::Severity::error) {
        while (node && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
        std::size_t offset = node ? text_.offset(node) : 0;
        while (offset > 0 && text_.at(offset - 1) == '`') --offset;  // cmark places code after its graves
        out_.faults.push_back({offset, severity, std::move(what)});
    }

    MarkdownText text_;
    Tree tree_;
    std::string caption_;
    int level_ = 0;  // of the last title
    MarkdownBlocks out_;
};

}  // namespace

MarkdownBlocks markdown_blocks(std::string_view text) {
    if (std::vector<MarkdownFault> faults = wide_tables(text); !faults.empty()) return {{}, std::move(faults)};
    std::vector<MarkdownFault> faults = costly_marks(text);
    if (faults.empty()) return Walker(text).run();
    const std::string harmless = without_marks_of_cost(text);
    MarkdownBlocks rest = Walker(harmless).run();
    std::move(rest.faults.begin(), rest.faults.end(), std::back_inserter(faults));
    return {{}, std::move(faults)};
}

}  // namespace clausier::present
