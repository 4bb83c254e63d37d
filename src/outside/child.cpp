// Starts a child, watches its clock and its weight, and leaves nothing of its group behind.
#include "child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <optional>
#include <thread>

#include "process_group.hpp"

namespace clausier::outside {
namespace {

using Timepoint = std::chrono::steady_clock::time_point;
constexpr std::chrono::milliseconds kGlance{5};
constexpr std::chrono::milliseconds kWeighing{50};

// What the child finds when it starts.
class Launch {
public:
    explicit Launch(const std::filesystem::path& folder) {
        ::posix_spawn_file_actions_init(&files_);
        ::posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&files_, 1, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&files_, 2, "/dev/null", O_WRONLY, 0);
        // Libraries of ours open sockets without asking that they be closed here.
        ::posix_spawn_file_actions_addclosefrom_np(&files_, 3);
        ::posix_spawn_file_actions_addchdir_np(&files_, folder.c_str());
        ::posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(
            &attributes_, static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
    }
    ~Launch() {
        ::posix_spawn_file_actions_destroy(&files_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Launch(const Launch&) = delete;
    Launch& operator=(const Launch&) = delete;

    // The child's number, which is also that of its group; nothing when it could not be started.
    [[nodiscard]] std::optional<pid_t> start(std::vector<std::string> arguments, const std::string& folder) const {
        std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                                "LANG=C.UTF-8",
                                                "HOME=" + folder,
                                                "TMPDIR=" + folder,
                                                "XDG_CONFIG_HOME=" + folder,
                                                "XDG_CACHE_HOME=" + folder,
                                                "XDG_RUNTIME_DIR=" + folder};
        std::vector<char*> argv = pointers(arguments);
        std::vector<char*> envp = pointers(environment);
        pid_t child = 0;
        if (::posix_spawn(&child, argv[0], &files_, &attributes_, argv.data(), envp.data()) != 0) return std::nullopt;
        return child;
    }

private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> out;
        for (std::string& text : texts) out.push_back(text.data());
        out.push_back(nullptr);
        return out;
    }

    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

void limit(pid_t child, const ChildLimits& limits) {
    const rlimit file{limits.file, limits.file};
    const rlimit none{0, 0};
    ::prlimit(child, RLIMIT_FSIZE, &file, nullptr);
    ::prlimit(child, RLIMIT_CORE, &none, nullptr);
}

// Whether the child has ended; it stays to be reaped, so that its group keeps its number.
bool ended(pid_t child) {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == child;
}

ChildEnd::Reason watch(pid_t child, const ChildLimits& limits) {
    const Timepoint start = std::chrono::steady_clock::now();
    Timepoint weighed = start;
    while (!ended(child)) {
        const Timepoint now = std::chrono::steady_clock::now();
        if (now - start > limits.time) return ChildEnd::Reason::late;
        if (now - weighed > kWeighing) {
            if (group_memory(child) > limits.memory) return ChildEnd::Reason::greedy;
            weighed = now;
        }
        std::this_thread::sleep_for(kGlance);
    }
    return ChildEnd::Reason::ended;
}

int reap(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                   const ChildLimits& limits) {
    const std::optional<pid_t> child = Launch(folder).start(arguments, folder.string());
    if (!child) return {ChildEnd::Reason::absent, 127};
    limit(*child, limits);
    ChildEnd out;
    out.reason = watch(*child, limits);
    ::kill(-*child, SIGKILL);
    out.status = reap(*child);
    return out;
}

}  // namespace clausier::outside
