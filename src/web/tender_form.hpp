// What an address asks of the calculator: the lots of a tender and the figures common to them.
#pragma once
#include <boost/json/array.hpp>
#include <optional>
#include <span>
#include <vector>

#include "calculation_frame.hpp"
#include "clausier/domain/tender_study.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "row_form.hpp"

namespace clausier::web {

// Its fields: taux, cout_horaire, mois, arrondi, comparer, and for each lot intitule_1, metier_1, montant_1, part_mo_1,
// cout_horaire_1, taux_1.
class TenderForm {
public:
    explicit TenderForm(const http::Fields& sent);

    // The study of the lots; one whose figures are faulty is there without hours, for that reason. Nothing while a
    // figure common to all lots is faulty. issues() then holds every fault, those of the calculation included, each
    // with its field.
    std::optional<domain::TenderStudy> study(const domain::Reference& reference, core::Date on);

    [[nodiscard]] const std::vector<core::Issue>& issues() const { return issues_; }
    [[nodiscard]] const RowForm& rows() const { return rows_; }
    [[nodiscard]] const domain::StudyQuestion& question() const { return question_; }
    // Whether a lot was described.
    [[nodiscard]] bool has_lots() const { return !lots_.empty(); }
    // The row each lot was read from.
    [[nodiscard]] std::span<const std::size_t> lot_rows() const { return lot_rows_; }

private:
    void add(core::Issue issue);
    void read_lots(FormReader& reader);

    RowForm rows_;
    domain::StudyQuestion question_;
    std::vector<domain::LotFigures> lots_;
    std::vector<std::size_t> lot_rows_;
    std::vector<core::Issue> issues_;
    bool common_fault_ = false;  // one that no lot bears alone
};

// The rows as the page shows them: numero, plusieurs, source, and the fields intitule, metier, montant, part, cout,
// effort, each with its colonne and whether to type there (a_saisir).
boost::json::array tender_rows(const TenderForm& tender, const FormView& form,
                               const std::optional<domain::TenderStudy>& study, const domain::Reference& reference,
                               core::Date on);

}  // namespace clausier::web
