// Any bytes as a document template: faults are Issues, what can be filled gives blocks that every format can write.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "clausier/present/document_template.hpp"

using namespace clausier;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static const auto variables = present::document_variables();
    static const auto samples = present::sample_values(variables);
    static_cast<void>(present::check_template(text, variables));
    present::Document document;
    document.blocks = present::fill_template(text, samples).blocks;
    if (present::docx(document).empty() || present::odt(document).empty()) std::abort();
    static_cast<void>(present::print_page(document));
    static_cast<void>(present::plain_text(document));
    return 0;
}
