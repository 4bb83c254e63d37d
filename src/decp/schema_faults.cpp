// Checks records against the tables of the formats.
#include "clausier/decp/schema_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "clausier/core/codes.hpp"
#include "clausier/core/quantity.hpp"
#include "entry_fields.hpp"
#include "schema_lists.hpp"

namespace clausier::decp {
namespace {

constexpr std::size_t longest_id = 16;

bool digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_cpv(std::string_view text) {
    const bool key = text.size() == 10 && text[8] == '-' && digits(text.substr(9), 1);
    return digits(text.substr(0, 8), 8) && (text.size() == 8 || key);
}

// A plain decimal number, "575000" or "-12.5": its sign and whether it is zero tell enough beside 1. Nothing when it is
// none.
std::optional<core::Fraction> decimal_number(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view figures = text.substr(negative ? 1 : 0);
    const std::size_t dot = figures.find('.');
    const std::string_view decimals = dot == std::string_view::npos ? std::string_view() : figures.substr(dot + 1);
    const std::string_view whole = figures.substr(0, dot);
    std::int64_t value = 0;
    std::int64_t scale = 1;
    for (const std::string_view part : {whole, decimals}) {
        for (const char c : part) {
            if (c < '0' || c > '9') return std::nullopt;
            if (value > 900'000'000'000'000'00 || scale > 1'000'000) continue;  // far beyond what is compared
            value = value * 10 + (c - '0');
            if (part.data() == decimals.data()) scale *= 10;
        }
    }
    if (whole.empty() || (dot != std::string_view::npos && decimals.empty())) return std::nullopt;
    return core::Fraction(negative ? -value : value, scale);
}

bool whole_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) == std::string_view::npos &&
           text != "-";
}

bool is_boolean(std::string_view text) {
    static constexpr std::string_view all[] = {"true", "false", "oui", "non", "1", "0"};
    return std::find(std::begin(all), std::end(all), text) != std::end(all);
}

// Whether a text has the form of its shape.
bool formed(std::string_view text, Shape shape) {
    switch (shape) {
        case Shape::siret:
            return digits(text, 14);
        case Shape::cpv:
            return is_cpv(text);
        case Shape::boolean:
            return is_boolean(text);
        case Shape::rank:
        case Shape::months:
            return whole_number(text);
        case Shape::date:
            return core::parse_iso_date(text).has_value();
        case Shape::amount:
        case Shape::free_amount:
        case Shape::share:
            return decimal_number(text).has_value();
        case Shape::text:
        case Shape::identifier:
            return true;
    }
    return true;
}

std::string_view wanted(Shape shape) {
    switch (shape) {
        case Shape::siret:
            return "écrivez ses 14 chiffres";
        case Shape::cpv:
            return "écrivez ses 8 chiffres, suivis ou non de « - » et de la clé";
        case Shape::boolean:
            return "écrivez oui ou non";
        case Shape::rank:
        case Shape::months:
            return "écrivez un nombre entier";
        case Shape::date:
            return "écrivez une date comme 2026-03-01";
        case Shape::share:
            return "écrivez une part entre 0 et 1, comme 0.2 pour 20 %";
        default:
            return "écrivez un nombre, avec un point avant les décimales";
    }
}

// The faults of one entry, gathered. `at` says which of a list is looked at, « modification n° 2 : ».
class Check {
public:
    explicit Check(const Entry& entry) : entry_(entry) {}

    std::vector<core::Issue> run();

private:
    void refuse(std::string_view code, std::string text) {
        found_.push_back({core::Severity::error, std::string(code), path_, at_ + std::move(text)});
    }
    void value(const std::string& text, std::string_view label, Shape shape, bool required, std::string_view list,
               std::size_t longest);
    void range(const std::string& text, std::string_view label, Shape shape);
    void length(const std::string& text, std::string_view label, std::size_t longest);
    void words(const WordsField& field);
    template <class T>
    void fields(const T& from, std::span<const Field<T>> table, const std::string& prefix) {
        for (const Field<T>& field : table) {
            path_ = prefix + std::string(field.name);
            value(from.*field.value, field.label, field.shape, field.required, field.list, field.longest);
        }
    }
    void parties(const std::vector<Party>& list, const std::string& name, std::string_view what);
    template <class T, class Each>
    void list(const std::vector<T>& all, const std::string& name, std::string_view what, Each each);
    void origins();

