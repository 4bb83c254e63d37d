// Writes tables and their description.
#include "clausier/decp/package.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

#include "clausier/core/digest.hpp"
#include "clausier/core/table.hpp"
#include "json_text.hpp"
#include "table_columns.hpp"

namespace clausier::decp {
namespace {

constexpr std::string_view contracts = "contrats";
constexpr std::string_view left_out = "ecartes";

template <class Columns>
std::string header(const Columns& columns) {
    std::string out;
    for (const auto& column : columns) out += (out.empty() ? "" : ",") + std::string(column.name);
    return out + "\r\n";
}

void add_field(std::string& line, bool first, const std::string& value) {
    if (!first) line += ',';
    line += core::csv_field(value, ',', core::CsvSafety::guarded);
}

template <class Columns>
std::string schema_of(const Columns& columns) {
    JsonText json;
    json.open("", '{');
    json.open("fields", '[');
    for (const auto& column : columns) {
        json.open("", '{');
        json.text("name", column.name);
        json.text("type", column.type);
        json.text("title", column.title);
        if (column.required) {
            json.open("constraints", '{');
            json.bare("required", "true");
            json.close('}');
        }
        json.close('}');
    }
    json.close(']');
    json.open("missingValues", '[');
    json.text("", "");
    json.close(']');
    json.close('}');
    return json.str();
}

// A table of the package: what goes in is counted and digested.
class Measured {
public:
    Measured(std::string name, const FileMaker& files) : name_(std::move(name)), out_(files(name_)) {}
    void write(std::string_view text) {
        waiting_ += text;
        if (waiting_.size() >= piece) pass();
    }
    void finish() {
        pass();
        sha256_ = digest_.finish();
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    [[nodiscard]] const std::string& sha256() const { return sha256_; }

private:
    static constexpr std::size_t piece = 64 << 10;
    void pass() {
        out_(waiting_);
        digest_.update(waiting_);
        bytes_ += waiting_.size();
        waiting_.clear();
    }
    std::string name_;
    Output out_;
    std::string waiting_{};
    core::Sha256 digest_{};
    std::uint64_t bytes_ = 0;
    std::string sha256_{};
};

std::string file_name(std::string_view table, std::string_view ending) {
    return std::string(table) + std::string(ending);
}

void describe(JsonText& json, std::string_view name, std::string_view title, const Measured& file,
              const std::string& schema) {
    json.open("", '{');
    json.text("name", name);
    json.text("title", title);
    json.text("path", file.name());
    json.text("profile", "tabular-data-resource");
    json.text("format", "csv");
    json.text("mediatype", "text/csv");
    json.text("encoding", "utf-8");
    json.bare("bytes", std::to_string(file.bytes()));
    json.text("hash", "sha256:" + file.sha256());
    json.bare("schema", schema);
    json.close('}');
}

}  // namespace

TableWriter::TableWriter(Output out) : out_(std::move(out)) { out_(header(table_columns())); }

void TableWriter::add(const TakenLot& taken) {
    const std::size_t rows = std::max<std::size_t>(1, taken.entry.holders.size());
    for (std::size_t holder = 0; holder < rows; ++holder) {
        std::string line;
        for (const TableColumn& column : table_columns())
            add_field(line, &column == table_columns().data(), column.value(taken, holder));
        out_(line + "\r\n");
    }
}

LeftOutWriter::LeftOutWriter(Output out) : out_(std::move(out)) { out_(header(left_out_columns())); }

void LeftOutWriter::add(const LeftOutLot& one) {
    for (const core::Issue& fault : one.faults) {
        std::string line;
        for (const LeftOutColumn& column : left_out_columns())
            add_field(line, &column == left_out_columns().data(), column.value(one, fault));
        out_(line + "\r\n");
    }
}

std::string table_schema() { return schema_of(table_columns()); }

std::string left_out_schema() { return schema_of(left_out_columns()); }

FileMaker files_in(const std::filesystem::path& folder) {
    return [folder](const std::string& name) -> Output {
        const auto stream = std::make_shared<std::ofstream>(folder / name, std::ios::binary | std::ios::trunc);
        const auto check = [stream, name] {
            if (!*stream)
                throw core::Error(core::ErrorKind::unavailable, name,
                                  "le fichier ne peut pas être écrit ; vérifiez le dossier et la place sur le disque");
        };
        check();
        return [stream, check](std::string_view text) {
            stream->write(text.data(), static_cast<std::streamsize>(text.size()));
            stream->flush();
            check();
        };
    };
}

struct Package::State {
    FileMaker files;
    PackageInfo info;
    Measured contracts_file{file_name(contracts, ".csv"), files};
    Measured left_out_file{file_name(left_out, ".csv"), files};
    TableWriter table{[this](std::string_view text) { contracts_file.write(text); }};
    LeftOutWriter refused{[this](std::string_view text) { left_out_file.write(text); }};
};

Package::Package(const FileMaker& files, PackageInfo info) : state_(new State{files, std::move(info)}) {}
Package::~Package() = default;

void Package::add(std::span<const TakenLot> lots) {
    for (const TakenLot& lot : lots) state_->table.add(lot);
}

void Package::leave_out(const LeftOutLot& one) { state_->refused.add(one); }

void Package::finish() {
    State& s = *state_;
    s.contracts_file.finish();
    s.left_out_file.finish();
    s.files(file_name(contracts, ".schema.json"))(table_schema());
    s.files(file_name(left_out, ".schema.json"))(left_out_schema());
    JsonText json;
    json.open("", '{');
    json.text("profile", "tabular-data-package");
    json.text("name", s.info.name);
    json.text("title", s.info.title);
    json.text("created", core::iso(s.info.created) + "T00:00:00Z");
    json.open("resources", '[');
    describe(json, contracts, "Contrats, une ligne par titulaire", s.contracts_file, table_schema());
    describe(json, left_out, "Contrats laissés de côté, une ligne par raison", s.left_out_file, left_out_schema());
    json.close(']');
    json.close('}');
    s.files("datapackage.json")(json.str());
}

}  // namespace clausier::decp
