// The sheet of a dossier: its steps, what comes next and what is missing, its figures.
#include "clausier/present/enquiry_views.hpp"

#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/enquiries.hpp"
#include "enquiry_words.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"
#include "offer_parts.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::EnquirySheet;
using domain::EnquiryState;
using Studies = std::vector<domain::ScenarioStudy>;

struct Step {
    std::string_view verb, help;
};
Step step_to(EnquiryState state) {
    switch (state) {
        case EnquiryState::requested:
            return {"Revenir à sollicité", ""};
        case EnquiryState::studied:
            return {"Marquer comme étudié", "La faisabilité est examinée lot par lot."};
        case EnquiryState::recommended:
            return {"Préconiser", "Le scénario préconisé est ce que vous proposez à l’acheteur."};
        case EnquiryState::accepted:
            return {"L’acheteur accepte", "Il retient ce qui est préconisé."};
        case EnquiryState::modified:
            return {"L’acheteur modifie", "Choisissez d’abord le scénario qu’il retient."};
        case EnquiryState::refused:
            return {"L’acheteur refuse", "Le motif est gardé avec le dossier."};
        case EnquiryState::in_consultation:
            return {"La consultation est lancée", "Le marché est publié avec sa clause."};
        case EnquiryState::offers_analysed:
            return {"Les offres sont analysées", "Les offres de chaque lot sont notées et l’une est retenue."};
        case EnquiryState::awarded:
            return {"Attribuer", "Le dossier devient un marché avec ses lots et leurs heures."};
    }
    return {};
}

