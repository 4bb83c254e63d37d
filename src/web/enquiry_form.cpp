// Fields of a dossier.
#include "enquiry_form.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/domain/code_lists.hpp"
#include "edit_form.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Choices = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> texts(const std::vector<std::string_view>& values) {
    std::vector<std::string> out;
    for (const std::string_view value : values)
        if (!value.empty() && std::find(out.begin(), out.end(), value) == out.end()) out.emplace_back(value);
    return out;
}

template <class Enum, class Read>
Enum chosen(FormReader& reader, std::string_view name, Enum today, Read read) {
    const std::string text = reader.text(name);
    if (text.empty()) return today;
    if (const auto value = read(text)) return *value;
    reader.refuse(name, "cette valeur n’est pas de la liste\u00a0; choisissez-en une");
    return today;
}

void read_purchase(FormReader& reader, const http::Fields& sent, domain::Purchase& p) {
    const auto has = [&](std::string_view name) { return sent.has(name); };
    p.type = chosen(reader, "type", p.type, domain::purchase_type);
    p.buyer_category = chosen(reader, "categorie_acheteur", p.buyer_category, domain::buyer_category);
    if (has("objet")) p.object = reader.text("objet");
    if (has("cpv")) p.cpv = reader.text("cpv");
    if (has("defense")) p.defence = reader.text("defense") == "oui";
    if (has("departement")) p.department = reader.text("departement");
    if (has("besoin_estime")) p.estimated_need = reader.euros("besoin_estime");
    if (has("duree_mois")) p.duration_months = reader.whole("duree_mois");
    if (has("date_consultation")) p.consultation_on = reader.date("date_consultation");
    if (has("siae")) p.insertion.structures = reader.whole("siae");
    if (has("siae_chiffre_affaires")) p.insertion.mean_turnover = reader.euros("siae_chiffre_affaires");
    if (has("ea_esat")) p.disability.structures = reader.whole("ea_esat");
    if (has("ea_esat_chiffre_affaires")) p.disability.mean_turnover = reader.euros("ea_esat_chiffre_affaires");
}

template <class E, std::size_t N>
Choices choices(const std::array<E, N>& values) {
    Choices out;
    for (const E value : values) out.emplace_back(domain::code(value), domain::label(value));
    return out;
}

Choices departments() {
    Choices out{{"", "Non précisé"}};
    for (const domain::Department& one : domain::CodeLists::embedded().departments)
        out.emplace_back(one.code, one.code + " – " + one.name);
    return out;
}

// A list to tick, as the partial « cases » shows it.
template <class Kind>
json::object ticks(const FormView& form, FieldView spec, const std::vector<Kind>& kinds, const http::Fields& shown) {
    json::object out = form.field(spec, "");
    const std::vector<std::string_view> taken = shown.all(spec.name);
    json::array options;
    for (const Kind& kind : kinds)
        options.push_back({{"id", std::string(spec.name) + "-" + kind.code},
                           {"valeur", kind.code},
                           {"libelle", kind.label},
                           {"cochee", std::find(taken.begin(), taken.end(), kind.code) != taken.end()}});
    out["options"] = std::move(options);
    return out;
}

// The publics of the day, and those of another time that were chosen then.
std::vector<domain::Public> publics_of(core::Date today, const http::Fields& shown) {
    std::vector<domain::Public> out;
    const std::vector<std::string_view> taken = shown.all("publics");
    for (const domain::Public& one : domain::CodeLists::embedded().publics) {
        const bool past = one.valid_to && *one.valid_to < today;
        if (!past || std::find(taken.begin(), taken.end(), one.code) != taken.end()) out.push_back(one);
    }
    return out;
}

std::string date_text(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }
std::string whole_text(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : ""; }

}  // namespace

domain::Enquiry read_enquiry(FormReader& reader, const http::Fields& sent, domain::Enquiry e) {
    read_purchase(reader, sent, e.purchase);
    const auto has = [&](std::string_view name) { return sent.has(name); };
    if (has("referent")) e.owner = reader.text("referent");
    if (const auto date = reader.date("date_demande")) e.requested_on = *date;
    if (has("date_question")) e.question_due_on = reader.date("date_question");
    if (has("date_publication")) e.publication_due_on = reader.date("date_publication");
    if (has("date_reponses")) e.answers_due_on = reader.date("date_reponses");
    // Nothing is sent of a list without a tick: the form says that it had one.
    if (has("publics_presents")) e.publics = texts(sent.all("publics"));
    if (has("modalites_presentes")) e.modalities = texts(sent.all("modalites"));
    if (has("motif_exception")) e.exception_reason = reader.text("motif_exception");
    if (has("note")) e.note = reader.text("note");
    if (has("opcs")) {
        const auto opcs = reader.whole("opcs");
        e.opcs = opcs ? std::optional(domain::Id<domain::Organisation>{*opcs}) : std::nullopt;
    }
    e.revision = reader.whole("revision").value_or(0);
    return e;
}

