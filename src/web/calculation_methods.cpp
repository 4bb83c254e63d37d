// The table of methods: inputs in, a calculation's answer out, in the words of the command line.
#include "calculation_methods.hpp"

#include "clausier/core/text.hpp"
#include "clausier/present/calculations.hpp"

namespace clausier::web {
namespace {

using core::Date;
using core::Euros;
using core::Hours;
using domain::Reference;
using present::Answer;

domain::HourRounding rounding(FormReader& reader) {
    const std::string text = reader.text("arrondi");
    const auto read = domain::HourRounding::parse(text.empty() ? "proche" : text);
    if (!read) reader.refuse("arrondi", read.error().text);
    return read ? *read : domain::HourRounding{};
}

// What a code of a list stands for; one that is not in the list is a fault of its field.
template <class Find>
auto listed(FormReader& reader, std::string_view name, Find find) -> std::optional<decltype(find())> {
    try {
        return find();
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::not_found) throw;
        reader.refuse(name, "ce choix n’existe pas\u00a0; prenez-en un dans la liste");
        return std::nullopt;
    }
}

// Refuses before the calculation when a field could not be read.
void check(const FormReader& reader) {
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
}

Answer amount(FormReader& reader, const Reference& reference, Date on) {
    const domain::AmountInput in{reader.euros("montant"),      reader.percent("part_mo"), reader.percent("taux"),
                                 reader.euros("cout_horaire"), reader.hours("heures"),    rounding(reader)};
    check(reader);
    return present::answer(domain::calculate_amount(in, reference, on));
}

Answer effort(FormReader& reader, const Reference& reference, Date on) {
    const domain::EffortInput in{reader.hours("heures_totales"), reader.percent("taux"), reader.hours("heures"),
                                 rounding(reader)};
    check(reader);
    return present::answer(domain::calculate_effort(in, reference, on));
}

Answer takeover(FormReader& reader, const Reference& reference, Date on) {
    const domain::TakeoverInput in{reader.euros("chiffre_affaires"),
                                   reader.number("mois"),
                                   reader.hours("heures_transferables"),
                                   reader.percent("taux"),
                                   reader.euros("coefficient"),
                                   reader.hours("heures"),
                                   rounding(reader)};
    check(reader);
    return present::answer(domain::calculate_takeover(in, reference, on));
}

Answer invoice(FormReader& reader, const Reference& reference, Date on) {
    const std::string mode = reader.text("mode");
    const auto read = domain::parse_threshold_mode(mode.empty() ? "declencheur" : mode);
    if (!read) reader.refuse("mode", read.error().text);
    reader.require("seuil", "Seuil");
    reader.require("tranche", "Tranche");
    const domain::InvoiceInput in{reader.euros("montant_facture"), reader.euros("seuil").value_or(Euros()),
                                  reader.euros("tranche").value_or(Euros()),
                                  read ? *read : domain::ThresholdMode::trigger, reader.hours("heures")};
    if (!in.invoiced && !in.hours) reader.require("montant_facture", "Montant facturé");
    if (in.invoiced && in.hours)
        reader.refuse("heures", "une valeur de trop\u00a0: laissez vide le montant facturé, ou les heures");
    check(reader);
    return present::answer(domain::calculate_invoice(in, reference, on));
}

Answer grid(FormReader& reader, const Reference& reference, Date on) {
    reader.require("montant", "Montant");
    const auto value = reader.euros("montant");
    const std::string name = reader.text("grille").empty() ? "formation" : reader.text("grille");
    listed(reader, "grille", [&] { return &reference.grid(name, on); });
    check(reader);
    return present::answer(domain::calculate_grid(name, *value, reference, on));
}

Answer inclusive(FormReader& reader, const Reference& reference, Date on) {
    reader.require("montant", "Montant de l’achat");
    const auto value = reader.euros("montant");
    check(reader);
    return present::answer(domain::calculate_inclusive(*value, reference, on));
}

// The hours of one FTE: a number, or the kind of structure a reference value gives ("ei" is fte.ei).
std::optional<Hours> fte_reference(FormReader& reader, const Reference& reference, Date on) {
    const std::string kind = reader.text("genre");
    const auto typed = reader.hours("reference");
    if (typed || kind.empty()) return typed;
    return listed(reader, "genre", [&] { return reference.hours("fte." + core::fold(kind), on).value; });
}

Answer fte(FormReader& reader, const Reference& reference, Date on) {
    const domain::FteInput in{reader.hours("heures"), fte_reference(reader, reference, on), reader.number("etp"),
                              reader.text("periode") == "mois"};
    check(reader);
    return present::answer(domain::calculate_fte(in));
}

Answer penalty(FormReader& reader, const Reference&, Date) {
    reader.require("dues", "Heures dues");
    reader.require("validees", "Heures validées");
    reader.require("par_heure", "Pénalité par heure");
    if (reader.text("jours_retard").empty() != reader.text("par_jour").empty())
        reader.refuse(reader.text("par_jour").empty() ? "par_jour" : "jours_retard",
                      "les jours de retard et la pénalité par jour vont ensemble\u00a0; donnez les deux");
    const domain::PenaltyInput in{reader.hours("dues").value_or(Hours()), reader.hours("validees").value_or(Hours()),
                                  reader.euros("par_heure").value_or(Euros()), reader.whole("jours_retard").value_or(0),
                                  reader.euros("par_jour").value_or(Euros())};
    check(reader);
    return present::answer(domain::calculate_penalty(in));
}

Answer share(FormReader& reader, const Reference&, Date) {
    reader.require("total", "Heures à répartir");
    reader.require("parts", "Parts");
    const auto total = reader.hours("total");
    const auto weights = reader.numbers("parts");
    const auto step = reader.hours("pas");
    check(reader);
    return present::answer(domain::split(*total, weights, step.value_or(Hours::whole(1))));
}

Answer supply(FormReader& reader, const Reference& reference, Date on) {
    reader.require("structures", "Nombre de structures");
    reader.require("budget", "Budget du marché");
    const auto structures = reader.whole("structures");
    const auto budget = reader.euros("budget");
    const auto turnover = reader.euros("ca_moyen");
    check(reader);
    return present::answer(domain::local_supply(*structures, *budget, turnover, reference, on));
}

constexpr std::string_view kHours = "Heures d’insertion";
constexpr MethodField kRounding{"arrondi",
                                "arrondi",
                                "Arrondi",
                                "",
                                "",
                                "",
                                "proche|bas|haut|5|7|35",
                                "à l’heure la plus proche|à l’heure inférieure|à l’heure supérieure|au multiple de "
                                "5\u00a0h|au multiple de 7\u00a0h|au multiple de 35\u00a0h"};

std::vector<Method> labour_methods() {
    return {
        {"/calcul/montant",
         "Un lot, ou l’inverse",
         "Heures d’après un montant, ou la valeur qui manque",
         "Montant × part de main-d’œuvre × taux d’effort ÷ coût horaire chargé = heures\u00a0; laissez vide la valeur "
         "à trouver",
         {{"montant", "montant", "Montant HT (€)", "", "Montant HT"},
          {"part_mo", "part-mo", "Part de main-d’œuvre (%)", "dans le montant", "Part de main-d’œuvre"},
          {"taux", "taux", "Taux d’effort (%)", "", "Taux d’effort", "effort_rate.usual"},
          {"cout_horaire", "cout-horaire", "Coût horaire chargé (€)", "", "Coût horaire chargé",
           "hourly_cost.all_branches"},
          {"heures", "heures", "Heures voulues", "laissez alors une autre valeur vide", kHours},
          kRounding},
         kHours,
         amount,
         "montant=1000000&part_mo=50&taux=5&cout_horaire=30"},
        {"/calcul/effort",
         "Heures totales",
         "Heures d’après les heures de travail du lot",
         "Heures de travail du lot × taux d’effort = heures d’insertion\u00a0; laissez vide la valeur à trouver",
         {{"heures_totales", "heures-totales", "Heures de travail du lot", "", "Heures de travail du lot"},
          {"taux", "taux", "Taux d’effort (%)", "", "Taux d’effort", "effort_rate.usual"},
          {"heures", "heures", "Heures voulues", "laissez alors une autre valeur vide", kHours},
          kRounding},
         kHours,
         effort,
         "heures_totales=16667&taux=5"},
    };
}

std::vector<Method> contract_methods() {
    return {
        {"/calcul/reprise",
         "Reprise de personnel",
         "Heures quand le personnel en place est repris",
         "Potentiel = 1 − (heures transférables × coefficient) ÷ (chiffre d’affaires ÷ mois)\u00a0; heures = potentiel "
         "× "
         "chiffre d’affaires ÷ coefficient × taux\u00a0; laissez vide la valeur à trouver",
         {{"chiffre_affaires", "chiffre-affaires", "Chiffre d’affaires HT de la période (€)", "",
           "Chiffre d’affaires de la période"},
          {"mois", "mois", "Durée de la période (mois)", "", "Durée en mois"},
          {"heures_transferables", "heures-transferables", "Heures mensuelles du personnel à reprendre", "",
           "Heures transférables par mois"},
          {"taux", "taux", "Taux appliqué au potentiel (%)", "", "Taux"},
          {"coefficient", "coefficient", "Coefficient (€)",
           "coût horaire ÷ part de main-d’œuvre\u00a0; vide\u00a0: la référence", "Coefficient horaire",
           "takeover.coefficient"},
          {"heures", "heures", "Heures voulues", "laissez alors une autre valeur vide", kHours},
          kRounding},
         kHours,
         takeover,
         "chiffre_affaires=480000&mois=48&heures_transferables=200&taux=50"},
        {"/calcul/facture",
         "Factures",
         "Heures dues d’après ce qui est facturé",
         "Une heure par tranche entière facturée, à partir d’un seuil",
         {{"montant_facture", "montant-facture", "Montant facturé HT (€)", "", "Montant facturé"},
          {"seuil", "seuil", "Seuil (€)", "montant à partir duquel des heures sont dues"},
          {"tranche", "tranche", "Tranche (€)", "montant facturé pour une heure"},
          {"mode", "mode", "Effet du seuil", "", "", "", "declencheur|franchise",
           "déclencheur\u00a0: tout compte dès le seuil atteint|franchise\u00a0: seul l’excédent compte"},
          {"heures", "heures", "Heures voulues", "laissez alors le montant facturé vide", kHours}},
         kHours,
         invoice,
         "montant_facture=120000&seuil=50000&tranche=1000&mode=franchise"},
        {"/calcul/grille",
         "Grille par paliers",
         "Heures d’après une grille par paliers de montant",
         "Les heures sont celles du palier où tombe le montant",
         {{"montant", "montant", "Montant HT (€)"},
          {"grille", "grille", "Grille", "", "", "", "formation", "Clause de formation"}},
         kHours,
         grid,
         "montant=150000&grille=formation"},
    };
}

std::vector<Method> worth_methods() {
    return {
        {"/calcul/achat-inclusif",
         "Achat inclusif",
         "Ce qu’un achat inclusif représente en heures ou en emplois",
         "Une estimation\u00a0: en heures pour un petit montant, en mois d’emploi au-delà",
         {{"montant", "montant", "Montant de l’achat HT (€)"}},
         "Heures de travail",
         inclusive,
         "montant=20000"},
        {"/calcul/etp",
         "ETP",
         "Heures en équivalents temps plein, et l’inverse",
         "Heures ÷ heures d’un ETP = ETP-années\u00a0; laissez vide la valeur à trouver",
         {{"heures", "heures", "Heures", "", "Heures"},
          {"genre", "genre", "Heures d’un ETP selon la structure", "", "", "", "|general|ai|etti|ei|aci",
           "à donner ci-contre|cas général|association intermédiaire|ETTI|entreprise d’insertion|atelier et chantier "
           "d’insertion"},
          {"reference", "reference", "Heures d’un ETP", "passent avant la structure choisie", "Heures d’un ETP",
           "fte.general"},
          {"etp", "etp", "ETP-années", "à la place d’une autre valeur", "ETP-années"},
          {"periode", "periode", "Les heures sont celles", "", "", "", "an|mois",
           "d’une année ou du marché|d’un mois (× 12)"}},
         "ETP-années",
         fte,
         "heures=833&reference=1607"},
    };
}

std::vector<Method> follow_up_methods() {
    return {
        {"/calcul/penalite",
         "Pénalité",
         "Simulation d’une pénalité",
         "Heures manquantes × pénalité par heure + jours de retard × pénalité par jour\u00a0; l’acheteur seul décide",
         {{"dues", "dues", "Heures dues"},
          {"validees", "validees", "Heures validées"},
          {"par_heure", "par-heure", "Pénalité par heure manquante (€)", "", "", "penalty.per_hour"},
          {"jours_retard", "jours-retard", "Jours de retard d’un justificatif"},
          {"par_jour", "par-jour", "Pénalité par jour de retard (€)", "", "", "penalty.evidence_per_day"}},
         "Pénalité simulée",
         penalty,
         "dues=833&validees=800&par_heure=60",
         true},
        {"/calcul/repartir",
         "Répartition",
         "Répartir des heures selon des parts, sans rien perdre",
         "Au plus fort reste\u00a0: la somme des parts est toujours le total",
         {{"total", "total", "Heures à répartir"},
          {"parts", "parts", "Parts", "séparées par des virgules, ou des points-virgules si elles ont des décimales"},
          {"pas", "pas", "Taille d’un pas (h)", "1 si le champ est vide"}},
         "",
         share,
         "total=833&parts=3,2,2"},
        {"/calcul/potentiel",
         "Offre locale",
         "Ce que les structures du territoire peuvent porter",
         "Indice du Marché de l’inclusion, jamais une raison d’écarter une clause\u00a0: l’embauche directe ne demande "
         "aucune "
         "structure",
         {{"structures", "structures", "Nombre de structures qui peuvent répondre"},
          {"budget", "budget", "Budget du marché HT (€)"},
          {"ca_moyen", "ca-moyen", "Chiffre d’affaires moyen de ces structures (€)",
           "vide\u00a0: la dépendance reste inconnue"}},
         "Recommandation",
         supply,
         "structures=35&budget=100000&ca_moyen=500000"},
    };
}

}  // namespace

std::span<const Method> methods() {
    static const std::vector<Method> all = [] {
        std::vector<Method> out;
        for (auto* part : {labour_methods, contract_methods, worth_methods, follow_up_methods})
            for (Method& method : part()) out.push_back(std::move(method));
        return out;
    }();
    return all;
}

}  // namespace clausier::web
