// Words of dossiers.
#include "enquiry_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::present {

namespace french = core::french;

std::string lot_name(const domain::EnquiryLot& lot) {
    if (lot.number.empty()) return lot.title.empty() ? "Lot unique" : lot.title;
    return "Lot " + lot.number + (lot.title.empty() ? "" : "\u00a0: " + lot.title);
}

std::string clause_text(std::string_view clause_kind) {
    if (clause_kind.empty()) return "à décider";
    if (clause_kind == "none") return "aucune clause";
    const domain::ClauseKind* kind = domain::CodeLists::embedded().clause_kind(clause_kind);
    return kind ? kind->label : std::string(clause_kind);
}

std::string clause_short(std::string_view clause_kind) {
    std::string out = clause_text(clause_kind);
    if (const std::size_t comma = out.find(','); comma != std::string::npos) out.resize(comma);
    return out;
}

std::string actor_text(const std::string& actor) {
    constexpr std::string_view account = "compte/";
    if (actor == "web") return "une page";
    if (actor.starts_with(account)) return "le compte n°\u00a0" + actor.substr(account.size());
    return actor == "cli" ? "la ligne de commande" : actor;
}

std::string short_date(core::Date date) {
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                       static_cast<int>(date.year()));
}

std::string distance(core::Date date, core::Date today) {
    const auto days = (std::chrono::sys_days(date) - std::chrono::sys_days(today)).count();
    if (days == 0) return "aujourd’hui";
    if (days == 1) return "demain";
    if (days > 1) return "dans " + french::number(days, 1) + "\u00a0jours";
    return "en retard de " + french::count(static_cast<std::uint64_t>(-days), "jour");
}

std::string_view deadline_label(std::string_view name) {
    if (name == "question") return "Réponse à l’acheteur";
    if (name == "publication") return "Publication";
    if (name == "reponses") return "Remise des offres";
    return "";
}

std::string mark_text(std::int64_t hundredths) { return french::number(hundredths, 100); }

std::string rank_text(std::int64_t rank) { return std::to_string(rank) + (rank == 1 ? "er" : "e"); }

std::vector<std::string> distinct_keys(const std::vector<std::string>& labels) {
    std::vector<std::string> out;
    for (const std::string& label : labels) {
        std::string key = core::fold(label);
        std::replace(key.begin(), key.end(), ' ', '_');
        if (key.empty() || std::find(out.begin(), out.end(), key) != out.end())
            key += "_" + std::to_string(out.size() + 1);
        out.push_back(std::move(key));
    }
    return out;
}

std::optional<core::Rate> share(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return std::nullopt;
    return core::Rate::of(core::mul_div(part, core::Rate::scale, whole, core::Rounding::nearest));
}

}  // namespace clausier::present
