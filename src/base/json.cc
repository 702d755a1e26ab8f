#include "base/json.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>
#include <optional>

#include "base/text.h"

namespace comity {
namespace {

constexpr std::int64_t largest = 9'007'199'254'740'991;  // 2^53-1: the largest integer that every reader has (RFC 8785)

bool is_key(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// Builds the value while Boost's parser reads; stops it with our own code where our rules are narrower than JSON's.
class Builder {
 public:
  // What Boost's parser asks of a handler.
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  using Error = boost::json::error_code;
  using View = boost::json::string_view;

  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_array_begin(Error&) { return open(JsonList{}); }
  bool on_array_end(std::size_t, Error&) { return close(); }
  bool on_object_begin(Error&) { return open(JsonObject{}); }
  bool on_object_end(std::size_t, Error&) { return close(); }
  bool on_key_part(View part, std::size_t, Error&) { return gather(part); }
  bool on_key(View part, std::size_t, Error& error) { return gather(part) && take_key(error); }
  bool on_string_part(View part, std::size_t, Error&) { return gather(part); }
  bool on_string(View part, std::size_t, Error& error) { return gather(part) && take_text(error); }
  bool on_number_part(View, Error&) { return true; }
  bool on_int64(std::int64_t number, View, Error& error) {
    if (number < -largest || number > largest) return refuse(error, {"json-number"});
    return put(Json(number));
  }
  bool on_uint64(std::uint64_t, View, Error& error) { return refuse(error, {"json-number"}); }
  bool on_double(double, View, Error& error) { return refuse(error, {"json-number"}); }
  bool on_bool(bool, Error& error) { return refuse(error, {"json-literal"}); }
  bool on_null(Error& error) { return refuse(error, {"json-literal"}); }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }

  const std::optional<Refusal>& refusal() const { return refusal_; }
  Json take() { return std::move(root_); }

 private:
  // An open list or object, with the key under which it will stand in its parent.
  struct Frame {
    Json value;
    std::string key{};
  };

  bool refuse(Error& error, Refusal refusal) {
    refusal_ = std::move(refusal);
    error = boost::json::error::syntax;
    return false;
  }
  bool gather(View part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool take_key(Error& error) {
    if (!limits_.any_keys && !is_key(text_)) return refuse(error, {"json-key", {{"key", text_}}});
    if (limits_.demand_nfc && !is_nfc(text_)) return refuse(error, {"json-nfc"});
    if (std::get<JsonObject>(frames_.back().value.value).count(text_) != 0)
      return refuse(error, {"json-duplicate", {{"key", text_}}});
    frames_.back().key = std::move(text_);
    text_.clear();
    return true;
  }
  bool take_text(Error& error) {
    if (limits_.demand_nfc && !is_nfc(text_)) return refuse(error, {"json-nfc"});
    Json value(std::move(text_));
    text_.clear();
    return put(std::move(value));
  }
  bool open(Json value) {
    frames_.push_back({std::move(value)});
    return true;
  }
  bool close() {
    Json value = std::move(frames_.back().value);
    frames_.pop_back();
    return put(std::move(value));
  }
  bool put(Json value) {
    if (frames_.empty()) {
      root_ = std::move(value);
      return true;
    }
    auto& frame = frames_.back();
    if (auto* items = std::get_if<JsonList>(&frame.value.value))
      items->push_back(std::move(value));
    else
      std::get<JsonObject>(frame.value.value).emplace(std::move(frame.key), std::move(value));
    return true;
  }

  JsonLimits limits_;
  std::vector<Frame> frames_;
  std::string text_;
  Json root_;
  std::optional<Refusal> refusal_;
};

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < length;) {
    const auto at = i;
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c < 0) return static_cast<std::size_t>(at);
  }
  return std::nullopt;
}

Refusal at(std::string code, std::size_t position) {
  return {std::move(code), {{"position", std::to_string(position)}}};
}

// The escape of a character that has one; empty for all others.
std::string escaped(char c) {
  constexpr std::string_view named = "\"\\\b\t\n\f\r";
  constexpr std::string_view names = "\"\\btnfr";
  if (const auto found = named.find(c); found != std::string_view::npos) return {'\\', names[found]};
  return static_cast<unsigned char>(c) < 0x20 ? fmt::format("\\u{:04x}", static_cast<unsigned>(c)) : "";
}

void write_text(std::string& out, std::string_view text) {
  const auto plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
  out += '"';
  while (!text.empty()) {
    const auto run = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), plain) - text.begin());
    out += text.substr(0, run);
    text.remove_prefix(run);
    if (text.empty()) break;
    out += escaped(text.front());
    text.remove_prefix(1);
  }
  out += '"';
}

void write(std::string& out, const Json& json);

void write(std::string& out, const JsonList& items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) out += ',';
    write(out, items[i]);
  }
  out += ']';
}

// std::map sorts by bytes, which for our ASCII keys is RFC 8785's order by UTF-16 code units.
void write(std::string& out, const JsonObject& members) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : members) {
    if (!first) out += ',';
    first = false;
    write_text(out, key);
    out += ':';
    write(out, value);
  }
  out += '}';
}

void write(std::string& out, const Json& json) {
  if (const auto* integer = number(json)) return void(out += std::to_string(*integer));
  if (const auto* string = text(json)) return write_text(out, *string);
  if (const auto* items = list(json)) return write(out, *items);
  write(out, *object(json));
}

}  // namespace

const std::int64_t* number(const Json& json) { return std::get_if<std::int64_t>(&json.value); }
const std::string* text(const Json& json) { return std::get_if<std::string>(&json.value); }
const JsonList* list(const Json& json) { return std::get_if<JsonList>(&json.value); }
const JsonObject* object(const Json& json) { return std::get_if<JsonObject>(&json.value); }

const Json* member(const Json& json, std::string_view key) {
  const auto* members = object(json);
  if (members == nullptr) return nullptr;
  const auto found = members->find(std::string(key));
  return found == members->end() ? nullptr : &found->second;
}

const std::string& text_in(const Json& json, std::string_view name) {
  static const std::string none;
  const auto* value = member(json, name);
  return value && text(*value) ? *text(*value) : none;
}

const JsonList& list_in(const Json& json, std::string_view name) {
  static const JsonList none;
  const auto* value = member(json, name);
  return value && list(*value) ? *list(*value) : none;
}

std::string canonical(const Json& json) {
  std::string out;
  write(out, json);
  return out;
}

Result<Json> parse_json(std::string_view bytes, JsonLimits limits) {
  if (bytes.size() > std::numeric_limits<std::int32_t>::max()) return at("json-malformed", 0);
  if (const auto bad = first_invalid_utf8(bytes)) return at("json-utf8", *bad);
  boost::json::parse_options options;
  options.max_depth = static_cast<std::size_t>(limits.depth);
  boost::json::basic_parser<Builder> parser(options, limits);
  boost::json::error_code error;
  const auto read = parser.write_some(false, bytes.data(), bytes.size(), error);
  if (const auto& ours = parser.handler().refusal()) {
    Refusal refusal = *ours;
    if (refusal.values.empty()) refusal.values["position"] = std::to_string(read);
    return refusal;
  }
  if (error == boost::json::error::too_deep) return Refusal{"json-deep"};
  if (error || read != bytes.size()) return at("json-malformed", read);
  return parser.handler().take();
}

}  // namespace comity
