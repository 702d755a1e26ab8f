#include "web/feed.h"

#include <algorithm>

namespace comity {
namespace {

// XML 1.0, 2.2: what no XML document may hold becomes U+FFFD.
std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_character = text.substr(i).starts_with("\xEF\xBF\xBE") || text.substr(i).starts_with("\xEF\xBF\xBF");
    if (no_character) i += 2;
    if (no_character || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'))
      out += "\xEF\xBF\xBD";
    else if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : " " + std::string(name) + "=\"" + xml(value) + "\"";
}

std::string element(const std::string& name, std::string_view content, const std::string& attributes = {}) {
  return "<" + name + attributes + ">" + xml(content) + "</" + name + ">\n";
}

std::string link(std::string_view rel, std::string_view type, std::string_view language, const std::string& href) {
  return "<link" + attribute("rel", rel) + attribute("type", type) + attribute("hreflang", language) +
         attribute("href", href) + "/>\n";
}

std::string text_at(const Json& row, std::string_view name) {
  const auto* found = member(row, name);
  const auto* said = found ? text(*found) : nullptr;
  return said ? *said : std::string();
}

// "titles.text" of the page, "mark.entry" of the twin.
Json at_path(const Json& row, std::string_view first, std::string_view second) {
  const auto* outer = member(row, first);
  const auto* inner = outer ? member(*outer, second) : nullptr;
  return inner ? *inner : Json("");
}

std::string said_at(const Json& row, std::string_view first, std::string_view second) {
  const auto found = at_path(row, first, second);
  const auto* said = text(found);
  return said ? *said : std::string();
}

struct Title {
  std::string text{};
  std::string lang{};     // where it is not that of the feed
  std::string working{};  // "1" for a working translation
};

Title title_of(const Json& row) {
  for (const char* name : {"titles", "names", "title", "text"})
    if (const auto said = said_at(row, name, "text"); !said.empty())
      return {said, said_at(row, name, "fallback").empty() ? "" : said_at(row, name, "lang"),
              said_at(row, name, "working")};
  for (const char* name : {"name", "kind", "symbol", "id"})
    if (const auto said = text_at(row, name); !said.empty()) return {said, {}, {}};
  return {};
}

// What the row says besides its title, each as the page says it.
std::string summary_of(const Voice& voice, const Json& row, const Title& title) {
  std::vector<std::string> parts{text_at(row, "symbol"), said_at(row, "type", "text"), text_at(row, "about")};
  for (const char* name : {"days", "start", "date", "happened", "place", "status", "certainty"})
    parts.push_back(said_at(row, name, "text"));
  if (const auto* mark = member(row, "mark")) parts.push_back(said_at(*mark, "mark", "text"));
  if (!title.working.empty()) parts.push_back(voice.tongue.say("translation.working"));
  std::string out;
  for (const auto& part : parts)
    if (!part.empty() && part != title.text) out += (out.empty() ? "" : " · ") + part;
  return out;
}

// The path by which the row's thing is named: its id, its symbol, or the number of its entry.
std::string path_of(const Json& twin_row) {
  for (const char* name : {"id", "symbol"})
    if (auto said = text_at(twin_row, name); !said.empty()) return said;
  const auto* count = member(twin_row, "number");
  return count && number(*count) ? "record/" + std::to_string(*number(*count)) : std::string();
}

// When the record took in what the row tells; of an entry, its own instant.
Instant updated(const FeedOf& of, const Json& twin_row) {
  const auto entry = at_path(twin_row, "mark", "entry");
  if (const auto* count = number(entry)) return of.at(*count);
  return parse_instant(text_at(twin_row, "at")).value_or(Instant{});
}

std::string entry(const FeedOf& of, const Json& row, const Json& twin_row) {
  const auto title = title_of(row);
  const auto summary = summary_of(of.voice, row, title);
  const auto href = text_at(row, "href");
  std::string out = "<entry>\n" + element("id", tag_uri(of.origin, path_of(twin_row))) +
                    element("title", title.text, attribute("xml:lang", title.lang)) +
                    element("updated", print(updated(of, twin_row)));
  if (!href.empty()) out += link("alternate", "text/html", code_of(of.voice.language()), of.host + href);
  // RFC 4287, 4.1.2: an entry without an alternate link must hold its content.
  if (href.empty() || !summary.empty()) out += element(href.empty() ? "content" : "summary", summary);
  return out + "</entry>\n";
}

// The feed itself, its page, and the same feed in the other languages.
std::string links(const FeedOf& of, Address address) {
  constexpr std::string_view type = "application/atom+xml";
  const auto own = code_of(of.voice.language());
  std::string out = link("self", type, own, of.host + of.target);
  for (const auto language : languages) {
    address.language = language;
    address.suffix = Suffix::atom;
    if (code_of(language) != own) out += link("alternate", type, code_of(language), of.host + print(address));
  }
  address.language = of.voice.language();
  address.suffix = Suffix::none;
  return out + link("alternate", "text/html", own, of.host + print(address));
}

std::vector<std::pair<Json, Json>> rows_of(const FeedOf& of) {
  const auto* page = member(of.made.page, of.list);
  const auto* twin = member(of.made.twin, of.list);
  const auto* said = page ? list(*page) : nullptr;
  const auto* plain = twin ? list(*twin) : nullptr;
  std::vector<std::pair<Json, Json>> rows;
  if (!said || !plain) return rows;
  check(said->size() == plain->size(), "a page and its twin hold different lists");
  for (std::size_t i = 0; i < said->size(); ++i) rows.push_back({(*said)[i], (*plain)[i]});
  return rows;
}

// RFC 4151, 2.1: letters and digits, with '-' inside, in parts joined by '.'.
bool is_host(std::string_view text) {
  if (text.empty() || text.find("..") != std::string_view::npos) return false;
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return plain(text.front()) && plain(text.back()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-' || c == '.'; });
}

}  // namespace

std::string tag_uri(std::string_view origin, std::string_view path) {
  auto host = origin.substr(0, origin.find('/'));
  auto rest = origin.substr(std::min(origin.size(), host.size() + 1));
  if (!is_host(host)) {
    host = "comity.invalid";
    rest = origin;
  }
  std::string specific;
  for (const char c : std::string(rest) + (rest.empty() || path.empty() ? "" : "/") + std::string(path)) {
    const bool stands = c == '/' || c == '?' || c == '=' || c == '&';
    specific += stands ? std::string(1, c) : escaped(std::string_view(&c, 1));
  }
  return "tag:" + std::string(host) + ",2026:" + specific;
}

std::string feed(const FeedOf& of) {
  const auto address = parse_address(of.target);
  check(bool(address), "a feed was asked for under an address that cannot be read");
  auto plain = *address;
  plain.language.reset();
  Instant latest{};  // of an empty list: nothing has ever been told
  std::string entries;
  for (const auto& [row, twin_row] : rows_of(of)) {
    latest = std::max(latest, updated(of, twin_row));
    entries += entry(of, row, twin_row);
  }
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"" +
         attribute("xml:lang", code_of(of.voice.language())) + ">\n" +
         element("id", tag_uri(of.origin, print(plain).substr(1))) + element("title", of.made.title) +
         element("updated", print(latest)) + "<author><name>Comity</name></author>\n" +
         element("generator", "Comity", attribute("version", COMITY_VERSION)) + links(of, *address) + entries +
         "</feed>\n";
}

}  // namespace comity
