// Reads lists of structures.
#include "clausier/domain/structure_table.hpp"

#include <algorithm>

#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {
namespace {

void say(StructureRow& row, core::Severity severity, std::string_view code, std::string text) {
    row.issues.push_back({severity, std::string(code), "ligne " + std::to_string(row.line), std::move(text)});
}
void refuse(StructureRow& row, std::string_view code, std::string text) {
    say(row, core::Severity::error, code, std::move(text));
}
void warn(StructureRow& row, std::string_view code, std::string text) {
    say(row, core::Severity::warning, code, std::move(text));
}

std::string quoted(std::string_view text) { return "«\u00a0" + std::string(text) + "\u00a0»"; }

// The fields of the bounds of an approval.
struct Bounds {
    std::string_view from, to;
};
Bounds bounds_of(ApprovalKind kind) {
    switch (kind) {
        case ApprovalKind::convention:
            return {"convention_du", "convention_au"};
        case ApprovalKind::esus:
            return {"esus_du", "esus_au"};
        case ApprovalKind::ess:
            return {"ess_du", "ess_au"};
    }
    return {};
}

void take_text(std::string& kept, const std::string& said) {
    if (!said.empty()) kept = said;
}

void merge_approval(std::vector<Approval>& kept, const Approval& said) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const Approval& one) {
        return one.kind == said.kind && one.from == said.from && (one.from || one.to == said.to);
    });
    if (same == kept.end())
        kept.push_back(said);
    else if (said.to)
        same->to = said.to;
}

}  // namespace

const std::vector<PlainField>& structure_columns() {
    static const std::vector<PlainField> fields{
        {"type",
         "Type",
         false,
         {"type", "kind", "type de structure", "type structure", "structure type", "categorie",
          "categorie de structure", "categorie structure", "nature"}},
        {"nom",
         "Nom",
         true,
         {"nom", "raison sociale", "denomination", "denomination sociale", "nom de la structure", "name",
          "structure denomination", "structure", "nom structure", "entreprise", "enseigne", "brand"}},
        {"siret",
         "SIRET",
         false,
         {"siret", "structure siret actualise", "siret actualise", "n siret", "no siret", "numero siret",
          "numero de siret", "siret de la structure", "siret etablissement"}},
        {"ancien_siret",
         "Ancien SIRET",
         false,
         {"ancien siret", "siret precedent", "structure siret signature", "siret signature", "siret ancien"}},
        {"departement",
         "Département",
         false,
         {"departement", "department", "code departement", "dept", "dep", "departement code"}},
        {"code_postal",
         "Code postal",
         false,
         {"code postal", "post code", "postcode", "cp", "codepostal", "structure adresse admin cp", "postal code"}},
        {"commune",
         "Commune",
         false,
         {"commune", "ville", "city", "localite", "structure adresse admin commune", "nom commune"}},
        {"naf", "NAF", false, {"naf", "code naf", "ape", "code ape", "structure code naf", "naf ape"}},
        {"source", "Source", false, {"source"}},
        {"fermee_le", "Fermée le", false, {"fermee le", "date de fermeture", "date fermeture", "ferme le"}},
        {"convention_du",
         "Convention du",
         false,
         {"convention du", "conventionnee du", "conventionnement du", "debut de convention", "debut convention",
          "date debut convention", "date de debut de convention", "convention debut", "convention date debut",
          "date de debut de conventionnement", "convention depuis", "conventionnee depuis"}},
        {"convention_au",
         "Convention au",
         false,
         {"convention au", "conventionnee au", "conventionnement au", "fin de convention", "fin convention",
          "date fin convention", "date de fin de convention", "convention fin", "convention date fin",
          "date de fin de conventionnement", "convention jusqu au", "conventionnee jusqu au"}},
        {"esus_du",
         "Agrément ESUS du",
         false,
         {"agrement esus du", "esus du", "date agrement esus", "debut agrement esus", "date debut agrement esus",
          "esus debut", "date de debut esus", "agrement esus depuis", "date d agrement esus", "esus date debut"}},
        {"esus_au",
         "Agrément ESUS au",
         false,
         {"agrement esus au", "esus au", "fin agrement esus", "date fin agrement esus", "esus fin", "date de fin esus",
          "fin d agrement esus", "agrement esus jusqu au", "esus jusqu au", "esus date fin",
          "date de fin d agrement esus", "fin de l agrement esus"}},
        {"ess_du", "Inscription ESS du", false, {"ess du", "inscription ess du", "ess debut", "inscrite ess le"}},
        {"ess_au", "Inscription ESS au", false, {"ess au", "inscription ess au", "ess fin"}},
    };
    return fields;
}

bool StructureRow::sound() const {
    return std::none_of(issues.begin(), issues.end(),
                        [](const core::Issue& one) { return one.severity == core::Severity::error; });
}

std::string structure_kind_of(std::string_view word) {
    const std::string wanted = core::fold(word);
    for (const StructureKind& kind : CodeLists::embedded().structure_kinds)
        if (wanted == core::fold(kind.code) || wanted == core::fold(kind.label)) return kind.code;
    return "";
}

StructureTable::StructureTable(StructureTableOptions options, std::vector<PlainChoice> choices)
    : PlainTable(structure_columns(), std::move(choices)), options_(std::move(options)) {}

