// Makes the page of a form.
#include "entry_form.hpp"

#include <algorithm>

#include "edit_form.hpp"

namespace clausier::web {

namespace json = boost::json;

Reply entry_page(Call& call, EntryForm form, const FormView& view) {
    require_page(call, form.issues, form.conflict);
    for (json::value& field : form.fields) field.as_object()["liste"] = field.as_object().contains("options");
    Reply out;
    out.status = edit_status(form.issues, form.conflict);
    out.title = form.title;
    out.trail = std::move(form.trail);
    out.page = "saisie.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = {{"jeton", call.token()},
                {"action", form.action},
                {"retour", form.back},
                {"retour_texte", form.back_text},
                {"revision", form.revision},
                {"conflit", form.conflict},
                {"champs", std::move(form.fields)},
                {"cases", std::move(form.boxes)},
                {"longs", std::move(form.texts)},
                {"retirer", form.remove.empty() ? json::value(nullptr) : json::value(form.remove)},
                {"retirer_texte", form.remove_text}};
    view.summarise(out.view);
    return out;
}

json::object box_field(const std::string& name, const std::string& label,
                       const std::vector<std::pair<std::string, std::string>>& options,
                       const std::vector<std::string>& ticked, const std::vector<core::Issue>& issues) {
    const auto issue = std::find_if(issues.begin(), issues.end(), [&](const auto& one) { return one.where == name; });
    const bool faulty = issue != issues.end();
    json::array list;
    std::size_t number = 0;
    for (const auto& [code, text] : options)
        list.push_back({{"id", name + "-" + std::to_string(++number)},
                        {"nom", name},
                        {"valeur", code},
                        {"libelle", text},
                        {"cochee", std::find(ticked.begin(), ticked.end(), code) != ticked.end()}});
    return {{"id", name},
            {"libelle", label},
            {"erreur", faulty ? json::value(issue->text) : json::value(nullptr)},
            {"decrit_par", faulty ? json::value(name + "-erreur") : json::value(nullptr)},
            {"options", std::move(list)}};
}

}  // namespace clausier::web
