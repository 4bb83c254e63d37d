// Sentences on a lot's hours, their hypotheses and the calculations kept.
#include "lot_words.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "hours_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

std::string_view code_of(domain::HypothesisSource source) {
    switch (source) {
        case domain::HypothesisSource::lot:
            return "lot";
        case domain::HypothesisSource::option:
            return "option";
        case domain::HypothesisSource::reference:
            break;
    }
    return "reference";
}

template <class T>
HypothesisWords words(std::string name, const domain::Hypothesis<T>& h, std::string value) {
    HypothesisWords out{std::move(name), std::move(value), std::string(code_of(h.source)), {}, {}, {}, {}};
    if (h.source != domain::HypothesisSource::reference) return out;
    out.key = h.key;
    out.label = h.label;
    const bool told = !h.citation.source.empty() && h.citation.note.starts_with(h.citation.source);
    out.source = (told ? "" : h.citation.source) + (h.citation.note.empty() || told ? "" : " — ") + h.citation.note;
    out.state = citation_state(h.citation);
    return out;
}

}  // namespace

std::string lot_name(const domain::Lot& lot, const domain::Market& market) {
    const std::string& title = lot.title.empty() ? market.object : lot.title;
    if (lot.number.empty()) return title.empty() ? "Lot unique" : title;
    return "Lot " + lot.number + (title.empty() ? "" : "\u00a0: " + title);
}

std::string HypothesisWords::origin_sentence() const {
    if (origin == "lot") return "chiffre du lot";
    if (origin == "option") return "chiffre donné pour ce calcul";
    return fmt::format("valeur de référence « {} » ({}\u00a0; {})", label, source, state);
}

std::vector<HypothesisWords> hypothesis_words(const domain::LotHours& lot) {
    if (!lot.result) return {};
    return {words("Part de main-d’œuvre", lot.labour_share, french::percent(lot.labour_share.value)),
            words("Taux d’effort", lot.effort, french::percent(lot.effort.value)),
            words("Coût horaire chargé", lot.hourly_cost, french::euros(lot.hourly_cost.value))};
}

std::string instant_text(core::Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", core::iso(core::Date(day)), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string day_text(core::Instant instant) {
    return french::date(core::Date(std::chrono::floor<std::chrono::days>(instant)));
}

std::string stored_state(const domain::StoredHours& stored) {
    std::string out;
    const auto add = [&](bool said, std::string_view text) {
        if (said) out += (out.empty() ? "" : ", ") + std::string(text);
    };
    add(stored.lot_changed, "le lot a été modifié depuis");
    add(stored.reference_changed, "les valeurs de référence ont changé depuis");
    add(stored.differs, "le calcul du jour donne un autre résultat");
    if (out.empty()) return "le calcul du jour donne le même résultat";
    if (!stored.differs) add(true, "le résultat reste le même");
    return out;
}

std::string stored_sentence(const domain::StoredHours& stored) {
    const domain::StoredCalculation& c = stored.calculation;
    return fmt::format("Calcul n° {} du {}\u00a0: {}\u00a0; {}", c.id.value, day_text(c.at), french::hours(c.hours),
                       stored_state(stored));
}

}  // namespace clausier::present
