// Implements the reading of one JSON text into a record.
#include "json_tree.hpp"

#include <boost/json/basic_parser_impl.hpp>

namespace clausier::decp {
namespace {

class OneValue : public JsonTree<OneValue> {
public:
    explicit OneValue(Record& into) : into_(into) {}
    Record* into() { return &into_; }
    void key(std::string_view piece) { into_.append(piece); }
    void name() { into_.name(); }
    bool begin(ValueKind kind) {
        into_.open(kind);
        return true;
    }
    bool end() {
        into_.close();
        return true;
    }
    void stray() {}
    void done() {}

private:
    Record& into_;
};

}  // namespace

bool read_value(std::string_view text, Record& into) {
    boost::json::parse_options options;
    options.max_depth = json_depth;
    boost::json::basic_parser<OneValue> parser(options, into);
    boost::json::error_code fault;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), fault);
    return !fault && read == text.size();
}

}  // namespace clausier::decp
