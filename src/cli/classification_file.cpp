// Reads decisions row by row.
#include "classification_file.hpp"

#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"

namespace clausier::cli {
namespace {

constexpr std::string_view lot_column = "lot_id";
constexpr std::string_view decision_column = "decision";
constexpr std::size_t most_faults = 50;

}  // namespace

void ClassificationFile::read_header(const core::Row& row) {
    has_header_ = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string name = core::fold(row.cells[i].text);
        if (name == core::fold(lot_column)) lot_ = i;
        if (name == core::fold(decision_column)) decision_ = i;
    }
}

void ClassificationFile::fault(const core::Row& row, const std::string& column, std::string text) {
    if (issues_.size() < most_faults)
        issues_.push_back({core::Severity::error, "decision_illisible",
                           "ligne " + std::to_string(row.number) + ", colonne « " + column + " »", std::move(text)});
}

bool ClassificationFile::row(const core::Row& row) {
    if (!has_header_) {
        read_header(row);
        return lot_ && decision_;
    }
    const std::string_view number = core::trim(row.cell(*lot_).text);
    const std::string_view text = core::trim(row.cell(*decision_).text);
    if (text.empty()) {
        if (!number.empty()) ++undecided_;
        return true;
    }
    const auto lot = core::parse_scaled(number, 1);
    if (!lot || *lot <= 0) {
        fault(row, std::string(lot_column),
              "« " + std::string(number) + " » n’est pas le numéro d’un lot ; reprenez celui de la liste");
        return true;
    }
    const auto read = domain::parse_decision(axis_, text);
    if (!read)
        fault(row, std::string(decision_column), read.error().text);
    else if (!seen_.insert({*lot}).second)
        fault(row, std::string(lot_column),
              "le lot " + std::to_string(*lot) + " est décidé deux fois ; gardez une ligne");
    else if (*read)
        decisions_.push_back({{*lot}, **read});
    return true;
}

std::vector<domain::ContractDecision> ClassificationFile::finish() {
    if (!lot_ || !decision_)
        throw core::Error(
            core::ErrorKind::invalid, "première ligne",
            "il faut les colonnes lot_id et decision ; partez de « clausier spaser classer --format csv »");
    if (!issues_.empty()) throw core::Error(core::ErrorKind::invalid, std::move(issues_));
    if (decisions_.empty())
        throw core::Error(core::ErrorKind::invalid, "colonne « decision »",
                          "elle est vide partout ; écrivez-y une clause ou « aucune »");
    return std::move(decisions_);
}

}  // namespace clausier::cli
