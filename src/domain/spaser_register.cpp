// The rules of registers and of AGEC declarations.
#include "clausier/domain/spaser_register.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "clausier/core/asset.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"
#include "field_faults.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

struct Word {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Word, 3> kind_words{{{"referent", "Référent"},
                                          {"sensibilisation", "Action de sensibilisation"},
                                          {"partenariat", "Partenariat avec une entreprise"}}};

std::vector<ReuseProduct> read_products() {
    constexpr std::string_view file = "data/codes/agec_products.csv";
    DataFile data(core::asset(file), file, {"code", "label", "source"});
    std::vector<ReuseProduct> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back({data.unique(row, "code"), data.required(row, "label")});
    data.finish();
    return out;
}

std::string_view missing_title(RegisterKind kind) {
    switch (kind) {
        case RegisterKind::referent:
            return "donnez la fonction du référent, par exemple « Référent achats responsables »";
        case RegisterKind::awareness:
            return "dites quelle action a été menée";
        case RegisterKind::partnership:
            break;
    }
    return "dites avec quelle entreprise, et pour quoi";
}

std::string shown(const std::optional<core::Date>& date) { return date ? french::date(*date) : ""; }

}  // namespace

std::string_view code(RegisterKind kind) { return kind_words.at(static_cast<std::size_t>(kind)).code; }
std::string_view label(RegisterKind kind) { return kind_words.at(static_cast<std::size_t>(kind)).label; }
std::optional<RegisterKind> register_kind(std::string_view code) {
    for (std::size_t i = 0; i < kind_words.size(); ++i)
        if (kind_words[i].code == code) return static_cast<RegisterKind>(i);
    return std::nullopt;
}

bool stands_in(const RegisterEntry& entry, int year) {
    const int begins = static_cast<int>(entry.begins_on.year());
    // An action without an end is of its day; a referent or a partnership lasts until it ends.
    const int ends = entry.ends_on                           ? static_cast<int>(entry.ends_on->year())
                     : entry.kind == RegisterKind::awareness ? begins
                                                             : last_year_possible;
    return begins <= year && year <= ends;
}

RegisterCount count_in(const std::vector<RegisterEntry>& entries, RegisterKind kind, int year) {
    RegisterCount out;
    std::set<std::string> units;
    for (const RegisterEntry& entry : entries) {
        if (entry.kind != kind || !stands_in(entry, year)) continue;
        ++out.entries;
        out.people += entry.people.value_or(0);
        if (!entry.unit.empty()) units.insert(core::fold(entry.unit));
    }
    out.units = static_cast<std::int64_t>(units.size());
    return out;
}

const std::vector<ReuseProduct>& reuse_products() {
    static const std::vector<ReuseProduct> products = read_products();
    return products;
}

const ReuseProduct* reuse_product(std::string_view code_or_label) {
    const std::string folded = core::fold(code_or_label);
    for (const ReuseProduct& one : reuse_products())
        if (one.code == code_or_label || core::fold(one.label) == folded) return &one;
    return nullptr;
}

void fill_reuse(IndicatorValue& value, const std::vector<ReuseDeclaration>& declarations) {
    value.part = value.filled = value.all = {};
    if (declarations.empty()) {
        value.unavailable = "aucune déclaration AGEC n’est saisie pour cette année ; saisissez-la aux registres";
        return;
    }
    value.unavailable.clear();
    for (const ReuseDeclaration& one : declarations) {
        value.part.amount += one.reused + one.recycled;
        value.all.amount += one.total;
    }
    value.filled = value.all;
    value.note =
        "dépenses déclarées, tous produits : réemploi (dons compris) et matières recyclées sur le total ; "
        "une dépense à la fois réemployée et recyclée y compte deux fois";
}

void tidy(RegisterEntry& e) {
    for (std::string* text : {&e.unit, &e.title, &e.person}) *text = core::collapse(*text);
    e.note = plain_lines(e.note);
}
void tidy(ReuseDeclaration& d) {
    if (const ReuseProduct* product = reuse_product(d.product)) d.product = product->code;
    d.note = core::collapse(d.note);
}

std::vector<core::Issue> faults(const RegisterEntry& e) {
    Issues issues;
    if (!e.begins_on.ok()) refuse(issues, "debut", "date_absente", "donnez le jour, ou le premier jour");
    if (e.ends_on && e.begins_on.ok() && *e.ends_on < e.begins_on)
        refuse(issues, "fin", "dates", "la fin vient avant le début ; corrigez l’une des deux");
    if (e.kind == RegisterKind::referent)
        require_line(issues, "service", e.unit, "donnez le service du référent");
    else
        within(issues, "service", e.unit, longest_line);
    require_line(issues, "titre", e.title, std::string(missing_title(e.kind)));
    within(issues, "nom", e.person, longest_line);
    if (!e.person.empty() && e.kind != RegisterKind::referent)
        refuse(issues, "nom", "nom_superflu", "seul un référent peut être nommé ; videz ce champ");
    if (e.people && *e.people < 0)
        refuse(issues, "personnes", "nombre", "un nombre de personnes n’est pas négatif ; corrigez-le");
    within(issues, "note", e.note, longest_note);
    return issues;
}

std::vector<core::Issue> faults(const ReuseDeclaration& d) {
    Issues issues;
    if (!is_year(d.year)) refuse(issues, "annee", "annee", "donnez l’année des dépenses, de 1950 à 2100");
    if (!reuse_product(d.product))
        refuse(issues, "produit", "produit_inconnu", "ce produit n’est pas de la liste AGEC ; choisissez-en un");
    const auto part = [&](std::string_view where, core::Euros amount, std::string_view name) {
        if (amount < core::Euros())
            refuse(issues, where, "montant", "un montant n’est pas négatif ; corrigez-le");
        else if (amount > d.total)
            refuse(issues, where, "montant_total",
                   std::string(name) + " (" + french::euros(amount) + ") dépassent le total (" +
                       french::euros(d.total) + ") ; corrigez l’un des deux");
    };
    if (d.total < core::Euros()) refuse(issues, "total", "montant", "un montant n’est pas négatif ; corrigez-le");
    part("reemploi", d.reused, "les biens réemployés");
    part("recycles", d.recycled, "les biens recyclés");
    part("dons", d.donated, "les dons");
    if (d.donated > d.reused && d.donated <= d.total)
        refuse(issues, "dons", "dons_reemploi",
               "les dons font partie du réemploi et le dépassent ; augmentez le réemploi ou baissez les dons");
    within(issues, "note", d.note, longest_line);
    return issues;
}

std::vector<FieldText> field_texts(const RegisterEntry& e) {
    return {{"registre", "Registre", std::string(label(e.kind))},
            {"debut", "Début", shown(e.begins_on)},
            {"fin", "Fin", shown(e.ends_on)},
            {"service", "Service", e.unit},
            {"titre", "Intitulé", e.title},
            {"nom", "Nom", e.person},
            {"personnes", "Personnes", e.people ? std::to_string(*e.people) : ""},
            {"note", "Note", e.note}};
}

std::vector<FieldText> field_texts(const ReuseDeclaration& d) {
    const ReuseProduct* product = reuse_product(d.product);
    return {{"annee", "Année", std::to_string(d.year)},
            {"produit", "Produit", product ? product->label : d.product},
            {"total", "Total", french::euros(d.total)},
            {"reemploi", "Réemploi", french::euros(d.reused)},
            {"dons", "Dons", french::euros(d.donated)},
            {"recycles", "Recyclés", french::euros(d.recycled)},
            {"note", "Note", d.note}};
}

}  // namespace clausier::domain
