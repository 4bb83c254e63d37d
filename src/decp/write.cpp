// Spells entries in JSON 2.0.4 and XML 2.0.2.
#include "clausier/decp/write.hpp"

#include <string>

#include "entry_layout.hpp"
#include "json_text.hpp"

namespace clausier::decp {
namespace {

// "oui" and "1" are booleans of XML that JSON spells otherwise.
std::string_view json_bare(std::string_view text) { return text == "oui" ? "true" : text == "non" ? "false" : text; }

class JsonLayout final : public Layout {
public:
    void value(std::string_view name, std::string_view text, bool bare) override {
        if (bare)
            json_.bare(name, json_bare(text));
        else
            json_.text(name, text);
    }
    void open(std::string_view name) override { json_.open(name, '{'); }
    void close(std::string_view) override { json_.close('}'); }
    void words(std::string_view name, std::string_view item, const std::vector<std::string>& all) override {
        json_.open(name, '{');
        json_.open(item, '[');
        for (const std::string& word : all) json_.text("", word);
        json_.close(']');
        json_.close('}');
    }
    void open_list(std::string_view name) override { json_.open(name, '['); }
    void open_item(std::string_view item) override {
        json_.open("", '{');
        json_.open(item, '{');
    }
    void close_item(std::string_view) override {
        json_.close('}');
        json_.close('}');
    }
    void close_list(std::string_view) override { json_.close(']'); }

    // One whole object.
    const std::string& spell(const Entry& entry) {
        json_.clear();
        json_.open("", '{');
        lay_out(entry, *this, json_change_item);
        json_.close('}');
        return json_.str();
    }

private:
    JsonText json_{};
};

class JsonWriter final : public EntryWriter {
public:
    explicit JsonWriter(Output out) : out_(std::move(out)) {}
    void add(const Entry& entry) override {
        if (entry.concession) {
            concessions_ += (concessions_.empty() ? "" : ",\n") + layout_.spell(entry);
            return;
        }
        out_((begun_ ? ",\n" : std::string(head)) + layout_.spell(entry));
        begun_ = true;
    }
    void finish() override {
        if (!begun_) out_(head);
        out_("\n]");
        if (!concessions_.empty()) out_(",\"contrat-concession\":[\n" + concessions_ + "\n]");
        out_("}}\n");
    }

private:
    static constexpr std::string_view head = "{\"marches\":{\"marche\":[\n";
    Output out_;
    JsonLayout layout_{};
    std::string concessions_{};
    bool begun_ = false;
};

class XmlLayout final : public Layout {
public:
    void value(std::string_view name, std::string_view text, bool) override {
        tag("<", name);
        for (const char c : text) add(c);
        tag("</", name);
    }
    void open(std::string_view name) override { tag("<", name); }
    void close(std::string_view name) override { tag("</", name); }
    void words(std::string_view name, std::string_view item, const std::vector<std::string>& all) override {
        open(name);
        for (const std::string& word : all) value(item, word, false);
        close(name);
    }
    void open_list(std::string_view name) override { open(name); }
    void open_item(std::string_view item) override { open(item); }
    void close_item(std::string_view item) override { close(item); }
    void close_list(std::string_view name) override { close(name); }

    std::string spell(const Entry& entry) {
        text_.clear();
        const std::string_view name = entry.concession ? "contrat-concession" : "marche";
        open(name);
        lay_out(entry, *this, xml_change_item);
        close(name);
        return text_ + "\n";
    }

private:
    void tag(std::string_view begin, std::string_view name) {
        text_ += begin;
        text_ += name;
        text_ += '>';
    }
    // What XML 1.0 cannot hold becomes U+FFFD.
    void add(char c) {
        if (c == '&')
            text_ += "&amp;";
        else if (c == '<')
            text_ += "&lt;";
        else if (c == '>')
            text_ += "&gt;";
        else if (c == '\r')
            text_ += "&#13;";
        else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n')
            text_ += "\uFFFD";
        else
            text_ += c;
    }
    std::string text_{};
};

class XmlWriter final : public EntryWriter {
public:
    explicit XmlWriter(Output out) : out_(std::move(out)) {
        out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<marches>\n");
    }
    void add(const Entry& entry) override { out_(layout_.spell(entry)); }
    void finish() override { out_("</marches>\n"); }

private:
    Output out_;
    XmlLayout layout_{};
};

}  // namespace

std::unique_ptr<EntryWriter> json_writer(Output out) { return std::make_unique<JsonWriter>(std::move(out)); }
std::unique_ptr<EntryWriter> xml_writer(Output out) { return std::make_unique<XmlWriter>(std::move(out)); }

}  // namespace clausier::decp
