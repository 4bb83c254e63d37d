// Gives exports and checks of essential data their words.
#include "clausier/present/essential_data.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"

namespace clausier::present {

namespace french = core::french;
namespace json = boost::json;

std::string export_sentence(const ExportCounts& counts) {
    return french::count(counts.lots, "contrat") + " : " + french::count(counts.taken, "écrit") + ", " +
           french::count(counts.left_out, "laissé de côté", "laissés de côté");
}

void CheckAnswer::add(std::uint64_t rank, bool concession, const std::string& id, const std::string& buyer,
                      const std::vector<core::Issue>& faults) {
    for (const core::Issue& fault : faults) {
        rows_.as_array().emplace_back(json::object{{"enregistrement", rank},
                                                   {"nature", concession ? "concession" : "marché"},
                                                   {"id", id},
                                                   {"acheteur", buyer},
                                                   {"champ", fault.where},
                                                   {"faute", fault.code},
                                                   {"raison", fault.text}});
        table_.rows.push_back({std::to_string(rank), id, fault.where, fault.text});
    }
}

Answer CheckAnswer::finish(std::uint64_t records, std::uint64_t refused) {
    Answer out;
    out.rows = "refus";
    out.title = french::count(records, "enregistrement") + " : " + french::count(records - refused, "valide") + ", " +
                french::count(refused, "refusé");
    out.document = json::object{{"enregistrements", records},
                                {"valides", records - refused},
                                {"refuses", refused},
                                {"refus", std::move(rows_)}};
    if (records == 0) out.lines.push_back("Le fichier n’a aucun enregistrement ; vérifiez que c’est le bon.");
    table_.columns = {"Enregistrement", "Id", "Champ", "Raison"};
    out.numeric = {true, false, false, false};
    if (!table_.rows.empty()) out.table = std::move(table_);
    return out;
}

}  // namespace clausier::present
