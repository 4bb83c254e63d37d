// Writes a clause of 20 lots or a report of a hundred pages to FILE, as docx, odt or as the Markdown that a peer starts
// from, and prints "bytes seconds peak_mib".
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <string_view>

#include "clausier/core/french.hpp"
#include "clausier/present/document.hpp"

namespace {

using namespace clausier;
using namespace clausier::present;

constexpr const char* kSentence =
    "Le titulaire s’engage à réserver une part du temps de travail nécessaire à l’exécution du marché à des personnes "
    "éloignées de l’emploi, dans les conditions que fixe le présent article : ";

Runs words(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += kSentence;
    return {{text + "soit "}, {"1\u202f250 heures", true, false}, {" au moins."}};
}

DocTable lots(int count) {
    DocTable out;
    out.caption = "Heures d’insertion par lot";
    out.headers = {{{"Lot"}}, {{"Objet"}}, {{"Montant estimé"}}, {{"Taux d’effort"}}, {{"Heures"}}};
    out.align = {Align::left, Align::left, Align::right, Align::right, Align::right};
    for (int i = 1; i <= count; ++i)
        out.rows.push_back({{{fmt::format("Lot {}", i)}},
                            {{fmt::format("Travaux de la tranche {} du programme", i)}},
                            {{core::french::euros(core::Euros::of(120'000 + 3517 * i))}},
                            {{fmt::format("{}\u00a0%", 5 + i % 6)}},
                            {{core::french::hours(core::Hours::of(140 + 37 * i))}}});
    return out;
}

void section(Document& document, int number, int paragraphs, int rows) {
    document.blocks.emplace_back(Title{1, {{fmt::format("Article {}", number)}}});
    for (int i = 0; i < paragraphs; ++i) document.blocks.emplace_back(Paragraph{words(4)});
    List list;
    for (const char* item : {"demandeurs d’emploi de longue durée", "bénéficiaires du RSA", "jeunes sans diplôme"})
        list.items.push_back({{{item}}, {}});
    document.blocks.emplace_back(std::move(list));
    document.blocks.emplace_back(lots(rows));
}

Document clause() {
    Document out;
    out.title = "Clause sociale d’insertion";
    for (int i = 1; i <= 6; ++i) section(out, i, 2, i == 1 ? 20 : 1);
    return out;
}

Document report() {
    Document out;
    out.title = "Bilan de l’année";
    for (int i = 1; i <= 65; ++i) section(out, i, 5, 12);
    return out;
}

class Markdown {
public:
    std::string run(const Document& document) && {
        for (const Block& block : document.blocks) std::visit([&](const auto& one) { write(one); }, block);
        return std::move(out_);
    }

private:
    void text(const Runs& runs) {
        for (const Run& run : runs) out_ += run.strong ? "**" + run.text + "**" : run.text;
    }
    void row(const std::vector<Runs>& cells) {
        for (const Runs& cell : cells) {
            out_ += "| ";
            text(cell);
            out_ += ' ';
        }
        out_ += "|\n";
    }
    void write(const Title& title) {
        out_ += "# ";
        text(title.text);
        out_ += "\n\n";
    }
    void write(const Paragraph& paragraph) {
        text(paragraph.text);
        out_ += "\n\n";
    }
    void write(const List& list) {
        for (const ListItem& item : list.items) {
            out_ += "- ";
            text(item.text);
            out_ += '\n';
        }
        out_ += '\n';
    }
    void write(const DocTable& table) {
        row(table.headers);
        for (const Align align : table.align) out_ += align == Align::right ? "|---:" : "|---";
        out_ += "|\n";
        for (const auto& cells : table.rows) row(cells);
        out_ += "\n: " + table.caption + "\n\n";
    }
    void write(const Figure&) {}
    void write(const PageBreak&) {}

    std::string out_;
};

std::string made(const Document& document, std::string_view format) {
    if (format == "docx") return docx(document);
    if (format == "odt") return odt(document);
    return Markdown().run(document);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "usage: bench_documents clause|report docx|odt|md FILE\n");
        return 2;
    }
    const Document document = std::string_view(argv[1]) == "clause" ? clause() : report();
    const auto begin = std::chrono::steady_clock::now();
    const std::string bytes = made(document, argv[2]);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::ofstream(argv[3], std::ios::binary) << bytes;
    fmt::print("{} {:.4f} {:.1f}\n", bytes.size(), taken.count(), static_cast<double>(usage.ru_maxrss) / 1024);
}
