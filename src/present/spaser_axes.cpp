// Chapters 3 to 6 of the SPASER report: the figures of each axis, their trend, registers and AGEC declarations.
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/spaser_views.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::IndicatorInfo;
using domain::IndicatorValue;
using domain::ReportFigures;

// « 12 contrats », or « 3 structures » too.
Runs name_runs(const IndicatorInfo& info, const IndicatorValue& value) {
    Runs out = plain(indicator_name(info));
    if (value.structures > 0)
        out.push_back({"\n" + french::count(static_cast<std::uint64_t>(value.structures), "structure distincte",
                                            "structures distinctes")});
    return out;
}

std::string value_of(const IndicatorInfo& info, const IndicatorValue& value) {
    return domain::target_text(domain::TargetMeasure::value, info.unit,
                               value.value->rounded(100, core::Rounding::nearest));
}

std::vector<Runs> figure_row(const IndicatorInfo& info, const IndicatorValue& value) {
    const auto dash = plain("–");
    if (!value.unavailable.empty())
        return {{{indicator_name(info)}, {"\nnon disponible\u00a0: " + value.unavailable, false, true}},
                dash,
                dash,
                dash,
                dash,
                dash,
                dash,
                dash};
    if (value.value)
        return {name_runs(info, value),
                plain(value_of(info, value)),
                dash,
                dash,
                plain(rate_or(value.fill_rate())),
                dash,
                dash,
                dash};
    const bool money = info.unit == "depenses";
    const auto number = [&](const std::string& text) { return money ? plain("–") : plain(text); };
    return {name_runs(info, value),
            number(number_text(value.part.contracts) + " sur " + number_text(value.all.contracts)),
            number(rate_or(value.rate_on_all())),
            number(rate_or(value.rate_on_filled())),
            number(rate_or(value.fill_rate())),
            plain(french::euros(value.part.amount)),
            plain(rate_or(value.amount_rate_on_all())),
            plain(rate_or(value.amount_rate_on_filled()))};
}

DocTable figures_table(const ReportFigures& year, std::string_view chapter, const std::string& title) {
    DocTable out;
    out.caption = fmt::format("{}, {}", title.substr(3), year.year);
    out.headers = {
        plain("Indicateur"),    plain("Nombre"),       plain("Part en nombre"),  plain("Sur renseignés"),
        plain("Renseignement"), plain("Montant (HT)"), plain("Part en montant"), plain("Montant, sur renseignés")};
    out.align.assign(8, Align::right);
    out.align.front() = Align::left;
    out.widths = {9, 4, 3, 3, 4, 5, 3, 4};
    for (const IndicatorInfo& info : domain::indicators())
        if (in_chapter(info, chapter)) out.rows.push_back(figure_row(info, year.of(info.code)));
    return out;
}

// « 12,5 % / 18 % »: in number, in amount.
std::string both(const IndicatorInfo& info, const IndicatorValue& value) {
    if (!value.unavailable.empty()) return "–";
    if (value.value) return value_of(info, value);
    if (info.unit == "depenses") return rate_or(value.amount_rate_on_all());
    return rate_or(value.rate_on_all()) + " / " + rate_or(value.amount_rate_on_all());
}

DocTable trend_table(const ReportPaper& paper, std::string_view chapter) {
    DocTable out;
    out.caption = "Évolution, part en nombre / part en montant, sur tous les contrats";
    out.headers = {plain("Indicateur")};
    out.align = {Align::left};
    for (const ReportFigures& year : paper.buyer.years) {
        out.headers.push_back(plain(std::to_string(year.year)));
        out.align.push_back(Align::right);
    }
    for (const IndicatorInfo& info : domain::indicators()) {
        if (!in_chapter(info, chapter)) continue;
        std::vector<Runs> row{plain(indicator_name(info))};
        for (const ReportFigures& year : paper.buyer.years) row.push_back(plain(both(info, year.of(info.code))));
        out.rows.push_back(std::move(row));
    }
    return out;
}

// The main figure of a chapter, by which it is drawn; "" for none.
std::string_view main_indicator(std::string_view chapter) {
    if (chapter == "social") return "S1";
    if (chapter == "environnement") return "E1";
    return chapter == "economique" ? "P1" : "";
}

void add_trend_chart(const ReportPaper& paper, std::string_view code) {
    std::vector<YearFigure> years;
    for (const ReportFigures& year : paper.buyer.years) years.push_back({year.year, &year.of(code)});
    std::vector<YearLine> lines;
    for (const domain::HistoricMark& mark : paper.report.marks)
        if (mark.indicator == code) {
            YearLine line{"Repère historique\u00a0: " + mark.source, {}};
            for (const YearFigure& one : years)
                line.rates.push_back(mark.stands_in(one.year) ? std::optional(mark.rate) : std::nullopt);
            lines.push_back(std::move(line));
        }
    paper.figure(trend_chart(*domain::indicator_info(code), years, lines, paper.id("courbe-" + std::string(code))));
}