    const Entry& entry_;
    std::string path_{};
    std::string at_{};
    std::vector<core::Issue> found_{};
};

void Check::length(const std::string& text, std::string_view label, std::size_t longest) {
    const std::size_t count = characters(text);
    if (count > longest)
        refuse("decp_longueur", fmt::format("{} a {} caractères et le format en admet {} ; raccourcissez le texte",
                                            label, count, longest));
}

void Check::range(const std::string& text, std::string_view label, Shape shape) {
    if (shape == Shape::text || !is_bare(shape) || shape == Shape::boolean) return;
    const core::Fraction number = decimal_number(text).value_or(core::Fraction(0));
    const std::int64_t least = shape == Shape::share || shape == Shape::free_amount ? 0 : 1;
    if (number < core::Fraction(least))
        refuse("decp_minimum",
               fmt::format("{} vaut « {} » et ne peut être sous {} ; corrigez la valeur", label, text, least));
    if (shape == Shape::share && number > core::Fraction(1))
        refuse("decp_minimum",
               fmt::format("{} vaut « {} » et ne peut dépasser 1 (100 %) ; corrigez la valeur", label, text));
}

void Check::value(const std::string& text, std::string_view label, Shape shape, bool required, std::string_view list,
                  std::size_t longest) {
    if (text.empty()) {
        if (required)
            refuse("decp_absent", fmt::format("il manque {} ; complétez la source et importez-la de nouveau", label));
        return;
    }
    if (!list.empty()) {
        const SchemaList& admitted = schema_list(list, entry_.concession);
        if (!admitted.contains(text))
            refuse("decp_liste", fmt::format("« {} » n’est pas admis pour {} ; choisissez parmi {}", text, label,
                                             admitted.listing()));
    }
    if (shape == Shape::identifier) longest = longest_id;
    if (longest != 0) length(text, label, longest);
    if (!formed(text, shape))
        refuse("decp_format", fmt::format("« {} » ne se lit pas pour {} ; {}", text, label, wanted(shape)));
    else
        range(text, label, shape);
}

void Check::words(const WordsField& field) {
    path_ = field.name;
    const std::vector<std::string>& all = entry_.*field.value;
    if (all.empty())
        return refuse(
            "decp_absent",
            fmt::format("il manque {} (« non renseigné » n’est jamais « aucune ») ; renseignez-la à la source "
                        "et importez-la de nouveau",
                        field.label));
    const SchemaList& admitted = schema_list(field.item, entry_.concession);
    for (const std::string& word : all) {
        if (!admitted.contains(word))
            refuse("decp_liste", fmt::format("« {} » n’est pas admis pour {} ; choisissez parmi {}", word, field.label,
                                             admitted.listing()));
        if (std::count(all.begin(), all.end(), word) > 1)
            refuse("decp_repetition", fmt::format("« {} » est dit deux fois ; ne le gardez qu’une fois", word));
    }
    if (all.size() > 1 && !field.none.empty() && std::find(all.begin(), all.end(), field.none) != all.end())
        refuse("decp_exclusif",
               fmt::format("« {} » exclut les autres réponses ; retirez-le, ou les autres", field.none));
}

template <class T, class Each>
void Check::list(const std::vector<T>& all, const std::string& name, std::string_view what, Each each) {
    const std::string outer = at_;
    for (std::size_t i = 0; i < all.size(); ++i) {
        at_ = fmt::format("{}{} n° {} : ", outer, what, i + 1);
        each(all[i]);
        path_ = name;
        if (std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), all[i]) !=
            all.begin() + static_cast<std::ptrdiff_t>(i))
            refuse("decp_repetition", "le même est déjà dans la liste ; ne le gardez qu’une fois");
    }
    at_ = outer;
}

void Check::parties(const std::vector<Party>& all, const std::string& name, std::string_view what) {
    list(all, name, what, [&](const Party& party) { fields(party, party_fields(), name + "."); });
}

void Check::origins() {
    const auto union_share = decimal_number(entry_.origin_eu);
    const auto french = decimal_number(entry_.origin_france);
    path_ = "origineUE";
    if (!entry_.concession && union_share && french && *union_share < *french)
        refuse("decp_origine",
               fmt::format("la part de l’Union européenne ({}) est sous celle de la France ({}), qui en fait partie ; "
                           "corrigez l’une ou l’autre",
                           entry_.origin_eu, entry_.origin_france));
}

std::vector<core::Issue> Check::run() {
    const bool concession = entry_.concession;
    fields(entry_, entry_fields(concession), "");
    for (const WordsField& field : words_fields(concession)) words(field);
    const std::string holders = concession ? "concessionnaires" : "titulaires";
    path_ = holders;
    if (entry_.holders.empty())
        refuse("decp_absent", "il manque au moins un titulaire ; complétez la source et importez-la de nouveau");
    parties(entry_.holders, holders, "titulaire");
    list(entry_.modifications, "modifications", "modification", [&](const Modification& one) {
        fields(one, modification_fields(concession), "modifications.");
        path_ = "modifications.titulaires";
        if (concession && !one.holders.empty())
            refuse("decp_titulaires", "le format n’y admet pas de titulaires pour une concession ; retirez-les");
        if (!concession) parties(one.holders, path_, "titulaire");
    });
    if (concession) {
        list(entry_.years, "donneesExecution", "année d’exécution", [&](const ExecutionYear& one) {
            fields(one, year_fields(), "donneesExecution.");
            path_ = "donneesExecution.tarifs";
            if (one.tariffs.empty()) refuse("decp_absent", "il manque au moins un tarif ; complétez la source");
            for (const Tariff& tariff : one.tariffs) fields(tariff, tariff_fields(), "donneesExecution.tarifs.");
        });
    } else {
        list(entry_.subcontracts, "actesSousTraitance", "acte de sous-traitance", [&](const Subcontract& one) {
            fields(one, subcontract_fields(), "actesSousTraitance.");
            fields(one.subcontractor, party_fields(), "actesSousTraitance.sousTraitant.");
        });
        list(entry_.subcontract_changes, "modificationsActesSousTraitance", "modification d’acte",
             [&](const Subcontract& one) {
                 fields(one, subcontract_change_fields(), "modificationsActesSousTraitance.");
             });
    }
    origins();
    for (core::Issue issue : entry_.unread) {
        issue.severity = core::Severity::error;
        issue.code = "decp_illisible";
        found_.push_back(std::move(issue));
    }
    return std::move(found_);
}

}  // namespace

std::vector<core::Issue> faults(const Entry& entry) { return Check(entry).run(); }

}  // namespace clausier::decp
