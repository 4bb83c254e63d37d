// Writes a zip by libzip.
#include "clausier/sheets/zip_writer.hpp"

#include <zip.h>

#include <cstdio>
#include <deque>
#include <utility>

#include "clausier/core/issue.hpp"

namespace clausier::sheets {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void refuse(const std::string& name) {
    throw core::Error(core::ErrorKind::unavailable, name,
                      "le fichier ne peut pas être écrit ; vérifiez le dossier et la place sur le disque");
}

}  // namespace

struct ZipWriter::State {
    struct Part {
        std::string name;
        TemporaryFile file;
    };
    std::filesystem::path path;
    std::deque<Part> parts{};
};

ZipWriter::ZipWriter(std::filesystem::path path) : state_(std::make_unique<State>(State{std::move(path)})) {}
ZipWriter::~ZipWriter() = default;

std::function<void(std::string_view)> ZipWriter::part(const std::string& name) {
    State::Part& part = state_->parts.emplace_back(State::Part{name, TemporaryFile(std::tmpfile())});
    if (!part.file) refuse(name);
    return [&part](std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), part.file.get()) != bytes.size()) refuse(part.name);
    };
}

void ZipWriter::close() {
    const std::string name = state_->path.filename().string();
    using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;
    Zip zip(zip_open(state_->path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr), zip_discard);
    if (!zip) refuse(name);
    for (State::Part& part : state_->parts) {
        if (std::fflush(part.file.get()) != 0) refuse(part.name);
        std::rewind(part.file.get());  // libzip reads from where the file stands
        zip_source_t* source = zip_source_filep(zip.get(), part.file.get(), 0, -1);
        if (source == nullptr) refuse(part.name);
        static_cast<void>(part.file.release());  // the source closes it
        if (zip_file_add(zip.get(), part.name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            refuse(part.name);
        }
    }
    if (zip_close(zip.get()) != 0) refuse(name);
    static_cast<void>(zip.release());
}

}  // namespace clausier::sheets
