#include "web/address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace comity {
namespace {

using Query = std::map<std::string, std::string>;

constexpr std::size_t most_query_keys = 64;
constexpr std::array suffixes{Suffix::json, Suffix::csv,  Suffix::atom, Suffix::ics, Suffix::txt,
                              Suffix::akn,  Suffix::fodt, Suffix::bib,  Suffix::ris, Suffix::csl,
                              Suffix::odt,  Suffix::docx, Suffix::pdf};

Refusal malformed(std::size_t position) {
  return Refusal{"address-malformed", {{"position", std::to_string(position)}}};
}
Refusal query_malformed(std::size_t position) {
  return Refusal{"query-malformed", {{"position", std::to_string(position)}}};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_visible(char c) { return c > 0x20 && c < 0x7f; }
// RFC 3986 section 2.3: what needs no escape anywhere.
bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// The byte that text[at] begins, and how many characters it took; nothing for a broken escape.
std::optional<std::pair<char, std::size_t>> unescaped(std::string_view text, std::size_t at) {
  if (text[at] != '%') return std::pair{text[at], std::size_t{1}};
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return std::pair{static_cast<char>(high * 16 + low), std::size_t{3}};
}

enum class Where { segment, query, form };

// An escaped slash is refused in a path because proxies before us may decode it; control characters, because logs
// show them. A form's longer texts have lines.
bool allowed(char c, bool escape, Where place) {
  if (is_control(c)) return place == Where::form && (c == '\n' || c == '\r' || c == '\t');
  return place != Where::segment || !escape || (c != '/' && c != '\\');
}

// A segment or a part of the query, decoded; the position of what is wrong with it otherwise.
struct Decoded {
  std::string text{};
  std::optional<std::size_t> wrong{};
};

Decoded decoded(std::string_view text, Where place) {
  Decoded out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = unescaped(text, at);
    if (!byte) return {{}, at};
    const auto [c, length] = *byte;
    if (!allowed(c, length > 1, place)) return {{}, at};
    out.text += place != Where::segment && length == 1 && c == '+' ? ' ' : c;
    at += length;
  }
  if (!valid_utf8(out.text)) return {{}, 0};
  return out;
}

// Takes in one `key=value`, which stands at `offset`.
Verdict add_part(Query& query, std::string_view part, std::size_t offset, Where place) {
  const auto equals = std::min(part.find('='), part.size());
  auto key = decoded(part.substr(0, equals), place);
  auto value = equals == part.size() ? Decoded{} : decoded(part.substr(equals + 1), place);
  if (key.wrong) return query_malformed(offset + *key.wrong);
  if (value.wrong) return query_malformed(offset + equals + 1 + *value.wrong);
  if (key.text.empty()) return query_malformed(offset);
  if (query.size() == most_query_keys) return Refusal{"query-too-long", {{"limit", std::to_string(most_query_keys)}}};
  if (!query.emplace(key.text, std::move(value.text)).second) return Refusal{"query-repeated", {{"key", key.text}}};
  return Granted{};
}

Result<Query> read_query(std::string_view text, std::size_t offset, Where place) {
  Query query;
  if (text.empty()) return query;
  for (std::size_t at = 0;;) {
    const auto part = text.substr(at, text.find('&', at) - at);
    if (auto added = add_part(query, part, offset + at, place); !added) return added.refusal();
    at += part.size() + 1;
    if (at > text.size()) return query;
  }
}

bool is_dots(std::string_view segment) { return segment == "." || segment == ".."; }

Result<std::vector<std::string>> read_path(std::string_view path, std::size_t offset) {
  std::vector<std::string> segments;
  for (std::size_t at = 1; at < path.size();) {
    const auto segment = path.substr(at, path.find('/', at) - at);
    auto text = decoded(segment, Where::segment);
    if (text.wrong) return malformed(offset + at + *text.wrong);
    if (text.text.empty() || is_dots(text.text)) return malformed(offset + at);
    segments.push_back(std::move(text.text));
    at += segment.size() + 1;
  }
  return segments;
}

// Takes ".json" and the like off the last segment, unless nothing would be left of it.
Suffix take_suffix(std::vector<std::string>& path) {
  if (path.empty()) return Suffix::none;
  for (const auto suffix : suffixes) {
    const auto text = text_of(suffix);
    auto& last = path.back();
    if (last.size() <= text.size() || !last.ends_with(text)) continue;
    const auto rest = last.substr(0, last.size() - text.size());
    if (is_dots(rest)) return Suffix::none;
    last = rest;
    return suffix;
  }
  return Suffix::none;
}

std::optional<Language> take_language(std::vector<std::string>& path) {
  if (path.empty()) return std::nullopt;
  const auto language = language_of(path.front());
  if (language) path.erase(path.begin());
  return language;
}

// Where the path begins: past "http://host" of the absolute form (RFC 9112 section 3.2.2).
std::size_t path_start(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (target.starts_with(scheme)) return std::min(target.find_first_of("/?", scheme.size()), target.size());
  return 0;
}

}  // namespace

