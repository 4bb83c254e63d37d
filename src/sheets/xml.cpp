// Implements the layer over expat. Nothing thrown by a handler crosses expat: it is kept and thrown again after.
#include "xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <cstring>
#include <exception>
#include <memory>
#include <vector>

#include "clausier/core/xml_memory.hpp"
#include "read_ahead.hpp"

namespace clausier::sheets {
namespace {

constexpr std::size_t piece_size = std::size_t{64} << 10;
constexpr std::uint64_t worth_a_thread = 4 << 20;  // bytes from which inflating ahead pays for its thread
constexpr int depth_limit = 256;
constexpr std::int64_t token_limit = (1 << 20) + std::int64_t{piece_size};

constexpr std::string_view save_again =
    "le fichier est abîmé ou n’a pas été écrit par un tableur ; ouvrez-le dans un tableur et enregistrez-le de nouveau";

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class Session {
public:
    Session(Archive& archive, std::string_view entry, XmlHandler& handler)
        : archive_(archive),
          entry_(entry),
          handler_(handler),
          parser_(XML_ParserCreate_MM(nullptr, &core::bounded_xml_memory(), nullptr)) {
        if (parser_ == nullptr) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_start, on_end);
        if (handler.wants_text()) XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    // Parses one more piece of the part, empty at its end. False when there is nothing more to do.
    bool feed(std::string_view piece, std::uint64_t at_most) {
        archive_.tell(piece.empty());
        fed_ += static_cast<std::int64_t>(piece.size());
        if (static_cast<std::uint64_t>(fed_) > at_most)
            throw refusal("la partie est bien trop grande pour ce qu’elle décrit");
        const auto status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()),
                                      piece.empty() ? XML_TRUE : XML_FALSE);
        if (failure_) std::rethrow_exception(failure_);
        if (handler_.stopped()) return false;
        if (status != XML_STATUS_OK) throw malformed();
        const auto at = XML_GetCurrentByteIndex(parser_.get());
        if (at >= 0 && fed_ - at > token_limit) throw refusal("une balise dépasse 1 Mio");
        return !piece.empty();
    }

private:
    static Session& of(void* data) { return *static_cast<Session*>(data); }

    template <class F>
    void guarded(F&& call) {
        if (failure_ || handler_.stopped()) return;
        try {
            call();
        } catch (...) {
            failure_ = std::current_exception();
        }
        if (failure_ || handler_.stopped()) XML_StopParser(parser_.get(), XML_FALSE);
    }

    static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
        Session& self = of(data);
        self.guarded([&] {
            if (++self.depth_ > depth_limit) throw self.refusal("les balises sont imbriquées trop profondément");
            self.handler_.start(XmlName(name).local, XmlAttributes(attributes));
        });
    }

    static void on_end(void* data, const XML_Char* name) {
        Session& self = of(data);
        --self.depth_;
        self.guarded([&] { self.handler_.end(XmlName(name).local); });
    }

    static void on_text(void* data, const XML_Char* text, int size) {
        Session& self = of(data);
        self.guarded([&] { self.handler_.text({text, static_cast<std::size_t>(size)}); });
    }

    static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        Session& self = of(data);
        self.guarded([&] { throw self.refusal("la partie déclare un DOCTYPE, ce qu’aucun tableur n’écrit"); });
    }

    [[nodiscard]] core::Error refusal(std::string_view what) const {
        return archive_.refusal(fmt::format("{} ; {}", what, save_again), entry_);
    }

    [[nodiscard]] core::Error malformed() const {
        if (XML_GetErrorCode(parser_.get()) == XML_ERROR_NO_MEMORY)
            return refusal("la partie emploie bien plus de noms de balises qu’aucun tableur");
        return refusal(fmt::format("le XML est mal formé à la ligne {}", XML_GetCurrentLineNumber(parser_.get())));
    }

    Archive& archive_;
    std::string_view entry_;
    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    std::exception_ptr failure_;
    std::int64_t fed_ = 0;
    int depth_ = 0;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view local) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (XmlName(pair[0]).local == local) return pair[1];
    return {};
}

void parse_xml(Archive& archive, std::string_view entry, XmlHandler& handler, std::uint64_t at_most) {
    auto part = archive.open(entry);
    Session session(archive, entry, handler);
    if (part.declared_size() > worth_a_thread) {
        ReadAhead ahead(part);
        while (session.feed(ahead.next(), at_most)) {
        }
        return;
    }
    std::vector<char> buffer(piece_size);
    while (session.feed({buffer.data(), part.read(buffer.data(), buffer.size())}, at_most)) {
    }
}

}  // namespace clausier::sheets
