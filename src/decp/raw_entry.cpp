// Reads records by the tables of the formats, strictly.
#include "raw_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/quantity.hpp"
#include "entry_fields.hpp"
#include "entry_layout.hpp"

namespace clausier::decp {
namespace {

constexpr std::int64_t number_scale = 1'000'000;
constexpr int number_decimals = 6;

// A number without exponent nor useless decimals: JSON has several ways to write one.
std::string plain_number(std::string_view text) {
    std::string out(text);
    if (text.find_first_of("eE") != std::string_view::npos) {
        const auto value = core::parse_scaled(text, number_scale, true);
        if (!value) return out;
        out = core::decimal(*value, number_scale, number_decimals);
    }
    if (out.find('.') == std::string::npos) return out;
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
    return out;
}

class Reading {
public:
    Reading(FileFormat format, std::vector<core::Issue>& faults) : format_(format), faults_(faults) {}

    Entry run(Record::Value root);

private:
    using Value = Record::Value;
    void refuse(std::string where, std::string text) {
        faults_.push_back({core::Severity::error, "decp_structure", std::move(where), std::move(text)});
    }
    void unknown(const std::string& prefix, std::string_view name) {
        refuse(prefix + std::string(name), "le format n’a pas cette clé ; retirez-la");
    }
    // The text of a scalar of that shape; an object or a list has none.
    std::string scalar(Value value, Shape shape, const std::string& where);
    template <class T>
    bool read_field(Value value, std::span<const Field<T>> table, const std::string& path, const std::string& prefix,
                    T& out);
    // The fields of an object; `inner` takes the other keys it knows.
    template <class T, class Inner>
    void read_object(Value object, std::span<const Field<T>> table, const std::string& prefix, T& out, Inner inner);
    template <class T>
    void read_object(Value object, std::span<const Field<T>> table, const std::string& prefix, T& out) {
        read_object(object, table, prefix, out, [](Value) { return false; });
    }
    std::vector<std::string> words(Value value, const WordsField& field);
    template <class Each>
    void list(Value value, std::string_view item, Each each);
    std::vector<Party> parties(Value value, std::string_view item, const std::string& prefix);
    std::vector<Modification> modifications(Value value, bool concession);
    std::vector<Subcontract> subcontracts(Value value, std::string_view item,
                                          std::span<const Field<Subcontract>> table);
    std::vector<ExecutionYear> years(Value value);
    bool read_list(Value value, Entry& out);

    FileFormat format_;
    std::vector<core::Issue>& faults_;
};

std::string Reading::scalar(Value value, Shape shape, const std::string& where) {
    if (value.contains()) {
        if (!value.blank())
            refuse(where, "c’est un objet ou une liste, et le format veut une valeur ; écrivez-la seule");
        return {};
    }
    const ValueKind kind = value.kind();
    if (kind == ValueKind::null) return {};
    if (format_ == FileFormat::json) {
        const ValueKind wanted = shape == Shape::boolean ? ValueKind::boolean
                                 : is_bare(shape)        ? ValueKind::number
                                                         : ValueKind::text;
        if (kind != wanted)
            refuse(where, fmt::format("« {} » est {} ; écrivez {}", value.text(),
                                      kind == ValueKind::text     ? "entre guillemets"
                                      : kind == ValueKind::number ? "un nombre sans guillemets"
                                                                  : "un booléen",
                                      wanted == ValueKind::text     ? "un texte entre guillemets"
                                      : wanted == ValueKind::number ? "un nombre sans guillemets"
                                                                    : "true ou false sans guillemets"));
    }
    return is_bare(shape) && shape != Shape::boolean ? plain_number(value.text()) : std::string(value.text());
}

template <class T>
bool Reading::read_field(Value value, std::span<const Field<T>> table, const std::string& path,
                         const std::string& prefix, T& out) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Field<T>& one) { return one.name == path; });
    if (found == table.end()) return false;
    out.*(found->value) = scalar(value, found->shape, prefix + path);
    return true;
}

template <class T, class Inner>
void Reading::read_object(Value object, std::span<const Field<T>> table, const std::string& prefix, T& out,
                          Inner inner) {
    if (object.kind() != ValueKind::object) {
        if (!object.blank()) refuse(prefix.substr(0, prefix.size() - 1), "le format veut un objet ; écrivez ses clés");
        return;
    }
    for (const Value value : object) {
        const std::string name(value.name());
        if (read_field(value, table, name, prefix, out)) continue;
        const bool outer = std::any_of(table.begin(), table.end(), [&](const Field<T>& one) {
            return one.name.starts_with(name) && one.name.substr(name.size()).starts_with('.');
        });
        if (outer && value.kind() == ValueKind::object) {
            for (const Value inside : value)
                if (!read_field(inside, table, name + "." + std::string(inside.name()), prefix, out) &&
                    format_ == FileFormat::xml)
                    unknown(prefix + name + ".", inside.name());
        } else if (outer) {
            refuse(prefix + name, "le format veut un objet ; écrivez ses clés");
        } else if (!inner(value) && (prefix.empty() || format_ == FileFormat::xml)) {
            unknown(prefix, name);
        }
    }
}

