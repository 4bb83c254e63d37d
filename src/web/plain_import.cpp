// Receives and reads plain lists.
#include "plain_import.hpp"

#include <algorithm>

#include "clausier/sheets/read.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::size_t most_columns = 100;

std::string name_of(std::size_t index) { return "colonne_" + std::to_string(index + 1); }

}  // namespace

std::string deposit(Call& call) {
    const auto found = std::find_if(call.form.files.begin(), call.form.files.end(),
                                    [](const http::FilePart& one) { return one.name == "fichier"; });
    if (found == call.form.files.end() || found->filename.empty() || found->file->size() == 0) return "";
    return call.app.uploads->deposit(found->file->path(), found->filename,
                                     std::string(call.form.fields.get("feuille").value_or("")));
}

core::Issue no_file() {
    return {core::Severity::error, "", "fichier", "aucun fichier n’est choisi, ou il est vide\u00a0; choisissez-en un"};
}

std::vector<domain::PlainChoice> plain_choices(const http::Fields& sent, std::span<const domain::PlainField> fields) {
    std::vector<domain::PlainChoice> out;
    for (std::size_t i = 0; i < most_columns; ++i) {
        const auto value = sent.get(name_of(i));
        if (!value) continue;
        const bool known = std::any_of(fields.begin(), fields.end(),
                                       [&](const domain::PlainField& one) { return one.code == *value; });
        out.push_back({std::to_string(i + 1), known ? std::string(*value) : ""});
    }
    return out;
}

std::vector<core::Issue> read_waiting(const app::WaitingFile& file, domain::PlainTable& table) {
    try {
        sheets::Source source;
        source.path = file.path;
        source.name = file.name;
        sheets::read(source, table, file.sheet.empty() ? std::nullopt : std::optional<std::string_view>(file.sheet));
        table.finish();
        return {};
    } catch (const core::Error& error) {
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues) {
            if (issue.code == "colonne_absente") issue.text += " ci-dessous";
            if (issue.code == "nir") issue.text = issue.where + "\u00a0: " + issue.text;
            issue.where = "";
        }
        return issues;
    }
}

json::array plain_columns_view(const domain::PlainColumns& columns, std::span<const domain::PlainField> fields,
                               const FormView& form) {
    std::vector<std::pair<std::string, std::string>> options{{"", "(ne pas lire cette colonne)"}};
    for (const domain::PlainField& field : fields) options.emplace_back(field.code, field.label);
    json::array out;
    for (const domain::PlainColumn& column : columns.columns) {
        if (column.index >= most_columns) break;
        std::string samples;
        for (const std::string& sample : column.samples) samples += (samples.empty() ? "" : " · ") + sample;
        const std::string letters = core::column_letters(column.index);
        out.push_back({{"lettre", letters},
                       {"libelle", column.header},
                       {"exemples", samples},
                       {"champ", form.choice({name_of(column.index), "Colonne " + letters + ", comprise comme"},
                                             column.field, options)}});
    }
    return out;
}

json::array kept_fields(const http::Fields& fields) {
    json::array out;
    for (const http::Header& pair : fields)
        if (pair.name != "jeton" && pair.name != "fait") out.push_back({{"nom", pair.name}, {"valeur", pair.value}});
    return out;
}

json::object file_field(const FormView& form, std::string_view label) {
    return form.field({"fichier", label, "xlsx, ods, xls ou csv, tel qu’il est\u00a0; 32 Mo au plus", "", "file", true},
                      "");
}

}  // namespace clausier::web
