// Members looked for by their names, numbers as the file spells them.
#include "essential_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/aberrant.hpp"
#include "tender_lists.hpp"

namespace clausier::domain {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) {
    switch (value.kind()) {
        case json::kind::string:
            return core::collapse(value.get_string());
        case json::kind::int64:
            return std::to_string(value.get_int64());
        case json::kind::uint64:
            return std::to_string(value.get_uint64());
        case json::kind::double_:
            return fmt::format("{}", value.get_double());
        case json::kind::bool_:
            return value.get_bool() ? "true" : "false";
        default:
            return {};
    }
}

}  // namespace

core::Result<json::value> parse_essential(std::string_view text) {
    boost::system::error_code error;
    json::value value = json::parse(text, error);
    if (error) return core::fault("json_illisible", "ce n’est pas du JSON ; corrigez-le à la source");
    return value;
}

void each_item(const json::value& value, std::span<const std::string_view> wrappers,
               const std::function<void(const json::object&)>& visit) {
    if (const json::array* list = value.if_array()) {
        for (const json::value& item : *list) each_item(item, wrappers, visit);
        return;
    }
    const json::object* object = value.if_object();
    if (!object) return;
    bool wrapped = false;
    for (const std::string_view name : wrappers)
        if (const json::value* inner = object->if_contains(name); inner && inner->is_structured()) {
            wrapped = true;
            each_item(*inner, wrappers, visit);
        }
    if (!wrapped) visit(*object);
}

const json::value* MemberReader::member(Names names) const {
    for (const std::string_view name : names)
        if (const json::value* value = object_.if_contains(name); value && !value->is_null()) return value;
    return nullptr;
}

void MemberReader::remark(Remark kind, std::string_view name, std::string_view text) const {
    const RemarkInfo& known = info(kind);
    issues_.push_back({known.severity, std::string(known.code), std::string(name), std::string(text)});
}

std::string MemberReader::text(Names names) const {
    const json::value* value = member(names);
    std::string text = value ? text_of(*value) : std::string();
    return ImportWords::embedded().is_marker(text) ? std::string() : text;
}

std::optional<core::Date> MemberReader::date(Names names) const {
    const std::string given = text(names);
    if (given.empty()) return std::nullopt;
    const auto read = core::parse_date(given);
    if (read) return read->date;
    const bool year = read.error().code == info(Remark::date_year).code;
    remark(year ? Remark::date_year : Remark::date_unreadable, *names.begin(), read.error().text);
    return std::nullopt;
}

std::optional<std::int64_t> MemberReader::months(Names names) const {
    const std::string given = text(names);
    if (given.empty()) return std::nullopt;
    const auto read = core::parse_scaled(given, 1, true);
    if (read && *read >= 0) return *read;
    remark(Remark::duration_unreadable, *names.begin(),
           fmt::format("« {} » n’est pas une durée ; écrivez un nombre entier de mois", given));
    return std::nullopt;
}

std::optional<core::Euros> MemberReader::amount(Names names, bool any) const {
    const std::string given = text(names);
    if (given.empty()) return std::nullopt;
    const auto read = core::parse_scaled(given, core::Euros::scale, true);
    if (!read) {
        const bool big = read.error().code == "nombre_trop_grand";
        remark(big ? Remark::amount_aberrant : Remark::amount_unreadable, *names.begin(),
               fmt::format("« {} » n’est pas un montant ; il est laissé inconnu", given));
        return std::nullopt;
    }
    const core::Euros amount = core::Euros::of(*read);
    if (any) return amount;
    if (amount.parts() <= 0) {
        remark(Remark::amount_not_positive, *names.begin(),
               fmt::format("le montant {} n’est pas positif ; il est laissé inconnu", core::french::euros(amount)));
        return std::nullopt;
    }
    if (is_aberrant(amount))
        remark(Remark::amount_aberrant, *names.begin(),
               fmt::format("le montant {} est invraisemblable ; vérifiez-le avant de le compter",
                           core::french::euros(amount)));
    return amount;
}

core::Identifier MemberReader::identifier() const {
    core::Identifier out;
    out.text = text({"id"});
    out.text.erase(std::remove(out.text.begin(), out.text.end(), ' '), out.text.end());
    if (out.text.empty()) return {};
    const std::string scheme = text({"typeIdentifiant"});
    if (!scheme.empty()) {
        thread_local CodeList schemes("type_identifiant");
        const auto rank = schemes.find(scheme);
        out.scheme = rank ? schemes.official(*rank) : core::scheme_name(scheme);
    } else if (core::Siret::parse(out.text)) {
        out.scheme = "SIRET";
    }
    return out;
}

}  // namespace clausier::domain