std::string_view text_of(Suffix suffix) {
  constexpr std::array<std::string_view, 14> texts{"",      ".json", ".csv", ".atom", ".ics", ".txt",  ".akn",
                                                   ".fodt", ".bib",  ".ris", ".csl",  ".odt", ".docx", ".pdf"};
  return texts[static_cast<std::size_t>(suffix)];
}

bool by_office(Suffix suffix) { return suffix >= Suffix::odt; }

std::string_view media_type(Suffix suffix) {
  if (suffix == Suffix::pdf) return "application/pdf";
  if (suffix == Suffix::odt) return "application/vnd.oasis.opendocument.text";
  return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

bool is_symbol(const Address& address) {
  return !address.path.empty() && address.path.front().front() >= 'A' && address.path.front().front() <= 'Z';
}

std::string joined(const Address& address) {
  std::string out;
  for (const auto& segment : address.path) out += (out.empty() ? "" : "/") + segment;
  return out;
}

const std::string* query(const Address& address, std::string_view key) {
  const auto found = address.query.find(std::string(key));
  return found == address.query.end() ? nullptr : &found->second;
}

Result<Address> parse_address(std::string_view target) {
  const auto bad =
      std::find_if(target.begin(), target.end(), [](char c) { return !is_visible(c) || c == '#' || c == '\\'; });
  if (bad != target.end()) return malformed(static_cast<std::size_t>(bad - target.begin()));
  const auto start = path_start(target);
  const auto mark = std::min(target.find('?', start), target.size());
  const auto path = target.substr(start, mark - start);
  if (!path.starts_with('/') && (start == 0 || !path.empty())) return malformed(start);
  auto segments = read_path(path, start);
  if (!segments) return segments.refusal();
  auto keys = read_query(mark == target.size() ? "" : target.substr(mark + 1), mark + 1, Where::query);
  if (!keys) return keys.refusal();

  Address address;
  address.path = *std::move(segments);
  address.query = *std::move(keys);
  address.suffix = take_suffix(address.path);
  address.language = take_language(address.path);
  return address;
}

Result<Query> parse_query(std::string_view text) {
  const auto bad = std::find_if(text.begin(), text.end(), [](char c) { return !is_visible(c); });
  if (bad != text.end()) return query_malformed(static_cast<std::size_t>(bad - text.begin()));
  return read_query(text, 0, Where::form);
}

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c))
      out += c;
    else
      (out += '%').append({digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

std::string print(const Address& address) {
  std::string out;
  if (address.language) out.append("/").append(code_of(*address.language));
  for (const auto& segment : address.path) out += '/' + escaped(segment);
  if (out.empty()) out = "/";
  out += text_of(address.suffix);
  char mark = '?';
  for (const auto& [key, value] : address.query) {
    out += std::exchange(mark, '&') + escaped(key) + '=' + escaped(value);
  }
  return out;
}

}  // namespace comity
