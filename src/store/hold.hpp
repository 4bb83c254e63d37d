// A mark on a temporary file or folder that lasts as long as the program: what nobody holds was left by a kill.
#pragma once
#include <filesystem>
#include <string>

namespace clausier::store {

// An exclusive lock on an existing file or folder. Throws Error(unavailable) when it cannot be had.
class Hold {
public:
    explicit Hold(const std::filesystem::path& path);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    int descriptor_;
};

// "<prefix><this process>-": how names of what may be left behind begin.
std::string held_prefix(const std::string& prefix);

// Whether the file or folder, named as held_prefix() says, belongs to this user, is another process's and is held by
// nobody. One made less than a minute ago is never abandoned: its maker may be about to hold it.
bool is_abandoned(const std::filesystem::path& path, const std::string& prefix);

}  // namespace clausier::store
