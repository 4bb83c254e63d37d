// Walks the sections of a template with the names each one opens.
#include "template_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

using Kind = TemplateStep::Kind;
using Variables = std::span<const DocumentVariable>;

const DocumentVariable* among(Variables variables, std::string_view name) {
    const auto found = std::find_if(variables.begin(), variables.end(), [&](const auto& v) { return v.name == name; });
    return found == variables.end() ? nullptr : &*found;
}

class NameCheck {
public:
    NameCheck(const TemplateProgram& program, Variables variables) : program_(program), all_(variables) {
        scopes_.push_back({variables, nullptr});
    }

    std::vector<NameFault> run() && {
        steps(0, program_.steps.size());
        return std::move(faults_);
    }

private:
    // The names a section opens, and the variable that opened it.
    struct Scope {
        Variables names;
        const DocumentVariable* opener;
    };

    void steps(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end;) {
            const TemplateStep& step = program_.steps[i];
            if (step.kind != Kind::text) tag(step, i);
            i = step.end ? step.end : i + 1;
        }
    }

    void tag(const TemplateStep& step, std::size_t at) {
        const DocumentVariable* const variable = found(step);
        if (step.kind == Kind::value) {
            if (variable) value(step, *variable);
            return;
        }
        const bool opens = step.kind == Kind::section;
        if (variable && opens) {
            if (variable->kind == VariableKind::list && is_open(*variable))
                fault(step, fmt::format("la liste « {} » est déjà ouverte ici\u00a0; fermez-la d’abord", step.text));
            scopes_.push_back({variable->members, variable});
        }
        // What a misspelt section holds is not told as well.
        const DocumentVariable* const meant = !variable && opens ? nearest(step.text) : nullptr;
        if (meant) scopes_.push_back({meant->members, meant});
        if (step.end) steps(at + 1, step.end);
        if ((variable && opens) || meant) scopes_.pop_back();
    }

    void value(const TemplateStep& step, const DocumentVariable& variable) {
        if (variable.kind == VariableKind::text) return;
        const std::string_view name = step.text;
        if (variable.kind == VariableKind::flag)
            fault(step,
                  fmt::format("« {0} » est un oui ou un non\u00a0; écrivez {{{{#{0}}}}} ce qui vaut alors {{{{/{0}}}}}",
                              name));
        else if (variable.kind == VariableKind::list)
            fault(step, fmt::format("« {0} » est une liste\u00a0; écrivez {{{{#{0}}}}} une ligne {{{{/{0}}}}}", name));
        else
            fault(step,
                  fmt::format("« {0} » est un groupe\u00a0; nommez ce qu’il contient, par exemple {{{{{0}.{1}}}}}",
                              name, variable.members.empty() ? "nom" : variable.members.front().name));
    }

    // The variable of a tag; nullptr once its fault is told.
    const DocumentVariable* found(const TemplateStep& step) {
        if (step.path.empty()) {
            const DocumentVariable* const opener = scopes_.back().opener;
            if (opener && opener->kind == VariableKind::text && step.kind == Kind::value) return opener;
            fault(step, "« {{.}} » ne vaut que dans la section d’un texte\u00a0; nommez la variable");
            return nullptr;
        }
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            const DocumentVariable* variable = among(scope->names, step.path.front());
            if (!variable) continue;
            for (std::size_t i = 1; variable && i < step.path.size(); ++i)
                variable = variable->kind == VariableKind::group ? among(variable->members, step.path[i]) : nullptr;
            if (variable) return variable;
            break;
        }
        fault(step, unknown(step));
        return nullptr;
    }

    std::string unknown(const TemplateStep& step) const {
        const std::string& name = step.text;
        if (const DocumentVariable* list = list_with(step.path.back()))
            return fmt::format(
                "« {0} » ne vaut que dans la liste « {1} »\u00a0; écrivez {{{{{2}}}}} entre {{{{#{1}}}}} et "
                "{{{{/{1}}}}}",
                name, list->name, step.path.back());
        std::vector<std::string> known;
        for (const Scope& scope : scopes_)
            for (const DocumentVariable& variable : scope.names) {
                known.emplace_back(variable.name);
                if (variable.kind != VariableKind::group) continue;
                for (const DocumentVariable& member : variable.members)
                    known.push_back(fmt::format("{}.{}", variable.name, member.name));
            }
        const std::vector<std::string_view> names(known.begin(), known.end());
        const std::string_view near = core::nearest(name, names);
        if (near.empty())
            return fmt::format("la variable « {} » n’existe pas\u00a0; choisissez-la dans la liste des variables",
                               name);
        return fmt::format("la variable « {} » n’existe pas\u00a0; vouliez-vous « {} »\u00a0?", name, near);
    }

    const DocumentVariable* nearest(std::string_view name) const {
        std::vector<std::string_view> names;
        for (const DocumentVariable& variable : all_) names.push_back(variable.name);
        return among(all_, core::nearest(name, names));
    }

    // A list that is not open here and has a member of that name.
    const DocumentVariable* list_with(std::string_view member) const {
        for (const DocumentVariable& variable : all_) {
            if (variable.kind == VariableKind::list && !is_open(variable) && among(variable.members, member))
                return &variable;
        }
        return nullptr;
    }

    bool is_open(const DocumentVariable& variable) const {
        return std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) { return s.opener == &variable; });
    }

    void fault(const TemplateStep& step, std::string text) { faults_.push_back({step.position, std::move(text)}); }

    const TemplateProgram& program_;
    Variables all_;
    std::vector<Scope> scopes_;
    std::vector<NameFault> faults_;
};

}  // namespace

std::vector<NameFault> name_faults(const TemplateProgram& program, std::span<const DocumentVariable> variables) {
    return NameCheck(program, variables).run();
}

}  // namespace clausier::present
