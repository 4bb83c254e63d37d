// Writes the register of processing.
#include "clausier/present/processing_register.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "json_values.hpp"
#include "lot_words.hpp"

namespace clausier::present {

Answer answer(const std::vector<domain::ProcessingActivity>& activities) {
    Answer out;
    out.rows = "traitements";
    out.title = "Registre des traitements";
    out.table.columns = {"Code"};
    out.numeric = {false};
    for (const domain::ActivityPart& part : domain::activity_parts()) {
        out.table.columns.emplace_back(part.label);
        out.numeric.push_back(false);
    }
    json::array list;
    for (const domain::ProcessingActivity& one : activities) {
        json::object object{{"code", one.code}};
        std::vector<std::string> row{one.code};
        for (const domain::ActivityPart& part : domain::activity_parts()) {
            object[part.name] = one.*part.text;
            row.push_back(one.*part.text);
        }
        object["retire"] = one.withdrawn;
        object["modifie"] = one.changed;
        object["revision"] = one.revision;
        list.emplace_back(std::move(object));
        if (!one.withdrawn) out.table.rows.push_back(std::move(row));
    }
    out.document = json::object{{"traitements", std::move(list)}};
    return out;
}

Document register_document(const std::vector<domain::ProcessingActivity>& activities, const std::string& controller,
                           core::Instant made_at) {
    Document out;
    out.title = "Registre des traitements";
    out.author = controller;
    out.subject = "Article 30 du RGPD";
    out.made_at = made_at;
    out.blocks.push_back(Paragraph{{{"Arrêté au " + day_text(made_at) + "."}}});
    for (const domain::ProcessingActivity& one : activities) {
        if (one.withdrawn) continue;
        out.blocks.push_back(Title{2, {{one.name}}});
        DocTable table;
        table.caption = one.name;
        table.headers = {{{"Rubrique"}}, {{"Contenu"}}};
        table.widths = {1, 3};
        for (const domain::ActivityPart& part : domain::activity_parts())
            if (part.name != "nom") table.rows.push_back({{{std::string(part.label)}}, {{one.*part.text}}});
        out.blocks.push_back(std::move(table));
    }
    return out;
}

}  // namespace clausier::present
