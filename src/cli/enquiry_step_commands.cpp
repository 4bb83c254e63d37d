// « dossiers etape » and « dossiers attribuer »: what a dossier lacks is told by the command that gives it.
#include <algorithm>
#include <array>

#include "clausier/app/references.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "enquiry_arguments.hpp"

namespace clausier::cli {
namespace {

struct Remedy {
    std::string_view field;
    std::string_view command;
};
// The last part of the field's name, and what gives it.
constexpr std::array remedies = {
    Remedy{"acheteur", "dossiers modifier --acheteur"},
    Remedy{"objet", "dossiers modifier --objet"},
    Remedy{"publics", "dossiers modifier --public"},
    Remedy{"date_consultation", "dossiers modifier --date-consultation"},
    Remedy{"date_reponses", "dossiers modifier --date-reponses"},
    Remedy{"motif_refus", "option --note"},
    Remedy{"motif_exception", "dossiers modifier --motif-exception"},
    Remedy{"marche", "option --reference"},
    Remedy{"lots", "dossiers lot"},
    Remedy{"scenario", "dossiers scenario choisir"},
    Remedy{"clause", "dossiers scenario modifier --clause"},
    Remedy{"heures", "dossiers scenario modifier --heures"},
    Remedy{"grille", "dossiers grille"},
    Remedy{"offres", "dossiers offre ajouter"},
    Remedy{"notes", "dossiers offre modifier --note"},
    Remedy{"offre_retenue", "dossiers offre retenir"},
    Remedy{"forme", "option --forme"},
    Remedy{"etat", "état"},
};

template <class Action>
Outcome with_remedies(Action action) {
    try {
        return action();
    } catch (const core::Error& error) {
        auto issues = error.issues();
        for (core::Issue& issue : issues) {
            const std::string_view field = core::split(issue.where, '.').back();
            const auto known = std::find_if(remedies.begin(), remedies.end(),
                                            [&](const Remedy& remedy) { return remedy.field == field; });
            if (known != remedies.end()) issue.where = known->command;
        }
        throw core::Error(error.kind(), std::move(issues));
    }
}

Outcome move(Context& context, const Arguments& arguments) {
    const OpenEnquiry open = open_enquiry(arguments);
    const std::string& text = arguments.positionals.at(1);
    const auto state = domain::enquiry_state(text);
    if (!state) {
        std::string known(kStates);
        for (std::size_t at = known.find('|'); at != std::string::npos; at = known.find('|'))
            known.replace(at, 1, ", ");
        throw UsageError("ÉTAT", "«\u00a0" + text + "\u00a0» n’est pas un état\u00a0; choisissez parmi " + known);
    }
    return with_remedies([&] {
        const domain::Enquiry& enquiry = open.sheet.enquiry;
        return shown(context, *open.base,
                     app::move_enquiry(enquiry_session(context), *open.base, enquiry.id, enquiry.revision, *state,
                                       arguments.get("--note").value_or("")));
    });
}

domain::ClauseForms forms(const domain::EnquirySheet& sheet, const Arguments& arguments) {
    domain::ClauseForms out;
    for (const LotValue& one : lot_values(sheet, arguments, "--forme")) {
        const auto form = domain::clause_form(one.value);
        if (!form)
            throw UsageError(
                "option --forme",
                "«\u00a0" + one.value + "\u00a0» n’est pas une forme\u00a0; écrivez clause, critere ou les_deux");
        for (const auto lot : one.lots) out[lot] = *form;
    }
    return out;
}

Outcome award(Context& context, const Arguments& arguments) {
    Input input(arguments);
    app::Award award{arguments.get("--reference").value_or(""), input.date("--date-notification"),
                     arguments.get("--note").value_or("")};
    input.check();
    const OpenEnquiry open = open_enquiry(arguments);
    award.forms = forms(open.sheet, arguments);
    return with_remedies([&] {
        const domain::Enquiry& enquiry = open.sheet.enquiry;
        return shown(context, *open.base,
                     app::award(enquiry_session(context), *open.base, enquiry.id, enquiry.revision, award,
                                app::reference(*open.base)));
    });
}

}  // namespace

std::vector<CommandSpec> enquiry_step_commands() {
    return {
        {"dossiers etape",
         "fait passer un dossier à un autre état, ou dit ce qui manque",
         {kEnquiry, {"ÉTAT", kStates}},
         {kBase, {"--note", "TEXTE", "ce qui a été dit ; le motif d’un refus"}},
         move,
         "clausier dossiers etape 3 etudie --base region.sqlite --note \"Vu avec l’acheteur\""},
        {"dossiers attribuer",
         "fait du dossier un marché et ses lots, d’après les offres retenues",
         {kEnquiry},
         {kBase,
          {"--reference", "TEXTE", "référence du marché ; sans elle, une référence est tirée du contenu"},
          {"--date-notification", "DATE", "jour de notification"},
          {"--forme",
           "LOT=FORME",
           "ce qu’est au marché une clause qui peut l’être de deux façons : clause, critere ou les_deux",
           false,
           {},
           true},
          {"--note", "TEXTE", "ce qui a été dit"}},
         award,
         "clausier dossiers attribuer 3 --base region.sqlite --reference 2027-003 --date-notification 2027-02-01"},
    };
}

}  // namespace clausier::cli
