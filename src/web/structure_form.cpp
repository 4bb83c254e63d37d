// Reads and shows the form of a structure.
#include "structure_form.hpp"

#include <boost/json/array.hpp>

#include "clausier/core/codes.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using domain::Approval;
using domain::ApprovalKind;

constexpr std::size_t most_approvals = 20;

std::string name(std::string_view what, std::size_t row) {
    return "agrement_" + std::to_string(row) + "_" + std::string(what);
}

std::string iso_or_nothing(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

bool blank(const FormReader& reader, std::size_t row) {
    return reader.text(name("genre", row)).empty() && reader.text(name("du", row)).empty() &&
           reader.text(name("au", row)).empty();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> kind_choices(const std::string& none) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!none.empty()) out.emplace_back("", none);
    for (const domain::StructureKind& kind : domain::CodeLists::embedded().structure_kinds)
        out.emplace_back(kind.code, kind.code + " – " + kind.label);
    return out;
}

http::Fields fields_of(const domain::Structure& s) {
    http::Fields out{{"type", s.kind},
                     {"nom", s.name},
                     {"siret", s.siret},
                     {"departement", s.department},
                     {"code_postal", s.post_code},
                     {"commune", s.city},
                     {"naf", s.naf},
                     {"source", s.source},
                     {"fermee_le", iso_or_nothing(s.closed_on)}};
    std::size_t row = 0;
    for (const Approval& one : s.approvals) {
        ++row;
        out.add(name("genre", row), std::string(domain::code(one.kind)));
        out.add(name("du", row), iso_or_nothing(one.from));
        out.add(name("au", row), iso_or_nothing(one.to));
    }
    return out;
}

domain::Structure read_structure(FormReader& reader, domain::Structure s) {
    s.kind = reader.text("type");
    s.name = reader.text("nom");
    s.siret = reader.text("siret");
    if (const auto siret = core::Siret::parse(s.siret)) s.siret = siret->text();
    s.department = reader.text("departement");
    s.post_code = reader.text("code_postal");
    s.city = reader.text("commune");
    s.naf = reader.text("naf");
    s.source = reader.text("source");
    s.closed_on = reader.date("fermee_le");
    const std::vector<Approval> before = std::move(s.approvals);
    s.approvals.clear();
    for (std::size_t row = 1; row <= most_approvals; ++row) {
        if (blank(reader, row)) continue;
        const auto kind = domain::approval_kind(reader.text(name("genre", row)));
        if (!kind) {
            reader.refuse(name("genre", row), "dites ce que ces dates bornent\u00a0: convention, agrément ESUS ou ESS");
            continue;
        }
        Approval one{*kind, reader.date(name("du", row)), reader.date(name("au", row)), ""};
        if (row <= before.size()) one.source = before[row - 1].source;
        s.approvals.push_back(std::move(one));
    }
    s.revision = reader.whole("revision").value_or(0);
    return s;
}

std::vector<core::Issue> beside_dates(std::vector<core::Issue> issues, const http::Fields& sent) {
    FormReader reader(sent);
    std::size_t row = 0;
    for (core::Issue& issue : issues) {
        if (issue.where != "agrements") continue;
        for (++row; row <= most_approvals; ++row) {
            const auto from = reader.date(name("du", row)), to = reader.date(name("au", row));
            if (from && to && *to < *from) break;
        }
        issue.where = name("au", std::min(row, most_approvals));
    }
    return issues;
}

json::object structure_form_view(const FormView& form, const http::Fields& shown) {
    const FormReader reader(shown);
    const auto field = [&](FieldView spec) { return form.field(spec, reader.text(spec.name)); };
    std::size_t rows = 0;
    for (std::size_t row = 1; row <= most_approvals; ++row)
        if (!blank(reader, row)) rows = row;
    json::array approvals;
    for (std::size_t row = 1; row <= std::min(rows + 1, most_approvals); ++row) {
        const std::string genre = name("genre", row), from = name("du", row), to = name("au", row);
        approvals.push_back(
            {{"rang", row},
             {"genre", form.choice({genre, "Agrément"}, reader.text(genre),
                                   {{"", "(aucun)"},
                                    {"convention", "Convention de son type"},
                                    {"esus", "Agrément ESUS"},
                                    {"ess", "Inscription ESS"}})},
             {"dates", json::array{field({from, "Du", "", "", "date"}), field({to, "Au", "", "", "date"})}}});
    }
    return {{"choix", json::array{form.choice({"type", "Type"}, reader.text("type"), kind_choices("(à choisir)"))}},
            {"champs",
             json::array{field({"nom", "Nom", "", "", "text", true}),
                         field({"siret", "SIRET", "14 chiffres\u00a0; l’ancien reste dans l’historique", "numeric"}),
                         field({"departement", "Département", "57, 2A, 974"}),
                         field({"code_postal", "Code postal", "", "numeric"}), field({"commune", "Commune"}),
                         field({"naf", "NAF"}), field({"source", "Source", "d’où vient l’information"}),
                         field({"fermee_le", "Fermée le", "premier jour où elle est fermée", "", "date"})}},
            {"agrements", std::move(approvals)}};
}

}  // namespace clausier::web