void StructureTable::take(const core::Row& row) {
    StructureRow out;
    out.line = row.number;
    read_kind(row, out);
    out.structure.name = text(row, "nom");
    if (out.structure.name.empty()) refuse(out, "nom_absent", "le nom manque\u00a0; complétez la ligne");
    read_siret(row, out);
    read_place(row, out);
    out.structure.naf = text(row, "naf");
    out.structure.source = text(row, "source");
    if (out.structure.source.empty()) out.structure.source = options_.source;
    bool unreadable = false;
    out.structure.closed_on = read_date(row, out, "fermee_le", unreadable);
    for (const ApprovalKind kind : {ApprovalKind::convention, ApprovalKind::esus, ApprovalKind::ess})
        read_approval(row, out, kind);
    rows_.push_back(std::move(out));
}

void StructureTable::read_kind(const core::Row& row, StructureRow& out) const {
    const std::string word = text(row, "type");
    if (word.empty() && options_.kind.empty())
        return refuse(out, "type_absent",
                      "le type manque\u00a0; complétez la ligne, ou dites celui de tout le fichier");
    out.structure.kind = word.empty() ? options_.kind : structure_kind_of(word);
    if (out.structure.kind.empty())
        refuse(out, "structure_type", quoted(word) + " n’est pas un type de structure\u00a0; écrivez EI, ACI, AI, EA…");
}

void StructureTable::read_siret(const core::Row& row, StructureRow& out) const {
    const auto siret = core::Siret::parse(text(row, "siret"));
    if (siret) {
        out.structure.siret = siret->text();
        if (!siret->checks())
            warn(out, "siret_cle", "la clé du SIRET " + siret->text() + " est fausse\u00a0; vérifiez-le");
    } else if (siret.error().code == "siret_absent") {
        warn(out, "siret_absent", "sans SIRET, aucun achat ni contrat ne peut lui être rapproché\u00a0; complétez-la");
    } else {
        refuse(out, siret.error().code, siret.error().text + "\u00a0; corrigez la ligne");
    }
    const auto former = core::Siret::parse(text(row, "ancien_siret"));
    if (former && former->text() != out.structure.siret) out.former_siret = former->text();
}

void StructureTable::read_place(const core::Row& row, StructureRow& out) const {
    Structure& s = out.structure;
    s.city = text(row, "commune");
    std::string code;
    for (const char c : text(row, "code_postal"))
        if (c >= '0' && c <= '9') code += c;
    if (code.size() == 4) code.insert(0, 1, '0');  // a spreadsheet took it for a number
    if (code.size() == 5)
        s.post_code = code;
    else if (!text(row, "code_postal").empty())
        warn(out, "code_postal",
             quoted(text(row, "code_postal")) + " n’est pas un code postal\u00a0; il est laissé vide");
    const std::string said = text(row, "departement");
    auto department = core::parse_department(said);
    if (!department)
        if (const Department* named = CodeLists::embedded().department(said)) department = named->code;
    if (!department && !s.post_code.empty()) department = core::parse_department(s.post_code);
    if (department) s.department = *department;
    if (!department && !said.empty())
        warn(out, "departement_inconnu", quoted(said) + " n’est pas un département\u00a0; il est laissé vide");
}

std::optional<core::Date> StructureTable::read_date(const core::Row& row, StructureRow& out, std::string_view field,
                                                    bool& unreadable) const {
    const core::Cell found = cell(row, field);
    const std::string said = text(row, field);
    if (said.empty()) return std::nullopt;
    const auto date = core::parse_date(said, found.kind == core::CellKind::number);
    if (date) return date->date;
    unreadable = true;
    warn(out, "date_illisible", quoted(said) + " n’est pas une date\u00a0; elle est laissée de côté");
    return std::nullopt;
}

// A bound that cannot be read would make the approval hold without limit: it is then left out whole.
void StructureTable::read_approval(const core::Row& row, StructureRow& out, ApprovalKind kind) const {
    const Bounds fields = bounds_of(kind);
    bool unreadable = false;
    Approval approval{kind, read_date(row, out, fields.from, unreadable), read_date(row, out, fields.to, unreadable),
                      out.structure.source};
    if (unreadable || (!approval.from && !approval.to)) return;
    if (approval.from && approval.to && *approval.to < *approval.from)
        return warn(out, "dates_inversees",
                    std::string(label(kind)) + "\u00a0: la fin est avant le début\u00a0; elle est laissée de côté");
    out.structure.approvals.push_back(std::move(approval));
}

Structure merged(const Structure& kept, const StructureRow& row, core::Date today) {
    const Structure& said = row.structure;
    Structure out = said.siret.empty() ? kept : with_siret(kept, said.siret, today);
    out.kind = said.kind;
    take_text(out.name, said.name);
    take_text(out.department, said.department);
    take_text(out.post_code, said.post_code);
    take_text(out.city, said.city);
    take_text(out.naf, said.naf);
    if (out.source.empty()) out.source = said.source;
    if (said.closed_on) out.closed_on = said.closed_on;
    const bool known = std::any_of(out.sirets.begin(), out.sirets.end(),
                                   [&](const DatedSiret& one) { return one.siret == row.former_siret; });
    if (!row.former_siret.empty() && !known) out.sirets.push_back({row.former_siret, {}, {}});
    for (const Approval& approval : said.approvals) merge_approval(out.approvals, approval);
    return out;
}

}  // namespace clausier::domain
