// « Question d’élu »: any cross-tab of contracts, answered on one page to send.
#include "clausier/app/schemes.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/elected_question.hpp"
#include "clausier/present/indicators.hpp"
#include "clausier/sheets/write.hpp"
#include "spaser_contract_list.hpp"
#include "spaser_options.hpp"
#include "spaser_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Dimension;
using Choices = std::vector<std::pair<std::string, std::string>>;

// What a page and its document name; the workbook has them all.
constexpr std::int64_t few = 100;
constexpr std::int64_t everything = 1'000'000;

struct Asked {
    SpaserQuery query;
    std::optional<Dimension> rows;
    std::optional<Dimension> columns;
    const domain::IndicatorInfo* indicator = nullptr;
};

std::optional<Dimension> read_dimension(FormReader& reader, std::string_view name) {
    const std::string text = reader.text(name);
    if (text.empty()) return std::nullopt;
    const auto found = domain::dimension(text);
    if (!found)
        reader.refuse(name,
                      "cette façon de ranger n’existe pas\u00a0; choisissez " + dimension_words(table_dimensions()));
    return found;
}

Asked read(const Call& call) {
    Asked out{read_spaser_query(call), {}, {}, nullptr};
    FormReader reader(call.query);
    out.rows = read_dimension(reader, "lignes");
    out.columns = read_dimension(reader, "colonnes");
    if (out.columns == out.rows) out.columns = std::nullopt;
    if (const std::string code = reader.text("indicateur"); !code.empty()) {
        out.indicator = domain::indicator_info(code);
        if (!out.indicator || !domain::counts_contracts(*out.indicator))
            reader.refuse("indicateur",
                          "ce n’est pas un indicateur qui compte des contrats\u00a0; choisissez par exemple S1 ou E1");
    }
    if (!out.rows && !call.html())
        reader.refuse("lignes", "dites par quoi ranger les contrats\u00a0: " + dimension_words(table_dimensions()));
    refuse_unsound(call, reader);
    return out;
}

std::vector<present::QuestionValue> labelled(const std::vector<std::string>& values, std::optional<Dimension> by,
                                             const std::map<std::string, std::string>& buyers) {
    std::vector<present::QuestionValue> out;
    for (const std::string& value : values) {
        const auto buyer = buyers.find(value);
        out.push_back({value, !by                       ? ""
                              : *by != Dimension::buyer ? domain::value_label(*by, value)
                              : buyer == buyers.end()   ? value
                                                        : buyer->second});
    }
    return out;
}

