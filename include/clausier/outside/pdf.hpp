// PDFs printed by Chromium, when the machine has it.
#pragma once
#include <functional>
#include <string>

#include "clausier/outside/program.hpp"

namespace clausier::outside {

// Prints a whole HTML page as the bytes of a PDF; empty when no Chromium is found in `path`. The browser is a child
// without network, stopped beyond 20 s or 1 GiB; one runs at a time, whatever the number of copies. A call throws
// Error(unavailable) that says to take the DOCX or the ODT when nothing could be printed.
std::function<std::string(const std::string& html)> pdf_printer(const std::string& path = search_path());

}  // namespace clausier::outside
