// « documents modele »: templates listed, read, checked, kept and withdrawn.
#include "template_commands.hpp"

#include <fstream>
#include <iterator>

#include "base_option.hpp"
#include "clausier/app/documents.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/documents.hpp"
#include "confirm.hpp"

namespace clausier::cli {
namespace {

constexpr PositionalSpec kKey = {"CLÉ", "clé du modèle, par exemple ccap"};
constexpr PositionalSpec kFile = {"FICHIER", "le texte du modèle, en Markdown avec des variables"};
constexpr OptionSpec kOldVersion = {"--version-du-modele", "N", "une ancienne version ; 0 est le texte du programme"};

// At most one byte more than a template may have: the check says what is wrong with a longer one.
std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string out(present::longest_template + 1, '\0');
    if (in) in.read(out.data(), static_cast<std::streamsize>(out.size()));
    if (!in && !in.eof())
        throw core::Error(core::ErrorKind::not_found, file, "ce fichier ne s’ouvre pas ; vérifiez son nom");
    out.resize(static_cast<std::size_t>(in.gcount()));
    return out;
}

std::vector<core::Issue> checked(std::string_view text) {
    return present::check_template(text, present::document_variables());
}

Outcome list(Context&, const Arguments& arguments) {
    return {present::answer(app::document_templates(*open_base(arguments, false)))};
}

Outcome see(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    domain::DocumentTemplate one = app::document_template(*base, arguments.positionals.at(0));
    Input input(arguments);
    const auto version = input.whole(kOldVersion.name);
    input.check();
    if (version) one.text = app::template_version(*base, one.key, *version).text;
    std::string text = one.text;
    if (context.format == "json" || context.format == "ndjson")
        text = render(present::answer(one, app::template_versions(*base, one.key)), Format::json, false);
    write_output(text, arguments.get("--sortie"));
    return {{}, true};
}

Outcome check(Context&, const Arguments& arguments) {
    const std::vector<core::Issue> issues = checked(text_of(arguments.positionals.at(0)));
    present::Answer answer = present::answer(issues);
    const bool sound = answer.document.at("valable").as_bool();
    return {std::move(answer), false, sound ? Exit::ok : Exit::invalid_data};
}

Outcome save(Context& context, const Arguments& arguments) {
    const std::string text = text_of(arguments.positionals.at(0));
    const auto key = arguments.get("--modele");
    const auto name = arguments.get("--nom");
    if (!key && !name)
        throw UsageError("", "quel modèle ? ajoutez --modele CLÉ pour le changer, ou --nom NOM pour en créer un");
    const auto base = open_base(arguments, true);
    const app::Session session{context.clock, "cli"};
    if (!key) {
        const auto made = app::create_template(session, *base, *name, text, checked);
        return {present::answer(std::vector{made})};
    }
    const domain::DocumentTemplate now = app::document_template(*base, *key);
    Input input(arguments);
    const auto version = input.whole("--depuis-version");
    input.check();
    const auto made = app::save_template(
        session, *base, {now.key, name.value_or(now.name), text, version.value_or(now.version)}, checked);
    return {present::answer(std::vector{made})};
}

Outcome withdraw(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const domain::DocumentTemplate one = app::document_template(*base, arguments.positionals.at(0));
    confirm(context, arguments, "Retirer votre version de « " + one.name + " » ?");
    app::withdraw_template({context.clock, "cli"}, *base, one.key);
    return {present::answer(app::document_templates(*base))};
}

}  // namespace

std::vector<CommandSpec> template_commands() {
    return {{"documents modeles",
             "les modèles de documents, ceux du programme et les vôtres",
             {},
             {kBase},
             list,
             "clausier documents modeles --base region.sqlite"},
            {"documents modele voir",
             "le texte d’un modèle",
             {kKey},
             {kBase, kOldVersion},
             see,
             "clausier documents modele voir ccap --base region.sqlite --sortie ccap.md",
             Sortie::own},
            {"documents modele verifier",
             "dit ce qui ne va pas dans le texte d’un modèle, ligne par ligne",
             {kFile},
             {},
             check,
             "clausier documents modele verifier ccap.md"},
            {"documents modele enregistrer",
             "met en vigueur le texte d’un fichier, comme nouvelle version",
             {kFile},
             {kBase,
              {"--modele", "CLÉ", "le modèle à changer"},
              {"--nom", "NOM", "le nom du modèle ; sans --modele, en crée un"},
              {"--depuis-version", "N", "refuse si la version en vigueur n’est plus celle-là"}},
             save,
             "clausier documents modele enregistrer ccap.md --base region.sqlite --modele ccap"},
            {"documents modele retirer",
             "retire votre version : celle du programme, s’il y en a une, revient",
             {kKey},
             {kBase, kYes},
             withdraw,
             "clausier documents modele retirer ccap --base region.sqlite --oui"}};
}

}  // namespace clausier::cli
