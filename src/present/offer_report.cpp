// The analysis of offers as JSON, as rows and as a document.
#include "clausier/present/offer_report.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <limits>

#include "clausier/core/french.hpp"
#include "clausier/present/enquiries.hpp"
#include "enquiry_words.hpp"
#include "lot_words.hpp"
#include "market_json.hpp"
#include "offer_parts.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::EnquirySheet;
using Studies = std::vector<domain::ScenarioStudy>;

json::value hundredths(const std::optional<std::int64_t>& parts) {
    return parts ? json::value(core::decimal(*parts, 100)) : json::value(nullptr);
}

json::object grid_json(const domain::MarkingGrid& grid) {
    json::array criteria;
    for (const domain::SubCriterion& one : grid.criteria)
        criteria.push_back({{"id", one.id.value},
                            {"libelle", one.label},
                            {"poids", core::percent(one.weight)},
                            {"attendu", one.expected}});
    return {{"poids", core::percent(grid.weight)}, {"note_max", grid.best}, {"criteres", std::move(criteria)}};
}

// What an offer is, but for its marks one by one.
json::object offer_json(const domain::EnquiryLot& lot, const RankedOffer& ranked) {
    const domain::Offer& offer = *ranked.offer;
    return {{"offre_id", offer.id.value},
            {"lot_id", lot.id.value},
            {"lot", lot.number},
            {"intitule", lot.title},
            {"entreprise", offer.company},
            {"identifiant", offer.identifier.text},
            {"montant", json_of(offer.amount)},
            {"heures_minimum", json_of(ranked.minimum)},
            {"heures_proposees", json_of(offer.hours)},
            {"heures_engagees", json_of(ranked.binding)},
            {"note", hundredths(ranked.score.mark)},
            {"points", hundredths(ranked.score.points)},
            {"rang", json_of(ranked.score.rank)},
            {"retenue", offer.kept},
            {"revision", offer.revision}};
}

json::array marks_json(const domain::MarkingGrid& grid, const domain::Offer& offer) {
    json::array out;
    for (const domain::SubCriterion& criterion : grid.criteria) {
        const domain::Mark* mark = mark_of(offer, criterion.id);
        out.push_back({{"critere_id", criterion.id.value},
                       {"critere", criterion.label},
                       {"note", mark ? json::value(core::decimal(mark->hundredths, 100)) : json::value(nullptr)},
                       {"justification", mark ? mark->justification : ""}});
    }
    return out;
}

std::vector<std::string> keys_of(const domain::MarkingGrid& grid) {
    std::vector<std::string> labels;
    for (const domain::SubCriterion& criterion : grid.criteria) labels.push_back(criterion.label);
    return distinct_keys(labels);
}

json::object flat(json::object row, const domain::MarkingGrid& grid, const domain::Offer& offer,
                  const std::vector<std::string>& keys) {
    for (const char* key : {"offre_id", "lot_id", "revision"}) row.stable_erase(key);
    for (std::size_t i = 0; i < grid.criteria.size(); ++i) {
        const domain::Mark* mark = mark_of(offer, grid.criteria[i].id);
        row["note_" + keys[i]] = mark ? json::value(core::decimal(mark->hundredths, 100)) : json::value(nullptr);
        row["justification_" + keys[i]] = mark ? mark->justification : "";
    }
    return row;
}

Runs plain(std::string text) { return {{std::move(text)}}; }
Runs strong(std::string text) { return {{std::move(text), true}}; }

std::string hours_or(const std::optional<core::Hours>& hours, const char* none) {
    return hours ? french::hours(*hours) : none;
}

DocTable grid_table(const domain::MarkingGrid& grid) {
    DocTable out;
    out.caption = "Grille de notation du critère social";
    out.headers = {plain("Sous-critère"), plain("Poids"), plain("Ce qui vaut la meilleure note")};
    out.align = {Align::left, Align::right, Align::left};
    out.widths = {4, 1, 5};
    core::Rate sum;
    for (const domain::SubCriterion& one : grid.criteria) {
        out.rows.push_back({plain(one.label), plain(french::percent(one.weight)), plain(one.expected)});
        sum += one.weight;
    }
    out.rows.push_back({strong("Total"), strong(french::percent(sum)), {}});
    out.total = true;
    return out;
}

