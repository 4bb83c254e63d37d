// Documents for tests: one with every block, one whose table is longer than a page, one made of hostile texts.
#pragma once
#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/document.hpp"

namespace clausier::test {

inline core::Instant sample_instant() { return std::chrono::sys_days(std::chrono::year(2026) / 11 / 21); }

inline present::DocTable sample_table() {
    present::DocTable out;
    out.caption = "Heures d’insertion par lot";
    out.headers = {{{"Lot"}}, {{"Objet"}}, {{"Montant estimé"}}, {{"Taux d’effort"}}, {{"Heures"}}};
    out.rows = {{{{"Lot 1"}}, {{"Gros œuvre"}}, {{"1\u202f250\u202f000 €"}}, {{"7 %"}}, {{"1\u202f860\u00a0h"}}},
                {{{"Lot 2"}}, {{"Peinture & sols <souples>"}}, {{"240\u202f000 €"}}, {{"5 %"}}, {{"255\u00a0h"}}},
                {{{"Total"}}, {}, {{"1\u202f490\u202f000 €"}}, {}, {{"2\u202f115\u00a0h"}}}};
    out.align = {present::Align::left, present::Align::left, present::Align::right, present::Align::centre,
                 present::Align::right};
    out.total = true;
    return out;
}

inline present::Figure sample_figure() {
    present::Figure out;
    out.chart = present::bar_chart({{"heures-par-lot", "Heures par lot", "2 lots sur 2", ""},
                                    "Lot",
                                    "Heures",
                                    present::kInHours,
                                    {{"Lot 1", 186'000}, {"Lot 2", 25'500}}});
    out.text = "Le lot 1 porte 1\u202f860 h sur 2\u202f115 h.";
    out.caption = "Heures par lot";
    return out;
}

// Every block, every look.
inline present::Document sample_document() {
    using namespace present;
    Document out;
    out.title = "Clause sociale d’insertion : groupe scolaire des Tilleuls";
    out.author = "Ville de Valmorel-sur-Lys";
    out.subject = "Annexe au CCAP";
    out.made_at = sample_instant();
    List steps{true, {{{{"Désigner un référent"}}, {}}, {{{"Recruter"}}, {}}, {{{"Déclarer les heures"}}, {}}}};
    steps.items[1].inner.push_back({false, {{{{"par une entreprise d’insertion"}}, {}}, {{{"en direct"}}, {}}}});
    out.blocks = {
        Title{1, {{"Objet de la clause"}}},
        Paragraph{{{"Le titulaire s’engage « fermement » à réaliser "},
                   {"2\u202f115 heures", true, false},
                   {" : soit "},
                   {"14 mois", false, true},
                   {" d’un temps plein !\nUne ligne de plus."}}},
        Title{2, {{"Étapes"}}},
        steps,
        Title{3, {{"Publics"}}},
        List{false, {{{{"demandeurs d’emploi de longue durée"}}, {}}, {{{"bénéficiaires du RSA"}}, {}}}},
        Title{4, {{"Remarque"}}},
        Paragraph{{{"Source : guide de la commande publique."}}, true},
        PageBreak{},
        Title{1, {{"Heures"}}},
        sample_table(),
        Paragraph{{{"Les heures sont arrondies à l’entier."}}},
        sample_figure(),
    };
    return out;
}

// A table of `rows` rows, with a name and a number each.
inline present::Document long_table(int rows) {
    using namespace present;
    Document out;
    out.title = "Liste des lots";
    out.author = "Ville de Valmorel-sur-Lys";
    out.made_at = sample_instant();
    DocTable table;
    table.caption = "Lots et heures";
    table.headers = {{{"Intitulé du lot"}}, {{"Heures prévues"}}};
    table.align = {Align::left, Align::right};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back(
            {{{"Lot " + std::to_string(i) + " du programme"}}, {{core::french::number(1000 + 7 * i, 1) + "\u00a0h"}}});
    out.blocks = {Paragraph{{{"Les lots du programme et leurs heures."}}}, table};
    return out;
}

// The same text wherever a document holds one.
inline present::Document hostile_document(const std::vector<std::string>& texts) {
    using namespace present;
    Document out;
    out.made_at = sample_instant();
    out.title = texts.empty() ? "" : texts.front();
    out.author = out.title;
    out.subject = out.title;
    for (const std::string& text : texts) {
        out.blocks.emplace_back(Title{1, {{text}}});
        out.blocks.emplace_back(Paragraph{{{text, true, false}, {text}}});
        out.blocks.emplace_back(List{false, {{{{text}}, {}}}});
        DocTable table;
        table.caption = text;
        table.headers = {{{text}}, {{text}}};
        table.rows = {{{{text}}, {{text}}}};
        out.blocks.emplace_back(table);
        Figure figure;
        figure.text = text;
        figure.caption = text;
        out.blocks.emplace_back(figure);
    }
    return out;
}

}  // namespace clausier::test
