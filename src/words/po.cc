#include "words/po.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"

namespace comity {
namespace {

bool special(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' '; }

// The text between the quotes, escapes resolved; null where the quoting is wrong. Only \n \t \" \\ are known:
// PO allows more of C, and nothing that translators need.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto plain = std::find_if(text.begin(), text.end(), special) - text.begin();
    out.append(text.substr(0, static_cast<std::size_t>(plain)));
    text.remove_prefix(static_cast<std::size_t>(plain));
    if (text.empty()) break;
    constexpr std::string_view letters = "nt\"\\", meant = "\n\t\"\\";
    const auto at = text[0] == '\\' && text.size() > 1 ? letters.find(text[1]) : std::string_view::npos;
    if (at == std::string_view::npos) return std::nullopt;
    out += meant[at];
    text.remove_prefix(2);
  }
  return out;
}

// A line may be long and anything may stand in it: what a message quotes of it is short and valid.
std::string excerpt(std::string_view line) {
  if (line.size() > 60) line = line.substr(0, 60);
  while (!valid_utf8(line)) line.remove_suffix(1);
  return std::string(line);
}

// Reads line by line; `part_` says which string of the entry a continuation belongs to.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  Verdict take(std::string_view line) {
    ++line_;
    if (!valid_utf8(line)) return Refusal{"po-utf8", {{"file", file_}, {"line", std::to_string(line_)}}};
    if (line.empty()) return end_entry();
    if (line[0] == '#') return comment(line);
    if (line[0] == '"') return part_ ? append(line, line) : wrong(line);
    return keyword(line);
  }

  Result<PoFile> finish() {
    if (const auto ended = end_entry(); !ended) return ended.refusal();
    if (!header_read_) return wrong("").refusal();
    return std::move(read_);
  }

 private:
  Verdict wrong(std::string_view line) const {
    return Refusal{"po-syntax", {{"file", file_}, {"line", std::to_string(line_)}, {"found", excerpt(line)}}};
  }

  Verdict comment(std::string_view line) {
    if (part_) return wrong(line);  // comments stand before the entry that they speak of
    const auto rest = line.substr(std::min<std::size_t>(line.size(), 3));
    if (line.starts_with("#.")) entry_.comment += (entry_.comment.empty() ? "" : " ") + std::string(rest);
    if (line.starts_with("#,")) entry_.unverified |= line.find("fuzzy") != std::string_view::npos;
    return Granted{};
  }

  Verdict keyword(std::string_view line) {
    const auto space = line.find(' ');
    const auto word = line.substr(0, space);
    const auto rest = space == std::string_view::npos ? std::string_view() : line.substr(space + 1);
    // msgctxt, msgid, msgstr: each once, in this order; the header alone has no msgctxt.
    if (word == "msgctxt" && !part_) return begin(entry_.key, line, rest);
    if (word == "msgid" && (part_ == &entry_.key || (!part_ && !header_read_)))
      return begin(entry_.english, line, rest);
    if (word == "msgstr" && part_ == &entry_.english) return begin(entry_.text, line, rest);
    return wrong(line);
  }

  Verdict begin(std::string& part, std::string_view line, std::string_view quoted) {
    if (!part_) entry_.line = line_;
    part_ = &part;
    return append(line, quoted);
  }

  Verdict append(std::string_view line, std::string_view quoted) {
    const auto text = unquoted(quoted);
    if (!text) return wrong(line);
    *part_ += *text;
    return Granted{};
  }

  Verdict end_entry() {
    if (!part_) return Granted{};
    if (part_ != &entry_.text) return wrong("");
    const auto kept = header_read_ ? keep_message() : keep_header();
    entry_ = {};
    part_ = nullptr;
    return kept;
  }

  Verdict keep_header() {
    if (!entry_.key.empty() || !entry_.english.empty() || entry_.text.find("charset=UTF-8") == std::string::npos)
      return wrong(entry_.key);
    header_read_ = true;
    read_.header = std::move(entry_.text);
    return Granted{};
  }

  Verdict keep_message() {
    if (entry_.key.empty()) return wrong("");
    if (!seen_.insert(entry_.key).second)
      return Refusal{"po-duplicate", {{"file", file_}, {"line", std::to_string(entry_.line)}, {"key", entry_.key}}};
    entry_.text = nfc(entry_.text);
    read_.messages.push_back(std::move(entry_));
    return Granted{};
  }

  std::string file_;
  int line_ = 0;
  PoMessage entry_{};
  std::string* part_ = nullptr;
  bool header_read_ = false;
  std::set<std::string> seen_{};
  PoFile read_{};
};

}  // namespace

Result<PoFile> parse_po(std::string_view file, std::string_view bytes) {
  Reader reader(file);
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    if (const auto taken = reader.take(bytes.substr(0, end)); !taken) return taken.refusal();
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return reader.finish();
}

}  // namespace comity
