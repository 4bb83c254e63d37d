// Reads a JSON document as it comes: finds the records in it, and says where it breaks off.
#include <fmt/format.h>

#include <boost/json/basic_parser_impl.hpp>
#include <vector>

#include "fault.hpp"
#include "json_fault.hpp"
#include "json_tree.hpp"
#include "record_rows.hpp"

namespace clausier::decp {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view not_a_number = "NaN";

bool holds_records(std::string_view key) { return key == "marches" || key == "marche" || key == "contrat-concession"; }

// Knows where in the document records stand. The document itself is a record when it is an object that has keys of a
// record and none that holds records.
class Documents : public JsonTree<Documents> {
public:
    Documents(const ReadOptions& options, RecordRows& rows)
        : rows_(rows), record_(options.record_bytes), root_(options.record_bytes) {}

    Record* into() { return into_; }
    void key(std::string_view piece) {
        if (into_ != nullptr) return into_->append(piece);
        if (key_ended_) key_.clear();
        key_ended_ = false;
        key_ += piece;
    }
    void name() {
        if (into_ != nullptr) return into_->name();
        key_ended_ = true;
        if (levels_.back() != Level::root) return;
        if (holds_records(key_)) {
            only_records_ = true;
        } else {
            into_ = &root_;
            root_.append(key_);
            root_.name();
        }
    }
    bool begin(ValueKind kind) {
        if (into_ != nullptr)
            into_->open(kind);
        else
            begin_outside(kind);
        return true;
    }
    bool end() {
        if (into_ == nullptr) return end_outside();
        into_->close();
        if (into_ == &root_) {
            done();
            return true;
        }
        if (!record_.complete()) return true;
        into_ = nullptr;
        return rows_.give(record_);
    }
    void done() {
        if (into_ == &root_ && root_.depth() == 1) into_ = nullptr;
    }
    void stray() { rows_.stray(key_); }

    // The record that is being read, null when none is.
    [[nodiscard]] const Record* record() const { return into_ == &record_ ? into_ : nullptr; }

private:
    // `holder` contains lists of records by kind, `records` is such a list.
    enum class Level : std::uint8_t { root, holder, records };

    void begin_outside(ValueKind kind) {
        const bool first = levels_.empty();
        if (kind == ValueKind::list) {
            levels_.push_back(Level::records);
        } else if (first) {
            levels_.push_back(Level::root);
            root_.open(ValueKind::object);
        } else if (levels_.back() == Level::root && key_ == "marches") {
            levels_.push_back(Level::holder);
        } else {
            record_.clear();
            into_ = &record_;
            record_.open(ValueKind::object);
        }
    }
    bool end_outside() {
        const Level level = levels_.back();
        levels_.pop_back();
        if (level != Level::root) return true;
        root_.close();
        bool is_record = false;
        for (const auto field : root_.root()) is_record |= find_key(field.name()).use != KeyUse::unknown;
        if (is_record && !only_records_) return rows_.give(root_);
        for (const auto field : root_.root()) rows_.beside(field.name());
        return true;
    }

    RecordRows& rows_;
    Record record_;
    Record root_;  // what the document's object has beside records
    Record* into_ = nullptr;
    std::vector<Level> levels_;
    std::string key_;
    bool key_ended_ = false;
    bool only_records_ = false;
};

std::string_view id_of(const Record& record) {
    for (const auto field : record.root())
        if (field.name() == "id" && !field.contains()) return field.text();
    return {};
}

class JsonReading {
public:
    JsonReading(const ReadOptions& options, core::RowSink& sink)
        : options_(options), rows_(options, sink, report_), parser_(parse_options(), options, rows_) {}

