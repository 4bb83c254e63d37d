// Reads, keeps and matches files of purchases.
#include "clausier/app/purchases.hpp"

#include <fmt/format.h>

#include "clausier/core/text.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/purchases.hpp"
#include "clausier/store/structures.hpp"
#include "kept_file.hpp"
#include "organisation_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Organisation;
using domain::PurchaseFile;
using domain::PurchaseSheet;

constexpr int first_year = 1950;
constexpr int last_year = 2100;

void require_year(std::vector<core::Issue>& issues, int year) {
    if (year < first_year || year > last_year)
        issues.push_back({core::Severity::error, "annee", "annee", "donnez l’année des achats, par exemple 2025"});
}

void require_draft(const domain::TenderParty& buyer, int year) {
    std::vector<core::Issue> issues;
    if (buyer.empty())
        issues.push_back(
            {core::Severity::error, "acheteur_absent", "acheteur", "donnez le nom ou le SIRET de l’acheteur"});
    const std::string& name = buyer.name;
    if (buyer.identifier.empty() && !name.empty() && name.find_first_not_of("0123456789 ") == std::string::npos)
        issues.push_back({core::Severity::error, "acheteur_inconnu", "acheteur",
                          "«\u00a0" + name + "\u00a0» n’est ni un nom ni un SIRET\u00a0; un SIRET a 14 chiffres"});
    require_year(issues, year);
    require_sound(std::move(issues));
}

void require_rows(const domain::PurchaseTable& table) {
    if (table.lines().empty() && table.rejects().empty())
        throw Error(
            ErrorKind::invalid, "fichier",
            "aucun achat n’a été lu sous les titres\u00a0; vérifiez le fichier ou choisissez une autre feuille");
}

domain::StructuresBySiret structures_of(store::Transaction& tx, const std::vector<domain::PurchaseLine>& lines) {
    std::vector<std::string> sirets;
    for (const domain::PurchaseLine& line : lines) sirets.push_back(line.siret);
    return store::Structures(tx).by_sirets(sirets);
}

// A name alone means the one organisation that bears it, whether it has an identifier or not.
Organisation buyer_of(store::Transaction& tx, const domain::TenderParty& party) {
    if (party.identifier.empty()) {
        std::vector<Organisation> named;
        for (Organisation& one : store::Organisations(tx).list(party.name))
            if (store::folded_name(one.name) == store::folded_name(party.name)) named.push_back(std::move(one));
        if (named.size() == 1) return std::move(named.front());
    }
    return organisation_of(tx, party, domain::OrganisationKind::public_body);
}

PurchaseFile counted(const Session& session, const PurchaseDraft& draft, const domain::PurchaseTable& table) {
    PurchaseFile out;
    out.year = draft.year;
    out.file_name = draft.file_name;
    out.sheet = draft.sheet;
    out.at = session.clock.now();
    out.actor = session.actor;
    out.rows_kept = static_cast<std::int64_t>(table.lines().size());
    out.rows_rejected = static_cast<std::int64_t>(table.rejects().size());
    out.rows_read = out.rows_kept + out.rows_rejected;
    return out;
}

PurchaseFile require_file(store::Transaction& tx, Id<PurchaseFile> id) {
    auto found = store::Purchases(tx).find(id);
    if (!found)
        throw Error(ErrorKind::not_found, "fichier d’achats n° " + std::to_string(id.value),
                    "il n’existe pas\u00a0; voyez la liste des achats");
    return *std::move(found);
}

PurchaseSheet sheet_of(const Session& session, store::Transaction& tx, const PurchaseFile& file) {
    store::Purchases purchases(tx);
    const auto lines = purchases.lines(file.id);
    return {{file, store::Organisations(tx).find(file.buyer).value(), purchases.spending(file.buyer, file.year)},
            domain::purchase_share(lines, structures_of(tx, lines), file.year, session.clock.today()),
            purchases.rejects(file.id),
            {}};
}

std::map<std::uint64_t, domain::PurchaseNote> notes_of(const Session& session, store::Transaction& tx, int year,
                                                       const std::vector<domain::PurchaseLine>& lines,
                                                       const std::vector<domain::PurchaseReject>& rejects) {
    const auto known = structures_of(tx, lines);
    const core::Date today = session.clock.today();
    std::map<std::uint64_t, domain::PurchaseNote> out;
    for (const domain::PurchaseLine& line : lines)
        out[line.line] = domain::note_of(line, domain::match(known, line.siret, domain::judged_on(year, today), today));
    for (const domain::PurchaseReject& one : rejects) out[one.line].inclusive = "ligne écartée, " + one.message;
    return out;
}

void tell(store::Transaction& tx, const Session& session, std::string_view action, Id<Organisation> buyer, int year,
          const std::string& detail) {
    store::Journal(tx).append({session.clock.now(), session.actor, std::string(action),
                               fmt::format("organisation/{}", buyer.value),
                               fmt::format("annee={}{}{}", year, detail.empty() ? "" : " ", detail)});
}

}  // namespace

PurchaseSheet try_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                            const domain::PurchaseTable& table) {
    std::vector<core::Issue> issues;
    require_year(issues, draft.year);
    require_sound(std::move(issues));
    require_rows(table);
    store::Transaction tx = base.read();
    PurchaseSheet out;
    out.year.file = counted(session, draft, table);
    out.year.buyer.name = draft.buyer.name;
    out.year.buyer.identifier = draft.buyer.identifier;
    out.share =
        domain::purchase_share(table.lines(), structures_of(tx, table.lines()), draft.year, session.clock.today());
    out.rejects = table.rejects();
    out.remarks = table.remarks();
    return out;
}

