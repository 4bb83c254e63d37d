// Implements the door of the module: what the file is, which sheet is wanted, and who reads it.
#include "clausier/sheets/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "archive.hpp"
#include "byte_input.hpp"
#include "clausier/core/text.hpp"
#include "compound.hpp"
#include "csv.hpp"
#include "essential_file.hpp"
#include "ods.hpp"
#include "package.hpp"
#include "sniff.hpp"
#include "workbook.hpp"
#include "xls.hpp"

namespace clausier::sheets {
namespace {

using core::Error;
using core::ErrorKind;

// A file of one format, opened: what it holds, and its rows.
class Reader {
public:
    virtual ~Reader() = default;
    virtual Opened opened() = 0;
    virtual void read(std::size_t sheet, core::RowSink& sink, Report& report, const core::Progress& progress) = 0;
};

class CsvFile : public Reader {
public:
    explicit CsvFile(const Source& source) : source_(source), input_(source), shape_(inspect_csv(input_, source)) {}
    Opened opened() override {
        return {Format::csv, {{source_name(source_), false}}, shape_.encoding, shape_.separator};
    }
    void read(std::size_t, core::RowSink& sink, Report& report, const core::Progress& progress) override {
        read_csv(input_, source_, shape_, sink, report, progress);
    }

private:
    const Source& source_;
    ByteInput input_;
    CsvShape shape_;
};

class ArchiveFile : public Reader {
public:
    explicit ArchiveFile(const Source& source) : source_(source), archive_(source), format_(archive_format(archive_)) {}
    Opened opened() override {
        return {format_, format_ == Format::xlsx ? xlsx_sheets(archive_) : ods_sheets(archive_)};
    }
    void read(std::size_t sheet, core::RowSink& sink, Report& report, const core::Progress& progress) override {
        const auto reader = format_ == Format::xlsx ? read_xlsx : read_ods;
        reader(archive_, sheet, sink, report, source_.limits, progress);
    }

private:
    const Source& source_;
    Archive archive_;
    Format format_;
};

class XlsFile : public Reader {
public:
    explicit XlsFile(const Source& source)
        : input_(source),
          file_(input_, source_name(source)),
          workbook_(workbook(file_), source_name(source), source.limits) {}
    Opened opened() override { return {Format::xls, workbook_.sheets()}; }
    void read(std::size_t sheet, core::RowSink& sink, Report& report, const core::Progress& progress) override {
        workbook_.read(sheet, sink, report, progress);
    }

private:
    // The same file, once it is known to be a workbook.
    static Compound& workbook(Compound& file) {
        if (file.has("EncryptedPackage"))
            throw file.refusal("le classeur est protégé par un mot de passe ; enregistrez-le sans mot de passe");
        if (file.has("WordDocument"))
            throw file.refusal("c’est un document Word, pas un tableur ; copiez son tableau dans un tableur");
        if (file.has("PowerPoint Document"))
            throw file.refusal(
                "c’est une présentation PowerPoint, pas un tableur ; copiez son tableau dans un tableur");
        if (!file.has("Workbook") && !file.has("Book"))
            throw file.refusal("le fichier ne contient aucun classeur ; donnez un fichier xlsx, ods, xls ou csv");
        return file;
    }

