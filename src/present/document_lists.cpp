// Labels of the lists of codes, for the reader of a document.
#include "document_lists.hpp"

#include <algorithm>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
using domain::CodeLists;
using domain::Modality;

bool holds(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

json::object labelled(const std::string& label) { return {{"libelle", core::french::articles(label)}}; }

// How many characters two labels share from their start, whole words only.
std::size_t shared(std::string_view one, std::string_view other) {
    const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
    const std::size_t space = one.rfind(' ', static_cast<std::size_t>(apart - one.begin()));
    return space == std::string_view::npos ? 0 : space + 1;
}

// « Mise à disposition par une ETTI », « … par une AI »: their common words once, then what differs.
std::string gathered(const std::vector<std::string>& labels) {
    std::size_t head = labels.front().size();
    for (const std::string& label : labels)
        if (label != labels.front()) head = std::min(head, shared(labels.front(), label));
    std::string out = labels.front();
    for (std::size_t i = 1; i < labels.size(); ++i)
        out += (i + 1 == labels.size() ? " ou " : ", ") + labels[i].substr(head);
    return out;
}

}  // namespace

json::array public_values(const std::vector<std::string>& chosen, core::Date today) {
    json::array out;
    for (const domain::Public& one : CodeLists::embedded().publics) {
        const bool exists = (!one.valid_from || *one.valid_from <= today) && (!one.valid_to || *one.valid_to >= today);
        if (chosen.empty() ? exists : holds(chosen, one.code)) out.push_back(labelled(one.label));
    }
    return out;
}

json::array modality_values(const std::vector<std::string>& chosen) {
    json::array out;
    std::vector<std::string> told;
    const auto& all = CodeLists::embedded().modalities;
    for (const Modality& one : all) {
        if (holds(chosen, one.code)) out.push_back(labelled(one.label));
        if (!chosen.empty() || holds(told, one.family)) continue;
        told.push_back(one.family);
        std::vector<std::string> family;
        for (const Modality& other : all)
            if (other.family == one.family) family.push_back(other.label);
        out.push_back(labelled(gathered(family)));
    }
    return out;
}

}  // namespace clausier::present
