// The rules of contacts, exchanges and tasks.
#include "clausier/domain/follow_up.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

using Issues = std::vector<core::Issue>;

struct Word {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Word, 4> subject_words{
    {{"organisation", "organisation"}, {"dossier", "dossier"}, {"marche", "marché"}, {"lot", "lot"}}};
constexpr std::array<Word, 4> exchange_words{
    {{"appel", "Appel"}, {"reunion", "Réunion"}, {"visite", "Visite"}, {"message", "Message"}}};

template <class E>
std::optional<E> found(const std::array<Word, 4>& words, std::string_view code) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].code == code) return static_cast<E>(i);
    return std::nullopt;
}

// In characters.
constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_text = 20'000;

void refuse(Issues& issues, std::string where, std::string_view code, std::string text) {
    issues.push_back({core::Severity::error, std::string(code), std::move(where), std::move(text)});
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void within(Issues& issues, const char* where, const std::string& text, std::size_t limit) {
    if (characters(text) > limit)
        refuse(issues, where, "texte_long",
               "le texte dépasse " + core::french::number(static_cast<std::int64_t>(limit), 1) +
                   " caractères ; raccourcissez-le");
}

void line(Issues& issues, const char* where, const std::string& text) { within(issues, where, text, longest_line); }

void present(Issues& issues, const char* where, const std::string& text, std::string sentence) {
    if (core::trim(text).empty()) refuse(issues, where, "champ_absent", std::move(sentence));
    line(issues, where, text);
}

bool likely_email(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0) return false;
    if (text.find_first_of(" \t,;<>\"()") != std::string_view::npos) return false;
    const std::string_view place = text.substr(at + 1);
    const std::size_t dot = place.find('.');
    return dot != std::string_view::npos && dot > 0 && !place.ends_with('.') &&
           place.find("..") == std::string_view::npos;
}

// A number of any country, with an extension if need be (« poste 12 »).
bool likely_phone(std::string_view text) {
    constexpr std::ptrdiff_t fewest = 3;
    constexpr std::ptrdiff_t most = 20;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= fewest && digits <= most;
}

std::string plain_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        out += text[i] == '\r' ? '\n' : text[i];
    }
    return std::string(core::trim(out));
}

void collapse_all(std::initializer_list<std::string*> texts) {
    for (std::string* text : texts) *text = core::collapse(*text);
}

std::string shown(const std::optional<core::Date>& date) { return date ? core::french::date(*date) : ""; }

}  // namespace

std::string_view code(SubjectKind kind) { return subject_words.at(static_cast<std::size_t>(kind)).code; }
std::string_view label(SubjectKind kind) { return subject_words.at(static_cast<std::size_t>(kind)).label; }
std::optional<SubjectKind> subject_kind(std::string_view code) { return found<SubjectKind>(subject_words, code); }

std::string_view code(ExchangeKind kind) { return exchange_words.at(static_cast<std::size_t>(kind)).code; }
std::string_view label(ExchangeKind kind) { return exchange_words.at(static_cast<std::size_t>(kind)).label; }
std::optional<ExchangeKind> exchange_kind(std::string_view code) { return found<ExchangeKind>(exchange_words, code); }

bool late(const Task& task, core::Date today) { return !task.done_on && task.due_on && *task.due_on < today; }

void tidy(Contact& c) {
    collapse_all({&c.name, &c.role, &c.phone, &c.email});
    c.note = plain_lines(c.note);
}
void tidy(Exchange& e) {
    collapse_all({&e.owner, &e.summary});
    e.report = plain_lines(e.report);
}
void tidy(Task& t) { collapse_all({&t.title, &t.owner}); }

Issues faults(const Contact& c) {
    Issues issues;
    present(issues, "nom", c.name, "donnez le nom du contact");
    line(issues, "fonction", c.role);
    line(issues, "telephone", c.phone);
    line(issues, "courriel", c.email);
    if (!c.phone.empty() && !likely_phone(c.phone))
        refuse(issues, "telephone", "telephone",
               "ce n’est pas un numéro de téléphone ; écrivez par exemple 01 99 00 12 34, ou videz-le");
    if (!c.email.empty() && !likely_email(c.email))
        refuse(issues, "courriel", "courriel",
               "ce n’est pas une adresse électronique ; écrivez par exemple achats@valbrume.example, ou videz-la");
    within(issues, "note", c.note, longest_text);
    return issues;
}

Issues faults(const Exchange& e) {
    Issues issues;
    if (!e.on.ok()) refuse(issues, "date", "date_absente", "donnez le jour de l’échange ou du rendez-vous");
    present(issues, "resume", e.summary, "résumez l’échange en une ligne");
    line(issues, "referent", e.owner);
    within(issues, "compte_rendu", e.report, longest_text);
    return issues;
}

Issues faults(const Task& t) {
    Issues issues;
    present(issues, "titre", t.title, "dites ce qu’il y a à faire");
    line(issues, "referent", t.owner);
    return issues;
}

std::vector<FieldText> field_texts(const Contact& c) {
    return {{"nom", "Nom", c.name},
            {"fonction", "Fonction", c.role},
            {"telephone", "Téléphone", c.phone},
            {"courriel", "Courriel", c.email},
            {"note", "Note", c.note}};
}

std::vector<FieldText> field_texts(const Exchange& e) {
    return {{"nature", "Nature", std::string(label(e.kind))},
            {"date", "Date", shown(e.on)},
            {"contact", "Contact", e.contact ? "n° " + std::to_string(e.contact->value) : ""},
            {"referent", "Référent", e.owner},
            {"resume", "Résumé", e.summary},
            {"compte_rendu", "Compte rendu", e.report}};
}

std::vector<FieldText> field_texts(const Task& t) {
    return {{"titre", "Tâche", t.title},
            {"referent", "Référent", t.owner},
            {"echeance", "Échéance", shown(t.due_on)},
            {"faite_le", "Faite le", shown(t.done_on)}};
}

}  // namespace clausier::domain
