// The rules of schemes and targets.
#include "clausier/domain/scheme.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

struct Word {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Word, 5> measure_words{{{"nombre", "part en nombre"},
                                             {"montant", "part en montant"},
                                             {"contrats", "nombre de contrats"},
                                             {"euros", "montant"},
                                             {"valeur", "valeur"}}};
constexpr std::int64_t hundred = 100;

// « 57 869 h », « 2 953 personnes »: what follows the figure is the unit, which the indicator says.
std::string_view without_unit(std::string_view text) {
    text = core::trim(text);
    std::size_t end = text.size();
    while (end > 0 && (std::isalpha(static_cast<unsigned char>(text[end - 1])) != 0)) --end;
    return core::trim(text.substr(0, end));
}

bool likely_address(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) &&
           url.find_first_of(" \t<>\"") == std::string_view::npos && url.find('.') != std::string_view::npos;
}

// The indicator that a reference value is read beside.
constexpr std::array<Word, 2> marks_of{{{"target.pnad_social", "S1"}, {"target.pnad_environmental", "E1"}}};

std::string year_text(int year) { return year == 0 ? "" : std::to_string(year); }

}  // namespace

std::string_view code(TargetMeasure measure) { return measure_words.at(static_cast<std::size_t>(measure)).code; }
std::string_view label(TargetMeasure measure) { return measure_words.at(static_cast<std::size_t>(measure)).label; }
std::optional<TargetMeasure> target_measure(std::string_view code) {
    for (std::size_t i = 0; i < measure_words.size(); ++i)
        if (measure_words[i].code == code) return static_cast<TargetMeasure>(i);
    return std::nullopt;
}

std::vector<TargetMeasure> measures_of(std::string_view unit) {
    using enum TargetMeasure;
    if (unit == "contrats") return {number, amount, contracts, euros};
    if (unit == "depenses") return {amount, euros};
    return {value};
}

core::Result<std::int64_t> parse_target(TargetMeasure measure, std::string_view text) {
    switch (measure) {
        case TargetMeasure::number:
        case TargetMeasure::amount: {
            const auto rate = core::parse_percent(text);
            if (!rate) return rate.error();
            if (*rate > core::Rate::whole(1) || *rate < core::Rate())
                return core::fault("cible_taux", "une part est entre 0 et 100 % ; corrigez-la");
            return rate->parts();
        }
        case TargetMeasure::euros: {
            const auto euros = core::parse_euros(text);
            if (!euros) return euros.error();
            return euros->parts();
        }
        case TargetMeasure::contracts:
            return core::parse_scaled(without_unit(text), 1);
        case TargetMeasure::value:
            break;
    }
    return core::parse_scaled(without_unit(text), hundred);
}

std::string target_text(TargetMeasure measure, std::string_view unit, std::int64_t parts) {
    switch (measure) {
        case TargetMeasure::number:
        case TargetMeasure::amount:
            return french::percent(core::Rate::of(parts));
        case TargetMeasure::euros:
            return french::euros(core::Euros::of(parts));
        case TargetMeasure::contracts:
            return french::count(static_cast<std::uint64_t>(parts), "contrat");
        case TargetMeasure::value:
            break;
    }
    if (unit == "heures") return french::hours(core::Hours::of(parts));
    return french::number(parts, hundred) + (unit.empty() ? "" : "\u00a0" + std::string(unit));
}

std::string target_typed(TargetMeasure measure, std::int64_t parts) {
    const std::int64_t scale = measure == TargetMeasure::contracts ? 1 : hundred;
    std::string out = std::to_string(parts / scale);
    if (const std::int64_t rest = parts % scale; rest != 0) out += "," + std::to_string(hundred + rest).substr(1);
    return out;
}

std::optional<std::int64_t> achieved(TargetMeasure measure, const IndicatorValue& value) {
    if (!value.unavailable.empty()) return std::nullopt;
    const auto parts = [](const std::optional<core::Rate>& rate) {
        return rate ? std::optional(rate->parts()) : std::nullopt;
    };
    switch (measure) {
        case TargetMeasure::number:
            return parts(value.rate_on_all());
        case TargetMeasure::amount:
            return parts(value.amount_rate_on_all());
        case TargetMeasure::contracts:
            return value.part.contracts;
        case TargetMeasure::euros:
            return value.part.amount.parts();
        case TargetMeasure::value:
            break;
    }
    if (!value.value) return std::nullopt;
    return value.value->rounded(hundred, core::Rounding::nearest);
}

