// Two buyers with a row of every kind, people of each role on one side, and the addresses of routes on those rows.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "clausier/store/enquiries.hpp"
#include "clausier/store/follow_up.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/purchases.hpp"
#include "clausier/store/registers.hpp"
#include "clausier/store/schemes.hpp"
#include "clausier/store/structures.hpp"
#include "hostile.hpp"
#include "logged_world.hpp"

namespace clausier::testing {

using domain::Id;
using domain::Organisation;
using domain::Role;

inline constexpr std::string_view nowhere = "999999";

// The numbers of what one buyer has.
struct Rows {
    Id<Organisation> buyer{};
    std::int64_t market = 0, lot = 0, enquiry = 0, scenario = 0, offer = 0, task = 0, exchange = 0, contact = 0,
                 entry = 0, declaration = 0, scheme = 0, target = 0, purchases = 0;
};

// How a number of a pattern is found: by the beginning of the pattern, the longest first. By buyer: a facilitator sees
// those of every buyer, whoever follows the lots.
struct RowKind {
    std::string_view prefix;
    std::int64_t Rows::*number;
    bool by_buyer = false;
};
inline constexpr RowKind row_kinds[] = {
    {"/spaser/registres/agec/{", &Rows::declaration, true},
    {"/spaser/registres/{", &Rows::entry, true},
    {"/spaser/cibles/schemas/{", &Rows::scheme, true},
    {"/spaser/cibles/{", &Rows::target, true},
    {"/achats/{", &Rows::purchases, true},
    {"/suivi/taches/{", &Rows::task},
    {"/suivi/echanges/{", &Rows::exchange},
    {"/suivi/contacts/{", &Rows::contact},
    {"/suivi/{genre}/{", &Rows::market},
    {"/dossiers/{", &Rows::enquiry},
    {"/marches/{", &Rows::market},
    {"/lots/{", &Rows::lot},
};

inline const RowKind* kind_of(const web::Route& route) {
    for (const RowKind& kind : row_kinds)
        if (route.pattern.starts_with(kind.prefix)) return &kind;
    return nullptr;
}

inline void replace(std::string& text, std::string_view what, std::string_view by) {
    if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

// The address of a route on those rows; what is no row there is nowhere.
inline std::string address(const web::Route& route, const Rows& rows) {
    std::string out(route.pattern);
    replace(out, "{genre}", "marche");
    replace(out, "{scenario}", std::to_string(rows.scenario));
    replace(out, "{offre}", std::to_string(rows.offer));
    replace(out, "{cle}", "ccap");
    replace(out, "{format}", "json");
    const RowKind* kind = kind_of(route);
    while (out.find('{') != std::string::npos) {
        const std::size_t at = out.find('{');
        out.replace(at, out.find('}') - at + 1, kind ? std::to_string(rows.*kind->number) : std::string(nowhere));
    }
    if (!route.formats.html && route.formats.json) out += ".json";
    return out;
}

// Valbrume in Moselle, whose lot a structure of the network holds, and the port of Grandrive in Finistère: each with a
// row of every kind.
class Matrix : public LoggedWorld {
public:
    Matrix() {
        auto tx = base.write();
        builders = organisation(tx, "Bâtisseurs du Haut-Val");
        painters = organisation(tx, "Peintres du Littoral");
        opcs = organisation(tx, "Maison de l’emploi de Valbrume");
        network = organisation(tx, "Réseau des chantiers");
        own = rows_of(tx, organisation(tx, "Commune de Valbrume"), "57000", builders);
        other = rows_of(tx, organisation(tx, "Port de Grandrive"), "29200", painters);
        domain::Structure structure;
        structure.kind = "EI";
        structure.name = "Bâtisseurs du Haut-Val";
        const auto id = store::Structures(tx).save(structure).id;
        store::OrganisationLinks(tx).set({id, builders, {network}});
        tx.commit();
    }
    Person of(Role role) {
        switch (role) {
            case Role::admin:
                return person(role);
            case Role::facilitator:
                return person(role, opcs, {"57"});
            case Role::buyer:
                return person(role, own.buyer);
            case Role::structure:
            case Role::company:
            case Role::prescriber:
                return person(role, builders);
            case Role::network:
                return person(role, network);
        }
        return {};
    }
    http::Response ask(const Person& who, const web::Route& route, const std::string& target) {
        return route.method == "GET" ? get_as(who, target) : post_as(who, target, {});
    }

    Id<Organisation> builders{}, painters{}, opcs{}, network{};
    Rows own, other;

private:
    static Id<Organisation> organisation(store::Transaction& tx, const std::string& name) {
        Organisation out;
        out.name = name;
        return store::Organisations(tx).save(out).id;
    }
    static Rows rows_of(store::Transaction& tx, Id<Organisation> buyer, const std::string& post_code,
                        Id<Organisation> holder) {
        Rows out;
        out.buyer = buyer;
        domain::Market market;
        market.buyer = buyer;
        market.reference = "M" + post_code;
        market.object = "Réfection";
        market.place_code = post_code;
        market.place_type = "Code postal";
        out.market = store::Markets(tx).save(market).id.value;
        domain::Lot lot;
        lot.market = {out.market};
        lot.number = "1";
        lot.title = "Peinture";
        lot.amount = core::Euros::whole(200'000);
        domain::Holder held;
        held.organisation = holder;
        lot.holders = {held};
        out.lot = store::Markets(tx).save(lot).id.value;
        add_enquiry(tx, out, post_code.substr(0, 2));
        add_follow_up(tx, out);
        add_spaser(tx, out);
        return out;
    }
    static void add_enquiry(store::Transaction& tx, Rows& out, const std::string& department) {
        store::Enquiries enquiries(tx);
        domain::Enquiry enquiry;
        enquiry.buyer = out.buyer;
        enquiry.purchase.object = "Rénovation";
        enquiry.purchase.department = department;
        enquiry.requested_on = fixed_day().today();
        const auto id = enquiries.save(enquiry).id;
        out.enquiry = id.value;
        domain::EnquiryLot lot;
        lot.title = "Peinture";
        lot.estimate = core::Euros::whole(200'000);
        const auto lots = enquiries.save_lots(id, {lot});
        domain::Scenario scenario;
        scenario.enquiry = id;
        scenario.name = "Usuel";
        out.scenario = enquiries.save(scenario).id.value;
        domain::Offer offer;
        offer.lot = lots.front().id;
        offer.company = "Bâtisseurs du Haut-Val";
        out.offer = enquiries.save(offer).id.value;
    }
    static void add_follow_up(store::Transaction& tx, Rows& out) {
        const domain::Subject market{domain::SubjectKind::market, out.market};
        store::FollowUps follow_ups(tx);
        domain::Task task;
        task.subject = market;
        task.title = "Relancer";
        out.task = follow_ups.save(task).id.value;
        domain::Exchange exchange;
        exchange.subject = market;
        exchange.on = fixed_day().today();
        exchange.summary = "Appel";
        out.exchange = follow_ups.save(exchange).id.value;
        domain::Contact contact;
        contact.subject = market;
        contact.name = "Service des marchés";
        out.contact = follow_ups.save(contact).id.value;
    }
    static void add_spaser(store::Transaction& tx, Rows& out) {
        domain::RegisterEntry entry;
        entry.buyer = out.buyer;
        entry.begins_on = fixed_day().today();
        entry.title = "Journée des acheteurs";
        out.entry = store::Registers(tx).save(entry).id.value;
        domain::ReuseDeclaration declaration;
        declaration.buyer = out.buyer;
        declaration.year = 2025;
        declaration.product = "papier";
        out.declaration = store::Registers(tx).save(declaration).id.value;
        domain::Scheme scheme;
        scheme.title = "Schéma";
        scheme.first_year = 2026;
        scheme.last_year = 2028;
        scheme.buyers = {out.buyer};
        out.scheme = store::Schemes(tx).save(scheme).id.value;
        domain::Target target;
        target.scheme = {out.scheme};
        target.indicator = domain::indicators().front().code;
        target.year = 2026;
        out.target = store::Schemes(tx).save(target).id.value;
        domain::PurchaseFile file;
        file.buyer = out.buyer;
        file.year = 2025;
        file.file_name = "achats.csv";
        file.file_sha256 = std::string(64, 'a');
        file.actor = "cli";
        out.purchases = store::Purchases(tx).save(file, {}, {}).id.value;
    }
};

}  // namespace clausier::testing