    ByteInput input_;
    Compound file_;
    XlsWorkbook workbook_;
};

class EssentialFile : public Reader {
public:
    EssentialFile(const Source& source, Format format) : source_(source), input_(source), format_(format) {}
    Opened opened() override { return {format_, {{source_name(source_), false}}}; }
    void read(std::size_t, core::RowSink& sink, Report& report, const core::Progress& progress) override {
        read_essential(input_, source_, format_, sink, report, progress);
    }

private:
    const Source& source_;
    ByteInput input_;
    Format format_;
};

std::string head_of(const Source& source) {
    ByteInput input(source);
    std::string head(std::size_t{8} * 1024, '\0');
    const auto got = input.read(0, head.data(), head.size());
    if (got < 0)
        throw Error(ErrorKind::not_found, source_name(source), "le fichier ne peut pas être lu ; vérifiez le disque");
    head.resize(static_cast<std::size_t>(got));
    return head;
}

std::unique_ptr<Reader> reader_of(const Source& source) {
    const Sniffed found = sniff(head_of(source));
    switch (found.kind) {
        case Kind::zip:
            return std::make_unique<ArchiveFile>(source);
        case Kind::compound:
            return std::make_unique<XlsFile>(source);
        case Kind::text:
            return std::make_unique<CsvFile>(source);
        case Kind::json:
            return std::make_unique<EssentialFile>(source, Format::decp_json);
        case Kind::xml:
            return std::make_unique<EssentialFile>(source, Format::decp_xml);
        case Kind::empty:
            throw Error(ErrorKind::invalid, source_name(source), "fichier vide ; vérifiez qu’il est complet");
        case Kind::refused:
            break;
    }
    throw Error(ErrorKind::invalid, source_name(source), found.refusal);
}

std::string names_of(const std::vector<SheetInfo>& sheets) {
    std::vector<std::string> names;
    names.reserve(sheets.size());
    for (const auto& sheet : sheets) names.push_back(fmt::format("« {} »", sheet.name));
    return fmt::format("{}", fmt::join(names, ", "));
}

// The position of the sheet of that exact name, else of the first whose folded name is the same.
std::optional<std::size_t> named(const std::vector<SheetInfo>& sheets, std::string_view name) {
    const auto find = [&](auto same) -> std::optional<std::size_t> {
        const auto found = std::find_if(sheets.begin(), sheets.end(), same);
        if (found == sheets.end()) return std::nullopt;
        return static_cast<std::size_t>(found - sheets.begin());
    };
    if (const auto exact = find([&](const SheetInfo& sheet) { return sheet.name == name; })) return exact;
    return find([folded = core::fold(name)](const SheetInfo& sheet) { return core::fold(sheet.name) == folded; });
}

[[noreturn]] void refuse_sheet(const Source& source, const std::vector<SheetInfo>& sheets, std::string_view wanted) {
    std::vector<std::string_view> names;
    names.reserve(sheets.size());
    for (const auto& sheet : sheets) names.push_back(sheet.name);
    const auto near = core::nearest(wanted, names);
    const auto advice = near.empty()
                            ? fmt::format("le fichier contient {}", names_of(sheets))
                            : fmt::format("vouliez-vous « {} » ? Le fichier contient {}", near, names_of(sheets));
    throw Error(ErrorKind::not_found, source_name(source), fmt::format("pas de feuille « {} » ; {}", wanted, advice));
}

std::size_t choose(const Source& source, const std::vector<SheetInfo>& sheets, std::optional<std::string_view> wanted) {
    if (sheets.empty())
        throw Error(ErrorKind::invalid, source_name(source),
                    "le classeur ne contient aucune feuille de cellules ; vérifiez-le");
    if (!wanted) {
        const auto shown =
            std::find_if(sheets.begin(), sheets.end(), [](const SheetInfo& sheet) { return !sheet.hidden; });
        return shown == sheets.end() ? 0 : static_cast<std::size_t>(shown - sheets.begin());
    }
    if (const auto found = named(sheets, *wanted)) return *found;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted->data(), wanted->data() + wanted->size(), number);
    const bool whole = error == std::errc() && end == wanted->data() + wanted->size();
    if (!whole || number == 0 || number > sheets.size()) refuse_sheet(source, sheets, *wanted);
    return number - 1;
}

// Says which visible sheets were left aside, when the caller did not choose.
void list_others(const Source& source, const std::vector<SheetInfo>& sheets, std::size_t chosen, Report& report) {
    std::vector<SheetInfo> others;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (i != chosen && !sheets[i].hidden) others.push_back(sheets[i]);
    if (others.empty()) return;
    report.issues.push_back({core::Severity::info, "autres_feuilles", source_name(source),
                             fmt::format("seule la feuille « {} » est lue ; pour une autre, donnez son nom : {}",
                                         sheets[chosen].name, names_of(others))});
}

}  // namespace

std::string_view format_name(Format format) {
    switch (format) {
        case Format::csv:
            return "csv";
        case Format::xlsx:
            return "xlsx";
        case Format::ods:
            return "ods";
        case Format::xls:
            return "xls";
        case Format::decp_json:
            return "decp-json";
        case Format::decp_xml:
            break;
    }
    return "decp-xml";
}

Opened open(const Source& source) { return reader_of(source)->opened(); }

Report read(const Source& source, core::RowSink& sink, std::optional<std::string_view> sheet,
            const core::Progress& progress) {
    const auto reader = reader_of(source);
    const Opened opened = reader->opened();
    const std::size_t chosen = choose(source, opened.sheets, sheet);
    Report report;
    report.format = opened.format;
    report.sheet = opened.sheets[chosen].name;
    if (!sheet) list_others(source, opened.sheets, chosen, report);
    reader->read(chosen, sink, report, progress);
    return report;
}

}  // namespace clausier::sheets
