// Any bytes as a catalogue and as a pattern: refused or read, never a crash; what is read is read again the same.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "words/pattern.h"
#include "words/po.h"

namespace {

// The message as a line of a file that holds nothing else.
std::string as_line(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
  }
  return out + "\"\n";
}

void reread(const comity::PoMessage& message) {
  const auto file = "msgid \"\"\nmsgstr \"charset=UTF-8\"\n\nmsgctxt " + as_line(message.key) + "msgid " +
                    as_line(message.english) + "msgstr " + as_line(message.text);
  const auto again = comity::parse_po("x.po", file);
  comity::check(bool(again) && again->messages.size() == 1, "a message that was read cannot be read again");
  comity::check(again->messages[0].text == message.text && again->messages[0].key == message.key, "read otherwise");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (const auto file = comity::parse_po("x.po", text))
    for (const auto& message : file->messages) {
      reread(message);
      (void)comity::parse_pattern(message.text);
    }
  if (const auto pieces = comity::parse_pattern(text)) {
    for (const auto language : comity::languages) (void)comity::missing_class(*pieces, language);
    (void)comity::names_in(*pieces);
  }
  return 0;
}
