// Implements the archive over libzip, which reads through a source of ours that counts the compressed bytes.
#include "archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <unordered_map>

#include "byte_input.hpp"

namespace clausier::sheets {
namespace {

constexpr std::uint64_t progress_step = std::uint64_t{64} << 10;  // compressed bytes between two calls of progress

// The state libzip keeps of our source.
struct Cursor {
    ByteInput& input;
    std::uint64_t position = 0;
    zip_error_t error{};
};

zip_int64_t cursor_read(Cursor& cursor, void* data, zip_uint64_t size) {
    const auto got = cursor.input.read(cursor.position, data, static_cast<std::size_t>(size));
    if (got < 0) zip_error_set(&cursor.error, ZIP_ER_READ, 0);
    cursor.position += static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(got, 0));
    return got;
}

zip_int64_t cursor_seek(Cursor& cursor, void* data, zip_uint64_t size) {
    const auto to = zip_source_seek_compute_offset(cursor.position, cursor.input.size(), data, size, &cursor.error);
    if (to >= 0) cursor.position = static_cast<std::uint64_t>(to);
    return to < 0 ? -1 : 0;
}

zip_int64_t cursor_stat(const Cursor& cursor, void* data) {
    auto* stat = static_cast<zip_stat_t*>(data);
    zip_stat_init(stat);
    stat->size = cursor.input.size();
    stat->valid = ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
}

zip_int64_t serve(void* state, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& cursor = *static_cast<Cursor*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            cursor.position = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return cursor_read(cursor, data, size);
        case ZIP_SOURCE_SEEK:
            return cursor_seek(cursor, data, size);
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(cursor.position);
        case ZIP_SOURCE_STAT:
            return cursor_stat(cursor, data);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&cursor.error, data, size);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                                  ZIP_SOURCE_SUPPORTS, -1);
        default:
            zip_error_set(&cursor.error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

// How many entries the end of the archive announces, 65535 standing for that many or more; 0 when no end is found,
// which is libzip's to judge. Read before libzip, which would hold them all in memory.
std::uint64_t announced_entries(ByteInput& input) {
    constexpr std::size_t end_size = 22, longest_comment = 65'535, count_at = 10;
    std::string tail(std::min<std::uint64_t>(input.size(), end_size + longest_comment), '\0');
    const auto got = input.read(input.size() - tail.size(), tail.data(), tail.size());
    tail.resize(static_cast<std::size_t>(std::max<std::ptrdiff_t>(got, 0)));
    const auto at = tail.rfind("PK\x05\x06");
    if (at == std::string::npos || at + end_size > tail.size()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(tail[at + count_at + i]); };
    return byte(0) + 256U * byte(1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

constexpr std::string_view damaged =
    "le fichier est tronqué ou abîmé ; téléchargez-le ou enregistrez-le de nouveau depuis un tableur";

}  // namespace

struct Archive::State {
    explicit State(const Source& source)
        : name(source_name(source)), limits(source.limits), input(source), cursor{input} {}
    ~State() {
        if (zip != nullptr) zip_discard(zip);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] core::Error refusal(std::string_view text, std::string_view where = {}) const {
        return {core::ErrorKind::invalid, where.empty() ? name : fmt::format("{}, {}", name, where), text};
    }
    void check_count(std::uint64_t count) const;
    void list_entries();

    std::string name;
    Limits limits;
    ByteInput input;
    Cursor cursor;
    zip_t* zip = nullptr;
    std::unordered_map<std::string, zip_uint64_t> entries;
    std::unordered_map<std::string, std::string> folded;  // lower case → the name
    const core::Progress* progress = nullptr;
    std::uint64_t told = 0;
};

void Archive::State::check_count(std::uint64_t count) const {
    if (count > limits.entries)
        throw refusal(
            fmt::format("l’archive contient plus de {} entrées ; ce n’est pas un classeur ordinaire, enregistrez-le "
                        "de nouveau depuis un tableur",
                        limits.entries));
}

void Archive::State::list_entries() {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip, 0));
    check_count(count);
    for (zip_uint64_t i = 0; i < count; ++i) {
        const char* raw = zip_get_name(zip, i, 0);
        if (raw == nullptr) throw refusal(damaged);
        std::string entry(raw);
        std::replace(entry.begin(), entry.end(), '\\', '/');
        if (!entries.emplace(entry, i).second)
            throw refusal("l’archive contient deux entrées du même nom ; enregistrez-la de nouveau depuis un tableur");
        folded.emplace(lower(entry), entry);
    }
}

