// What documents and pages say of dossiers, in French.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/enquiry_study.hpp"

namespace clausier::present {

// « Lot 2 : Peinture », « Peinture » or « Lot unique ».
std::string lot_name(const domain::EnquiryLot& lot);
// The label of a clause kind; « à décider » for "", « aucune clause » for "none".
std::string clause_text(std::string_view clause_kind);
// The same in a few words, for the cell of a table: « insertion », « critère social »…
std::string clause_short(std::string_view clause_kind);

// By which door something was done, or by whom: « une page », « la ligne de commande », « le compte n° 2 », else the
// name of the actor.
std::string actor_text(const std::string& actor);

// « 25/11/2026 », which a column of a list can hold on one line.
std::string short_date(core::Date date);
// « aujourd’hui », « demain », « dans 4 jours », « en retard de 3 jours ».
std::string distance(core::Date date, core::Date today);
// « Réponse à l’acheteur », « Publication », « Remise des offres », "" for none.
std::string_view deadline_label(std::string_view name);

// A mark or points in hundredths: « 7,5 ».
std::string mark_text(std::int64_t hundredths);
// « 1er », « 2e ».
std::string rank_text(std::int64_t rank);
// A key of a document for each label, no two alike: « Encadrement et suivi » is "encadrement_et_suivi".
std::vector<std::string> distinct_keys(const std::vector<std::string>& labels);
// The part of a whole as a rate rounded to nearest, absent when the whole is 0.
std::optional<core::Rate> share(std::int64_t part, std::int64_t whole);

}  // namespace clausier::present
