// Reads pseudonyms and files of names.
#include "person_arguments.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace clausier::cli {

app::PersonId person_argument(store::Database& base, const Arguments& arguments) {
    return app::person_of(base, arguments.positionals.at(0));
}

std::string private_text(const std::string& file) {
    constexpr std::size_t most = std::size_t{1} << 20U;
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened)
            throw core::Error(core::ErrorKind::not_found, file,
                              "le fichier ne s’ouvre pas ; vérifiez son chemin et vos droits");
    }
    std::istream& in = file == "-" ? std::cin : opened;
    std::string out(most + 1, '\0');
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    out.resize(static_cast<std::size_t>(in.gcount()));
    if (out.size() > most)
        throw core::Error(core::ErrorKind::invalid, file, "le fichier dépasse 1 Mio ; coupez-le en plusieurs");
    return out;
}

}  // namespace clausier::cli
