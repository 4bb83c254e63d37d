// Implements CSV files: one pass to know the encoding, one to give the rows.
#include "csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "clausier/core/french.hpp"
#include "clausier/core/table.hpp"
#include "dialect.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t block_size = std::size_t{256} * 1024;
constexpr std::size_t head_size = std::size_t{64} * 1024;  // bytes from which the separator is found

[[noreturn]] void refuse(const Source& source, std::string_view where, std::string_view text) {
    const auto name = source_name(source);
    throw core::Error(core::ErrorKind::invalid, where.empty() ? name : fmt::format("{}, {}", name, where), text);
}

[[noreturn]] void refuse_zero(const Source& source) {
    refuse(source, {},
           "le fichier contient des octets nuls, ce n’est pas un texte CSV ; enregistrez-le en « CSV UTF-8 » depuis un "
           "tableur");
}

// The block at `offset`, in `buffer`; empty at the end.
std::string_view block_at(ByteInput& input, const Source& source, std::uint64_t offset, std::string& buffer) {
    const auto got = input.read(offset, buffer.data(), buffer.size());
    if (got < 0) refuse(source, {}, "la lecture du fichier s’est interrompue ; vérifiez le disque et recommencez");
    return std::string_view(buffer).substr(0, static_cast<std::size_t>(got));
}

TextFacts survey(ByteInput& input, const Source& source) {
    std::string buffer(block_size, '\0');
    TextSurvey survey;
    for (std::uint64_t at = 0;;) {
        const auto block = block_at(input, source, at, buffer);
        if (block.empty()) return survey.finish();
        survey.feed(block);
        at += block.size();
    }
}

// UTF-16 as its byte order mark tells, or without one the zero bytes of its ASCII letters.
enum class Utf16 { no, little, big };

Utf16 utf16_of(std::string_view head) {
    if (head.substr(0, 2) == "\xFF\xFE") return Utf16::little;
    if (head.substr(0, 2) == "\xFE\xFF") return Utf16::big;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    const std::size_t enough = head.size() / 4;
    if (zeros[0] == 0 && zeros[1] > enough) return Utf16::little;
    if (zeros[1] == 0 && zeros[0] > enough) return Utf16::big;
    return Utf16::no;
}

void find_encoding(CsvShape& shape, std::string_view head, ByteInput& input, const Source& source) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    const Utf16 utf16 = utf16_of(head);
    const Encoding asked = source.encoding;
    if (asked == Encoding::utf16 || (asked == Encoding::automatic && utf16 != Utf16::no)) {
        shape.encoding = Encoding::utf16;
        shape.big_endian = utf16 == Utf16::big;
        shape.begin = head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF" ? 2 : 0;
        return;
    }
    shape.facts = survey(input, source);
    if (shape.facts.nul) refuse_zero(source);
    const bool marked = head.substr(0, utf8_mark.size()) == utf8_mark;
    shape.encoding = asked != Encoding::automatic ? asked : marked ? Encoding::utf8 : shape.facts.encoding();
    if (marked && shape.encoding == Encoding::utf8) shape.begin = utf8_mark.size();
}

// Between the reader of records and the caller's sink: the limits, the counts, and the rows that are none.
class CsvSink : public core::RowSink {
public:
    CsvSink(const Source& source, const CsvShape& shape, core::RowSink& sink, Report& report)
        : source_(source), shape_(shape), sink_(sink), report_(report) {}

    bool row(const core::Row& row) override {
        const auto filled = static_cast<std::uint64_t>(
            std::count_if(row.cells.begin(), row.cells.end(), [](const core::Cell& cell) { return !cell.empty(); }));
        if (filled == 0 || (shape_.announced && row.number == 1)) return true;
        check_columns(row.cells.size(), row.number);
        if (row.number > source_.limits.rows)
            refuse(source_, {},
                   fmt::format("le fichier a plus de {} lignes ; partagez-le en plusieurs fichiers",
                               core::french::number(static_cast<std::int64_t>(source_.limits.rows), 1)));
        ++report_.rows;
        report_.cells += filled;
        return sink_.row(row);
    }
    void check_columns(std::size_t columns, std::uint64_t record) const {
        if (columns > source_.limits.columns)
            refuse(source_, fmt::format("ligne {}", record),
                   fmt::format("plus de {} colonnes ; vérifiez le séparateur et les guillemets",
                               core::french::number(static_cast<std::int64_t>(source_.limits.columns), 1)));
    }

private:
    const Source& source_;
    const CsvShape& shape_;
    core::RowSink& sink_;
    Report& report_;
};