http::Fields fields_of(const domain::Enquiry& e) {
    const domain::Purchase& p = e.purchase;
    http::Fields out{{"objet", p.object},
                     {"type", std::string(domain::code(p.type))},
                     {"cpv", p.cpv},
                     {"categorie_acheteur", std::string(domain::code(p.buyer_category))},
                     {"defense", p.defence ? "oui" : "non"},
                     {"departement", p.department},
                     {"besoin_estime", typed(p.estimated_need)},
                     {"duree_mois", whole_text(p.duration_months)},
                     {"date_consultation", date_text(p.consultation_on)},
                     {"siae", whole_text(p.insertion.structures)},
                     {"siae_chiffre_affaires", typed(p.insertion.mean_turnover)},
                     {"ea_esat", whole_text(p.disability.structures)},
                     {"ea_esat_chiffre_affaires", typed(p.disability.mean_turnover)},
                     {"referent", e.owner},
                     {"date_demande", core::iso(e.requested_on)},
                     {"date_question", date_text(e.question_due_on)},
                     {"date_publication", date_text(e.publication_due_on)},
                     {"date_reponses", date_text(e.answers_due_on)},
                     {"motif_exception", e.exception_reason},
                     {"note", e.note},
                     {"opcs", e.opcs ? std::to_string(e.opcs->value) : ""}};
    for (const std::string& one : e.publics) out.add("publics", one);
    for (const std::string& one : e.modalities) out.add("modalites", one);
    return out;
}

json::object enquiry_form_view(const FormView& form, const http::Fields& shown, core::Date today, const Choices& opcs) {
    const FormReader reader(shown);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    const auto list = [&](FieldView spec, const Choices& options) {
        return form.choice(spec, reader.text(spec.name), options);
    };
    const domain::CodeLists& lists = domain::CodeLists::embedded();
    return {
        {"objet", field({"objet", "Objet de l’achat", "ce que l’acheteur veut acheter", {}, "text", true})},
        {"besoin",
         json::array{field({"besoin_estime", "Valeur estimée du besoin (€\u00a0HT)", "tous les lots", "decimal"}),
                     field({"duree_mois", "Durée (mois)", {}, "numeric"}),
                     field({"cpv", "CPV", "8 chiffres, s’il est connu", "numeric"})}},
        {"besoin_choix", json::array{list({"type", "Type d’achat"}, choices(domain::all_purchase_types)),
                                     list({"departement", "Département d’exécution"}, departments()),
                                     list({"categorie_acheteur", "Catégorie d’acheteur", "elle fixe le seuil européen"},
                                          choices(domain::all_buyer_categories)),
                                     list({"opcs", "OPCS", "celle qui répond à l’acheteur"}, opcs)}},
        {"defense", list({"defense", "Défense ou sécurité"}, {{"non", "Non"}, {"oui", "Oui"}})},
        {"echeances", json::array{field({"date_question", "Réponse attendue le", {}, {}, "date"}),
                                  field({"date_publication", "Publication prévue le", {}, {}, "date"}),
                                  field({"date_reponses", "Remise des offres le", {}, {}, "date"})}},
        {"date_consultation",
         field({"date_consultation", "Consultation lancée le", "elle décide du droit qui s’applique", {}, "date"})},
        {"date_demande", field({"date_demande", "Demandé le", {}, {}, "date"})},
        {"referent", field({"referent", "Référent", "le facilitateur qui suit le dossier"})},
        {"offre_locale",
         json::array{
             field({"siae", "SIAE du territoire", "combien pourraient faire ce travail", "numeric"}),
             field({"siae_chiffre_affaires", "Chiffre d’affaires moyen d’une SIAE (€)", {}, "decimal"}),
             field({"ea_esat", "EA et ESAT du territoire", {}, "numeric"}),
             field({"ea_esat_chiffre_affaires", "Chiffre d’affaires moyen d’une EA ou d’un ESAT (€)", {}, "decimal"})}},
        {"publics", ticks(form, {"publics", "Publics visés"}, publics_of(today, shown), shown)},
        {"modalites", ticks(form, {"modalites", "Modalités admises"}, lists.modalities, shown)},
        {"motif_exception", field({"motif_exception", "Motif d’exception à la condition sociale",
                                   "à remplir quand elle est obligatoire et que vous ne la posez pas"})},
        {"note", field({"note", "Note"})}};
}

std::vector<Parameter> enquiry_parameters() {
    return {{"objet", "objet de l’achat", "Rénovation de l’école", true},
            {"type", "inconnu, travaux, fournitures, services ou concession", "travaux"},
            {"cpv", "CPV, en 8 chiffres", "45000000"},
            {"categorie_acheteur", "inconnue, etat, autre ou entite", "autre"},
            {"departement", "code du département d’exécution", "57"},
            {"besoin_estime", "valeur estimée du besoin, tous lots, HT", "550000"},
            {"duree_mois", "durée, en mois", "12"},
            {"referent", "le facilitateur qui suit le dossier", "Facilitateur de Valbrume"},
            {"date_consultation", "jour où la consultation est lancée", "2026-11-10"},
            {"date_question", "l’acheteur attend la réponse pour ce jour", "2026-11-30"},
            {"date_publication", "publication prévue"},
            {"date_reponses", "remise des offres"},
            {"note", "note libre"},
            {"opcs", "numéro de l’OPCS qui répond à l’acheteur"}};
}

}  // namespace clausier::web
