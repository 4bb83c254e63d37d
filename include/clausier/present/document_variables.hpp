// What a template of document may name: one table, and the values that a dossier gives to it.
#pragma once
#include <boost/json/object.hpp>
#include <span>
#include <string>
#include <string_view>

#include "clausier/domain/enquiry_study.hpp"

namespace clausier::present {

enum class VariableKind { text, flag, list, group };
// "texte", "oui ou non", "liste", "groupe".
std::string_view label(VariableKind kind);

// One name. `example` is invented; "oui" or "non" for a flag; in a list, one for each element, separated by "|". The
// members of a list are named in its section, those of a group by « groupe.membre ».
struct DocumentVariable {
    std::string_view name;
    std::string_view label;  // what it holds, in French
    VariableKind kind = VariableKind::text;
    std::string_view example{};
    std::span<const DocumentVariable> members{};
};

// Every variable of a template, in the order of the help.
std::span<const DocumentVariable> document_variables();

// Values made of the table: its examples; everything open and filled; everything closed and empty.
enum class Sample { example, open, shut };
boost::json::object sample_values(std::span<const DocumentVariable> variables, Sample sample = Sample::example);

// Who makes the document, texts that may be empty.
struct DocumentMaker {
    std::string instance;  // the name of the installation
    std::string contact;
};

// The values of a dossier by one of its scenarios, on a day: exactly the names of document_variables(). Figures and
// dates are written in French; while none is chosen, publics are those of the whole list and modalities its families.
// Hours of reserved lots have totals of their own. Throws as domain::advise().
boost::json::object document_values(const domain::EnquirySheet& sheet, const domain::ScenarioStudy& study,
                                    const domain::Reference& reference, const DocumentMaker& maker, core::Date today);

}  // namespace clausier::present
