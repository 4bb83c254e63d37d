// Reads a JavaScript module that exports one JSON value, and lightens its paths.
#include "outlines.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "chart_parts.hpp"
#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

// A point as the path has it, and where its rounding stands, in tenths.
struct Point {
    double x = 0;
    double y = 0;

    [[nodiscard]] std::int64_t tenths_x() const { return std::llround(10 * x); }
    [[nodiscard]] std::int64_t tenths_y() const { return std::llround(10 * y); }
};

class PathReader {
public:
    explicit PathReader(std::string_view text) : rest_(text) {}

    std::string run() && {
        for (skip(); !rest_.empty(); skip()) {
            if (rest_[0] == 'm' || rest_[0] == 'z')
                command();
            else
                line();
        }
        return std::move(out_);
    }

private:
    void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" ,"), rest_.size())); }

    void command() {
        starts_ = rest_[0] == 'm';
        if (!starts_) at_ = start_;
        out_ += rest_[0];
        rest_.remove_prefix(1);
    }

    void line() {
        const Point before = at_;
        at_.x += number();
        skip();
        at_.y += number();
        const std::int64_t dx = at_.tenths_x() - before.tenths_x();
        const std::int64_t dy = at_.tenths_y() - before.tenths_y();
        if (starts_)
            start_ = at_;
        else if (dx == 0 && dy == 0)
            return;
        if (!out_.empty() && !starts_ && dx >= 0) out_ += ' ';
        starts_ = false;
        write(dx);
        if (dy >= 0) out_ += ' ';
        write(dy);
    }

    double number() {
        double value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc())
            throw std::logic_error("outline that is not read: " + std::string(rest_.substr(0, 20)));
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    // "1.5", "-.5", "3".
    void write(std::int64_t tenths) {
        if (tenths < 0) out_ += '-';
        const std::int64_t size = std::abs(tenths);
        if (size >= 10 || size == 0) out_ += std::to_string(size / 10);
        if (size % 10 != 0) (out_ += '.') += static_cast<char>('0' + size % 10);
    }

    std::string_view rest_;
    std::string out_;
    Point at_;
    Point start_;
    bool starts_ = false;
};

Outlines read() {
    std::string_view text = core::asset("web/france.departments.js");
    const std::size_t begin = text.find('{');
    const std::size_t end = text.rfind('}');
    if (begin == std::string_view::npos || end == std::string_view::npos) throw std::logic_error("no outlines");
    const json::value package = json::parse(text.substr(begin, end + 1 - begin));
    const auto box = core::split(package.at("viewBox").as_string(), ' ');
    Outlines out;
    out.width = std::stoll(std::string(box.at(2)));
    out.height = std::stoll(std::string(box.at(3)));
    for (const json::value& location : package.at("locations").as_array()) {
        std::string code(location.at("id").as_string());
        for (char& c : code)
            if (c == 'a' || c == 'b') c = static_cast<char>(c - 'a' + 'A');
        out.shapes.push_back({std::move(code), rounded_path(location.at("path").as_string())});
    }
    return out;
}

}  // namespace

const Outlines& outlines() {
    static const Outlines once = read();
    return once;
}

std::string rounded_path(std::string_view path) { return PathReader(path).run(); }

}  // namespace clausier::present
