// A document as plain text, for copying.
#include "clausier/present/document.hpp"

#include "document_text.hpp"

namespace clausier::present {
namespace {

class PlainText {
public:
    std::string run(const Document& document) && {
        line(flat(document.title));
        for (const Block& block : document.blocks) {
            if (!out_.empty()) out_ += '\n';
            std::visit([&](const auto& one) { write(one); }, block);
        }
        return std::move(out_);
    }

private:
    void line(const std::string& text) {
        if (!text.empty()) out_ += text + '\n';
    }

    void write(const Title& title) { line(one_line(title.text)); }
    void write(const Paragraph& paragraph) { line(flat(paragraph.text)); }
    void write(const Figure& figure) {
        line(flat(figure.caption));
        line(flat(figure.text));
    }
    void write(const PageBreak&) {}
    void write(const List& list) { items(list, 0); }

    void items(const List& list, std::size_t depth) {
        std::size_t number = 0;
        for (const ListItem& item : list.items) {
            const std::string mark = list.numbered ? std::to_string(++number) + ". " : "– ";
            out_ += std::string(2 * depth, ' ') + mark + one_line(item.text) + '\n';
            for (const List& inner : item.inner) items(inner, depth + 1);
        }
    }

    void row(const std::vector<Runs>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out_ += '\t';
            out_ += one_line(cells[i]);
        }
        out_ += '\n';
    }

    void write(const DocTable& table) {
        line(flat(table.caption));
        if (!table.headers.empty()) row(table.headers);
        for (const std::vector<Runs>& cells : table.rows) row(cells);
    }

    std::string out_;
};

}  // namespace

std::string plain_text(const Document& document) { return PlainText().run(document); }

}  // namespace clausier::present
