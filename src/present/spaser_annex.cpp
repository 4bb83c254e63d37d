// Chapter 8 of the SPASER report: the contracts counted, and the amounts left out of the sums.
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/present/spaser_report.hpp"
#include "spaser_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::ReportContract;

constexpr std::size_t longest_text = 90;  // characters of an object in print; the files hold it whole

// On whole characters.
std::string cut(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        if (++characters > longest_text) return text.substr(0, i) + "…";
    }
    return text;
}

std::string considerations(const std::string& text) { return text.empty() ? "non renseignée" : text; }

bool aberrant(const ReportContract& one) { return one.contract.has(domain::contract_flag::aberrant); }

Runs name_runs(const ReportContract& one) {
    Runs out = plain(one.reference + (one.lot_number.empty() ? "" : ", lot " + one.lot_number));
    if (aberrant(one)) out.push_back({"\nmontant aberrant, hors des sommes", false, true});
    return out;
}

DocTable contracts_table(const std::string& caption, const std::vector<const ReportContract*>& contracts) {
    DocTable out;
    out.caption = caption;
    out.headers = {plain("Contrat"), plain("Notifié le"), plain("Objet"),           plain("Titulaires"),
                   plain("Montant"), plain("Sociale"),    plain("Environnementale")};
    out.align = {Align::left, Align::left, Align::left, Align::left, Align::right, Align::left, Align::left};
    out.widths = {3, 3, 7, 5, 4, 4, 4};
    for (const ReportContract* one : contracts) {
        if (out.rows.size() == kPrintedContracts) break;
        out.rows.push_back({name_runs(*one),
                            plain(one->contract.notified_on ? core::iso(*one->contract.notified_on) : ""),
                            plain(cut(one->object)), plain(cut(one->holders)),
                            plain(one->amount_read ? french::euros(*one->amount_read) : "–"),
                            plain(considerations(one->considerations)), plain(considerations(one->environmental))});
    }
    return out;
}

// The table, and what it leaves to the files.
void add_list(const ReportPaper& paper, const std::string& caption, const std::vector<const ReportContract*>& all,
              std::string_view sheet, const std::string& when_empty) {
    paper.table(contracts_table(caption, all), when_empty);
    if (all.size() > kPrintedContracts)
        paper.note(
            fmt::format("Les {} premiers des {} sont imprimés ici\u00a0; tous sont dans la feuille «\u00a0{}"
                        "\u00a0» du classeur et dans le paquet ouvert.",
                        kPrintedContracts, french::count(all.size(), "contrat"), sheet));
}

}  // namespace

void add_annex_chapter(const ReportPaper& paper) {
    paper.chapter("8. Annexe\u00a0: contrats comptés");
    std::vector<const ReportContract*> counted;
    std::vector<const ReportContract*> odd;
    for (const ReportContract& one : paper.buyer.counted) {
        counted.push_back(&one);
        if (aberrant(one)) odd.push_back(&one);
    }
    const std::string year = std::to_string(paper.report.year);
    add_list(paper, "Contrats comptés en " + year, counted, "Contrats comptés",
             "Aucun contrat n’est compté pour cette année\u00a0: importez des données essentielles, ou choisissez une "
             "autre année.");
    paper.section("Montants aberrants");
    add_list(paper, "Montants laissés hors des sommes, " + year, odd, "Contrats comptés",
             "Aucun montant de l’année n’est aberrant.");
}

}  // namespace clausier::present
