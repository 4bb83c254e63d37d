// The options by which a spreadsheet is named, shared by every command that reads one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/cli/command.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::cli {

inline constexpr OptionSpec kSheet = {"--feuille", "FEUILLE",
                                      "numéro ou nom de la feuille (la première visible par défaut)"};
inline constexpr OptionSpec kEncoding = {
    "--encodage", "ENCODAGE", "csv : utf8, utf16, cp1252 ou mac_roman (trouvé d’après le contenu par défaut)", false,
    "utf8|utf16|cp1252|mac_roman"};
inline constexpr OptionSpec kSeparator = {"--separateur", "SIGNE",
                                          "csv : , ; tab ou barre (pour |), trouvé d’après le contenu par défaut",
                                          false, ",|;|tab|barre"};

inline constexpr OptionSpec kProfile = {"--profil", "PROFIL",
                                        "profil de correspondance des colonnes (le meilleur par défaut)"};
inline constexpr OptionSpec kColumn = {
    "--colonne", "LIBELLÉ=CHAMP", "décide ce qu’est une colonne ; autant de fois qu’il le faut", false, {}, true};

inline constexpr OptionSpec kPartial = {
    "--partiel", "",
    "données essentielles (DECP) interrompues par une faute : garde les enregistrements entiers d’avant"};

// The decisions of --colonne. Throws UsageError.
std::vector<domain::Choice> column_choices(const Arguments& arguments);

// The source these arguments name.
sheets::Source sheet_source(const std::string& file, const Arguments& arguments);

// A sheet of that source: the one --feuille names, else the first visible one.
struct ChosenSheet {
    sheets::Source source;
    std::optional<std::string> asked;
    [[nodiscard]] std::optional<std::string_view> name() const {
        return asked ? std::optional<std::string_view>(*asked) : std::nullopt;
    }
};
ChosenSheet chosen_sheet(const std::string& file, const Arguments& arguments);

// As sheets::read, with a progress bar named `what`; where essential data break off, tells of --partiel too.
sheets::Report read_source(const Context& context, const sheets::Source& source, core::RowSink& sink,
                           std::optional<std::string_view> sheet, std::string_view what);

// Gives every row to the sink, with a progress bar named `what`; the remarks of the reading go to stderr. Throws as
// sheets::read().
void read_sheet(const Context& context, const ChosenSheet& chosen, core::RowSink& sink, std::string_view what);

}  // namespace clausier::cli