PurchaseSheet import_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                               const domain::PurchaseTable& table, const std::filesystem::path& file) {
    require_draft(draft.buyer, draft.year);
    require_rows(table);
    KeptFile original(base, file);
    store::Transaction tx = base.write();
    store::Purchases purchases(tx);
    PurchaseFile kept = counted(session, draft, table);
    kept.buyer = buyer_of(tx, draft.buyer).id;
    if (const auto old = purchases.find(kept.buyer, kept.year); old && !draft.replace)
        throw Error(
            ErrorKind::conflict, "fichier",
            fmt::format("cet acheteur a déjà un fichier d’achats pour {}, «\u00a0{}\u00a0»\u00a0; demandez à le "
                        "remplacer, ou retirez-le",
                        kept.year, old->file_name));
    kept.file_sha256 = original.keep(tx, kept.file_name, kept.at);
    kept = purchases.save(std::move(kept), table.lines(), table.rejects());
    tell(tx, session, "achats.importer", kept.buyer, kept.year,
         fmt::format("lues={} retenues={} ecartees={}", kept.rows_read, kept.rows_kept, kept.rows_rejected));
    PurchaseSheet out = sheet_of(session, tx, kept);
    out.remarks = table.remarks();
    tx.commit();
    return out;
}

std::vector<domain::PurchaseYear> list_purchases(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Purchases(tx).list();
}

PurchaseSheet purchase_sheet(const Session& session, store::Database& base, Id<PurchaseFile> id) {
    store::Transaction tx = base.read();
    return sheet_of(session, tx, require_file(tx, id));
}

Id<PurchaseFile> find_purchases(store::Database& base, Id<Organisation> buyer, int year) {
    store::Transaction tx = base.read();
    const auto found = store::Purchases(tx).find(buyer, year);
    if (!found)
        throw Error(ErrorKind::not_found, fmt::format("achats {}", year),
                    "cet acheteur n’a pas de fichier d’achats pour cette année\u00a0; importez-le");
    return found->id;
}

PurchaseFile remove_purchases(const Session& session, store::Database& base, Id<PurchaseFile> id) {
    store::Transaction tx = base.write();
    store::Purchases purchases(tx);
    PurchaseFile gone = require_file(tx, id);
    purchases.remove(id);
    if (!base.in_memory() && !purchases.uses(gone.file_sha256))
        store::Pieces(tx, base.pieces_folder()).forget(gone.file_sha256);
    tell(tx, session, "achats.retirer", gone.buyer, gone.year, "");
    tx.commit();
    return gone;
}

AnnotatedPurchases annotated_purchases(const Session& session, store::Database& base, Id<PurchaseFile> id) {
    store::Transaction tx = base.read();
    store::Purchases purchases(tx);
    AnnotatedPurchases out{require_file(tx, id), {}, {}};
    if (base.in_memory())
        throw Error(ErrorKind::not_found, out.file.file_name,
                    "une base en mémoire ne garde pas les fichiers\u00a0; importez-le dans une base sur le disque");
    out.path = store::Pieces(tx, base.pieces_folder()).path(out.file.file_sha256);
    out.notes = notes_of(session, tx, out.file.year, purchases.lines(id), purchases.rejects(id));
    return out;
}

AnnotatedPurchases annotated_purchases(const Session& session, store::Database& base, const PurchaseDraft& draft,
                                       const domain::PurchaseTable& table, const std::filesystem::path& path) {
    store::Transaction tx = base.read();
    return {counted(session, draft, table), path, notes_of(session, tx, draft.year, table.lines(), table.rejects())};
}

void save_spending(const Session& session, store::Database& base, const domain::TenderParty& buyer, int year,
                   const domain::AnnualSpending& spending) {
    require_draft(buyer, year);
    std::vector<core::Issue> issues;
    if (spending.mandated.parts() <= 0)
        issues.push_back({core::Severity::error, "depense", "depense", "donnez un montant au-dessus de 0\u00a0€"});
    if (core::trim(spending.source).empty())
        issues.push_back({core::Severity::error, "source", "source",
                          "dites d’où vient ce montant, par exemple «\u00a0compte administratif 2025\u00a0»"});
    require_sound(std::move(issues));
    refuse_nir({{"acheteur", buyer.name}, {"source", spending.source}});
    store::Transaction tx = base.write();
    const Id<Organisation> id = buyer_of(tx, buyer).id;
    store::Purchases(tx).save_spending(id, year, spending, session.clock.now(), session.actor);
    tell(tx, session, "depense.enregistrer", id, year, "montant=" + core::decimal(spending.mandated));
    tx.commit();
}

void remove_spending(const Session& session, store::Database& base, Id<Organisation> buyer, int year) {
    store::Transaction tx = base.write();
    const auto kept = store::Purchases(tx).spending(buyer, year);
    if (!kept || kept->from_purchases)
        throw Error(ErrorKind::not_found, "dépense " + std::to_string(year),
                    "aucune dépense n’est saisie pour cet acheteur et cette année ; la liste des achats les donne");
    store::Purchases(tx).remove_spending(buyer, year);
    tell(tx, session, "depense.retirer", buyer, year, "");
    tx.commit();
}

}  // namespace clausier::app