std::string capital(std::string_view text) {
    std::string out(text);
    static constexpr std::string_view accented = "é";
    if (out.starts_with(accented)) return "É" + out.substr(accented.size());
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

json::array steps(EnquiryState now) {
    using enum EnquiryState;
    const bool answered = domain::progress(now) == domain::progress(accepted);
    json::array out;
    for (const EnquiryState state :
         {requested, studied, recommended, accepted, in_consultation, offers_analysed, awarded}) {
        const bool answer = state == accepted;
        const std::string name = !answer    ? capital(domain::label(state))
                                 : answered ? capital(domain::label(now))
                                            : "Réponse de l’acheteur";
        out.push_back({{"libelle", name},
                       {"courante", domain::progress(state) == domain::progress(now)},
                       {"faite", domain::progress(state) < domain::progress(now)}});
    }
    return out;
}

json::object next_step(const EnquirySheet& sheet, EnquiryState target, const domain::StepFacts& facts) {
    json::array lacks;
    for (const core::Issue& issue : domain::missing(sheet, target, facts))
        // The reason of a refusal is typed where it is refused.
        if (issue.where != "motif_refus") lacks.push_back({{"champ", issue.where}, {"texte", issue.text}});
    const Step step = step_to(target);
    const bool possible = lacks.empty();
    return {{"etat", domain::code(target)},
            {"libelle", step.verb},
            {"aide", step.help},
            {"motif", target == EnquiryState::refused},
            {"attribution", target == EnquiryState::awarded},
            {"possible", possible},
            {"manques", std::move(lacks)}};
}

void add_next_steps(json::object& out, const EnquirySheet& sheet, const domain::StepFacts& facts) {
    const EnquiryState now = sheet.enquiry.state;
    const std::vector<EnquiryState> states = domain::next_states(now);
    int nearest = domain::progress(EnquiryState::awarded) + 1;
    for (const EnquiryState state : states)
        if (domain::progress(state) > domain::progress(now)) nearest = std::min(nearest, domain::progress(state));
    json::array next;
    json::array others;
    for (const EnquiryState state : states) {
        // A refusal is beside the next step: it asks for its reason.
        if (domain::progress(state) == nearest || state == EnquiryState::refused)
            next.emplace_back(next_step(sheet, state, facts));
        else if (state != EnquiryState::awarded)
            others.push_back(
                {{"etat", domain::code(state)},
                 {"libelle", (domain::progress(state) < domain::progress(now) ? "revenir à " : "passer à ") +
                                 std::string(domain::label(state))}});
    }
    out["a_des_suites"] = !next.empty();
    out["peut_avancer"] = std::any_of(next.begin(), next.end(), [](const json::value& one) {
        return one.at("possible").as_bool() && !one.at("motif").as_bool() && !one.at("attribution").as_bool();
    });
    out["suites"] = std::move(next);
    out["a_des_autres"] = !others.empty();
    out["autres"] = std::move(others);
}

json::object key_figure(std::string label, std::string value, bool alert = false) {
    return {{"libelle", std::move(label)}, {"valeur", std::move(value)}, {"alerte", alert}, {"url", nullptr}};
}

// Those of the market that the dossier has become.
json::array awarded_figures(const domain::MarketSheet& market) {
    domain::LotTotals totals;
    for (const domain::Lot& lot : market.lots) domain::add(totals, lot);
    json::array out{key_figure("Heures d’insertion du marché", french::hours(totals.hours)),
                    key_figure("Lots attribués", french::number(totals.lots, 1)),
                    key_figure("Montant attribué HT", french::euros(totals.amount)),
                    key_figure("Marché", market.market.reference)};
    out.back().as_object()["url"] = "/marches/" + std::to_string(market.market.id.value);
    return out;
}

json::array key_figures(const EnquirySheet& sheet, const Studies& studies, const domain::EnquiryDeadline& deadline,
                        core::Date today) {
    json::array out;
    const domain::ScenarioStudy* chosen = chosen_study(sheet, studies);
    if (chosen) {
        const domain::Equivalents& total = chosen->total;
        out.push_back(key_figure("Heures d’insertion, scénario «\u00a0" + chosen->scenario.name + "\u00a0»",
                                 french::hours(chosen->hours)));
        out.push_back(key_figure("Soit " + french::number(total.weeks_centi, 100) + "\u00a0semaines, ou",
                                 french::number(total.days_centi, 100) + "\u00a0jours"));
        out.push_back(key_figure("Lots avec clause", french::number(static_cast<std::int64_t>(chosen->with_clause), 1) +
                                                         " sur " + std::to_string(chosen->counted)));
    } else {
        out.push_back(key_figure("Heures d’insertion", "aucun scénario choisi"));
        out.push_back(key_figure("Lots", french::number(static_cast<std::int64_t>(sheet.lots.size()), 1)));
    }
    if (deadline.date) {
        const bool late = std::chrono::sys_days(*deadline.date) < std::chrono::sys_days(today);
        out.push_back(key_figure(std::string(deadline_label(deadline.name)) + ", " + distance(*deadline.date, today),
                                 french::date(*deadline.date), late));
    }
    return out;
}

template <class Find>
std::string labels(const std::vector<std::string>& codes, Find find) {
    std::string out;
    for (const std::string& code : codes) {
        const auto* one = find(code);
        out += (out.empty() ? "" : "\u00a0; ") + (one ? one->label : code);
    }
    return out;
}

std::string department_text(const std::string& code) {
    const domain::Department* found = domain::CodeLists::embedded().department(code);
    return found ? code + " – " + found->name : code;
}

json::array fields(const domain::Enquiry& e) {
    const domain::CodeLists& lists = domain::CodeLists::embedded();
    const domain::Purchase& p = e.purchase;
    json::array out;
    const auto add = [&](std::string_view label, std::string text) {
        if (!text.empty()) out.push_back({{"libelle", label}, {"valeur", std::move(text)}});
    };
    const auto add_date = [&](std::string_view label, const std::optional<core::Date>& date) {
        if (date) add(label, french::date(*date));
    };
    add("Référent", e.owner);
    add("Demandé le", french::date(e.requested_on));
    add_date("Réponse à l’acheteur pour le", e.question_due_on);
    add_date("Publication prévue le", e.publication_due_on);
    add_date("Remise des offres le", e.answers_due_on);
    add_date("Consultation lancée le", p.consultation_on);
    if (p.type != domain::PurchaseType::unknown) add("Type d’achat", std::string(domain::label(p.type)));
    add("CPV", p.cpv);
    if (p.buyer_category != domain::BuyerCategory::unknown)
        add("Catégorie d’acheteur", std::string(domain::label(p.buyer_category)));
    if (p.defence) add("Défense ou sécurité", "oui");
    if (p.estimated_need) add("Besoin estimé, tous lots, HT", french::euros(*p.estimated_need));
    if (p.duration_months) add("Durée", french::number(*p.duration_months, 1) + "\u00a0mois");
    if (!p.department.empty()) add("Département", department_text(p.department));
    add("Publics", labels(e.publics, [&](const std::string& code) { return lists.public_kind(code); }));
    add("Modalités", labels(e.modalities, [&](const std::string& code) { return lists.modality(code); }));
    add("Motif du refus", e.refusal_reason);
    add("Motif d’exception à la condition sociale", e.exception_reason);
    add("Note", e.note);
    return out;
}

// The hours that bind, and those of an offer that does not reach them.
std::string engaged(const RankedOffer& kept) {
    if (!kept.binding) return "";
    const std::string bound = french::hours(*kept.binding);
    if (!below_minimum(kept)) return bound;
    return bound + " exigées, " + french::hours(*kept.offer->hours) + " proposées";
}

json::array offer_lines(const EnquirySheet& sheet, const Studies& studies) {
    json::array out;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        if (lot.abandoned) continue;
        const std::vector<RankedOffer> offers = ranked_offers(sheet, studies, lot.id);
        const auto kept = std::find_if(offers.begin(), offers.end(), [](const auto& one) { return one.offer->kept; });
        const bool found = kept != offers.end();
        out.push_back({{"lot", lot_name(lot)},
                       {"nombre", french::count(offers.size(), "offre")},
                       {"retenue", found ? kept->offer->company : "aucune"},
                       {"heures", found ? engaged(*kept) : ""}});
    }
    return out;
}

