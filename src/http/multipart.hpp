// Takes a multipart/form-data body apart as it comes: fields to memory, files to temporary files.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "clausier/http/form.hpp"

namespace clausier::http {

struct FormLimits {
    std::size_t parts = 1000;
    std::size_t files = 20;
    std::size_t part_head = 8 << 10;
    std::size_t field = 64 << 10;  // bytes of one value
    std::size_t fields = 1 << 20;  // bytes of all values together
};

// The boundary of a Content-Type that is multipart/form-data; empty when it is another type. Throws Error(invalid) when
// it is that type without a good boundary.
std::string multipart_boundary(std::string_view content_type);

class MultipartReader {
public:
    // `form` is filled as parts end, and outlives the reader.
    MultipartReader(std::string_view boundary, Form& form, const FormLimits& limits = {});
    // Bytes of any size. Throws Error(invalid) for what is malformed or over a limit, Error(unavailable) when a file
    // cannot be written.
    void feed(std::string_view bytes);
    // At the end of the body. Throws Error(invalid) when it came before the last boundary.
    void finish() const;

private:
    enum class State { opening, after_boundary, part_head, data, ended };
    bool step();
    bool open();
    bool after_boundary();
    bool read_part_head();
    bool read_data();
    void begin_part(std::string_view head);
    void open_file();
    void add_data(std::string_view bytes);
    void end_part();
    [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

    const std::string delimiter_;  // CR LF, two dashes and the boundary
    Form& form_;
    const FormLimits limits_;
    State state_ = State::opening;
    std::string buffer_ = "\r\n";  // the first boundary has no line before it
    std::size_t at_ = 0;
    std::size_t parts_ = 0;
    std::size_t field_bytes_ = 0;
    // The part being read.
    std::string name_;
    std::string value_;
    FilePart file_;
    bool is_file_ = false;
};

}  // namespace clausier::http
