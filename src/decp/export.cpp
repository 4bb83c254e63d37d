// Sorts lots by what stands in the way of writing them.
#include "clausier/decp/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "clausier/decp/schema_faults.hpp"

namespace clausier::decp {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> labels{
    {{"decp_structure", "structure que le format n’a pas"},
     {"decp_absent", "valeur manquante"},
     {"decp_liste", "valeur hors de la liste officielle"},
     {"decp_format", "écriture que le format refuse"},
     {"decp_minimum", "valeur hors des bornes"},
     {"decp_longueur", "texte trop long"},
     {"decp_exclusif", "« Pas de… » à côté d’une autre réponse"},
     {"decp_repetition", "valeur répétée"},
     {"decp_origine", "part de l’Union européenne sous celle de la France"},
     {"decp_titulaires", "titulaires d’une modification de concession"},
     {"decp_illisible", "liste illisible"},
     {"decp_derive", "référence absente du fichier d’origine"},
     {"decp_double", "identifiant déjà pris"},
     {"decp_prive", "acheteur privé"}}};

bool is_private(domain::OrganisationKind kind) {
    return kind == domain::OrganisationKind::developer || kind == domain::OrganisationKind::private_client;
}

core::Issue issue(std::string_view code, std::string_view where, std::string text) {
    return {core::Severity::error, std::string(code), std::string(where), std::move(text)};
}

// Of a buyer without SIRET, its name.
std::string key_of(const domain::Organisation& buyer, const Entry& entry) {
    return (entry.buyer.empty() ? buyer.label() : entry.buyer) + "\n" + entry.id;
}

}  // namespace

std::string_view fault_label(std::string_view code) {
    const auto* found = std::find_if(labels.begin(), labels.end(), [&](const auto& one) { return one.first == code; });
    return found == labels.end() ? code : found->second;
}

Sorter::Sorter(Gate gate, std::function<void(const domain::MarketSheet&, std::span<const TakenLot>)> taken,
               std::function<void(const LeftOutLot&)> left_out)
    : gate_(gate), taken_(std::move(taken)), left_out_(std::move(left_out)) {}

std::vector<core::Issue> Sorter::judge(const domain::MarketSheet& sheet, const domain::Lot& lot, const Entry& entry) {
    if (is_private(sheet.buyer.kind))
        return {issue("decp_prive", "acheteur",
                      "l’acheteur est privé et ses contrats n’entrent pas dans les données essentielles ; changez sa "
                      "nature si c’est une erreur")};
    std::vector<core::Issue> out = gate_ == Gate::strict ? faults(entry) : std::vector<core::Issue>();
    if (sheet.market.reference_derived) {
        std::erase_if(out, [](const core::Issue& one) { return one.where == "id"; });
        out.insert(out.begin(), issue("decp_derive", "id",
                                      "la référence de ce marché a été faite par clausier, le fichier n’en avait pas ; "
                                      "donnez-lui celle de l’acheteur"));
    } else if (entry.id.empty() && gate_ == Gate::named) {
        out.push_back(issue("decp_absent", "id", "il manque l’identifiant du marché ; donnez-lui sa référence"));
    }
    if (out.empty() && !known_.insert(key_of(sheet.buyer, entry)).second)
        out.push_back(
            issue("decp_double", "id",
                  fmt::format("« {} » est déjà l’identifiant d’un autre contrat de cet acheteur{} ; changez la "
                              "référence de l’un des deux",
                              entry.id, lot.number.empty() ? "" : ", une fois réduit à 16 caractères")));
    return out;
}

void Sorter::add(const domain::MarketSheet& sheet) {
    std::vector<TakenLot> passed;
    for (const domain::Lot& lot : sheet.lots) {
        ++tally_.lots;
        Entry entry = entry_of(sheet.market, lot, sheet.buyer);
        LeftOutLot out{&sheet.market, &sheet.buyer, &lot, judge(sheet, lot, entry)};
        if (out.faults.empty()) {
            ++tally_.taken;
            passed.push_back({&lot, std::move(entry)});
            continue;
        }
        ++tally_.left_out;
        std::set<std::pair<std::string, std::string>> kinds;
        for (const core::Issue& fault : out.faults) kinds.emplace(fault.where, fault.code);
        for (const auto& kind : kinds) ++tally_.by_fault[kind];
        if (left_out_) left_out_(out);
    }
    if (!passed.empty() && taken_) taken_(sheet, passed);
}

}  // namespace clausier::decp
