// Reads the profiles of data/profiles.
#include "clausier/domain/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "clausier/core/asset.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

// One line of a profile file, and where it stands.
struct Line {
    std::string_view kind, field, text, weight;
    std::string where;

    [[noreturn]] void refuse(std::string_view text_) const {
        throw core::Error(core::ErrorKind::invalid, where, text_);
    }
};

Field field_of(const Line& line, std::string_view key) {
    const auto field = parse_field(key);
    if (!field) line.refuse(field.error().text);
    return *field;
}

std::size_t whole(const Line& line, std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value > 1000)
        line.refuse(fmt::format("« {} » n’est pas un nombre entier", digits));
    return value;
}

void read_trait(const Line& line, Profile& profile) {
    if (line.field == "record") {
        if (line.text == "lot")
            profile.record = RecordKind::lot;
        else if (line.text == "decp")
            profile.record = RecordKind::decp;
        else if (line.text == "single_market")
            profile.record = RecordKind::single_market;
        else
            line.refuse(fmt::format("« {} » : écrivez lot, decp ou single_market", line.text));
    } else if (line.field == "sections") {
        if (line.text != "propagated" && line.text != "none")
            line.refuse(fmt::format("« {} » : écrivez propagated ou none", line.text));
        profile.sections = line.text == "propagated";
    } else if (line.field == "amount_unit") {
        if (line.text != "euros" && line.text != "thousands")
            line.refuse(fmt::format("« {} » : écrivez euros ou thousands", line.text));
        profile.amount_unit = line.text == "euros" ? 1 : 1000;
    } else {
        line.refuse(
            fmt::format("le trait « {} » n’existe pas ; les traits sont record, sections, amount_unit", line.field));
    }
}

// "1/2": the first of two; "1/1+1": the column after the only one.
Position read_position(const Line& line) {
    Position position{core::fold(line.text), field_of(line, line.field), 1, 1, 0};
    const std::size_t slash = line.weight.find('/');
    const std::size_t plus = line.weight.find('+');
    if (slash == std::string_view::npos) line.refuse("une position s’écrit 1/2 ou 1/1+1");
    position.occurrence = whole(line, line.weight.substr(0, slash));
    position.total =
        whole(line, line.weight.substr(slash + 1, plus == std::string_view::npos ? plus : plus - slash - 1));
    if (plus != std::string_view::npos) position.offset = whole(line, line.weight.substr(plus + 1));
    return position;
}

void read_line(const Line& line, Profile& profile) {
    if (line.kind == "profile") {
        (line.field == "label" ? profile.label : profile.description) = line.text;
    } else if (line.kind == "trait") {
        read_trait(line, profile);
    } else if (line.kind == "required") {
        std::vector<Field>& group = profile.required.emplace_back();
        for (const std::string_view key : core::split(line.field, '|')) group.push_back(field_of(line, key));
    } else if (line.kind == "column") {
        const int weight = line.weight.empty() ? 100 : static_cast<int>(whole(line, line.weight));
        profile.aliases.push_back({core::fold(line.text), header_words(line.text), field_of(line, line.field), weight});
    } else if (line.kind == "position") {
        profile.positions.push_back(read_position(line));
    } else if (line.kind == "exclude") {
        profile.exclusions.push_back({core::fold(line.text), field_of(line, line.field)});
    } else {
        line.refuse(fmt::format("« {} » : écrivez profile, trait, required, column, position ou exclude", line.kind));
    }
}

}  // namespace

Profile Profile::parse(std::string_view csv, std::string_view name) {
    const core::Table table = core::parse_csv(csv, name);
    const std::array<std::size_t, 4> columns = {table.column("kind"), table.column("field"), table.column("text"),
                                                table.column("weight")};
    Profile profile;
    profile.name = name;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        read_line({row[columns[0]], row[columns[1]], row[columns[2]], row[columns[3]],
                   fmt::format("profil {}, ligne {}", name, i + 2)},
                  profile);
    }
    return profile;
}

const std::vector<Profile>& profiles() {
    static const std::vector<Profile> all = [] {
        static constexpr std::string_view folder = "data/profiles/";
        static constexpr std::string_view ending = ".csv";
        std::vector<Profile> read;
        for (std::string_view path : core::assets(folder)) {
            if (!path.ends_with(ending)) continue;
            const std::string_view csv = core::asset(path);
            path.remove_prefix(folder.size());
            path.remove_suffix(ending.size());
            read.push_back(Profile::parse(csv, path));
        }
        return read;
    }();
    return all;
}

const Profile& profile(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Profile& known : profiles()) {
        if (known.name == name) return known;
        names.push_back(known.name);
    }
    const std::string_view near = core::nearest(name, names);
    throw core::Error(
        core::ErrorKind::not_found, "option --profil",
        near.empty() ? fmt::format("le profil « {} » n’existe pas ; les profils sont {}", name, fmt::join(names, ", "))
                     : fmt::format("le profil « {} » n’existe pas ; vouliez-vous dire « {} » ?", name, near));
}

std::vector<std::string> header_words(std::string_view text) {
    static constexpr std::array<std::string_view, 16> passed = {"de", "du", "des", "la", "le", "les", "l",   "d",
                                                                "a",  "au", "aux", "en", "et", "un",  "une", "si"};
    std::vector<std::string> words;
    const std::string folded = core::fold(text);
    for (const std::string_view word : core::split(folded, ' ')) {
        if (word.empty() || std::find(passed.begin(), passed.end(), word) != passed.end()) continue;
        if (word == "n" || word == "no" || word == "num") {
            words.emplace_back("numero");
            continue;
        }
        words.emplace_back(word.size() > 3 && word.back() == 's' ? word.substr(0, word.size() - 1) : word);
    }
    return words;
}

}  // namespace clausier::domain