void add_breakdowns(const ReportPaper& paper, std::string_view code) {
    for (const domain::ReportBreakdown& breakdown : paper.buyer.breakdowns) {
        const std::string by(domain::label(breakdown.by));
        BarChart chart;
        std::int64_t contracts = 0;
        for (const auto& [label, figures] : breakdown.parts) {
            const auto rate = figures.of(code).rate_on_all();
            contracts += figures.all.contracts;
            chart.bars.push_back({label, rate ? std::optional(rate->parts()) : std::nullopt});
        }
        if (contracts == 0) continue;
        chart.heading = {paper.id("barres-" + std::string(code) + "-" + std::string(domain::code(breakdown.by))),
                         fmt::format("{} par {}, {}", code, by, paper.report.year),
                         "Part de tous les contrats de chaque ligne, en nombre\u00a0: " +
                             french::count(static_cast<std::uint64_t>(contracts), "contrat") + " en tout",
                         ""};
        chart.category = by;
        chart.quantity = "Part en nombre";
        chart.measure = kInPercent;
        paper.figure(bar_chart(chart));
    }
}

DocTable register_years(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Référents, sensibilisation et partenariats, par année";
    out.headers = {plain("Registre")};
    out.align = {Align::left};
    for (const ReportFigures& year : paper.buyer.years) {
        out.headers.push_back(plain(std::to_string(year.year)));
        out.align.push_back(Align::right);
    }
    for (const domain::RegisterKind kind : domain::register_kinds) {
        std::vector<Runs> row{plain(std::string(domain::label(kind)))};
        for (const ReportFigures& year : paper.buyer.years) {
            const auto count = domain::count_in(paper.buyer.register_entries, kind, year.year);
            std::string text = number_text(count.entries);
            if (count.units > 0) text += ", " + french::count(static_cast<std::uint64_t>(count.units), "service");
            if (count.people > 0) text += ", " + french::count(static_cast<std::uint64_t>(count.people), "personne");
            row.push_back(plain(text));
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

DocTable register_list(const ReportPaper& paper) {
    DocTable out;
    out.caption = "Registres de " + std::to_string(paper.report.year);
    out.headers = {plain("Registre"), plain("Intitulé"), plain("Service"),
                   plain("Depuis"),   plain("Jusqu’au"), plain("Personnes")};
    out.align = {Align::left, Align::left, Align::left, Align::left, Align::left, Align::right};
    for (const domain::RegisterEntry& entry : paper.buyer.register_entries)
        if (domain::stands_in(entry, paper.report.year))
            out.rows.push_back({plain(std::string(domain::label(entry.kind))), plain(entry.title), plain(entry.unit),
                                plain(french::date(entry.begins_on)),
                                plain(entry.ends_on ? french::date(*entry.ends_on) : ""),
                                plain(entry.people ? number_text(*entry.people) : "")});
    return out;
}

}  // namespace

void add_axis_chapter(const ReportPaper& paper, std::string_view chapter, const std::string& title) {
    paper.chapter(title);
    paper.table(figures_table(paper.buyer.current(), chapter, title), "Aucun indicateur n’est de ce chapitre.");
    for (const IndicatorInfo& info : domain::indicators())
        if (const IndicatorValue& value = paper.buyer.current().of(info.code);
            in_chapter(info, chapter) && !value.note.empty())
            paper.note(info.code + "\u00a0: " + value.note);
    if (chapter == "execution") return;
    paper.table(trend_table(paper, chapter), "");
    const std::string_view code = main_indicator(chapter);
    if (code.empty()) return;
    add_trend_chart(paper, code);
    add_breakdowns(paper, code);
}

void add_registers(const ReportPaper& paper) {
    paper.section("Référents, sensibilisation et partenariats");
    if (paper.buyer.register_entries.empty()) {
        paper.say("Aucun référent, aucune action ni aucun partenariat n’est encore enregistré.");
        return;
    }
    paper.out.blocks.emplace_back(register_years(paper));
    paper.table(register_list(paper), "Rien n’est enregistré pour cette année.");
}

void add_reuse(const ReportPaper& paper) {
    paper.section("Biens réemployés, réutilisés ou recyclés (AGEC)");
    DocTable table;
    table.caption = fmt::format("Dépenses déclarées par produit, {} (HT)", paper.report.year);
    table.headers = {plain("Produit"),  plain("Total"), plain("Réemploi et dons"), plain("Part"), plain("Dont dons"),
                     plain("Recyclés"), plain("Part")};
    table.align.assign(7, Align::right);
    table.align.front() = Align::left;
    for (const domain::ReuseDeclaration& one : paper.buyer.reuse) {
        if (one.year != paper.report.year) continue;
        const domain::ReuseProduct* product = domain::reuse_product(one.product);
        table.rows.push_back({plain(product ? product->label : one.product), plain(french::euros(one.total)),
                              plain(french::euros(one.reused)),
                              plain(rate_or(domain::rate_of(one.reused.parts(), one.total.parts()))),
                              plain(french::euros(one.donated)), plain(french::euros(one.recycled)),
                              plain(rate_or(domain::rate_of(one.recycled.parts(), one.total.parts())))});
    }
    paper.table(std::move(table), "Aucune déclaration n’est saisie pour cette année.");
}

}  // namespace clausier::present