json::array history(const EnquirySheet& sheet) {
    json::array out;
    for (auto event = sheet.events.rbegin(); event != sheet.events.rend(); ++event)
        out.push_back({{"date", day_text(event->at)},
                       {"par", actor_text(event->actor)},
                       {"de", domain::label(event->from)},
                       {"a", domain::label(event->to)},
                       {"note", text_or_null(event->note)}});
    return out;
}

}  // namespace

json::object enquiry_view(const EnquirySheet& sheet, const Studies& studies, const domain::StepFacts& facts,
                          const domain::MarketSheet* market) {
    const domain::Enquiry& e = sheet.enquiry;
    const domain::EnquiryDeadline deadline = domain::deadline_of(e);
    json::object out{{"id", e.id.value},
                     {"titre", e.purchase.object},
                     {"acheteur", sheet.buyer.label()},
                     {"etat", domain::label(e.state)},
                     {"etapes", steps(e.state)},
                     {"cles", market ? awarded_figures(*market) : key_figures(sheet, studies, deadline, facts.today)},
                     {"attribue", e.state == EnquiryState::awarded},
                     {"refuse", e.state == EnquiryState::refused},
                     {"motif_refus", text_or_null(e.refusal_reason)},
                     {"champs", fields(e)},
                     {"scenarios", scenarios_view(sheet, studies)},
                     {"offres", offer_lines(sheet, studies)},
                     {"a_des_offres", !sheet.offers.empty() && !market},
                     {"a_une_attribution", market != nullptr},
                     {"attribution", market ? award_view(sheet, studies) : json::object()},
                     {"historique", history(sheet)},
                     {"a_un_historique", !sheet.events.empty()},
                     {"marche_id", e.market ? json::value(e.market->value) : json::value(nullptr)}};
    add_next_steps(out, sheet, facts);
    return out;
}

}  // namespace clausier::present
