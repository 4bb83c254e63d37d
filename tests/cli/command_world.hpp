// Runs commands of the table in a scratch folder, as the program would, without a process.
#pragma once
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "clausier/cli/command.hpp"

namespace clausier::tests {

struct CommandWorld {
    core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};
    std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                   ("clausier-cli-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));

    CommandWorld() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~CommandWorld() { std::filesystem::remove_all(folder); }
    CommandWorld(const CommandWorld&) = delete;
    CommandWorld& operator=(const CommandWorld&) = delete;

    std::string file(const std::string& name) const { return (folder / name).string(); }
    std::string write(const std::string& name, std::string_view text) const {
        std::ofstream(file(name), std::ios::binary) << text;
        return file(name);
    }
    cli::Outcome run(std::string_view path, std::map<std::string, std::vector<std::string>, std::less<>> options,
                     std::vector<std::string> positionals = {}) {
        for (const cli::CommandSpec& command : cli::commands()) {
            if (command.path != path) continue;
            cli::Context context{clock};
            context.quiet = true;
            return command.run(context, {std::move(options), std::move(positionals)});
        }
        throw std::logic_error("no such command");
    }
    // A base that holds two lots of one market.
    std::string base() {
        const std::string csv =
            write("marches.csv",
                  "Acheteur;N° marché;Objet;Lot;Intitulé du lot;Montant HT;Date de notification\n"
                  "Commune de Valbrume;2026-01;École des Tilleuls;1;Peinture;200 000,00;01/03/2026\n"
                  "Commune de Valbrume;2026-01;École des Tilleuls;2;Gros œuvre;selon BPU;01/03/2026\n");
        run("importer", {{"--base", {file("b.sqlite")}}}, {csv});
        return file("b.sqlite");
    }
};

// The same on the base of two lots.
struct BaseCommandWorld : CommandWorld {
    std::string file = base();
    boost::json::value document(std::string_view path,
                                std::map<std::string, std::vector<std::string>, std::less<>> options,
                                std::vector<std::string> positionals = {}) {
        options["--base"] = {file};
        return run(path, std::move(options), std::move(positionals)).answer.document;
    }
};

}  // namespace clausier::tests
