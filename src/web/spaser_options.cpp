// Lists the choices of the SPASER pages.
#include "spaser_options.hpp"

#include <algorithm>
#include <array>

namespace clausier::web {
namespace {

using domain::Dimension;

struct Label {
    std::string_view name, text;
};
constexpr std::array<Label, 11> labels{{{"acheteur", "Acheteur"},
                                        {"autre", "Acheteur à comparer"},
                                        {"annee", "Année de notification"},
                                        {"jusqua", "Jusqu’à l’année"},
                                        {"par", "Ventilation"},
                                        {"lignes", "Lignes"},
                                        {"colonnes", "Colonnes"},
                                        {"indicateur", "Indicateur"},
                                        {"liste", "Liste"},
                                        {"lieu", "Lieu d’exécution"},
                                        {"entreprise", "Titulaire"}}};

}  // namespace

const std::vector<OptionChoice>& option_choices() {
    static const std::vector<OptionChoice> all{
        {"montant", "Montant", {{"initial", "à l’attribution"}, {"modifie", "après modifications"}}},
        {"repartition",
         "Plusieurs titulaires",
         {{"entier", "montant entier, compté une fois"}, {"par_titulaire", "montant ÷ nombre de titulaires"}}},
        {"accords",
         "Accords-cadres",
         {{"cadres", "accords-cadres, sans leurs marchés subséquents"},
          {"subsequents", "marchés subséquents, sans leurs accords-cadres"},
          {"tous", "les deux"}}},
        {"agrement",
         "Structure agréée",
         {{"notification", "à la notification"}, {"aujourdhui", "aujourd’hui, réputée l’être alors"}}},
        {"sous_traitants", "Sous-traitants inclusifs", {{"non", "non comptés"}, {"oui", "comptés"}}},
        {"concessions", "Concessions", {{"non", "comptées à part"}, {"oui", "comptées avec les marchés"}}}};
    return all;
}

const std::vector<Dimension>& filter_dimensions() {
    static const std::vector<Dimension> all{Dimension::sector, Dimension::band, Dimension::procedure,
                                            Dimension::department, Dimension::unit};
    return all;
}

const std::vector<Dimension>& breakdown_dimensions() {
    static const std::vector<Dimension> all{Dimension::sector,     Dimension::band, Dimension::procedure,
                                            Dimension::department, Dimension::unit, Dimension::year};
    return all;
}

const std::vector<Dimension>& table_dimensions() {
    static const std::vector<Dimension> all{Dimension::sector,     Dimension::band,   Dimension::procedure,
                                            Dimension::department, Dimension::unit,   Dimension::year,
                                            Dimension::buyer,      Dimension::social, Dimension::environmental};
    return all;
}

std::string dimension_words(const std::vector<Dimension>& list) {
    std::string out;
    for (const Dimension dimension : list)
        out += (out.empty() ? "" : dimension == list.back() ? " ou " : ", ") + std::string(domain::code(dimension));
    return out;
}

std::string_view spaser_label(std::string_view name) {
    const auto* found = std::find_if(labels.begin(), labels.end(), [&](const Label& one) { return one.name == name; });
    if (found != labels.end()) return found->text;
    for (const OptionChoice& option : option_choices())
        if (option.name == name) return option.label;
    if (const auto dimension = domain::dimension(name)) return domain::label(*dimension);
    return name;
}

}  // namespace clausier::web