// What the list of contracts gives for programs, as a table.
present::DataTable contract_table(const app::ContractPage& page) {
    using present::DataType;
    present::DataTable out{"contrats",
                           "Contrats",
                           {{"date_notification", "Notifié le", DataType::date},
                            {"acheteur", "Acheteur", DataType::text},
                            {"marche", "Marché", DataType::text},
                            {"lot", "Lot", DataType::text},
                            {"objet", "Objet", DataType::text},
                            {"titulaires", "Titulaires", DataType::text},
                            {"montant", "Montant compté (€)", DataType::euros},
                            {"montant_lu", "Montant HT (€)", DataType::euros},
                            {"procedure", "Procédure", DataType::text},
                            {"departement", "Département", DataType::text},
                            {"considerations_sociales", "Considérations sociales", DataType::text},
                            {"considerations_environnementales", "Considérations environnementales", DataType::text}},
                           {}};
    for (const json::value& line : present::contracts_json(page)) {
        std::vector<std::string> row;
        for (const present::DataColumn& column : out.columns) {
            const json::value& cell = line.as_object().at(column.key);
            row.push_back(cell.is_string() ? std::string(cell.get_string()) : std::string());
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

app::Behind behind(const Asked& asked) { return asked.indicator ? app::Behind::numerator : app::Behind::all; }

present::ElectedQuestion answered(const Call& call, const Asked& asked) {
    const std::string code = asked.indicator ? asked.indicator->code : "";
    const app::CrossTab table = app::cross_tab(call.session(), call.base(), asked.query.scope, asked.query.options,
                                               *asked.rows, asked.columns, code);
    const app::ContractPage page =
        app::contracts_behind(call.session(), call.base(), asked.query.scope, asked.query.options, code, behind(asked),
                              call.format == Format::xlsx ? everything : few);
    present::ElectedQuestion out;
    out.indicator = asked.indicator;
    out.scope = scope_text(asked.query);
    out.by_rows = *asked.rows;
    out.by_columns = asked.columns;
    out.rows = labelled(table.row_values, asked.rows, table.buyers);
    out.columns = labelled(table.column_values, asked.columns, table.buyers);
    out.parts = table.cells;
    out.all = table.denominators;
    out.method = present::method_texts(asked.query.options);
    out.contracts = contract_table(page);
    out.contracts_total = page.total;
    out.on = call.app.clock.today();
    out.author = call.app.identity()->name;
    out.made_at = call.app.clock.now();
    return out;
}

Choices dimension_choices(std::string_view none) {
    Choices out{{"", std::string(none)}};
    for (const Dimension dimension : table_dimensions())
        out.emplace_back(domain::code(dimension), domain::label(dimension));
    return out;
}

json::object as_choice(json::object choice) {
    return {{"a_choisir", true}, {"choix", std::move(choice)}, {"champ", nullptr}};
}
json::object as_field(json::object field) {
    return {{"a_choisir", false}, {"choix", nullptr}, {"champ", std::move(field)}};
}

json::object question_form(Call& call, const Asked& asked) {
    SpaserQuery query = asked.query;
    const SpaserFigures figures = spaser_figures(call, query, false);
    json::object out = form_view(call, query, figures, "/spaser/question", false);
    Choices counted{{"", "Tous les contrats"}};
    for (const domain::IndicatorInfo& info : domain::indicators())
        if (domain::counts_contracts(info)) counted.emplace_back(info.code, info.code + ". " + info.label);
    const FormView form({});
    const auto code = [](const std::optional<Dimension>& by) { return by ? domain::code(*by) : std::string_view(); };
    json::array fields{
        as_choice(
            form.choice({"indicateur", "Ce qui est compté"}, asked.indicator ? asked.indicator->code : "", counted)),
        as_choice(form.choice({"lignes", "En lignes"}, code(asked.rows), dimension_choices("À choisir"))),
        as_choice(form.choice({"colonnes", "En colonnes"}, code(asked.columns), dimension_choices("Rien")))};
    for (json::value& field : out["principaux"].as_array()) fields.push_back(std::move(field));
    fields.push_back(as_field(form.field({"lieu", "Lieu d’exécution",
                                          "code postal ou INSEE d’une commune, canton ou "
                                          "département\u00a0; son début suffit"},
                                         call.get("lieu"))));
    fields.push_back(as_field(
        form.field({"entreprise", "Entreprise titulaire", "SIRET, ou mots de son nom"}, call.get("entreprise"))));
    out["principaux"] = std::move(fields);
    return out;
}

// What one may ask first.
json::array examples(const SpaserQuery& query) {
    const auto example = [&](std::string_view text, Changes changes) {
        return json::object{{"texte", text}, {"url", spaser_url("/spaser/question", query, changes)}};
    };
    return {example("Quelle part de nos contrats porte une considération sociale, par secteur et par année ?",
                    {{"indicateur", "S1"}, {"lignes", "secteur"}, {"colonnes", "annee"}}),
            example("Combien de contrats et pour quels montants, par département d’exécution ?",
                    {{"lignes", "departement"}}),
            example("Quelle part de nos achats va aux structures d’insertion et du handicap, par année ?",
                    {{"indicateur", "S6"}, {"lignes", "annee"}})};
}

Changes asked_changes(const Asked& asked) {
    Changes out;
    if (asked.rows) out.emplace_back("lignes", domain::code(*asked.rows));
    if (asked.columns) out.emplace_back("colonnes", domain::code(*asked.columns));
    if (asked.indicator) out.emplace_back("indicateur", asked.indicator->code);
    return out;
}

std::string contracts_url(const Asked& asked) {
    if (!asked.indicator) return spaser_url("/spaser/contrats", asked.query, {{"liste", "tous"}});
    return spaser_url("/spaser/indicateurs/" + http::encode_component(asked.indicator->code), asked.query,
                      {{"liste", "comptes"}}) +
           "#contrats";
}

json::object view(Call& call, const Asked& asked, const std::optional<present::Document>& document, bool empty) {
    const Changes changes = asked_changes(asked);
    const auto file = [&](const char* shape) {
        return spaser_url("/spaser/question" + std::string(shape), asked.query, changes);
    };
    const bool pdf = static_cast<bool>(call.app.config.engines.pdf);
    return {{"formulaire", question_form(call, asked)},
            {"posee", document.has_value()},
            {"exemples", examples(asked.query)},
            {"vide", empty},
            {"phrase", scope_text(asked.query)},
            {"docx", file(".docx")},
            {"odt", file(".odt")},
            {"xlsx", file(".xlsx")},
            {"pdf", pdf ? json::value(file(".pdf")) : json::value(nullptr)},
            {"contrats", contracts_url(asked)},
            {"document", document ? present::document_view(*document) : json::array()}};
}

Reply question(Call& call) {
    const Asked asked = read(call);
    Reply out;
    out.title = "Question d’élu";
    out.trail = {{spaser_url("/spaser", asked.query), "SPASER"}};
    out.page = "spaser_question.html";
    out.filename = "question-d-elu";
    bool empty = false;
    if (asked.rows) {
        const auto made = std::make_shared<const present::ElectedQuestion>(answered(call, asked));
        empty = made->rows.empty();
        out.answer = present::answer(*made);
        out.document = present::document(*made);
        out.workbook = [made](const std::filesystem::path& path) {
            std::vector<core::OutSheet> sheets;
            for (const present::DataTable& table : present::question_tables(*made))
                sheets.push_back(present::out_sheet(table));
            sheets::write_workbook(path, sheets);
        };
    }
    if (call.html()) out.view = view(call, asked, out.document, empty);
    return out;
}

}  // namespace

std::vector<Route> spaser_question_routes() {
    std::vector<Parameter> parameters{
        {"lignes", "secteur, tranche, procedure, departement, service, annee, acheteur, social ou environnemental",
         "secteur", true},
        {"colonnes", "les mêmes ; rien par défaut", "annee"},
        {"indicateur", "code d’un indicateur qui compte des contrats ; tous les contrats par défaut", "S1"}};
    for (const Parameter& parameter : spaser_parameters()) parameters.push_back(parameter);
    parameters.push_back({"lieu", "début du code du lieu d’exécution : commune, canton ou département", "57"});
    parameters.push_back({"entreprise", "SIRET ou mots du nom d’un titulaire"});
    return {{"GET", "/spaser/question", Action::spaser_read, question,
             "Une question d’élu : un tableau croisé de contrats, sur une page, avec sa date et sa méthode", parameters,
             Formats{true, true, true, true}, "/spaser/question?lignes=secteur&colonnes=annee&indicateur=S1"}};
}

}  // namespace clausier::web