// « 7,5\nEncadrement décrit, tuteur nommé ».
Runs mark_runs(const domain::Offer& offer, const domain::SubCriterion& criterion) {
    const domain::Mark* mark = mark_of(offer, criterion.id);
    if (!mark) return plain("non notée");
    Runs out = strong(mark_text(mark->hundredths));
    if (!mark->justification.empty()) out.push_back({"\n" + mark->justification});
    return out;
}

DocTable lot_table(const EnquirySheet& sheet, const domain::EnquiryLot& lot, const std::vector<RankedOffer>& offers) {
    DocTable out;
    out.caption = "Notes et rangs, " + lot_name(lot);
    out.headers.push_back(plain("Candidat"));
    out.align.push_back(Align::left);
    out.widths.push_back(4);
    for (const domain::SubCriterion& criterion : sheet.grid.criteria) {
        out.headers.push_back(plain(criterion.label + " (" + french::percent(criterion.weight) + ")"));
        out.align.push_back(Align::left);
        out.widths.push_back(4);
    }
    for (const char* header : {"Note", "Points", "Rang"}) {
        out.headers.push_back(plain(header));
        out.align.push_back(Align::right);
        out.widths.push_back(2);
    }
    for (const RankedOffer& ranked : offers) {
        std::vector<Runs> row{strong(ranked.offer->company)};
        if (ranked.offer->kept) row.front().push_back({"\nretenu"});
        for (const domain::SubCriterion& criterion : sheet.grid.criteria)
            row.push_back(mark_runs(*ranked.offer, criterion));
        const domain::OfferScore& score = ranked.score;
        row.push_back(plain(score.mark ? mark_text(*score.mark) : "—"));
        row.push_back(plain(score.points ? mark_text(*score.points) : "—"));
        row.push_back(plain(score.rank ? rank_text(*score.rank) : "—"));
        out.rows.push_back(std::move(row));
    }
    return out;
}

DocTable hours_table(const domain::EnquiryLot& lot, const std::vector<RankedOffer>& offers) {
    DocTable out;
    out.caption = "Heures d’insertion, " + lot_name(lot);
    out.headers = {plain("Candidat"), plain("Minimum exigé"), plain("Heures proposées"), plain("Heures engagées")};
    out.align = {Align::left, Align::right, Align::right, Align::right};
    for (const RankedOffer& ranked : offers)
        out.rows.push_back({plain(ranked.offer->company), plain(hours_or(ranked.minimum, "aucun")),
                            plain(hours_or(ranked.offer->hours, "le minimum")),
                            plain(hours_or(ranked.binding, "aucune"))});
    return out;
}

void add_lot(Document& out, const EnquirySheet& sheet, const Studies& studies, const domain::EnquiryLot& lot) {
    out.blocks.emplace_back(Title{2, plain(lot_name(lot))});
    const std::vector<RankedOffer> offers = ranked_offers(sheet, studies, lot.id);
    if (offers.empty()) {
        out.blocks.emplace_back(Paragraph{plain("Aucune offre n’est enregistrée pour ce lot.")});
        return;
    }
    if (!sheet.grid.criteria.empty()) out.blocks.emplace_back(lot_table(sheet, lot, offers));
    out.blocks.emplace_back(hours_table(lot, offers));
}

}  // namespace

bool below_minimum(const RankedOffer& offer) {
    return offer.minimum && offer.offer->hours && *offer.offer->hours < *offer.minimum;
}

const domain::Mark* mark_of(const domain::Offer& offer, domain::Id<domain::SubCriterion> criterion) {
    const auto found = std::find_if(offer.marks.begin(), offer.marks.end(),
                                    [&](const domain::Mark& mark) { return mark.criterion == criterion; });
    return found == offer.marks.end() ? nullptr : &*found;
}

