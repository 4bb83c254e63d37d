// The body of a multipart form as a browser sends it, with the boundary "limite".
#pragma once
#include <string>
#include <vector>

namespace clausier::tests {

// `head` goes on after "Content-Disposition: form-data; ".
struct Part {
    std::string head;
    std::string content;
};

inline std::string multipart(const std::vector<Part>& parts) {
    std::string out;
    for (const auto& part : parts)
        out += "--limite\r\nContent-Disposition: form-data; " + part.head + "\r\n\r\n" + part.content + "\r\n";
    return out + "--limite--\r\n";
}

}  // namespace clausier::tests
