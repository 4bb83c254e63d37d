// The parts of a zip held in memory.
#pragma once
#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace clausier::test {

// Names and contents, in their order.
inline std::vector<std::pair<std::string, std::string>> zip_parts(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (!zip) throw std::runtime_error("not a zip");
    std::vector<std::pair<std::string, std::string>> out;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0));
    for (zip_uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        zip_stat_index(zip, i, 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(zip, i, 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        out.emplace_back(stat.name, std::move(content));
    }
    zip_discard(zip);
    return out;
}

// The content of one part. Throws when it is not there.
inline std::string zip_part(const std::string& bytes, const std::string& name) {
    for (auto& [found, content] : zip_parts(bytes))
        if (found == name) return content;
    throw std::runtime_error("no part " + name);
}

}  // namespace clausier::test
