// Reads an XML document as it comes: its records are the elements of two names, wherever they stand.
#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>

#include "clausier/core/one_byte.hpp"
#include "clausier/core/text.hpp"
#include "clausier/core/xml_memory.hpp"
#include "fault.hpp"
#include "record_rows.hpp"

namespace clausier::decp {
namespace {

constexpr std::size_t depth_limit = 64;
constexpr std::int64_t tag_limit = 1 << 20;  // bytes
constexpr std::size_t outside_text = 1'000;  // bytes of a text outside records that are looked at
constexpr int piece_limit = 1 << 20;         // bytes given to expat at once

// Elements that hold a list: written in JSON, each child is an object of one key.
constexpr std::array<std::string_view, 7> lists = {"titulaires",
                                                   "concessionnaires",
                                                   "modifications",
                                                   "actesSousTraitance",
                                                   "modificationsActesSousTraitance",
                                                   "donneesExecution",
                                                   "tarifs"};

bool holds_list(std::string_view name) { return std::find(lists.begin(), lists.end(), name) != lists.end(); }

std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// How the bytes of an encoding are read, by its name in the declaration; nullptr when it is none of these.
char32_t (*one_byte_encoding(std::string_view name))(unsigned char) {
    const std::string folded = core::fold(name);
    if (folded == "windows 1252" || folded == "cp1252") return core::cp1252;
    if (folded == "iso 8859 15" || folded == "latin 9" || folded == "latin9") return core::iso_8859_15;
    return nullptr;
}

std::string reason(XML_Error code) {
    switch (code) {
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return "le fichier s’arrête avant sa fin, ou une balise n’est pas fermée";
        case XML_ERROR_INVALID_TOKEN:
            return "un caractère interdit s’y trouve, ou un « & » ou un « < » qui n’est pas échappé";
        case XML_ERROR_TAG_MISMATCH:
            return "une balise fermante n’est pas celle de l’élément ouvert";
        case XML_ERROR_UNDEFINED_ENTITY:
            return "une entité « &…; » y est inconnue";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return "du texte suit la fin du document";
        case XML_ERROR_UNKNOWN_ENCODING:
        case XML_ERROR_INCORRECT_ENCODING:
            return "son encodage n’est ni UTF-8, ni UTF-16, ni ISO-8859-1 ou -15, ni Windows-1252";
        case XML_ERROR_NO_MEMORY:
            return "il emploie bien plus de noms de balises qu’aucun fichier de ce format";
        default:
            return "une balise est mal formée";
    }
}

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class XmlReading {
public:
    XmlReading(const ReadOptions& options, core::RowSink& sink)
        : options_(options),
          rows_(options, sink, report_),
          record_(options.record_bytes),
          parser_(XML_ParserCreate_MM(nullptr, &core::bounded_xml_memory(), nullptr)) {
        if (parser_ == nullptr) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
        XML_SetUnknownEncodingHandler(parser_.get(), on_encoding, this);
    }

    ReadReport run(const Pieces& pieces) {
        try {
            bool more = true;
            while (more) {
                std::string_view piece = pieces();
                more = !piece.empty();
                do {
                    const auto part = piece.substr(0, piece_limit);
                    piece.remove_prefix(part.size());
                    if (!feed(part)) more = false;
                } while (more && !piece.empty());
            }
        } catch (const RecordTooLarge&) {
            throw too_large(options_, report_.records + 1);
        }
        rows_.finish();
        return std::move(report_);
    }

private:
    static XmlReading& of(void* data) { return *static_cast<XmlReading*>(data); }

    // Nothing thrown crosses expat: it is kept and thrown again after.
    template <class F>
    void guarded(F&& call) {
        if (failure_ || stopped_) return;
        try {
            call();
        } catch (...) {
            failure_ = std::current_exception();
        }
        if (failure_ || stopped_) XML_StopParser(parser_.get(), XML_FALSE);
    }
    static void on_start(void* data, const XML_Char* name, const XML_Char**) {
        of(data).guarded([&] { of(data).start(local(name)); });
    }
    static void on_end(void* data, const XML_Char* name) {
        of(data).guarded([&] { of(data).end(local(name)); });
    }
    static void on_text(void* data, const XML_Char* text, int size) {
        of(data).guarded([&] { of(data).text({text, static_cast<std::size_t>(size)}); });
    }
    static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        of(data).guarded(
            [&] { throw of(data).refusal("il déclare un DOCTYPE, ce qu’aucun fichier de ce format n’a"); });
    }

