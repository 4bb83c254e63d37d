// Makes and reads the key beside the base.
#include "clausier/app/installation_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "clausier/core/issue.hpp"
#include "clausier/core/secret.hpp"

namespace clausier::app {
namespace {

constexpr std::size_t key_digits = 64;

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view why) {
    throw core::Error(core::ErrorKind::unavailable, "clé « " + file.string() + " »", why);
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }

private:
    int fd_;
};

// The whole key under another name, then linked: two programs that start together get one and the same.
void make(const std::filesystem::path& file) {
    const std::string key = core::random_token(key_digits / 2);
    const std::filesystem::path draft = file.string() + "." + core::random_token(4);
    bool written = false;
    {
        const Descriptor out(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        written = out && ::write(out.get(), key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                  ::fsync(out.get()) == 0;
    }
    const bool linked = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    ::unlink(draft.c_str());
    if (!linked)
        refuse(file, "le fichier ne peut pas être créé\u00a0; donnez au programme le droit d’écrire à côté de la base");
    const Descriptor folder(
        ::open(file.parent_path().empty() ? "." : file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) ::fsync(folder.get());
}

std::string read(const std::filesystem::path& file) {
    Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!in && errno == ENOENT) return {};
    if (!in) refuse(file, "le fichier ne se lit pas\u00a0; rendez-le lisible au compte qui fait tourner le programme");
    struct stat state {};
    if (::fstat(in.get(), &state) != 0 || (state.st_mode & 077U) != 0)
        refuse(file, "d’autres comptes peuvent le lire\u00a0; réservez-le à son propriétaire (chmod 600)");
    std::array<char, key_digits + 1> text{};
    const ssize_t size = ::read(in.get(), text.data(), text.size());
    const std::string key(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    if (key.size() != key_digits || key.find_first_not_of("0123456789abcdef") != std::string::npos)
        refuse(file, "le fichier n’est pas une clé de clausier\u00a0; remettez celui de votre sauvegarde");
    return key;
}

std::string master_key(const store::Database& base) {
    if (base.in_memory()) {
        static const std::string passing = core::random_token(key_digits / 2);
        return passing;
    }
    const std::filesystem::path file = key_file(base);
    std::string key = read(file);
    if (!key.empty()) return key;
    make(file);
    return read(file);
}

}  // namespace

std::filesystem::path key_file(const store::Database& base) { return base.path().string() + ".cle"; }

std::string installation_key(const store::Database& base, std::string_view purpose) {
    return core::keyed_tag(purpose, master_key(base));
}

}  // namespace clausier::app
