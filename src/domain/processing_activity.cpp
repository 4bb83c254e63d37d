// Reads the program's own activities and fills in their delays.
#include "clausier/domain/processing_activity.hpp"

#include <fmt/format.h>

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/nir.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view file = "data/codes/processing_activities.csv";
constexpr std::size_t longest = 2000;

std::string filled(std::string text, const RetentionRules& rules) {
    const auto put = [&](std::string_view mark, const std::string& words) {
        if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), words);
    };
    put("{noms}", fmt::format("{}\u00a0mois", rules.name_months));
    put("{journal}", fmt::format("{}\u00a0mois", rules.log_months));
    return text;
}

}  // namespace

const std::vector<ActivityPart>& activity_parts() {
    using A = ProcessingActivity;
    static const std::vector<ActivityPart> parts{{"nom", "Traitement", &A::name},
                                                 {"finalite", "Finalité", &A::purpose},
                                                 {"base_legale", "Base légale", &A::legal_basis},
                                                 {"personnes", "Personnes concernées", &A::people},
                                                 {"donnees", "Données", &A::data},
                                                 {"destinataires", "Destinataires", &A::recipients},
                                                 {"conservation", "Durée de conservation", &A::retention},
                                                 {"securite", "Mesures de sécurité", &A::security}};
    return parts;
}

std::vector<ProcessingActivity> own_activities(const RetentionRules& rules) {
    DataFile data(core::asset(file), file,
                  {"code", "name", "purpose", "legal_basis", "people", "data", "recipients", "retention", "security"});
    std::vector<ProcessingActivity> out;
    for (std::size_t row = 0; row < data.size(); ++row) {
        ProcessingActivity one;
        one.code = data.unique(row, "code");
        one.name = data.required(row, "name");
        one.purpose = data.required(row, "purpose");
        one.legal_basis = data.required(row, "legal_basis");
        one.people = data.required(row, "people");
        one.data = data.required(row, "data");
        one.recipients = data.required(row, "recipients");
        one.retention = filled(data.required(row, "retention"), rules);
        one.security = data.required(row, "security");
        out.push_back(std::move(one));
    }
    data.finish();
    return out;
}

std::vector<core::Issue> faults(const ProcessingActivity& activity) {
    std::vector<core::Issue> issues;
    for (const ActivityPart& part : activity_parts()) {
        const std::string& text = activity.*part.text;
        const auto refuse = [&](std::string_view said) {
            issues.push_back({core::Severity::error, "", std::string(part.name), std::string(said)});
        };
        if (part.name == "nom" && core::trim(text).empty())
            refuse("le traitement doit avoir un nom ; écrivez-le");
        else if (text.size() > longest)
            refuse("le texte dépasse 2 000 caractères ; raccourcissez-le");
        else if (holds_nir(text))
            refuse(nir_refusal);
    }
    return issues;
}

}  // namespace clausier::domain
