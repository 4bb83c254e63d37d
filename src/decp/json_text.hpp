// JSON text built in order, with numbers exactly as they are given.
#pragma once
#include <string>
#include <string_view>

namespace clausier::decp {

class JsonText {
public:
    // An object or a list begins: the value of a key, or the next of a list (name "").
    void open(std::string_view name, char bracket);
    void close(char bracket);
    void text(std::string_view name, std::string_view value);
    // A number, a boolean or null, written as it is.
    void bare(std::string_view name, std::string_view value);

    [[nodiscard]] const std::string& str() const { return text_; }
    void clear();

private:
    void key(std::string_view name);
    std::string text_{};
    bool first_ = true;
};

}  // namespace clausier::decp
