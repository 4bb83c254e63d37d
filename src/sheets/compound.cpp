// Implements the compound file: chains of sectors, none of which may turn in circles.
#include "compound.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "little_endian.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t header_size = 512;
constexpr std::size_t mini_size = 64;
constexpr std::size_t entry_size = 128;
constexpr std::uint32_t last_regular = 0xFFFFFFF9;  // greater values are marks: free, end of chain…
constexpr std::uint32_t no_entry = 0xFFFFFFFF;
constexpr std::uint64_t directory_limit = 16U << 20U;  // bytes

constexpr std::string_view damaged =
    "le fichier est tronqué ou abîmé ; ouvrez-le dans un tableur et enregistrez-le en xlsx";

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::uint32_t> numbers(std::string_view bytes) {
    std::vector<std::uint32_t> out;
    out.reserve(bytes.size() / 4);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) out.push_back(u32(bytes, at));
    return out;
}

}  // namespace

Compound::Compound(ByteInput& input, std::string name) : input_(input), name_(std::move(name)) {
    std::string header(header_size, '\0');
    if (input_.read(0, header.data(), header.size()) != static_cast<std::ptrdiff_t>(header.size()))
        throw refusal(damaged);
    const unsigned shift = u16(header, 0x1E);
    if (shift != 9 && shift != 12) throw refusal(damaged);
    sector_size_ = std::size_t{1} << shift;
    mini_cutoff_ = u32(header, 0x38);
    load_table(header);
    mini_next_ = numbers(chain(u32(header, 0x3C), input_.size()));
    load_directory(u32(header, 0x30));
}

core::Error Compound::refusal(std::string_view text) const { return {core::ErrorKind::invalid, name_, text}; }

// How many sectors the file can hold, the last one perhaps cut.
std::uint32_t Compound::sector_limit() const {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(input_.size() / sector_size_ + 1, last_regular));
}

// A sector cut by the end of the file is completed by zeros.
std::string Compound::sector(std::uint32_t id) {
    std::string out(sector_size_, '\0');
    const std::uint64_t offset = (std::uint64_t{id} + 1) * sector_size_;
    if (id >= sector_limit() || input_.read(offset, out.data(), out.size()) <= 0) throw refusal(damaged);
    return out;
}

// The allocation table: its sectors are named by the header, then by a chain of sectors of names.
void Compound::load_table(std::string_view header) {
    std::vector<std::uint32_t> names = numbers(header.substr(0x4C));
    std::uint32_t more = u32(header, 0x44);
    for (std::uint32_t seen = 0; more <= last_regular; ++seen) {
        if (seen > sector_limit()) throw refusal(damaged);
        auto further = numbers(sector(more));
        more = further.back();
        further.pop_back();
        names.insert(names.end(), further.begin(), further.end());
    }
    for (const auto id : names) {
        if (id > last_regular) continue;
        if (next_.size() > sector_limit()) break;
        const auto part = numbers(sector(id));
        next_.insert(next_.end(), part.begin(), part.end());
    }
}

std::string Compound::chain(std::uint32_t first, std::uint64_t at_most) {
    std::string out;
    std::vector<bool> seen(next_.size(), false);
    for (std::uint32_t id = first; id <= last_regular && out.size() < at_most; id = next_[id]) {
        if (id >= next_.size() || seen[id]) throw refusal(damaged);
        seen[id] = true;
        out += sector(id);
    }
    return out;
}

std::string Compound::mini_chain(std::uint32_t first, std::uint64_t size) {
    if (size > mini_.size()) throw refusal(damaged);
    std::string out;
    for (std::uint32_t id = first; id <= last_regular && out.size() < size; id = mini_next_[id]) {
        if (id >= mini_next_.size() || std::uint64_t{id} * mini_size >= mini_.size()) throw refusal(damaged);
        out += std::string_view(mini_).substr(std::size_t{id} * mini_size, mini_size);
    }
    return out;
}

void Compound::load_directory(std::uint32_t first) {
    const std::string directory = chain(first, directory_limit);
    if (directory.size() < entry_size) throw refusal(damaged);
    const std::uint32_t mini_first = u32(directory, 116);
    const std::uint64_t mini_bytes = u32(directory, 120);
    if (mini_bytes > 0) mini_ = chain(mini_first, std::min(mini_bytes, input_.size()));
    add_entries(directory, u32(directory, 76));
}

// Walks the tree of the root's children, each once.
void Compound::add_entries(std::string_view directory, std::uint32_t root_child) {
    const std::size_t count = directory.size() / entry_size;
    std::vector<bool> seen(count, false);
    std::vector<std::uint32_t> to_see = {root_child};
    while (!to_see.empty()) {
        const std::uint32_t id = to_see.back();
        to_see.pop_back();
        if (id == no_entry || id >= count || seen[id]) continue;
        seen[id] = true;
        const auto raw = directory.substr(id * entry_size, entry_size);
        Entry entry;
        const std::size_t length = std::min<std::size_t>(u16(raw, 64), 64);
        for (std::size_t at = 0; at + 2 < length; at += 2)
            entry.name += u16(raw, at) < 0x80 ? static_cast<char>(u16(raw, at)) : '?';
        entry.name = ascii_lower(entry.name);
        entry.stream = u8(raw, 66) == 2;
        entry.first = u32(raw, 116);
        entry.size = u32(raw, 120);
        entries_.push_back(std::move(entry));
        to_see.insert(to_see.end(), {u32(raw, 68), u32(raw, 72)});
    }
}

const Compound::Entry* Compound::find(std::string_view entry) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [lower = ascii_lower(entry)](const Entry& one) { return one.name == lower; });
    return found == entries_.end() ? nullptr : &*found;
}

bool Compound::has(std::string_view entry) const { return find(entry) != nullptr; }

std::string Compound::read(std::string_view stream, std::uint64_t at_most) {
    const Entry* entry = find(stream);
    if (entry == nullptr || !entry->stream) throw refusal(damaged);
    if (entry->size > at_most)
        throw refusal(
            fmt::format("le contenu dépasse {} Mio ; partagez le classeur en plusieurs fichiers", at_most >> 20U));
    std::string out =
        entry->size < mini_cutoff_ ? mini_chain(entry->first, entry->size) : chain(entry->first, entry->size);
    if (out.size() < entry->size) throw refusal(damaged);
    out.resize(static_cast<std::size_t>(entry->size));
    return out;
}

}  // namespace clausier::sheets
