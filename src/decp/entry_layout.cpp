// Walks entries by the tables of the formats.
#include "entry_layout.hpp"

#include "entry_fields.hpp"

namespace clausier::decp {
namespace {

// Values of one object, those of an inner object ("lieuExecution.code") together.
template <class T>
void lay_fields(const T& from, std::span<const Field<T>> table, Layout& layout) {
    std::string_view inside;
    const auto leave = [&] {
        if (!inside.empty()) layout.close(inside);
        inside = {};
    };
    for (const Field<T>& field : table) {
        const std::string& text = from.*field.value;
        if (text.empty()) continue;
        const std::size_t dot = field.name.find('.');
        const std::string_view outer = dot == std::string_view::npos ? std::string_view() : field.name.substr(0, dot);
        if (outer != inside) {
            leave();
            if (!outer.empty()) layout.open(outer);
            inside = outer;
        }
        layout.value(outer.empty() ? field.name : field.name.substr(dot + 1), text, is_bare(field.shape));
    }
    leave();
}

template <class T, class Each>
void lay_list(const std::vector<T>& all, std::string_view name, std::string_view item, Layout& layout, Each each) {
    if (all.empty()) return;
    layout.open_list(name);
    for (const T& one : all) {
        layout.open_item(item);
        each(one);
        layout.close_item(item);
    }
    layout.close_list(name);
}

void lay_parties(const std::vector<Party>& all, std::string_view name, std::string_view item, Layout& layout) {
    lay_list(all, name, item, layout, [&](const Party& party) { lay_fields(party, party_fields(), layout); });
}

void lay_subcontracts(const Entry& entry, Layout& layout, std::string_view change_item) {
    lay_list(entry.subcontracts, "actesSousTraitance", "acteSousTraitance", layout, [&](const Subcontract& one) {
        lay_fields(one, subcontract_fields(), layout);
        layout.open("sousTraitant");
        lay_fields(one.subcontractor, party_fields(), layout);
        layout.close("sousTraitant");
    });
    lay_list(entry.subcontract_changes, "modificationsActesSousTraitance", change_item, layout,
             [&](const Subcontract& one) { lay_fields(one, subcontract_change_fields(), layout); });
}

void lay_years(const Entry& entry, Layout& layout) {
    lay_list(entry.years, "donneesExecution", "donneesAnnuelles", layout, [&](const ExecutionYear& year) {
        lay_fields(year, year_fields(), layout);
        lay_list(year.tariffs, "tarifs", "tarif", layout,
                 [&](const Tariff& tariff) { lay_fields(tariff, tariff_fields(), layout); });
    });
}

}  // namespace

void lay_out(const Entry& entry, Layout& layout, std::string_view change_item) {
    const bool concession = entry.concession;
    lay_fields(entry, entry_fields(concession), layout);
    for (const WordsField& field : words_fields(concession))
        if (!(entry.*field.value).empty()) layout.words(field.name, field.item, entry.*field.value);
    if (concession)
        lay_parties(entry.holders, "concessionnaires", "concessionnaire", layout);
    else
        lay_parties(entry.holders, "titulaires", "titulaire", layout);
    if (concession)
        lay_years(entry, layout);
    else
        lay_subcontracts(entry, layout, change_item);
    lay_list(entry.modifications, "modifications", "modification", layout, [&](const Modification& one) {
        lay_fields(one, modification_fields(concession), layout);
        lay_parties(one.holders, "titulaires", "titulaire", layout);
    });
}

}  // namespace clausier::decp