    ReadReport run(const Pieces& pieces) {
        try {
            read(pieces);
        } catch (const RecordTooLarge&) {
            throw too_large(options_, report_.records + 1);
        }
        rows_.finish();
        if (not_numbers_ != 0)
            report_.issues.push_back(
                {core::Severity::warning, "nan_lu_comme_vide", options_.name,
                 fmt::format("« NaN », qui n’est pas du JSON, est lu comme une valeur absente ({} fois)",
                             not_numbers_)});
        return std::move(report_);
    }

private:
    static boost::json::parse_options parse_options() {
        boost::json::parse_options out;
        out.max_depth = json_depth;
        return out;
    }

    void read(const Pieces& pieces) {
        std::string_view piece;
        do {
            piece = pieces();
            if (position_.byte() == 0 && piece.substr(0, byte_order_mark.size()) == byte_order_mark) {
                position_.pass(byte_order_mark);
                piece.remove_prefix(byte_order_mark.size());
            }
        } while (take(piece));
    }

    // False when there is nothing more to read. A piece that ends where « NaN » may begin waits for the next one.
    bool take(std::string_view piece) {
        const bool last = piece.empty();
        if (!waiting_.empty()) {
            waiting_ += piece;
            joined_.swap(waiting_);
            waiting_.clear();
            piece = joined_;
        }
        if (!last) {
            const std::size_t begun = piece.ends_with("Na")                                    ? 2
                                      : piece.ends_with('N') && !piece.ends_with(not_a_number) ? 1
                                                                                               : 0;
            waiting_ = piece.substr(piece.size() - begun);
            piece.remove_suffix(begun);
        }
        return (piece.empty() && !last) || (feed_valid(piece) && (!last || feed({})));
    }

    // Python writes « NaN » where a value is missing, which is no JSON: in a record, it is read as null.
    bool feed_valid(std::string_view piece) {
        for (auto at = piece.find(not_a_number); at != std::string_view::npos; at = piece.find(not_a_number)) {
            if (at > 0 && !feed(piece.substr(0, at))) return false;
            const bool in_text =
                parser_.handler().in_text() || (at > 0 && piece[at - 1] == '"') || (at == 0 && quoted_);
            if (in_text || parser_.handler().record() == nullptr) {
                if (!feed(not_a_number)) return false;
            } else {
                boost::json::error_code code;
                parser_.write_some(true, "null", 4, code);
                if (code) {
                    fail(code, not_a_number);
                    return false;
                }
                position_.pass(not_a_number);
                ++not_numbers_;
            }
            quoted_ = false;
            piece.remove_prefix(at + not_a_number.size());
        }
        if (piece.empty()) return true;
        quoted_ = piece.back() == '"';
        return feed(piece);
    }

    // The same without judging what it holds; an empty piece is the end.
    bool feed(std::string_view piece) {
        boost::json::error_code code;
        const bool more = !piece.empty();
        std::size_t read = 0;
        if (!parser_.done()) read = parser_.write_some(more, piece.data(), piece.size(), code);
        if (code == boost::json::error::test_failure) return false;  // the sink has had enough
        if (!code && parser_.done()) {
            read = std::min(piece.find_first_not_of(" \t\r\n", read), piece.size());
            if (read < piece.size()) code = boost::json::error::extra_data;
        }
        position_.pass(piece.substr(0, read));
        if (code) fail(code, piece.substr(read));
        return more && !code;
    }

    void fail(const boost::json::error_code& code, std::string_view rest) {
        Fault fault;
        fault.format = "JSON";
        fault.reason = json_reason(code, rest);
        position_.tell(fault);
        if (const Record* record = parser_.handler().record()) {
            fault.record = report_.records + 1;
            fault.record_id = id_of(*record);
        }
        break_off(fault, options_, report_);
    }

    const ReadOptions& options_;
    ReadReport report_;
    RecordRows rows_;
    boost::json::basic_parser<Documents> parser_;
    Position position_;
    std::string waiting_, joined_;
    bool quoted_ = false;  // the last byte fed is a quote
    std::uint64_t not_numbers_ = 0;
};

}  // namespace

ReadReport read_json(const Pieces& pieces, const ReadOptions& options, core::RowSink& sink) {
    return JsonReading(options, sink).run(pieces);
}

}  // namespace clausier::decp
