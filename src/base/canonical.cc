#include "base/canonical.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace comity {
namespace {

constexpr int deepest = 30;  // json.h allows 32; how the levels are counted is left to the slow reader
constexpr std::string_view largest_digits = "9007199254740991";

constexpr std::array<bool, 256> letters_of(std::string_view from, bool high) {
  std::array<bool, 256> out{};
  for (const char c : from) out[static_cast<unsigned char>(c)] = true;
  for (std::size_t i = 128; high && i < 256; ++i) out[i] = true;
  return out;
}
constexpr auto key_letter = letters_of("abcdefghijklmnopqrstuvwxyz0123456789-", false);
constexpr auto plain_letter = letters_of(
    " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~\x7f",
    true);

bool among(const std::array<bool, 256>& letters, char c) { return letters[static_cast<unsigned char>(c)]; }

// Walks over bytes; after the first that is not canonical it stands still and `sound` is false.
class Scan {
 public:
  explicit Scan(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  bool sound() const { return sound_; }
  bool at_end() const { return at_ == end_; }

  // "{…}" or "[…]", telling `take` of each member (key and value; no key in a list).
  template <class Take>
  void object(const Take& take, int depth) {
    demand('{');
    std::string_view last;
    while (sound_ && !closes('}', last.empty())) {
      const char* const begin = at_;
      const auto name = key();
      if (!sound_ || name <= last) return fail();
      last = name;
      demand(':');
      const char* const from = at_;
      value(depth);
      take(MemberSpan{name, between(from, at_), between(begin, at_)});
    }
  }
  template <class Take>
  void list(const Take& take, int depth) {
    demand('[');
    for (bool first = true; sound_ && !closes(']', first); first = false) {
      const char* const from = at_;
      value(depth);
      take(between(from, at_));
    }
  }

 private:
  static std::string_view between(const char* from, const char* to) {
    return {from, static_cast<std::size_t>(to - from)};
  }
  void fail() { sound_ = false; }
  void demand(char c) {
    if (at_ == end_ || *at_ != c) return fail();
    ++at_;
  }
  // Steps over the closing sign, or over the comma before whatever is not the first.
  bool closes(char sign, bool first) {
    if (at_ != end_ && *at_ == sign) {
      ++at_;
      return true;
    }
    if (!first) demand(',');
    return false;
  }
  std::string_view key() {
    demand('"');
    const char* const from = at_;
    while (at_ != end_ && among(key_letter, *at_)) ++at_;
    const auto name = between(from, at_);
    if (name.empty()) fail();
    demand('"');
    return name;
  }
  void value(int depth) {
    if (at_ == end_ || depth == 0) return fail();
    if (*at_ == '"') return text();
    if (*at_ == '{') return object([](const MemberSpan&) {}, depth - 1);
    if (*at_ == '[') return list([](std::string_view) {}, depth - 1);
    integer();
  }
  void text() {
    demand('"');
    while (sound_) {
      while (at_ != end_ && among(plain_letter, *at_)) ++at_;
      if (at_ == end_ || *at_ != '\\') return demand('"');
      ++at_;
      escape();
    }
  }
  // The one escape of each character that has one (docs/record-format.md 2).
  void escape() {
    const auto rest = between(at_, end_);
    if (!rest.empty() && std::string_view("\"\\btnfr").find(rest.front()) != std::string_view::npos) {
      ++at_;
      return;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    if (rest.size() < 5 || !rest.starts_with("u00") || (rest[3] != '0' && rest[3] != '1')) return fail();
    const auto low = hex.find(rest[4]);
    const bool short_form = rest[3] == '0' && std::string_view("89acd").find(rest[4]) != std::string_view::npos;
    if (low == std::string_view::npos || short_form) return fail();
    at_ += 5;
  }
  void integer() {
    const bool negative = *at_ == '-';
    if (negative) ++at_;
    const char* const from = at_;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    const auto digits = between(from, at_);
    const bool zero = digits == "0";
    if (digits.empty() || (digits.front() == '0' && (!zero || negative)) || digits.size() > largest_digits.size() ||
        (digits.size() == largest_digits.size() && digits > largest_digits))
      fail();
  }

  const char* at_;
  const char* end_;
  bool sound_ = true;
};

}  // namespace

// Normal form C is asked of the whole at once: quotation marks and what stands for an escape combine with nothing that
// a text could begin with, but for letters of escapes, where the slow reader decides.
std::optional<std::vector<MemberSpan>> canonical_members(std::string_view bytes) {
  std::vector<MemberSpan> members;
  members.reserve(16);
  Scan scan(bytes);
  scan.object([&members](const MemberSpan& member) { members.push_back(member); }, deepest);
  if (!scan.sound() || !scan.at_end()) return std::nullopt;
  if (!is_ascii(bytes) && (!valid_utf8(bytes) || !is_nfc(bytes))) return std::nullopt;
  return members;
}

std::vector<std::string_view> items_of(std::string_view canonical_list) {
  std::vector<std::string_view> items;
  Scan(canonical_list).list([&items](std::string_view item) { items.push_back(item); }, deepest);
  return items;
}

}  // namespace comity
