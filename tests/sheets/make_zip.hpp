// Makes zip archives in memory for tests and fuzzers, with libzip.
#pragma once
#include <zip.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace clausier::tests {

struct ZipEntry {
    std::string name;
    std::string content;
    bool deflated = true;
    std::string password{};  // encrypts the entry when not empty
};

inline void zip_check(bool ok, const char* what) {
    if (!ok) throw std::runtime_error(what);
}

inline void add_entry(zip_t* zip, const ZipEntry& entry) {
    zip_source_t* content = zip_source_buffer(zip, entry.content.data(), entry.content.size(), 0);
    zip_check(content != nullptr, "zip_source_buffer");
    const auto index = zip_file_add(zip, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
    zip_check(index >= 0, "zip_file_add");
    const auto at = static_cast<zip_uint64_t>(index);
    zip_check(zip_set_file_compression(zip, at, entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0, "compression");
    if (!entry.password.empty())
        zip_check(zip_file_set_encryption(zip, at, ZIP_EM_TRAD_PKWARE, entry.password.c_str()) == 0, "encryption");
}

// The bytes of an archive of these entries, which must have different names.
inline std::string make_zip(const std::vector<ZipEntry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_check(target != nullptr, "zip_source_buffer_create");
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_check(zip != nullptr, "zip_open_from_source");
    for (const auto& entry : entries) add_entry(zip, entry);
    zip_check(zip_close(zip) == 0, "zip_close");
    zip_stat_t stat;
    zip_check(zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0, "zip_source_stat");
    std::string bytes(stat.size, '\0');
    zip_check(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()), "read");
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

// Replaces every `from` by `to`, of the same length: forges an archive.
inline std::string forged(std::string bytes, const std::string& from, const std::string& to) {
    zip_check(from.size() == to.size(), "forged: lengths differ");
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

// Four bytes, little-endian, as zip headers hold sizes.
inline std::string little_endian(std::uint32_t value) {
    std::string out;
    for (int i = 0; i < 4; ++i, value >>= 8U) out += static_cast<char>(value & 0xFFU);
    return out;
}

}  // namespace clausier::tests