std::vector<std::string> Reading::words(Value value, const WordsField& field) {
    std::vector<std::string> out;
    const std::string where(field.name);
    if (value.kind() != ValueKind::object) {
        if (!value.blank())
            refuse(where,
                   fmt::format("le format veut un objet dont « {} » est la liste ; écrivez-le ainsi", field.item));
        return out;
    }
    for (const Value items : value) {
        if (items.name() != field.item) {
            if (format_ == FileFormat::xml) unknown(where + ".", items.name());
        } else if (items.kind() == ValueKind::list) {
            for (const Value item : items) out.push_back(scalar(item, Shape::text, where));
        } else if (format_ == FileFormat::xml) {
            out.push_back(scalar(items, Shape::text, where));
        } else {
            refuse(where, fmt::format("« {} » n’est pas une liste ; mettez ses mots entre crochets", field.item));
        }
    }
    return out;
}

// Calls `each` for the objects of a list, each alone under the key `item`.
template <class Each>
void Reading::list(Value value, std::string_view item, Each each) {
    const std::string where(value.name());
    if (value.kind() != ValueKind::list) {
        if (!value.blank() || format_ == FileFormat::json) refuse(where, "le format veut une liste ; écrivez-la ainsi");
        return;
    }
    if (value.blank() && where != "donneesExecution") refuse(where, "la liste est vide ; retirez-la");
    for (const Value element : value) {
        bool found = false;
        if (element.kind() == ValueKind::object)
            for (const Value inside : element)
                if (inside.name() == item) {
                    found = true;
                    each(inside);
                }
        if (!found) refuse(where, fmt::format("un élément de la liste n’est pas un « {} » ; écrivez-le ainsi", item));
    }
}

std::vector<Party> Reading::parties(Value value, std::string_view item, const std::string& prefix) {
    std::vector<Party> out;
    list(value, item, [&](Value one) { read_object(one, party_fields(), prefix, out.emplace_back()); });
    return out;
}

std::vector<Modification> Reading::modifications(Value value, bool concession) {
    std::vector<Modification> out;
    list(value, "modification", [&](Value one) {
        Modification& change = out.emplace_back();
        read_object(one, modification_fields(concession), "modifications.", change, [&](Value inside) {
            if (inside.name() != "titulaires" || concession) return false;
            change.holders = parties(inside, "titulaire", "modifications.titulaires.");
            return true;
        });
    });
    return out;
}

std::vector<Subcontract> Reading::subcontracts(Value value, std::string_view item,
                                               std::span<const Field<Subcontract>> table) {
    std::vector<Subcontract> out;
    const std::string prefix = std::string(value.name()) + ".";
    list(value, item, [&](Value one) {
        Subcontract& act = out.emplace_back();
        read_object(one, table, prefix, act, [&](Value inside) {
            if (inside.name() != "sousTraitant" || item != "acteSousTraitance") return false;
            read_object(inside, party_fields(), prefix + "sousTraitant.", act.subcontractor);
            return true;
        });
    });
    return out;
}

std::vector<ExecutionYear> Reading::years(Value value) {
    std::vector<ExecutionYear> out;
    list(value, "donneesAnnuelles", [&](Value one) {
        ExecutionYear& year = out.emplace_back();
        read_object(one, year_fields(), "donneesExecution.", year, [&](Value inside) {
            if (inside.name() != "tarifs") return false;
            list(inside, "tarif", [&](Value tariff) {
                read_object(tariff, tariff_fields(), "donneesExecution.tarifs.", year.tariffs.emplace_back());
            });
            return true;
        });
    });
    return out;
}

bool Reading::read_list(Value value, Entry& out) {
    const std::string_view name = value.name();
    const bool concession = out.concession;
    for (const WordsField& field : words_fields(concession))
        if (field.name == name) {
            out.*field.value = words(value, field);
            return true;
        }
    if (name == "modifications") {
        out.modifications = modifications(value, concession);
    } else if (name == (concession ? "concessionnaires" : "titulaires")) {
        out.holders = parties(value, concession ? "concessionnaire" : "titulaire", std::string(name) + ".");
    } else if (concession && name == "donneesExecution") {
        out.years = years(value);
    } else if (!concession && name == "actesSousTraitance") {
        out.subcontracts = subcontracts(value, "acteSousTraitance", subcontract_fields());
    } else if (!concession && name == "modificationsActesSousTraitance") {
        out.subcontract_changes = subcontracts(value, format_ == FileFormat::json ? json_change_item : xml_change_item,
                                               subcontract_change_fields());
    } else {
        return false;
    }
    return true;
}

Entry Reading::run(Value root) {
    Entry out;
    for (const Value value : root) {
        const std::string_view name = value.name();
        out.concession = out.concession || name == "autoriteConcedante" || name == "concessionnaires" ||
                         (name == "nature" && is_concession(value.text()));
    }
    read_object(root, entry_fields(out.concession), "", out, [&](Value value) { return read_list(value, out); });
    return out;
}

}  // namespace

Entry raw_entry(const Record& record, FileFormat format, std::vector<core::Issue>& faults) {
    return Reading(format, faults).run(record.root());
}

}  // namespace clausier::decp
