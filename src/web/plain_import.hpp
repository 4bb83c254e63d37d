// Plain lists (structures, purchases) sent by a page: the file waits under an id, is read with the columns that a
// person chose, and shown before it is kept.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <span>
#include <string>
#include <vector>

#include "call.hpp"
#include "clausier/app/waiting_files.hpp"
#include "clausier/domain/plain_table.hpp"
#include "form_view.hpp"

namespace clausier::web {

// The file of the field "fichier" put among those that wait, with the sheet of the field "feuille"; "" when none was
// sent.
std::string deposit(Call& call);
// The fault of a form sent without its file.
core::Issue no_file();

// The decisions of the fields colonne_1, colonne_2… (a code of `fields`, or "" for a column that is not read).
std::vector<domain::PlainChoice> plain_choices(const http::Fields& sent, std::span<const domain::PlainField> fields);

// Reads the file to its end; gives what keeps it from being read, in the fields of the form.
std::vector<core::Issue> read_waiting(const app::WaitingFile& file, domain::PlainTable& table);

// One element a column: lettre, libelle, exemples, champ (a list of what it may give).
boost::json::array plain_columns_view(const domain::PlainColumns& columns, std::span<const domain::PlainField> fields,
                                      const FormView& form);

// Hidden fields that carry these: nom, valeur.
boost::json::array kept_fields(const http::Fields& fields);

// The forms' own field of a file: id, nom, libelle, aide, erreur, decrit_par…
boost::json::object file_field(const FormView& form, std::string_view label);

}  // namespace clausier::web