std::vector<RankedOffer> ranked_offers(const EnquirySheet& sheet, const Studies& studies,
                                       domain::Id<domain::EnquiryLot> lot) {
    const std::vector<domain::OfferScore> scores = domain::scores(sheet.grid, sheet.offers);
    const domain::LotStudy* study = study_of(chosen_study(sheet, studies), lot);
    std::vector<RankedOffer> out;
    for (std::size_t i = 0; i < sheet.offers.size(); ++i) {
        const domain::Offer& offer = sheet.offers[i];
        if (offer.lot != lot) continue;
        RankedOffer one{&offer, scores.at(i), study ? study->due : std::nullopt, offer.hours};
        if (one.minimum) one.binding = domain::binding_hours(*one.minimum, offer.hours);
        out.push_back(std::move(one));
    }
    const auto rank = [](const RankedOffer& o) {
        return o.score.rank.value_or(std::numeric_limits<std::int64_t>::max());
    };
    std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return out;
}

Answer offers_answer(const EnquirySheet& sheet, const Studies& studies) {
    Answer out;
    out.rows = "resultats";
    out.title = french::count(sheet.offers.size(), "offre");
    out.table.columns = {"Id", "Lot", "Entreprise", "Note", "Points", "Rang", "Minimum", "Proposées", "Engagées"};
    out.numeric = {true, false, false, true, true, true, true, true, true};
    const std::vector<std::string> keys = keys_of(sheet.grid);
    json::array offers;
    json::array results;
    for (const domain::EnquiryLot& lot : sheet.lots)
        for (const RankedOffer& ranked : ranked_offers(sheet, studies, lot.id)) {
            const domain::Offer& offer = *ranked.offer;
            json::object one = offer_json(lot, ranked);
            results.emplace_back(flat(one, sheet.grid, offer, keys));
            one["notes"] = marks_json(sheet.grid, offer);
            offers.emplace_back(std::move(one));
            const domain::OfferScore& score = ranked.score;
            out.table.rows.push_back(
                {std::to_string(offer.id.value), lot_name(lot), offer.company + (offer.kept ? " (retenue)" : ""),
                 score.mark ? mark_text(*score.mark) : "", score.points ? mark_text(*score.points) : "",
                 score.rank ? rank_text(*score.rank) : "", hours_or(ranked.minimum, ""), hours_or(offer.hours, ""),
                 hours_or(ranked.binding, "")});
        }
    out.document = json::object{
        {"grille", grid_json(sheet.grid)}, {"offres", std::move(offers)}, {"resultats", std::move(results)}};
    return out;
}

Document offer_report(const EnquirySheet& sheet, const Studies& studies, const std::string& author,
                      core::Instant made_at) {
    Document out;
    out.title = "Analyse du critère social\u00a0: " + sheet.enquiry.purchase.object;
    out.author = author;
    out.subject = sheet.buyer.label();
    out.made_at = made_at;
    out.landscape = true;
    out.blocks.emplace_back(Paragraph{
        plain("Acheteur\u00a0: " + sheet.buyer.label() + ". Données arrêtées au " + day_text(made_at) + ".")});
    out.blocks.emplace_back(Title{1, plain("Grille")});
    if (sheet.grid.criteria.empty()) {
        out.blocks.emplace_back(Paragraph{plain("Aucune grille n’est posée\u00a0: les offres ne sont pas notées.")});
    } else {
        out.blocks.emplace_back(Paragraph{
            plain("Le critère social pèse " + french::percent(sheet.grid.weight) +
                  " de la note finale. Chaque sous-critère est noté de 0 à " + std::to_string(sheet.grid.best) +
                  "\u00a0; les points sont ce poids multiplié par la note et divisé par la note maximale.")});
        out.blocks.emplace_back(grid_table(sheet.grid));
    }
    out.blocks.emplace_back(Title{1, plain("Résultats par lot")});
    for (const domain::EnquiryLot& lot : sheet.lots) add_lot(out, sheet, studies, lot);
    out.blocks.emplace_back(Paragraph{
        plain("Les heures engagées sont le plus grand du minimum exigé et de ce qui est proposé\u00a0; celles de "
              "l’offre retenue deviennent celles du lot à l’attribution."),
        true});
    return out;
}

}  // namespace clausier::present