    // An encoding that expat does not know of itself; the remark is made once, in the prolog.
    static int on_encoding(void* data, const XML_Char* name, XML_Encoding* info) {
        const auto decode = one_byte_encoding(name);
        if (decode == nullptr) return XML_STATUS_ERROR;
        for (int byte = 0; byte < 256; ++byte)
            info->map[byte] = static_cast<int>(decode(static_cast<unsigned char>(byte)));
        of(data).guarded([&] { of(data).tell_encoding(name); });
        return XML_STATUS_OK;
    }
    void tell_encoding(std::string_view name) {
        report_.issues.push_back(
            {core::Severity::info, "encodage_ancien", options_.name,
             fmt::format("le fichier se dit en {} et est lu ainsi ; vérifiez les accents, et demandez de l’UTF-8",
                         name)});
    }

    [[nodiscard]] core::Error refusal(std::string_view what) const {
        return {core::ErrorKind::invalid,
                fmt::format("{}, ligne {}", options_.name, XML_GetCurrentLineNumber(parser_.get())),
                fmt::format("{} ; demandez un fichier de données essentielles (DECP)", what)};
    }

    void start(std::string_view name) {
        if (++depth_ > depth_limit) throw refusal("ses balises sont imbriquées trop profondément");
        if (record_.empty()) {
            if (name == "marche" || name == "contrat-concession") record_.open(ValueKind::object);
            text_.clear();
            return;
        }
        drop_mixed();
        if (in_list_.back()) record_.open(ValueKind::object);
        record_.append(name);
        record_.name();
        record_.open(holds_list(name) ? ValueKind::list : ValueKind::object);
        in_list_.push_back(holds_list(name));
    }

    void end(std::string_view name) {
        --depth_;
        if (record_.empty()) {
            if (!core::trim(text_).empty()) rows_.beside(name);
            text_.clear();
            return;
        }
        const auto text = core::trim(text_);
        if (record_.depth() > 1 && record_.childless() && !(in_list_.back() && text.empty())) {
            record_.append(text);
            record_.close_as_text();
        } else {
            drop_mixed();
            record_.close();
        }
        text_.clear();
        if (record_.complete()) return give();
        in_list_.pop_back();
        if (in_list_.back()) record_.close();
    }

    // Text between elements, where there should be none.
    void drop_mixed() {
        if (!core::trim(text_).empty()) rows_.stray({});
        text_.clear();
    }

    void give() {
        stopped_ = !rows_.give(record_);
        record_.clear();
    }

    void text(std::string_view piece) {
        const std::size_t most = record_.empty() ? outside_text : static_cast<std::size_t>(options_.record_bytes);
        if (text_.size() + piece.size() > most) {
            if (!record_.empty()) throw RecordTooLarge();
            piece = piece.substr(0, most - text_.size());
        }
        text_ += piece;
    }

    // False when there is nothing more to read.
    bool feed(std::string_view piece) {
        fed_ += static_cast<std::int64_t>(piece.size());
        const auto status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()),
                                      piece.empty() ? XML_TRUE : XML_FALSE);
        if (failure_) std::rethrow_exception(failure_);
        if (stopped_) return false;
        if (status != XML_STATUS_OK) {
            fail();
            return false;
        }
        const auto at = XML_GetCurrentByteIndex(parser_.get());
        if (at >= 0 && fed_ - at > tag_limit + piece_limit) throw refusal("une balise dépasse 1 Mio");
        return true;
    }

    void fail() {
        Fault fault;
        fault.format = "XML";
        fault.reason = reason(XML_GetErrorCode(parser_.get()));
        fault.byte = static_cast<std::uint64_t>(std::max<std::int64_t>(XML_GetCurrentByteIndex(parser_.get()), 0));
        fault.line = XML_GetCurrentLineNumber(parser_.get());
        fault.column = XML_GetCurrentColumnNumber(parser_.get()) + 1;
        if (!record_.empty()) {
            fault.record = report_.records + 1;
            for (const auto field : record_.root())
                if (field.name() == "id" && !field.contains()) fault.record_id = field.text();
        }
        break_off(fault, options_, report_);
    }

    const ReadOptions& options_;
    ReadReport report_;
    RecordRows rows_;
    Record record_;                     // the one being read, empty outside
    std::vector<bool> in_list_{false};  // of each open element, from the record on
    std::string text_;                  // since the last tag
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    std::exception_ptr failure_;
    std::int64_t fed_ = 0;
    std::size_t depth_ = 0;
    bool stopped_ = false;
};

}  // namespace

ReadReport read_xml(const Pieces& pieces, const ReadOptions& options, core::RowSink& sink) {
    return XmlReading(options, sink).run(pieces);
}

}  // namespace clausier::decp
