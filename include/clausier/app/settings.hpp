// What one installation says of itself, on every page and in its legal notice.
#pragma once
#include <string>

#include "clausier/app/app.hpp"
#include "clausier/store/figures.hpp"

namespace clausier::app {

// Texts that may be empty, but for the name.
struct Identity {
    std::string name = "Clausier";
    std::string publisher;  // who answers for the site: name and address
    std::string contact;    // where people write: an address or a telephone number
    std::string host;       // who houses the server: name and address
    bool operator==(const Identity&) const = default;
};

Identity identity(store::Database& base);

// Throws Error(invalid) with the field (nom, editeur, contact, hebergeur) as the place of each fault: the name is
// required, no text is over 500 characters.
void save_identity(Session session, store::Database& base, const Identity& identity);

// Throws what the database throws when it does not answer.
void check_base(store::Database& base);

// How much the base holds.
store::Figures base_figures(store::Database& base);

}  // namespace clausier::app
