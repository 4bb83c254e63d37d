// Conditions written from the memberships of a viewer.
#include "clausier/store/visibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "clausier/core/issue.hpp"
#include "memberships.hpp"

namespace clausier::store {
namespace {

using domain::Membership;
using domain::Role;
using domain::Viewer;

constexpr domain::Roles every_role =
    domain::Roles(Role::facilitator) | Role::buyer | Role::structure | Role::company | Role::prescriber | Role::network;
constexpr domain::Roles performers = domain::Roles(Role::structure) | Role::company;

bool has_all(const Viewer& viewer) { return viewer.whole || viewer.has(Role::admin); }

// Without départements of its own, everywhere.
bool facilitates_everywhere(const Viewer& viewer) {
    return std::any_of(viewer.memberships.begin(), viewer.memberships.end(), [](const Membership& membership) {
        return membership.role == Role::facilitator && membership.departments.empty();
    });
}

// "'59', '62'". A code is digits and letters; anything else is left out.
std::string departments_of(const Viewer& viewer) {
    std::string out;
    for (const Membership& membership : viewer.memberships) {
        if (membership.role != Role::facilitator) continue;
        for (const std::string& code : membership.departments)
            if (!code.empty() &&
                std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isalnum(c) != 0; }))
                out += fmt::format("{}'{}'", out.empty() ? "" : ", ", code);
    }
    return out.empty() ? "NULL" : out;
}

// On the lot v and its market w.
std::string facilitated_lot(const Viewer& viewer) {
    constexpr std::string_view department = "coalesce(nullif(v.department, ''), w.department, '')";
    return fmt::format(
        "({0} IN ({1}) OR EXISTS (SELECT 1 FROM lot_opcs p WHERE p.lot_id = v.id AND p.organisation_id IN ({2})) "
        "OR ({0} = '' AND NOT EXISTS (SELECT 1 FROM lot_opcs p WHERE p.lot_id = v.id)))",
        department, departments_of(viewer), organisations_of(viewer, Role::facilitator));
}

// The lots that organisations hold or are declared on, and those of the structures that they are: a query of ids.
std::string performed_lots(const std::string& organisations, const std::string& structures) {
    return fmt::format(R"(
SELECT h.lot_id FROM lot_holders h WHERE h.organisation_id IN ({0})
UNION SELECT s.lot_id FROM contract_suppliers s WHERE s.siret IN (
  SELECT o.identifier FROM organisations o WHERE o.scheme = 'SIRET' AND coalesce(o.merged_into, o.id) IN ({0})
  UNION SELECT y.siret FROM structure_sirets y WHERE y.structure_id IN ({1})))",
                       organisations, structures);
}

std::string lots_of_performers(const Viewer& viewer) {
    const std::string own = organisations_of(viewer, performers);
    if (own.empty()) return "";
    return performed_lots(
        own, fmt::format("SELECT z.structure_id FROM structure_organisations z WHERE z.organisation_id IN ({})", own));
}

std::string lots_of_members(const Viewer& viewer) {
    const std::string networks = organisations_of(viewer, Role::network);
    if (networks.empty()) return "";
    const std::string members =
        fmt::format("SELECT n.structure_id FROM structure_networks n WHERE n.organisation_id IN ({})", networks);
    return performed_lots(
        fmt::format("SELECT z.organisation_id FROM structure_organisations z WHERE z.structure_id IN ({})", members),
        members);
}

// Both queries of lots, as conditions on `column` of a query that may start from them.
void add_performed(Either& either, const Viewer& viewer, std::string_view form, std::string_view column) {
    for (const std::string& lots : {lots_of_performers(viewer), lots_of_members(viewer)})
        if (!lots.empty()) either.add(fmt::format(fmt::runtime(form), column, lots));
}

bool facilitates(const Viewer& viewer) { return viewer.has(Role::facilitator); }

}  // namespace

std::string visible_markets(const Viewer& viewer, std::string_view market) {
    if (has_all(viewer) || facilitates_everywhere(viewer)) return "1";
    Either either;
    if (facilitates(viewer)) {
        either.add(fmt::format(
            "EXISTS (SELECT 1 FROM lots v JOIN markets w ON w.id = v.market_id WHERE v.market_id = {} AND {})", market,
            facilitated_lot(viewer)));
        const std::string departments = departments_of(viewer);
        either.add(
            fmt::format("EXISTS (SELECT 1 FROM markets w WHERE w.id = {} AND coalesce(w.department, '') IN ({}) "
                        "AND NOT EXISTS (SELECT 1 FROM lots v WHERE v.market_id = w.id))",
                        market, departments + ", ''"));
    }
    if (const std::string own = organisations_of(viewer, Role::buyer); !own.empty())
        either.add(fmt::format("{} IN (SELECT w.id FROM markets w WHERE w.buyer_id IN ({}))", market, own));
    add_performed(either, viewer, "{} IN (SELECT v.market_id FROM lots v WHERE v.id IN ({}))", market);
    return either.text();
}

