// Implements the reading of essential data over the bytes of a source.
#include "essential_file.hpp"

#include <iterator>

#include "clausier/decp/read.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t block_size = std::size_t{256} * 1024;

// The bytes of the input, block by block; every block tells the progress.
class Blocks {
public:
    Blocks(ByteInput& input, const Source& source, const core::Progress& progress)
        : input_(input), source_(source), progress_(progress), buffer_(block_size, '\0') {}

    std::string_view next() {
        if (progress_ && !progress_(at_, input_.size()))
            throw core::Error(core::ErrorKind::invalid, source_name(source_), "annulé");
        const auto got = input_.read(at_, buffer_.data(), buffer_.size());
        if (got < 0)
            throw core::Error(core::ErrorKind::invalid, source_name(source_),
                              "la lecture du fichier s’est interrompue ; vérifiez le disque et recommencez");
        at_ += static_cast<std::uint64_t>(got);
        return std::string_view(buffer_).substr(0, static_cast<std::size_t>(got));
    }

private:
    ByteInput& input_;
    const Source& source_;
    const core::Progress& progress_;
    std::string buffer_;
    std::uint64_t at_ = 0;
};

}  // namespace

void read_essential(ByteInput& input, const Source& source, Format format, core::RowSink& sink, Report& report,
                    const core::Progress& progress) {
    decp::ReadOptions options;
    options.name = source_name(source);
    options.record_bytes = source.limits.row_bytes;
    options.keep_before_fault = source.keep_before_fault;
    Blocks blocks(input, source, progress);
    const auto reader = format == Format::decp_json ? decp::read_json : decp::read_xml;
    auto done = reader([&blocks] { return blocks.next(); }, options, sink);
    if (done.records == 0)
        throw core::Error(core::ErrorKind::invalid, options.name,
                          "aucun marché ni contrat de concession n’y est trouvé ; donnez un fichier de données "
                          "essentielles (DECP) ou un tableur");
    report.rows = done.rows;
    report.cells = done.cells;
    report.issues.insert(report.issues.end(), std::make_move_iterator(done.issues.begin()),
                         std::make_move_iterator(done.issues.end()));
}

}  // namespace clausier::sheets
