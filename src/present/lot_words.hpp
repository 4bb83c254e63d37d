// What documents and pages say of a lot's hours, in French.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/lot_explained.hpp"

namespace clausier::present {

// « Lot 2 : Peinture », « Peinture », or the market's object.
std::string lot_name(const domain::Lot& lot, const domain::Market& market);

// One hypothesis of a calculation. `origin` is "lot", "option" or "reference"; key, label, source and state are those
// of the reference value, "" otherwise.
struct HypothesisWords {
    std::string name;
    std::string value;
    std::string origin;
    std::string key;
    std::string label;
    std::string source;
    std::string state;

    // « chiffre du lot », « chiffre donné pour ce calcul » or « valeur de référence (source ; à vérifier) ».
    [[nodiscard]] std::string origin_sentence() const;
};
// None when there are no hours.
std::vector<HypothesisWords> hypothesis_words(const domain::LotHours& lot);

// "2026-03-01T08:30:00Z".
std::string instant_text(core::Instant instant);
// « 21 novembre 2026 ».
std::string day_text(core::Instant instant);

// « Calcul n° 3 du 21 novembre 2026 : 199 h ; les valeurs de référence ont changé depuis ».
std::string stored_sentence(const domain::StoredHours& stored);
// What has changed since it was kept.
std::string stored_state(const domain::StoredHours& stored);

}  // namespace clausier::present
