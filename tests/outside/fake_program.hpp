// Small programs that stand for real ones in a folder of their own.
#pragma once
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace clausier::test {

class Programs {
public:
    Programs() {
        std::string name = (std::filesystem::temp_directory_path() / "clausier-programs-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Programs() { std::filesystem::remove_all(folder_); }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;

    [[nodiscard]] std::string folder() const { return folder_.string(); }
    // A shell script of that name, ready to run.
    std::string script(const std::string& name, const std::string& lines) const {
        const std::filesystem::path file = folder_ / name;
        std::ofstream(file) << "#!/bin/sh\n" << lines << '\n';
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        return file.string();
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::filesystem::path folder_;
};

// Whether a process of that number still runs (a dead one that nobody has reaped does not), waiting for it to die for
// at most two seconds: the kernel ends a killed process in its own time.
inline bool still_runs(const std::string& number) {
    for (int glance = 0; glance < 200; ++glance) {
        std::ifstream in("/proc/" + number + "/stat");
        std::string line;
        if (!std::getline(in, line)) return false;
        const std::size_t name_end = line.rfind(") ");
        if (name_end == std::string::npos || line[name_end + 2] == 'Z' || line[name_end + 2] == 'X') return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

}  // namespace clausier::test
