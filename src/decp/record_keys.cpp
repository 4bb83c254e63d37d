// The table of keys, those of both formats and those that published files add.
#include "record_keys.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "clausier/decp/columns.hpp"

namespace clausier::decp {
namespace {

struct Entry {
    std::string_view key;     // in lower case
    std::string_view column;  // "" for those that fill none by themselves
    KeyUse use = KeyUse::value;
    int rank = 0;
};

constexpr std::array entries = {
    Entry{"id", "id"},
    Entry{"acheteur.id", "acheteur_id"},
    Entry{"acheteur_id", "acheteur_id", KeyUse::value, 1},
    Entry{"autoriteconcedante.id", "acheteur_id", KeyUse::value, 2},
    Entry{"acheteur.nom", "acheteur_nom"},
    Entry{"acheteur_nom", "acheteur_nom", KeyUse::value, 1},
    Entry{"autoriteconcedante.nom", "acheteur_nom", KeyUse::value, 2},
    Entry{"nature", "nature"},
    Entry{"objet", "objet"},
    Entry{"codecpv", "codeCPV"},
    Entry{"procedure", "procedure"},
    Entry{"techniques", "techniques"},
    Entry{"technique", "techniques", KeyUse::value, 1},
    Entry{"modalitesexecution", "modalitesExecution"},
    Entry{"modaliteexecution", "modalitesExecution", KeyUse::value, 1},
    Entry{"modalitesexecutions", "modalitesExecution", KeyUse::value, 1},
    Entry{"idaccordcadre", "idAccordCadre"},
    Entry{"marcheinnovant", "marcheInnovant"},
    Entry{"attributionavance", "attributionAvance"},
    Entry{"tauxavance", "tauxAvance"},
    Entry{"soustraitancedeclaree", "sousTraitanceDeclaree"},
    Entry{"ccag", "ccag"},
    Entry{"offresrecues", "offresRecues"},
    Entry{"typegroupementoperateurs", "typeGroupementOperateurs"},
    Entry{"lieuexecution.code", "lieuExecution.code"},
    Entry{"lieuexecution_code", "lieuExecution.code", KeyUse::value, 1},
    Entry{"lieuexecution.typecode", "lieuExecution.typeCode"},
    Entry{"lieuexecution_typecode", "lieuExecution.typeCode", KeyUse::value, 1},
    Entry{"lieuexecution.nom", "lieuExecution.nom"},
    Entry{"lieuexecution_nom", "lieuExecution.nom", KeyUse::value, 1},
    Entry{"dureemois", "dureeMois"},
    Entry{"datenotification", "dateNotification"},
    Entry{"datesignature", "dateNotification", KeyUse::value, 1},
    Entry{"datepublicationdonnees", "datePublicationDonnees"},
    Entry{"montant", "montant"},
    Entry{"valeurglobale", "montant", KeyUse::value, 1},
    Entry{"formeprix", "formePrix"},
    Entry{"formesprix", "formePrix", KeyUse::value, 1},
    Entry{"typesprix", "typesPrix"},
    Entry{"typeprix", "typesPrix", KeyUse::value, 1},
    Entry{"origineue", "origineUE"},
    Entry{"originefrance", "origineFrance"},
    Entry{"titulaire_id", "titulaire_id"},
    Entry{"titulaire_typeidentifiant", "titulaire_typeIdentifiant"},
    Entry{"titulaire_denominationsociale", "titulaire_denominationSociale"},
    Entry{"considerationssociales", "considerationsSociales"},
    Entry{"considerationsociale", "considerationsSociales", KeyUse::value, 1},
    Entry{"considerationsenvironnementales", "considerationsEnvironnementales"},
    Entry{"considerationenvironnementale", "considerationsEnvironnementales", KeyUse::value, 1},
    Entry{"modifications", "modifications", KeyUse::json},
    Entry{"actessoustraitance", "actesSousTraitance", KeyUse::json},
    Entry{"modificationsactessoustraitance", "modificationsActesSousTraitance", KeyUse::json},
    // The two official schemas do not agree on its plural.
    Entry{"modificationsactesoustraitance", "modificationsActesSousTraitance", KeyUse::json, 1},
    Entry{"modificationsactessoustraitances", "modificationsActesSousTraitance", KeyUse::json, 1},
    Entry{"datedebutexecution", "dateDebutExecution"},
    Entry{"montantsubventionpublique", "montantSubventionPublique"},
    Entry{"donneesexecution", "donneesExecution", KeyUse::json},
    Entry{"source", "source"},
    Entry{"acheteur", "", KeyUse::inside},
    Entry{"autoriteconcedante", "", KeyUse::inside},
    Entry{"lieuexecution", "", KeyUse::inside},
    Entry{"titulaires", "", KeyUse::holders},
    Entry{"titulaire", "", KeyUse::holders},
    Entry{"concessionnaires", "", KeyUse::holders},
    Entry{"concessionnaire", "", KeyUse::holders},
};

Key key_of(const Entry& entry) {
    Key key{entry.use, 0, entry.rank};
    if (!entry.column.empty()) key.column = place_of(entry.column);
    if (entry.use != KeyUse::inside) return key;
    const bool place = entry.key == "lieuexecution";
    key.scalar_column = place_of(place ? "lieuExecution.nom" : "acheteur_nom");
    key.digits_column = place_of(place ? "lieuExecution.code" : "acheteur_id");
    key.rank = 3;
    return key;
}

}  // namespace

std::size_t place_of(std::string_view name) { return *column(name); }

Key find_key(std::string_view path) {
    static const auto known = [] {
        std::unordered_map<std::string_view, Key> out;
        for (const Entry& entry : entries) out.emplace(entry.key, key_of(entry));
        return out;
    }();
    std::string lower(path);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto found = known.find(lower);
    return found == known.end() ? Key{} : found->second;
}

}  // namespace clausier::decp
