// Offers with their marks and ranks, and what an award will make, as pages show them.
#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/offer_remarks.hpp"
#include "clausier/present/enquiries.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "enquiry_words.hpp"
#include "json_values.hpp"
#include "offer_parts.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::EnquirySheet;
using Studies = std::vector<domain::ScenarioStudy>;

std::string hours_or(const std::optional<core::Hours>& hours, const char* none) {
    return hours ? french::hours(*hours) : none;
}

json::array mark_views(const domain::MarkingGrid& grid, const domain::Offer& offer) {
    json::array out;
    for (const domain::SubCriterion& criterion : grid.criteria) {
        const domain::Mark* mark = mark_of(offer, criterion.id);
        out.push_back({{"critere", criterion.label},
                       {"note", mark ? json::value(mark_text(mark->hundredths)) : json::value(nullptr)},
                       {"justification", text_or_null(mark ? mark->justification : "")}});
    }
    return out;
}

json::array remark_views(const std::vector<core::Issue>& remarks) {
    json::array out;
    for (const core::Issue& remark : remarks) out.push_back(json::object{{"texte", remark.text}});
    return out;
}

// Why a grid is to be written, "" when no lot needs one.
std::string needed_grid(const domain::ScenarioStudy* study) {
    if (!study) return "";
    const auto bearing = std::count_if(study->lots.begin(), study->lots.end(), [](const domain::LotStudy& lot) {
        return !lot.lot.abandoned && domain::has_criterion(lot.choice.clause_kind);
    });
    if (bearing == 0) return "";
    return french::count(static_cast<std::uint64_t>(bearing), "lot porte", "lots portent") +
           " un critère social d’attribution\u00a0: écrivez la grille avant la consultation.";
}

json::object offer_view(const EnquirySheet& sheet, const domain::ScenarioStudy* study, const RankedOffer& ranked) {
    const domain::Offer& offer = *ranked.offer;
    const domain::OfferScore& score = ranked.score;
    const bool more = ranked.minimum && offer.hours && *offer.hours > *ranked.minimum;
    const bool less = below_minimum(ranked);
    return {{"id", offer.id.value},
            {"entreprise", offer.company},
            {"identifiant", text_or_null(offer.identifier.text)},
            {"montant", offer.amount ? json::value(french::euros(*offer.amount)) : json::value(nullptr)},
            {"notes", mark_views(sheet.grid, offer)},
            {"note", score.mark ? mark_text(*score.mark) : "—"},
            {"points", score.points ? mark_text(*score.points) : "—"},
            {"rang", score.rank ? rank_text(*score.rank) : "—"},
            {"premiere", score.rank == 1},
            {"proposees", hours_or(offer.hours, "le minimum")},
            {"engagees", less ? "—" : hours_or(ranked.binding, "—")},
            {"depasse", more},
            {"remarques", remark_views(domain::offer_remarks(sheet, study, offer))},
            {"retenue", offer.kept},
            {"revision", offer.revision}};
}

std::string hours_origin(const std::optional<core::Hours>& hours, const std::optional<core::Hours>& minimum,
                         const RankedOffer* kept) {
    if (!hours) return "sans clause en heures";
    if (!minimum || *hours > *minimum) return "proposées, plus que le minimum de " + hours_or(minimum, "0 h");
    const std::string least = "minimum du scénario retenu";
    return kept && below_minimum(*kept) ? least + ", l’offre n’en propose que " + french::hours(*kept->offer->hours)
                                        : least;
}

}  // namespace

json::object offers_view(const EnquirySheet& sheet, const Studies& studies) {
    json::array criteria;
    core::Rate sum;
    for (const domain::SubCriterion& one : sheet.grid.criteria) {
        criteria.push_back(
            {{"libelle", one.label}, {"poids", french::percent(one.weight)}, {"attendu", text_or_null(one.expected)}});
        sum += one.weight;
    }
    json::array lots;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        json::array offers;
        for (const RankedOffer& one : ranked_offers(sheet, studies, lot.id))
            offers.emplace_back(offer_view(sheet, chosen_study(sheet, studies), one));
        const domain::LotStudy* study = study_of(chosen_study(sheet, studies), lot.id);
        lots.push_back({{"id", lot.id.value},
                        {"rang", lots.size() + 1},
                        {"nom", lot_name(lot)},
                        {"minimum", hours_or(study ? study->due : std::nullopt, "aucun")},
                        {"sans_suite", lot.abandoned},
                        {"a_des_offres", !offers.empty()},
                        {"offres", std::move(offers)}});
    }
    const std::string needed = criteria.empty() ? needed_grid(chosen_study(sheet, studies)) : "";
    return {{"a_une_grille", !criteria.empty()},
            {"a_ecrire", text_or_null(needed)},
            {"criteres", std::move(criteria)},
            {"poids", french::percent(sheet.grid.weight)},
            {"note_max", std::to_string(sheet.grid.best)},
            {"somme", french::percent(sum)},
            {"lots", std::move(lots)}};
}

json::object award_view(const EnquirySheet& sheet, const Studies& studies) {
    json::array lots;
    core::Hours total;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        if (lot.abandoned) continue;
        const RankedOffer* kept = nullptr;
        const std::vector<RankedOffer> offers = ranked_offers(sheet, studies, lot.id);
        for (const RankedOffer& one : offers)
            if (one.offer->kept) kept = &one;
        const domain::LotStudy* study = study_of(chosen_study(sheet, studies), lot.id);
        const std::optional<core::Hours> minimum = study ? study->due : std::nullopt;
        const std::optional<core::Hours> hours = kept ? kept->binding : minimum;
        if (hours) total += *hours;
        lots.push_back({{"nom", lot_name(lot)},
                        {"sans_clause", study && study->choice.clause_kind == "none"},
                        {"titulaire", kept ? json::value(kept->offer->company) : json::value(nullptr)},
                        {"montant", kept && kept->offer->amount ? json::value(french::euros(*kept->offer->amount))
                                                                : json::value(nullptr)},
                        {"heures", hours_or(hours, "aucune")},
                        {"origine", hours_origin(hours, minimum, kept)}});
    }
    return {{"nombre", french::count(lots.size(), "lot")}, {"heures", french::hours(total)}, {"lots", std::move(lots)}};
}

}  // namespace clausier::present
