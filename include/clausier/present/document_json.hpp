// A document as JSON, and the same document back: how one is kept.
#pragma once
#include <boost/json/object.hpp>

#include "clausier/present/document.hpp"

namespace clausier::present {

// titre, auteur, sujet, fait_le (seconds since 1970), paysage, blocs[] (genre, and what the block holds).
boost::json::object document_json(const Document& document);
// Gives back the same blocks, so that every format is the same bytes. Throws Error(invalid) when it is no document.
Document read_document(const boost::json::value& json);

}  // namespace clausier::present
