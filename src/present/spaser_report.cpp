// Puts the chapters of the SPASER report together.
#include "clausier/present/spaser_report.hpp"

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "lot_words.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

void add_chapters(const ReportPaper& paper) {
    add_buyer_chapter(paper);
    add_method_chapter(paper);
    add_axis_chapter(paper, "social", "3. Axe social");
    add_registers(paper);
    add_axis_chapter(paper, "environnement", "4. Axe environnemental");
    add_reuse(paper);
    add_axis_chapter(paper, "economique", "5. Axe économique");
    add_axis_chapter(paper, "execution", "6. Exécution des clauses d’insertion");
    add_targets_chapter(paper);
    add_annex_chapter(paper);
    add_files_chapter(paper);
}

}  // namespace

void ReportPaper::chapter(const std::string& text) const { out.blocks.emplace_back(Title{level, plain(text)}); }
void ReportPaper::section(const std::string& text) const { out.blocks.emplace_back(Title{level + 1, plain(text)}); }
void ReportPaper::say(const std::string& text) const { out.blocks.emplace_back(Paragraph{plain(text)}); }
void ReportPaper::note(const std::string& text) const { out.blocks.emplace_back(Paragraph{plain(text), true}); }

void ReportPaper::table(DocTable table, const std::string& when_empty) const {
    if (table.rows.empty())
        say(when_empty);
    else
        out.blocks.emplace_back(std::move(table));
}

void ReportPaper::figure(boost::json::object chart) const {
    if (svg(chart).empty()) return;
    Figure one;
    one.text = std::string(chart.at("phrase").as_string());
    one.caption = std::string(chart.at("titre").as_string());
    one.chart = std::move(chart);
    out.blocks.emplace_back(std::move(one));
}

std::string ReportPaper::id(std::string_view name) const {
    return "rapport-" + std::string(name) + "-" + std::to_string(buyer.buyer.id.value);
}

std::string rate_or(const std::optional<core::Rate>& rate) { return rate ? french::percent(*rate) : "–"; }
std::string number_text(std::int64_t number) { return french::number(number, 1); }
std::string indicator_name(const domain::IndicatorInfo& info) { return info.code + ". " + info.label; }

DocTable facts(std::string caption, const std::vector<std::pair<std::string, std::string>>& rows) {
    DocTable out;
    out.caption = std::move(caption);
    out.headers = {plain("Quoi"), plain("Valeur")};
    out.widths = {2, 5};
    for (const auto& [name, value] : rows) out.rows.push_back({plain(name), plain(value)});
    return out;
}

bool in_chapter(const domain::IndicatorInfo& info, std::string_view chapter) {
    if (info.family == "officiel") return (info.code == "O2" ? "environnement" : "social") == chapter;
    if (info.family == "inclusif") return chapter == "social";
    return info.family == chapter;
}

std::string report_title(const domain::SpaserReport& report) {
    std::string out = "Rapport SPASER " + std::to_string(report.year) + "\u00a0: ";
    if (report.buyers.size() == 1) return out + report.buyers.front().buyer.label();
    return out + (report.scheme ? report.scheme->title : "");
}

Document spaser_report(const domain::SpaserReport& report, const std::string& author) {
    Document out;
    out.title = report_title(report);
    out.author = author;
    out.subject = "Schéma de promotion des achats publics socialement et écologiquement responsables";
    out.made_at = report.made_at;
    out.landscape = true;
    out.blocks.emplace_back(Paragraph{
        plain("Données arrêtées au " + day_text(report.made_at) +
              ". Chaque part est donnée en nombre et en montant, "
              "sur tous les contrats comptés et sur ceux qui sont renseignés, avec le taux de renseignement\u00a0: un "
              "contrat non renseigné n’est jamais compté comme sans considération.")});
    const bool several = report.buyers.size() > 1;
    if (several)
        out.blocks.emplace_back(Paragraph{
            plain("Schéma mutualisé entre " + std::to_string(report.buyers.size()) +
                  " acheteurs\u00a0: les indicateurs sont établis pour chacun, et ne s’additionnent pas ici.")});
    for (std::size_t i = 0; i < report.buyers.size(); ++i) {
        if (several) {
            if (i > 0) out.blocks.emplace_back(PageBreak{});
            out.blocks.emplace_back(Title{1, plain(report.buyers[i].buyer.label())});
        }
        add_chapters({report, report.buyers[i], out, several ? 2 : 1});
    }
    return out;
}

}  // namespace clausier::present