void check_pending(const Source& source, const core::CsvReader& reader, const CsvSink& sink) {
    sink.check_columns(reader.pending_fields(), reader.pending_line());
    if (reader.pending() > source.limits.row_bytes)
        refuse(source, fmt::format("ligne {}", reader.pending_line()),
               fmt::format("la ligne dépasse {} Mio ; un guillemet y est sans doute resté ouvert, fermez-le",
                           source.limits.row_bytes >> 20U));
}

void warn(Report& report, const Source& source, std::string_view code, std::string text) {
    report.issues.push_back({core::Severity::warning, std::string(code), source_name(source), std::move(text)});
}

void tell(Report& report, const Source& source, const CsvShape& shape, std::uint64_t replaced) {
    using core::french::count;
    if (replaced != 0 && shape.encoding == Encoding::utf8)
        warn(report, source, "octets_cp1252",
             fmt::format("{} ne sont pas de l’UTF-8 et ont été lus comme du Windows-1252 ; vérifiez les accents",
                         count(replaced, "octet")));
    if (replaced != 0 && shape.encoding == Encoding::utf16)
        warn(report, source, "caracteres_remplaces",
             fmt::format(
                 "{} ne forment pas de caractère et sont remplacés par « \uFFFD » ; vérifiez le fichier d’origine",
                 count(replaced, "code UTF-16", "codes UTF-16")));
    if (shape.facts.lost != 0 && shape.encoding == Encoding::utf8)
        warn(report, source, "caracteres_perdus",
             fmt::format("{} dans le fichier avant sa lecture (« \uFFFD ») ; demandez l’original si ces mots comptent",
                         count(shape.facts.lost, "caractère perdu", "caractères perdus")));
    if (source.encoding == Encoding::automatic && shape.encoding == Encoding::cp1252 && shape.facts.looks_mac_roman())
        warn(
            report, source, "mac_roman_probable",
            "le texte, lu en Windows-1252, semble être en Mac Roman ; si les accents sont faux, demandez cet encodage");
}

}  // namespace

CsvShape inspect_csv(ByteInput& input, const Source& source) {
    std::string buffer(head_size, '\0');
    const std::string_view head = block_at(input, source, 0, buffer);
    CsvShape shape;
    find_encoding(shape, head, input, source);
    Decoder decoder(shape.encoding, shape.big_endian);
    std::string text;
    decoder.feed(head.substr(std::min<std::size_t>(shape.begin, head.size())), text);
    const auto announced = announced_separator(text);
    shape.announced = announced.has_value();
    if (source.separator != 0)
        shape.separator = source.separator;
    else
        shape.separator = announced ? *announced : find_separator(text, head.size() == input.size());
    return shape;
}

void read_csv(ByteInput& input, const Source& source, const CsvShape& shape, core::RowSink& sink, Report& report,
              const core::Progress& progress) {
    CsvSink guard(source, shape, sink, report);
    core::CsvReader reader(shape.separator, guard);
    Decoder decoder(shape.encoding, shape.big_endian);
    const bool as_it_is = shape.encoding == Encoding::utf8 && shape.facts.stray == 0;
    std::string buffer(block_size, '\0');
    std::string text;
    bool more = true;
    for (std::uint64_t at = shape.begin; more;) {
        const auto block = block_at(input, source, at, buffer);
        if (block.empty()) break;
        at += block.size();
        text.clear();
        if (!as_it_is) decoder.feed(block, text);
        if (text.find('\0') != std::string::npos) refuse_zero(source);
        more = reader.feed(as_it_is ? block : std::string_view(text));
        check_pending(source, reader, guard);
        if (progress && !progress(at, input.size())) refuse(source, {}, "annulé");
    }
    text.clear();
    decoder.finish(text);
    if (more && reader.feed(text)) reader.finish();
    tell(report, source, shape, decoder.replaced());
    if (reader.open_quote())
        report.issues.push_back({core::Severity::warning, "guillemet_ouvert",
                                 fmt::format("{}, ligne {}", source_name(source), reader.open_quote_line()),
                                 "un guillemet ouvert n’est jamais refermé ; il a été lu comme un caractère ordinaire, "
                                 "vérifiez cette ligne et les suivantes"});
}

}  // namespace clausier::sheets
