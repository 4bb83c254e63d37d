// The boundaries of RFC 2046 as browsers write them (RFC 7578); what they never write is refused.
#include "multipart.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"
#include "field_syntax.hpp"
#include "parameters.hpp"

namespace clausier::http {
namespace {

[[noreturn]] void refuse(std::string_view text) { throw core::Error(core::ErrorKind::invalid, "formulaire", text); }

[[noreturn]] void refuse_broken() {
    refuse("l’envoi est abîmé : ses parties ne se suivent pas comme annoncé ; renvoyez-le depuis la page");
}

bool is_boundary(std::string_view text) {
    static constexpr std::string_view marks = "'()+_,-./:=? ";
    return !text.empty() && text.size() <= 70 && text.back() != ' ' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || marks.find(c) != std::string_view::npos;
           });
}

bool is_line(std::string_view text) { return core::is_utf8(text) && is_field_value(text); }

std::string without_folders(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace

std::string multipart_boundary(std::string_view content_type) {
    if (!same_word(trim_blanks(content_type.substr(0, content_type.find(';'))), "multipart/form-data")) return {};
    const auto parsed = parse_parameters(content_type);
    const std::string* boundary = parsed ? parsed->find("boundary") : nullptr;
    if (boundary == nullptr || !is_boundary(*boundary))
        refuse("l’envoi n’annonce pas de séparateur valide ; renvoyez-le depuis la page");
    return *boundary;
}

MultipartReader::MultipartReader(std::string_view boundary, Form& form, const FormLimits& limits)
    : delimiter_("\r\n--" + std::string(boundary)), form_(form), limits_(limits) {}

void MultipartReader::feed(std::string_view bytes) {
    buffer_ += bytes;
    while (step()) {
    }
    buffer_.erase(0, at_);
    at_ = 0;
}

void MultipartReader::finish() const {
    if (state_ != State::ended || (buffer_ != "\r\n" && !buffer_.empty()))
        refuse("l’envoi s’est arrêté avant la fin ; renvoyez-le");
}

// Whether something was understood, and more may be.
bool MultipartReader::step() {
    switch (state_) {
        case State::opening:
            return open();
        case State::after_boundary:
            return after_boundary();
        case State::part_head:
            return read_part_head();
        case State::data:
            return read_data();
        case State::ended:
            if (rest().size() > 2) refuse_broken();
            return false;
    }
    return false;
}

bool MultipartReader::open() {
    const auto seen = rest().substr(0, delimiter_.size());
    if (!delimiter_.starts_with(seen)) refuse_broken();
    if (seen.size() < delimiter_.size()) return false;
    at_ += delimiter_.size();
    state_ = State::after_boundary;
    return true;
}

bool MultipartReader::after_boundary() {
    if (rest().size() < 2) return false;
    const auto two = rest().substr(0, 2);
    if (two == "--")
        state_ = State::ended;
    else if (two == "\r\n")
        state_ = State::part_head;
    else
        refuse_broken();
    at_ += 2;
    return true;
}

bool MultipartReader::read_part_head() {
    const auto end = rest().find("\r\n\r\n");
    if (std::min(end, rest().size()) > limits_.part_head)
        refuse("l’en-tête d’une partie de l’envoi est trop long ; raccourcissez le nom du fichier");
    if (end == std::string_view::npos) return false;
    begin_part(rest().substr(0, end));
    at_ += end + 4;
    state_ = State::data;
    return true;
}

void MultipartReader::begin_part(std::string_view head) {
    if (++parts_ > limits_.parts) refuse("l’envoi a plus de 1 000 parties ; envoyez-le en plusieurs fois");
    bool named = false;
    is_file_ = false;
    file_ = {};
    value_.clear();
    while (!head.empty()) {
        const auto line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(head.size(), line.size() + 2));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || !is_line(line)) refuse_broken();
        const auto value = trim_blanks(line.substr(colon + 1));
        if (same_word(line.substr(0, colon), "Content-Type")) file_.type = value;
        if (!same_word(line.substr(0, colon), "Content-Disposition")) continue;
        const auto parsed = parse_parameters(value);
        const std::string* name = parsed ? parsed->find("name") : nullptr;
        if (named || name == nullptr || !same_word(parsed->value, "form-data")) refuse_broken();
        named = true;
        name_ = *name;
        if (const std::string* filename = parsed->find("filename")) {
            is_file_ = true;
            file_.filename = without_folders(*filename);
        }
    }
    if (!named) refuse_broken();
    file_.name = name_;
}

bool MultipartReader::read_data() {
    const auto end = rest().find(delimiter_);
    if (end != std::string_view::npos) {
        add_data(rest().substr(0, end));
        end_part();
        at_ += end + delimiter_.size();
        state_ = State::after_boundary;
        return true;
    }
    // The last bytes may be the beginning of a boundary.
    if (rest().size() < delimiter_.size()) return false;
    const std::size_t sure = rest().size() - delimiter_.size() + 1;
    add_data(rest().substr(0, sure));
    at_ += sure;
    return false;
}

void MultipartReader::open_file() {
    if (file_.file) return;
    if (form_.files.size() >= limits_.files) refuse("l’envoi a plus de 20 fichiers ; envoyez-les en plusieurs fois");
    file_.file = std::make_shared<Spool>();
}

void MultipartReader::add_data(std::string_view bytes) {
    if (bytes.empty()) return;
    if (is_file_) {
        open_file();
        file_.file->write(bytes);
        return;
    }
    field_bytes_ += bytes.size();
    if (value_.size() + bytes.size() > limits_.field || field_bytes_ > limits_.fields)
        refuse("un champ du formulaire est trop long ; raccourcissez-le");
    value_ += bytes;
}

void MultipartReader::end_part() {
    if (is_file_) {
        // No name and no byte: the field of the page was left empty.
        if (!file_.file && file_.filename.empty()) return;
        open_file();
        form_.files.push_back(std::move(file_));
        return;
    }
    if (!core::is_utf8(value_) || value_.find('\0') != std::string::npos)
        refuse("un champ du formulaire n’est pas du texte UTF-8 ; revenez à la page et recommencez");
    form_.fields.add(name_, std::move(value_));
    value_.clear();
}

}  // namespace clausier::http
