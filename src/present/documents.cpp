// Gives templates and documents their JSON and their tables.
#include "clausier/present/documents.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

#include "document_words.hpp"
#include "enquiry_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

json::value instant(const std::optional<core::Instant>& at) {
    return at ? json::value(fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", *at)) : json::value(nullptr);
}

json::object template_json(const domain::DocumentTemplate& one) {
    return {{"cle", one.key},         {"nom", one.name},         {"du_programme", one.own}, {"modifie", one.edited},
            {"version", one.version}, {"date", instant(one.at)}, {"par", one.actor}};
}

json::object production_json(const domain::ProducedDocument& one, const std::string& name) {
    return {{"id", one.id.value},
            {"dossier", one.enquiry ? json::value(one.enquiry->value) : json::value(nullptr)},
            {"titre", one.title},
            {"format", one.format},
            {"modele", one.template_key},
            {"modele_nom", name},
            {"version_modele", one.template_version},
            {"empreinte_modele", one.template_sha256},
            {"empreinte", one.sha256},
            {"octets", one.size},
            {"date", instant(one.at)},
            {"par", one.actor}};
}

void add_variables(std::span<const DocumentVariable> variables, const std::string& inside, json::array& list,
                   core::Table& table) {
    for (const DocumentVariable& one : variables) {
        list.push_back({{"nom", one.name},
                        {"genre", label(one.kind)},
                        {"libelle", one.label},
                        {"exemple", first_example(one)},
                        {"dans", inside}});
        table.rows.push_back(
            {std::string(one.name), std::string(label(one.kind)), std::string(one.label), first_example(one), inside});
        add_variables(one.members, std::string(one.name), list, table);
    }
}

std::string_view severity(core::Severity of) {
    if (of == core::Severity::error) return "erreur";
    return of == core::Severity::warning ? "avertissement" : "information";
}

}  // namespace

std::string document_name(const domain::DocumentTemplate& from, const json::object& values) {
    const json::value* object = values.if_contains("objet");
    if (!object || !object->is_string() || object->get_string().empty()) return from.name;
    return from.name + "\u00a0: " + std::string(object->get_string());
}

Document make_document(const domain::DocumentTemplate& from, const json::object& values, const DocumentMaker& maker,
                       core::Date day) {
    FilledTemplate filled = fill_template(from.text, values);
    if (filled.blocks.empty() && !filled.issues.empty()) {
        for (core::Issue& issue : filled.issues)
            issue.where = fmt::format("modèle « {} »{}{}", from.name, issue.where.empty() ? "" : ", ", issue.where);
        throw core::Error(core::ErrorKind::invalid, std::move(filled.issues));
    }
    Document out;
    out.title = document_name(from, values);
    out.author = maker.instance;
    out.made_at = std::chrono::sys_days(day);
    out.blocks = std::move(filled.blocks);
    const Title* first = out.blocks.empty() ? nullptr : std::get_if<Title>(&out.blocks.front());
    if (first && first->level == 1) {
        out.title.clear();
        for (const Run& run : first->text) out.title += run.text;
        out.blocks.erase(out.blocks.begin());
        for (Block& block : out.blocks)
            if (auto* title = std::get_if<Title>(&block); title && title->level > 1) --title->level;
    }
    return out;
}

Answer answer(const std::vector<domain::DocumentTemplate>& templates) {
    Answer out;
    out.title = "Modèles de documents";
    out.rows = "modeles";
    out.table.columns = {"Clé", "Nom", "Origine", "Version", "Date", "Par"};
    out.numeric = {false, false, false, true, false, false};
    json::array list;
    for (const domain::DocumentTemplate& one : templates) {
        out.table.rows.push_back({one.key, one.name, origin(one), version_text(one.version),
                                  one.at ? fmt::format("{:%Y-%m-%d}", *one.at) : "", actor_text(one.actor)});
        list.emplace_back(template_json(one));
    }
    out.document = json::object{{"modeles", std::move(list)}};
    return out;
}

Answer answer(const domain::DocumentTemplate& from, const std::vector<domain::TemplateVersion>& versions) {
    Answer out;
    out.title = from.name;
    json::object document = template_json(from);
    document["empreinte"] = from.sha256;
    document["texte"] = from.text;
    json::array list;
    out.table.columns = {"Version", "Date", "Par"};
    for (const domain::TemplateVersion& one : versions) {
        list.push_back({{"version", one.version}, {"date", instant(one.at)}, {"par", one.actor}});
        out.table.rows.push_back(
            {version_text(one.version), one.at ? fmt::format("{:%Y-%m-%d}", *one.at) : "", actor_text(one.actor)});
    }
    document["versions"] = std::move(list);
    out.rows = "versions";
    out.document = std::move(document);
    return out;
}

Answer answer(std::span<const DocumentVariable> variables) {
    Answer out;
    out.title = "Variables des modèles";
    out.rows = "variables";
    out.table.columns = {"Nom", "Genre", "Ce qu’elle contient", "Exemple", "Dans"};
    json::array list;
    add_variables(variables, "", list, out.table);
    out.document = json::object{{"variables", std::move(list)}};
    return out;
}

Answer answer(const std::vector<domain::ProducedDocument>& documents, std::int64_t total,
              const std::vector<domain::DocumentTemplate>& templates) {
    Answer out;
    out.title = "Documents produits";
    out.rows = "documents";
    out.table.columns = {"Date", "Titre", "Format", "Dossier", "Modèle", "Version", "Par", "Empreinte"};
    out.numeric = {false, false, false, true, false, true, false, false};
    json::array list;
    for (const domain::ProducedDocument& one : documents) {
        const std::string name = template_name(templates, one.template_key);
        list.emplace_back(production_json(one, name));
        out.table.rows.push_back({fmt::format("{:%Y-%m-%d %H:%M} UTC", one.at), one.title, one.format,
                                  one.enquiry ? std::to_string(one.enquiry->value) : "", name,
                                  version_text(one.template_version), actor_text(one.actor), abridged(one.sha256)});
    }
    out.document = json::object{{"documents", std::move(list)}, {"documents_total", total}};
    return out;
}

Answer answer(const Document& document) {
    Answer out;
    out.title = document.title;
    out.document = json::object{{"titre", document.title},
                                {"auteur", document.author},
                                {"sujet", document.subject},
                                {"texte", plain_text(document)},
                                {"blocs", document_view(document)}};
    return out;
}

Answer answer(const std::vector<core::Issue>& issues) {
    Answer out;
    out.title = "Vérification du modèle";
    out.rows = "remarques";
    out.table.columns = {"Gravité", "Place", "Remarque"};
    json::array list;
    bool sound = true;
    for (const core::Issue& issue : issues) {
        sound = sound && issue.severity != core::Severity::error;
        list.push_back({{"gravite", severity(issue.severity)}, {"place", issue.where}, {"texte", issue.text}});
        out.table.rows.push_back({std::string(severity(issue.severity)), issue.where, issue.text});
    }
    out.lines = {sound ? "Le modèle est valable." : "Le modèle n’est pas valable."};
    out.document = json::object{{"valable", sound}, {"remarques", std::move(list)}};
    return out;
}

}  // namespace clausier::present
