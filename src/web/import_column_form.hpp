// The form of an import's columns: what it holds, what it says, and the faults that it shows beside its fields.
#pragma once
#include <boost/json/array.hpp>
#include <vector>

#include "clausier/domain/import_draft.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {

// What its fields of words and figures hold while nothing is typed: the choices in force.
http::Fields choice_fields(const domain::ImportDraft& draft);
// Those fields: acheteur, objet, marche, annee, ligne_entetes.
boost::json::array column_fields(const FormView& form, const http::Fields& typed);

// What the form says of the file and of its columns, over the draft it was filled in on. Faults are kept by `reader`.
domain::ImportChoices read_choices(const http::Fields& fields, FormReader& reader, const domain::ImportDraft& draft);
// The columns as the form has them, so that it can be shown again.
void show_chosen_columns(domain::ImportDraft& draft, const http::Fields& fields);

// What keeps a file from being read, each beside the field that would mend it.
std::vector<core::Issue> unreadable(const domain::ImportDraft& draft);
// Of the draft's faults, a row of titles that the file does not have, beside its field.
std::vector<core::Issue> header_faults(const domain::ImportDraft& draft);

}  // namespace clausier::web
