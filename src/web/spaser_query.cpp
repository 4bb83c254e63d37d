// Reads which contracts an address asks for.
#include "spaser_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "clausier/app/markets.hpp"
#include "clausier/app/organisations.hpp"
#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "page_links.hpp"
#include "spaser_options.hpp"

namespace clausier::web {
namespace {

using domain::Dimension;

// A SIRET has 14 digits, a SIREN 9: a shorter number is that of the organisation in the base.
constexpr std::size_t longest_id = 8;

std::optional<domain::Organisation> organisation_of(const Call& call, const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error == std::errc() && end == text.data() + text.size() && id > 0 && text.size() <= longest_id)
        return app::organisation_sheet(call.base(), {id}).organisation;
    return app::find_buyer(call.base(), text);
}

void read_years(FormReader& reader, SpaserQuery& out) {
    out.any_year = reader.text("annee") == "toutes";
    if (!out.any_year) out.scope.first_year = reader.year("annee");
    out.scope.last_year = reader.year("jusqua");
    if (!out.scope.last_year) out.scope.last_year = out.scope.first_year;
    if (out.scope.first_year && *out.scope.last_year < *out.scope.first_year)
        reader.refuse("jusqua", "la dernière année est avant la première\u00a0; échangez-les");
}

void read_options(FormReader& reader, domain::IndicatorOptions& out) {
    const auto word = [&](std::size_t at) {
        const OptionChoice& option = option_choices()[at];
        std::vector<std::string_view> words;
        for (const OptionWord& one : option.words) words.push_back(one.code);
        const std::string chosen = chosen_word(reader, option.name, words);
        const auto found = std::find(words.begin(), words.end(), chosen);
        return found == words.end() ? 0 : static_cast<int>(found - words.begin());
    };
    out.amount = static_cast<domain::AmountRule>(word(0));
    out.share = static_cast<domain::ShareRule>(word(1));
    out.framework = static_cast<domain::FrameworkRule>(word(2));
    out.approval = static_cast<domain::ApprovalRule>(word(3));
    out.subcontractors = word(4) == 1;
    out.concessions = word(5) == 1;
}

bool exists(Dimension dimension, const std::string& value) {
    using domain::Band;
    if (dimension == Dimension::sector) return domain::sector(value).has_value();
    if (dimension == Dimension::department) return core::parse_department(value).has_value();
    if (dimension != Dimension::band) return true;
    static constexpr std::array bands{Band::below_decp, Band::below_dispensation, Band::below_european, Band::european,
                                      Band::unknown};
    return std::any_of(bands.begin(), bands.end(), [&](Band band) { return domain::code(band) == value; });
}

void read_filters(FormReader& reader, app::ContractScope& out) {
    for (const Dimension dimension : filter_dimensions()) {
        const std::string value = reader.text(domain::code(dimension));
        if (value.empty()) continue;
        if (exists(dimension, value))
            out.values[dimension] = value;
        else
            reader.refuse(domain::code(dimension),
                          dimension == Dimension::department
                              ? "ce département n’est pas connu\u00a0; donnez son code (57, 2A, 974)"
                          : dimension == Dimension::sector
                              ? "ce secteur n’existe pas\u00a0; choisissez travaux, fournitures ou services"
                              : "cette tranche n’existe pas\u00a0; choisissez moins_40k, 40k_dispense, dispense_ue, "
                                "ue ou inconnue");
    }
    out.place = reader.text("lieu");
    if (!domain::begins_places(out.place))
        reader.refuse("lieu", "ce n’est pas un code de lieu\u00a0; écrivez par exemple 57000");
    out.company = reader.text("entreprise");
}

void read_breakdown(FormReader& reader, SpaserQuery& out) {
    const std::string text = reader.text("par");
    if (text.empty()) return;
    const auto found = domain::dimension(text);
    const auto& known = breakdown_dimensions();
    if (found && std::find(known.begin(), known.end(), *found) != known.end())
        out.by = found;
    else
        reader.refuse("par", "cette ventilation n’existe pas\u00a0; choisissez " + dimension_words(known));
}

constexpr std::array<std::string_view, 15> kept_names{
    "acheteur", "annee",   "jusqua",  "montant",   "repartition", "accords", "agrement",  "sous_traitants",
    "secteur",  "tranche", "service", "procedure", "departement", "lieu",    "entreprise"};

http::Fields kept_of(const http::Fields& query) {
    http::Fields out;
    for (const std::string_view name : kept_names)
        if (const auto value = query.get(name); value && !value->empty())
            out.add(std::string(name), std::string(*value));
    if (const auto value = query.get("concessions"); value && !value->empty())
        out.add("concessions", std::string(*value));
    return out;
}

}  // namespace

std::string chosen_word(FormReader& reader, std::string_view name, const std::vector<std::string_view>& words) {
    std::string text = reader.text(name);
    if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) return text;
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : word == words.back() ? " ou " : ", ") + std::string(word);
    reader.refuse(name, "cette valeur n’existe pas\u00a0; choisissez " + list);
    return "";
}

void refuse_unsound(const Call& call, const FormReader& reader) {
    if (reader.sound()) return;
    std::vector<core::Issue> issues = reader.issues();
    if (call.html())
        for (core::Issue& issue : issues) issue.where = spaser_label(issue.where);
    throw core::Error(core::ErrorKind::invalid, std::move(issues));
}

SpaserQuery read_spaser_query(const Call& call) {
    FormReader reader(call.query);
    SpaserQuery out;
    read_years(reader, out);
    read_options(reader, out.options);
    read_filters(reader, out.scope);
    read_breakdown(reader, out);
    refuse_unsound(call, reader);
    out.buyer = organisation_of(call, reader.text("acheteur"));
    out.other = organisation_of(call, reader.text("autre"));
    if (out.buyer) out.scope.buyers = {out.buyer->id};
    out.kept = kept_of(call.query);
    return out;
}

std::string spaser_url(std::string_view path, const SpaserQuery& query, const Changes& changes) {
    http::Fields out;
    for (const http::Header& pair : query.kept)
        if (std::none_of(changes.begin(), changes.end(), [&](const auto& one) { return one.first == pair.name; }))
            out.add(pair.name, pair.value);
    for (const auto& [name, value] : changes)
        if (!value.empty()) out.add(std::string(name), value);
    const std::string text = http::encode_query(out);
    return std::string(path) + (text.empty() ? "" : "?" + text);
}

std::int64_t contract_page(const Call& call) {
    FormReader reader(call.query);
    const std::int64_t page = asked_page(reader);
    refuse_unsound(call, reader);
    return page;
}

std::string scope_text(const SpaserQuery& query) {
    const app::ContractScope& scope = query.scope;
    std::string out = "notifiés ";
    if (!scope.first_year && scope.last_year)
        out += "jusqu’en " + std::to_string(*scope.last_year);
    else if (!scope.first_year)
        out += "toutes années confondues";
    else if (scope.first_year == scope.last_year)
        out += "en " + std::to_string(*scope.first_year);
    else
        out += "de " + std::to_string(*scope.first_year) + " à " + std::to_string(*scope.last_year);
    out += query.buyer ? " par " + query.buyer->label() : std::string(" par tous les acheteurs");
    for (const auto& [dimension, value] : scope.values)
        out += ", " + core::fold(domain::label(dimension)) + "\u00a0: " + domain::value_label(dimension, value);
    if (!scope.place.empty()) out += ", exécutés à un lieu de code " + scope.place;
    if (!scope.company.empty()) out += ", avec le titulaire «\u00a0" + scope.company + "\u00a0»";
    return out;
}

}  // namespace clausier::web
