// Writes a zip into memory by libzip.
#include "office_zip.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace clausier::present {
namespace {

// The first day a zip can tell: day 1, month 1, 1980.
constexpr zip_uint16_t kFirstDay = (1U << 5U) | 1U;

[[noreturn]] void refuse(const char* what) { throw std::runtime_error(std::string("office_zip: ") + what); }

void add(zip_t* zip, const OfficePart& part) {
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) refuse(zip_strerror(zip));
    const zip_int64_t index = zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        refuse(zip_strerror(zip));
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = part.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    if (zip_set_file_compression(zip, entry, method, 0) != 0 || zip_file_set_dostime(zip, entry, 0, kFirstDay, 0) != 0)
        refuse(zip_strerror(zip));
}

std::string content(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_open(source) != 0) refuse("the archive cannot be read back");
    std::string out;
    if (zip_source_stat(source, &stat) == 0) out.resize(stat.size);
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) refuse("the archive cannot be read back");
    return out;
}

}  // namespace

std::string office_zip(const std::vector<OfficePart>& parts) {
    using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;
    using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
    if (!source) refuse("no memory");
    Zip zip(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error), zip_discard);
    if (!zip) refuse("the archive cannot be made");
    // The archive would free the source when it closes.
    zip_source_keep(source.get());
    for (const OfficePart& part : parts) add(zip.get(), part);
    if (zip_close(zip.get()) != 0) refuse(zip_strerror(zip.get()));
    static_cast<void>(zip.release());
    return content(source.get());
}

}  // namespace clausier::present
