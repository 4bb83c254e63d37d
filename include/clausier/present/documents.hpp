// Templates, their variables and what was produced, as documents and tables; and a document made from a template.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <span>
#include <string>
#include <vector>

#include "clausier/domain/document_template.hpp"
#include "clausier/present/answer.hpp"
#include "clausier/present/document.hpp"
#include "clausier/present/document_template.hpp"

namespace clausier::present {

// How a document is called in lists: « CCAP : the object of the dossier ».
std::string document_name(const domain::DocumentTemplate& from, const boost::json::object& values);
// The document that a template makes of values. A title of level 1 that comes first is the document's, and those under
// it go up by one; without one, its name is. Throws Error(invalid) with what is wrong with the template, which only
// happens when it was kept by another version of the program. It bears the day and no time, so that it is the same
// bytes all day long.
Document make_document(const domain::DocumentTemplate& from, const boost::json::object& values,
                       const DocumentMaker& maker, core::Date day);

// modeles[] (cle, nom, du_programme, modifie, version, date or null, par).
Answer answer(const std::vector<domain::DocumentTemplate>& templates);
// cle, nom, du_programme, modifie, version, date, par, empreinte, texte, versions[] (version, date, par).
Answer answer(const domain::DocumentTemplate& from, const std::vector<domain::TemplateVersion>& versions);
// variables[] (nom, genre, libelle, exemple, dans: the list or group it stands in, or "").
Answer answer(std::span<const DocumentVariable> variables);
// documents[] (id, dossier or null, titre, format, modele, modele_nom, version_modele, empreinte_modele, empreinte,
// octets, date, par), documents_total. Templates give the names; one that is withdrawn has its key for a name. The
// lines of the table have the first 12 digits of the fingerprint.
Answer answer(const std::vector<domain::ProducedDocument>& documents, std::int64_t total,
              const std::vector<domain::DocumentTemplate>& templates);
// titre, auteur, sujet, texte, blocs[] as document_view().
Answer answer(const Document& document);
// valable, remarques[] (gravite, place, texte); its lines say them.
Answer answer(const std::vector<core::Issue>& issues);

// As pages show them. Templates: url, cle, nom, origine, version, date, par. Versions: url, nom, date, par, en_vigueur.
// Variables: nom, balise, genre, libelle, exemple. Productions: titre, format, modele, version, empreinte, abrege (its
// first digits), date with the time, par, dossier (or null).
boost::json::array template_views(const std::vector<domain::DocumentTemplate>& templates);
boost::json::array version_views(const domain::DocumentTemplate& from,
                                 const std::vector<domain::TemplateVersion>& versions);
boost::json::array variable_views(std::span<const DocumentVariable> variables);
boost::json::array production_views(const std::vector<domain::ProducedDocument>& documents,
                                    const std::vector<domain::DocumentTemplate>& templates);

// The line of a template that an issue of check_template() stands at; 0 for the whole of it.
std::size_t line_of(const core::Issue& issue);
// The text line by line: numero, marge (the number, right-aligned), texte, faute (an issue stands there).
boost::json::array line_views(std::string_view text, const std::vector<core::Issue>& issues);

}  // namespace clausier::present