std::string visible_lots(const Viewer& viewer, std::string_view lot) {
    if (has_all(viewer) || facilitates_everywhere(viewer)) return "1";
    Either either;
    constexpr std::string_view of_lot =
        "EXISTS (SELECT 1 FROM lots v JOIN markets w ON w.id = v.market_id WHERE v.id = {} AND {})";
    if (facilitates(viewer)) either.add(fmt::format(of_lot, lot, facilitated_lot(viewer)));
    if (const std::string own = organisations_of(viewer, Role::buyer); !own.empty())
        either.add(fmt::format(of_lot, lot, fmt::format("w.buyer_id IN ({})", own)));
    add_performed(either, viewer, "{} IN ({})", lot);
    return either.text();
}

std::string visible_enquiries(const Viewer& viewer, std::string_view enquiry) {
    if (has_all(viewer) || facilitates_everywhere(viewer)) return "1";
    Either either;
    constexpr std::string_view of_enquiry = "EXISTS (SELECT 1 FROM enquiries v WHERE v.id = {} AND {})";
    if (facilitates(viewer))
        either.add(fmt::format(of_enquiry, enquiry,
                               fmt::format("(v.opcs_id IN ({}) OR v.department IN ({}) OR (v.opcs_id IS NULL AND "
                                           "v.department = ''))",
                                           organisations_of(viewer, Role::facilitator), departments_of(viewer))));
    if (const std::string own = organisations_of(viewer, Role::buyer); !own.empty())
        either.add(fmt::format(of_enquiry, enquiry, fmt::format("v.buyer_id IN ({})", own)));
    return either.text();
}

std::string visible_organisations(const Viewer& viewer, std::string_view organisation) {
    if (has_all(viewer) || facilitates(viewer)) return "1";
    const std::string own = organisations_of(viewer, every_role);
    if (own.empty()) return "0";
    const std::string markets = visible_markets(viewer, "m.id");
    if (markets == "0") return fmt::format("{} IN ({})", organisation, own);
    return fmt::format(
        "{} IN ({} UNION SELECT m.buyer_id FROM markets m WHERE {} UNION SELECT h.organisation_id FROM lot_holders h "
        "WHERE {})",
        organisation, own, markets, visible_lots(viewer, "h.lot_id"));
}

std::string visible_buyers(const Viewer& viewer, std::string_view buyer) {
    if (has_all(viewer) || facilitates(viewer)) return "1";
    const std::string own = organisations_of(viewer, Role::buyer);
    return own.empty() ? "0" : fmt::format("{} IN ({})", buyer, own);
}

std::string visible_subjects(const Viewer& viewer, std::string_view kind, std::string_view id) {
    const Viewer desk = domain::acting(viewer, domain::Action::follow_up_read);
    if (has_all(desk) || facilitates_everywhere(desk)) return "1";
    if (desk.memberships.empty()) return "0";
    return fmt::format("(CASE {} WHEN 'dossier' THEN {} WHEN 'marche' THEN {} WHEN 'lot' THEN {} ELSE {} END)", kind,
                       visible_enquiries(desk, id), visible_markets(desk, id), visible_lots(desk, id),
                       visible_buyers(desk, id));
}

std::string visible_actors(const Viewer& viewer, std::string_view actor) {
    if (has_all(viewer) || facilitates_everywhere(viewer)) return "1";
    Either either;
    if (viewer.account) either.add(fmt::format("{} = 'compte/{}'", actor, viewer.account->value));
    if (const std::string own = organisations_of(viewer, every_role); !own.empty())
        either.add(fmt::format(
            "{} IN (SELECT 'compte/' || k.account_id FROM memberships k WHERE k.organisation_id IN ({}))", actor, own));
    return either.text();
}

std::string also(const std::string& condition) { return condition == "1" ? "" : " AND " + condition; }

std::string only(const std::string& condition) { return condition == "1" ? "" : " WHERE " + condition; }

void require_buyer(Transaction& tx, domain::Id<domain::Organisation> buyer) {
    const std::string condition = visible_buyers(tx.viewer(), "o.id");
    if (condition == "1") return;
    if (!tx.value<bool>(fmt::format("SELECT EXISTS (SELECT 1 FROM organisations o WHERE o.id = ? AND {})", condition),
                        buyer))
        throw core::Error(core::ErrorKind::forbidden, "acheteur",
                          "vous n’agissez pas pour cet acheteur\u00a0; choisissez une de vos organisations");
}

}  // namespace clausier::store