struct Part::State {
    State(Archive::State& owner, zip_file_t* opened, std::string_view entry_name, std::uint64_t declared_size)
        : archive(owner), file(opened), entry(entry_name), declared(declared_size) {}
    ~State() { zip_fclose(file); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    void check_limits() const;

    Archive::State& archive;
    zip_file_t* file;
    std::string entry;
    std::uint64_t declared;
    std::uint64_t inflated = 0;
    std::uint64_t compressed = 0;
};

void Part::State::check_limits() const {
    const Limits& limits = archive.limits;
    if (inflated > declared)
        throw archive.refusal("l’entrée est plus grande que ce que l’archive annonce ; " + std::string(damaged), entry);
    if (inflated > limits.inflated)
        throw archive.refusal(fmt::format("l’entrée dépasse {} Mio une fois décompressée ; partagez le classeur en "
                                          "plusieurs fichiers",
                                          limits.inflated >> 20),
                              entry);
    if (inflated > limits.ratio_from && inflated / limits.ratio > compressed)
        throw archive.refusal(fmt::format("l’entrée grossit plus de {} fois à la décompression, ce qu’aucun classeur "
                                          "ordinaire ne fait ; enregistrez-le de nouveau depuis un tableur",
                                          limits.ratio),
                              entry);
}

Part::Part(std::unique_ptr<State> state) : state_(std::move(state)) {}
Part::Part(Part&&) noexcept = default;
Part::~Part() = default;

std::uint64_t Part::declared_size() const { return state_->declared; }

std::size_t Part::read(char* into, std::size_t size) {
    const auto before = state_->archive.input.given();
    const auto got = zip_fread(state_->file, into, size);
    state_->compressed += state_->archive.input.given() - before;
    if (got < 0 || (got == 0 && state_->inflated < state_->declared))
        throw state_->archive.refusal(damaged, state_->entry);
    state_->inflated += static_cast<std::uint64_t>(got);
    state_->check_limits();
    return static_cast<std::size_t>(got);
}

Archive::Archive(const Source& source) : state_(std::make_unique<State>(source)) {
    state_->check_count(announced_entries(state_->input));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* zip_source = zip_source_function_create(serve, &state_->cursor, &error);
    if (zip_source != nullptr) state_->zip = zip_open_from_source(zip_source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (state_->zip == nullptr) {
        zip_source_free(zip_source);
        throw state_->refusal(damaged);
    }
    state_->list_entries();
}

Archive::~Archive() = default;

const std::string& Archive::name() const { return state_->name; }

const Limits& Archive::limits() const { return state_->limits; }

bool Archive::has(std::string_view entry) const { return state_->folded.count(lower(entry)) != 0; }

Part Archive::open(std::string_view entry) {
    auto found = state_->entries.find(std::string(entry));
    if (found == state_->entries.end()) {
        const auto other = state_->folded.find(lower(entry));
        if (other == state_->folded.end()) throw refusal(fmt::format("la partie {} manque ; {}", entry, damaged));
        found = state_->entries.find(other->second);
    }
    zip_stat_t stat;
    constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(state_->zip, found->second, 0, &stat) != 0 || (stat.valid & wanted) != wanted)
        throw refusal(damaged, entry);
    if (stat.encryption_method != ZIP_EM_NONE)
        throw refusal("le fichier est protégé par un mot de passe ; enregistrez-le sans mot de passe");
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        throw refusal(
            "l’archive est compressée d’une façon que les tableurs n’emploient pas ; enregistrez le classeur "
            "de nouveau depuis un tableur");
    zip_file_t* file = zip_fopen_index(state_->zip, found->second, 0);
    if (file == nullptr) throw refusal(damaged, entry);
    return Part(std::make_unique<Part::State>(*state_, file, entry, stat.size));
}

std::string Archive::text(std::string_view entry, std::size_t at_most) {
    auto part = open(entry);
    std::string out;
    char buffer[4096];
    while (const auto got = part.read(buffer, sizeof buffer)) {
        if (out.size() + got > at_most)
            throw refusal("l’entrée est trop grande ; enregistrez le classeur de nouveau depuis un tableur", entry);
        out.append(buffer, got);
        tell(false);
    }
    tell(true);
    return out;
}

void Archive::tell(bool always) {
    State& state = *state_;
    const auto given = state.input.given();
    if (state.progress == nullptr || !*state.progress || (!always && given - state.told < progress_step)) return;
    state.told = given;
    if (!(*state.progress)(std::min(given, state.input.size()), state.input.size()))
        throw core::Error(core::ErrorKind::invalid, state.name, "annulé");
}

void Archive::watch(const core::Progress& progress) { state_->progress = &progress; }

core::Error Archive::refusal(std::string_view text, std::string_view where) const {
    return state_->refusal(text, where);
}

}  // namespace clausier::sheets
