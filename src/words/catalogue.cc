#include "words/catalogue.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "words/pattern.h"
#include "words/po.h"

namespace comity {

struct Catalogue::Messages {
  struct Message {
    Pieces pieces;
    bool unverified = false;
  };
  using InOneLanguage = std::map<std::string, Message, std::less<>>;

  std::array<InOneLanguage, languages.size()> by_language;
  InOneLanguage& of(Language language) { return by_language[static_cast<std::size_t>(language)]; }
  const InOneLanguage& of(Language language) const { return by_language[static_cast<std::size_t>(language)]; }
  const Message& at(Language language, std::string_view key) const {
    const auto it = of(language).find(key);
    check(it != of(language).end(), "no message " + std::string(key));
    return it->second;
  }
  Verdict agree() const;
};

namespace {

using Sources = std::map<std::string, PoMessage, std::less<>>;

Refusal refuse(std::string code, Language language, std::string_view key, std::string name = {},
               std::string found = {}) {
  Refusal refusal{std::move(code), {{"key", std::string(key)}, {"language", std::string(code_of(language))}}};
  if (!name.empty()) refusal.values[name] = std::move(found);
  return refusal;
}

std::string file_name(Language language) { return std::string(code_of(language)) + ".po"; }

Result<Sources> read_sources(Language language, std::string_view bytes) {
  auto read = parse_po(file_name(language), bytes);
  if (!read) return read.refusal();
  auto file = *std::move(read);
  Sources sources;
  for (auto& message : file.messages) {
    const auto key = message.key;
    sources.emplace(key, std::move(message));
  }
  return sources;
}

bool is_term(std::string_view key) { return key.starts_with("term."); }

// {term.x} replaced by the words of term.x in the same language (decisions.md 26), before ICU reads the pattern:
// so a linguist corrects a term once. Terms themselves stand for no other terms.
Result<std::string> expand_terms(Language language, const PoMessage& message, const Sources& sources) {
  std::string text = message.text;
  for (auto at = text.find("{term."); at != std::string::npos; at = text.find("{term.", at)) {
    const auto end = std::min(text.find('}', at), text.size());
    const auto term = text.substr(at + 1, end - at - 1);
    const auto it = sources.find(term);
    if (it == sources.end() || is_term(message.key)) return refuse("words-term", language, message.key, "term", term);
    text.replace(at, end + 1 - at, it->second.text);
    at += it->second.text.size();
  }
  return text;
}

Result<Pieces> compile(Language language, const PoMessage& message, const Sources& sources) {
  if (message.text.empty()) return refuse("words-missing", language, message.key);
  // In ICU ' quotes: l'{name} would print the braces. Texts of the United Nations have ’ in any case.
  if (message.text.find('\'') != std::string::npos) return refuse("words-apostrophe", language, message.key);
  const auto text = expand_terms(language, message, sources);
  if (!text) return text.refusal();
  auto pieces = parse_pattern(*text);
  if (!pieces) return refuse("words-pattern", language, message.key, "found", pieces.refusal().values.at("found"));
  if (const auto missing = missing_class(*pieces, language))
    return refuse("words-plural", language, message.key, "category", *missing);
  return pieces;
}

// A name that is in one of the two messages only.
// What a message names, as all languages must name it. Reports give each thing in the forms that languages need,
// {sessions} and {sessions_of}, and always those of the body.
std::set<std::string> named_by(std::string_view key, const Pieces& pieces) {
  std::set<std::string> names;
  const bool of_report = key.starts_with("report.");
  for (const auto& name : names_in(pieces)) names.insert(of_report ? name.substr(0, name.find('_')) : name);
  if (of_report) names.erase("body");
  return names;
}

std::string odd_name(std::string_view key, const Pieces& a, const Pieces& b) {
  const auto of_a = named_by(key, a), of_b = named_by(key, b);
  std::vector<std::string> odd;
  std::set_symmetric_difference(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(odd));
  return odd.empty() ? std::string() : odd.front();
}

}  // namespace

// Each key in all six languages, with the names that the English has.
Verdict Catalogue::Messages::agree() const {
  for (const auto language : languages) {
    for (const auto& [key, message] : of(language)) {
      const auto english = of(Language::en).find(key);
      if (english == of(Language::en).end()) return refuse("words-missing", Language::en, key);
      const auto odd = odd_name(key, message.pieces, english->second.pieces);
      if (!odd.empty()) return refuse("words-placeholder", language, key, "placeholder", odd);
    }
    for (const auto& [key, message] : of(Language::en))
      if (!of(language).contains(key)) return refuse("words-missing", language, key);
  }
  return Granted{};
}

Result<Catalogue> Catalogue::from(const std::map<std::string_view, std::string_view>& files) {
  auto messages = std::make_shared<Messages>();
  for (const auto language : languages) {
    const auto file = files.find("words/" + file_name(language));
    if (file == files.end()) return Refusal{"words-file", {{"file", file_name(language)}}};
    const auto sources = read_sources(language, file->second);
    if (!sources) return sources.refusal();
    for (const auto& [key, message] : *sources) {
      auto pieces = compile(language, message, *sources);
      if (!pieces) return pieces.refusal();
      messages->of(language).insert({key, {*std::move(pieces), message.unverified}});
    }
  }
  if (const auto same = messages->agree(); !same) return same.refusal();
  return Catalogue(std::move(messages));
}

Result<Catalogue> Catalogue::from_folder(const std::filesystem::path& folder) {
  std::map<std::string, std::string> contents;
  std::map<std::string_view, std::string_view> files;
  for (const auto language : languages) {
    std::ifstream file(folder / file_name(language), std::ios::binary);
    if (!file) return Refusal{"words-file", {{"file", (folder / file_name(language)).string()}}};
    auto& content = contents["words/" + file_name(language)];
    content.assign(std::istreambuf_iterator<char>(file), {});
  }
  for (const auto& [name, content] : contents) files[name] = content;
  return from(files);
}

std::string Catalogue::say(Language language, std::string_view key, const Values& values) const {
  auto said = say_pieces({*this, language}, messages_->at(language, key).pieces, values);
  return pseudo_ ? "⟦" + said + "⟧" : said;
}

bool Catalogue::has(std::string_view key) const { return messages_->of(Language::en).contains(key); }

bool Catalogue::unverified(Language language, std::string_view key) const {
  return messages_->at(language, key).unverified;
}

std::vector<std::string> Catalogue::keys() const {
  std::vector<std::string> keys;
  for (const auto& message : messages_->of(Language::en)) keys.push_back(message.first);
  return keys;
}

Catalogue Catalogue::pseudo() const {
  auto copy = *this;
  copy.pseudo_ = true;
  return copy;
}

std::string Tongue::say(std::string_view key, const Values& values) const {
  return catalogue_->say(language_, key, values);
}

std::string Tongue::say(const Refusal& refusal) const {
  return say("refusal." + refusal.code, Values(refusal.values.begin(), refusal.values.end()));
}

}  // namespace comity
