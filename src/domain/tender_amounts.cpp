// Reads the amounts of a row: in euros, believable, one or one for each lot.
#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/domain/aberrant.hpp"
#include "tender_values.hpp"

namespace clausier::domain {

std::optional<core::Euros> TenderValues::checked_amount(Field field, core::Euros amount) {
    if (amount.parts() <= 0) {
        remark(field, Remark::amount_not_positive,
               fmt::format("le montant {} n’est pas positif ; il est laissé inconnu", core::french::euros(amount)));
        return std::nullopt;
    }
    if (is_aberrant(amount))
        remark(field, Remark::amount_aberrant,
               fmt::format("le montant {} est invraisemblable ; vérifiez-le avant de le compter",
                           core::french::euros(amount)));
    return amount;
}

std::optional<core::Euros> TenderValues::amount(Field field, bool quiet) {
    return amount_or_several(field, quiet).amount;
}

AmountRead TenderValues::amount_or_several(Field field, bool quiet) {
    const std::string_view given = value(field, quiet);
    if (given.empty()) return {};
    if (has_unit(field, given, "un montant en euros", {"%"})) return {};
    const bool number = raw(field).kind == core::CellKind::number;
    const auto typed = core::parse_euros(given, number);
    if (!typed && typed.error().code == "nombre_ambigu") {
        remark(field, Remark::amount_unreadable, typed.error().text + " ; il est laissé inconnu");
        return {};
    }
    // A text with too many decimals is rounded like a number stored with them: to the cent.
    // In a column of thousands the cents are counted after the multiplication: 1 234.567 k€ is 1 234 567 €.
    const std::int64_t unit = columns_[static_cast<std::size_t>(field)]->unit;
    const auto read = core::parse_scaled(given, core::Euros::scale * unit, true);
    if (read) return {checked_amount(field, core::Euros::of(*read)), {}};
    if (read.error().code == "nombre_trop_grand") {
        remark(field, Remark::amount_aberrant,
               fmt::format("« {} » est trop grand pour un montant ; il est laissé inconnu", excerpt(given)));
        return {};
    }
    if (AmountRead several{std::nullopt, lot_amounts(given)}; !several.by_lot.empty()) {
        for (LotAmount& lot : several.by_lot) {
            std::int64_t cents = 0;
            if (__builtin_mul_overflow(lot.amount.parts(), unit, &cents)) return {};
            const auto checked = checked_amount(field, core::Euros::of(cents));
            if (!checked) return {};
            lot.amount = *checked;
        }
        return several;
    }
    if (holds_several_numbers(given))
        remark(field, Remark::amount_several,
               fmt::format("« {} » porte plusieurs montants ; le montant est laissé inconnu, faites une ligne par lot",
                           excerpt(given)));
    else
        remark(field, Remark::amount_unreadable,
               fmt::format("« {} » n’est pas un montant ; il est laissé inconnu, écrivez par exemple 1 234,56",
                           excerpt(given)));
    return {};
}

}  // namespace clausier::domain
