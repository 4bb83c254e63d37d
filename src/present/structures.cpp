// Gives structures their documents.
#include "clausier/present/structures.hpp"

#include "clausier/core/french.hpp"
#include "clausier/domain/purchases.hpp"
#include "json_values.hpp"
#include "structure_words.hpp"

namespace clausier::present {
namespace {

using domain::Structure;

json::object line_json(const Structure& s, core::Date today) {
    const domain::Standing standing = domain::standing_of(s, std::nullopt, today);
    const domain::Approval* convention = last_convention(s);
    return {{"structure_id", s.id.value},
            {"type", s.kind},
            {"famille", standing.family},
            {"nom", s.name},
            {"siret", s.siret},
            {"departement", s.department},
            {"code_postal", s.post_code},
            {"commune", s.city},
            {"naf", s.naf},
            {"source", s.source},
            {"fermee_le", json_of(s.closed_on)},
            {"convention_du", convention ? json_of(convention->from) : json::value(nullptr)},
            {"convention_au", convention ? json_of(convention->to) : json::value(nullptr)},
            {"agreee", domain::approval_word(standing)},
            {"esus", standing.esus},
            {"ess", standing.ess}};
}

json::object contract_json(const domain::SupplierContract& c) {
    return {{"marche_id", c.market.value},
            {"acheteur", c.buyer},
            {"marche", c.reference},
            {"lot", c.lot_number},
            {"objet", c.object},
            {"date_notification", json_of(c.notified_on)},
            {"montant", json_of(c.amount)},
            {"role", role_of(c)},
            {"siret", c.siret},
            {"structure_id", c.structure.id.value},
            {"structure", c.structure.name},
            {"type", c.structure.kind},
            {"famille", c.standing.family},
            {"agreee_a_la_notification", domain::approval_word(c.standing)},
            {"esus", c.standing.esus}};
}

std::string date_text(const std::optional<core::Date>& day) { return day ? core::iso(*day) : ""; }

core::Table contracts_table(const std::vector<domain::SupplierContract>& contracts) {
    core::Table out{{"Notifié le", "Marché", "Objet", "Acheteur", "Structure", "Type", "Rôle", "Montant", "Agréée"},
                    {}};
    for (const domain::SupplierContract& c : contracts)
        out.rows.push_back({date_text(c.notified_on), c.reference, c.object, c.buyer, c.structure.name,
                            c.structure.kind, std::string(role_of(c)), c.amount ? core::french::euros(*c.amount) : "",
                            std::string(domain::approval_word(c.standing))});
    return out;
}

json::array contracts_json(const std::vector<domain::SupplierContract>& contracts) {
    json::array out;
    for (const domain::SupplierContract& one : contracts) out.emplace_back(contract_json(one));
    return out;
}

json::object import_json(const domain::StructureImport& i) {
    return {{"import", i.id.empty() ? json::value(nullptr) : json::value(i.id.value)},
            {"etat", state_of(i)},
            {"date", core::iso(core::Date(std::chrono::floor<std::chrono::days>(i.at)))},
            {"fichier", i.file_name},
            {"lues", i.rows_read},
            {"creees", i.created},
            {"modifiees", i.updated},
            {"identiques", i.same},
            {"ecartees", i.listed}};
}

}  // namespace

Answer answer(const domain::StructurePage& page, core::Date today) {
    Answer out;
    json::array lines;
    out.table.columns = {"N°", "Type", "Nom", "SIRET", "Commune", "Dépt", "Agréée"};
    for (const Structure& one : page.lines) {
        lines.emplace_back(line_json(one, today));
        out.table.rows.push_back({std::to_string(one.id.value), one.kind, one.name, one.siret, one.city, one.department,
                                  std::string(domain::approval_word(domain::standing_of(one, std::nullopt, today)))});
    }
    out.numeric = {true, false, false, false, false, false, false};
    out.document = json::object{
        {"structures_total", page.total}, {"structures_connues", page.known}, {"structures", std::move(lines)}};
    out.rows = "structures";
    out.title = core::french::count(static_cast<std::uint64_t>(page.total), "structure");
    return out;
}

Answer answer(const domain::StructureSheet& sheet, core::Date today) {
    Answer out;
    const Structure& s = sheet.structure;
    json::object document = line_json(s, today);
    document["revision"] = s.revision;
    json::array sirets;
    for (const domain::DatedSiret& one : s.sirets)
        sirets.push_back({{"siret", one.siret}, {"du", json_of(one.from)}, {"au", json_of(one.to)}});
    json::array approvals;
    for (const domain::Approval& one : s.approvals)
        approvals.push_back({{"genre", domain::code(one.kind)},
                             {"du", json_of(one.from)},
                             {"au", json_of(one.to)},
                             {"source", one.source}});
    json::array sharing;
    for (const Structure& one : sheet.sharing)
        sharing.push_back({{"structure_id", one.id.value}, {"type", one.kind}, {"nom", one.name}});
    document["sirets"] = std::move(sirets);
    document["agrements"] = std::move(approvals);
    document["partages"] = std::move(sharing);
    document["contrats"] = contracts_json(sheet.contracts);
    out.document = std::move(document);
    out.title = s.name;
    out.table.columns = {"Champ", "Valeur"};
    for (const domain::EnquiryField& field : domain::structure_fields(s))
        out.table.rows.push_back({field.label, field.text});
    for (const domain::DatedSiret& one : s.sirets)
        if (one.siret != s.siret) out.lines.push_back("Ancien SIRET : " + one.siret + period_of(one.from, one.to));
    for (const Structure& one : sheet.sharing)
        out.lines.push_back("Même SIRET : n° " + std::to_string(one.id.value) + ", " + one.name);
    for (const domain::SupplierContract& one : sheet.contracts)
        out.lines.push_back("Contrat : " + one.reference + ", " + one.object + " (" + one.buyer + ")");
    return out;
}

Answer answer(const std::vector<domain::SupplierContract>& contracts) {
    Answer out;
    out.document = json::object{{"contrats", contracts_json(contracts)}};
    out.rows = "contrats";
    out.title = "Contrats de structures";
    out.table = contracts_table(contracts);
    out.numeric = {false, false, false, false, false, false, false, true, false};
    return out;
}

Answer answer(const domain::StructureImportOutcome& outcome) {
    Answer out;
    const domain::StructureImport& i = outcome.import;
    json::object document = import_json(i);
    json::array remarks;
    out.table.columns = {"Ligne", "Suite", "Remarque"};
    for (const domain::StructureImportRemark& one : outcome.remarks) {
        remarks.push_back({{"ligne", one.line}, {"code", one.code}, {"ecartee", !one.kept}, {"message", one.message}});
        out.table.rows.push_back({std::to_string(one.line), std::string(one.kept ? "gardée" : "écartée"), one.message});
    }
    out.numeric = {true, false, false};
    document["remarques"] = std::move(remarks);
    out.document = std::move(document);
    out.rows = "remarques";
    out.title = std::string(state_of(i)) == "essai" ? "Essai de " + i.file_name
                                                    : "Import de structures n° " + std::to_string(i.id.value);
    out.lines.push_back(counts_text(i));
    return out;
}

Answer answer(const std::vector<domain::StructureImport>& imports) {
    Answer out;
    json::array lines;
    out.table.columns = {"N°", "État", "Fichier", "Lues", "Créées", "Modifiées", "Identiques", "Écartées"};
    for (const domain::StructureImport& i : imports) {
        lines.emplace_back(import_json(i));
        out.table.rows.push_back({std::to_string(i.id.value), std::string(state_of(i)), i.file_name,
                                  std::to_string(i.rows_read), std::to_string(i.created), std::to_string(i.updated),
                                  std::to_string(i.same), std::to_string(i.listed)});
    }
    out.numeric = {true, false, false, true, true, true, true, true};
    out.document = json::object{{"imports", std::move(lines)}};
    out.rows = "imports";
    out.title = "Imports de structures";
    return out;
}

}  // namespace clausier::present