void tidy(Scheme& s) {
    for (std::string* text : {&s.title, &s.edition, &s.url}) *text = core::collapse(*text);
    s.note = plain_lines(s.note);
    std::sort(s.buyers.begin(), s.buyers.end());
    s.buyers.erase(std::unique(s.buyers.begin(), s.buyers.end()), s.buyers.end());
}
void tidy(Target& t) {
    t.note = core::collapse(t.note);
    if (const IndicatorInfo* info = indicator_info(t.indicator)) t.indicator = info->code;
}

std::vector<core::Issue> faults(const Scheme& s) {
    Issues issues;
    require_line(issues, "titre", s.title, "donnez le titre du schéma");
    if (!is_year(s.first_year)) refuse(issues, "premiere_annee", "annee", "donnez la première année, de 1950 à 2100");
    if (!is_year(s.last_year))
        refuse(issues, "derniere_annee", "annee", "donnez la dernière année, de 1950 à 2100");
    else if (s.last_year < s.first_year)
        refuse(issues, "derniere_annee", "annees", "la dernière année vient avant la première ; échangez-les");
    within(issues, "edition", s.edition, longest_line);
    within(issues, "url", s.url, longest_line);
    if (!s.url.empty() && !likely_address(s.url))
        refuse(issues, "url", "adresse", "ce n’est pas une adresse ; elle commence par https://, ou videz-la");
    within(issues, "note", s.note, longest_note);
    if (s.buyers.empty()) refuse(issues, "acheteurs", "champ_absent", "choisissez au moins un acheteur");
    return issues;
}

std::vector<core::Issue> faults(const Target& t, const Scheme& scheme) {
    Issues issues;
    const IndicatorInfo* info = indicator_info(t.indicator);
    if (!info) {
        refuse(issues, "indicateur", "indicateur_inconnu",
               "cet indicateur n’existe pas ; « clausier spaser indicateurs » les montre tous");
    } else {
        const auto allowed = measures_of(info->unit);
        if (std::find(allowed.begin(), allowed.end(), t.measure) == allowed.end())
            refuse(issues, "mesure", "mesure",
                   "l’indicateur " + info->code + " ne se mesure pas ainsi ; choisissez « " +
                       std::string(label(allowed.front())) + " »");
    }
    if (t.year < scheme.first_year || t.year > scheme.last_year)
        refuse(issues, "annee", "annee",
               "l’année est hors du schéma (" + std::to_string(scheme.first_year) + "-" +
                   std::to_string(scheme.last_year) + ") ; choisissez-en une dedans");
    if (t.parts < 0) refuse(issues, "valeur", "cible", "une cible n’est pas négative ; corrigez-la");
    within(issues, "note", t.note, longest_line);
    return issues;
}

std::vector<FieldText> field_texts(const Scheme& s) {
    std::string buyers;
    for (const auto id : s.buyers) buyers += (buyers.empty() ? "n° " : ", n° ") + std::to_string(id.value);
    return {{"titre", "Titre", s.title},
            {"premiere_annee", "Première année", year_text(s.first_year)},
            {"derniere_annee", "Dernière année", year_text(s.last_year)},
            {"edition", "Édition", s.edition},
            {"url", "Adresse", s.url},
            {"note", "Note", s.note},
            {"acheteurs", "Acheteurs", buyers}};
}

std::vector<FieldText> field_texts(const Target& t) {
    const IndicatorInfo* info = indicator_info(t.indicator);
    return {{"indicateur", "Indicateur", t.indicator},
            {"mesure", "Mesure", std::string(label(t.measure))},
            {"annee", "Année", year_text(t.year)},
            {"valeur", "Cible", target_text(t.measure, info ? info->unit : "", t.parts)},
            {"note", "Note", t.note}};
}

std::vector<HistoricMark> historic_marks(const Reference& reference, core::Date on) {
    std::vector<HistoricMark> out;
    std::optional<core::Date> until;
    for (const ReferenceValue* value : reference.list("date.pnad_end", on)) until = value->day();
    for (const ReferenceValue* value : reference.list("target.", on))
        for (const Word& mark : marks_of)
            if (value->key == mark.code && value->unit == Unit::percent)
                out.push_back({std::string(mark.label), core::Rate::of(value->parts), value->label,
                               value->citation.source, value->citation.note, value->citation.verified, until});
    return out;
}

}  // namespace clausier::domain
