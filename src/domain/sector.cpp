// Sectors, their names, and the CPV divisions that belong to them.
#include "clausier/domain/sector.hpp"

#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {
namespace {

// The word of data/codes/cpv_divisions.csv.
std::string_view data_word(Sector sector) {
    switch (sector) {
        case Sector::works:
            return "works";
        case Sector::supplies:
            return "supplies";
        case Sector::services:
            break;
    }
    return "services";
}

}  // namespace

std::string_view code(Sector sector) {
    switch (sector) {
        case Sector::works:
            return "travaux";
        case Sector::supplies:
            return "fournitures";
        case Sector::services:
            break;
    }
    return "services";
}

std::string_view label(Sector sector) {
    switch (sector) {
        case Sector::works:
            return "Travaux";
        case Sector::supplies:
            return "Fournitures";
        case Sector::services:
            break;
    }
    return "Services";
}

std::optional<Sector> sector(std::string_view wanted) {
    for (const Sector one : all_sectors)
        if (code(one) == wanted) return one;
    return std::nullopt;
}

std::optional<Sector> sector_of(std::string_view section, std::string_view cpv) {
    for (const Sector one : all_sectors)
        if (label(one) == section) return one;
    if (const CpvDivision* division = CodeLists::embedded().cpv_division(cpv))
        for (const Sector one : all_sectors)
            if (data_word(one) == division->sector) return one;
    return std::nullopt;
}

}  // namespace clausier::domain
