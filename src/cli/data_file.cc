#include "cli/data_file.h"

#include "base/text.h"

namespace comity {
namespace {

Refusal at(const char* code, int line, std::string key = {}) {
  Refusal refusal{code, {{"line", std::to_string(line)}}};
  if (!key.empty()) refusal.values.emplace("key", std::move(key));
  return refusal;
}

// One line into the block that is being read.
Verdict take(std::string_view line, int number, DataBlock& block) {
  if (line.starts_with("  ")) {
    if (block.empty()) return at("data-continuation", number);
    block.back().value += ' ' + std::string(trimmed(line));
    return Granted{};
  }
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos && line.ends_with(":")) return at("data-value", number, std::string(line));
  if (colon == 0 || colon == std::string_view::npos) return at("data-line", number);
  const auto value = trimmed(line.substr(colon + 2));
  if (value.empty()) return at("data-value", number, std::string(line.substr(0, colon)));
  block.push_back({number, std::string(line.substr(0, colon)), std::string(value)});
  return Granted{};
}

std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

}  // namespace

Result<std::string_view> text_of_file(std::string_view bytes) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  int number = 0;
  for (auto rest = bytes; !rest.empty();) {
    const auto line = next_line(rest);
    ++number;
    if (!valid_utf8(line)) return at("data-utf8", number);
    if (!is_nfc(line)) return at("data-nfc", number);
  }
  return bytes;
}

Result<std::vector<DataBlock>> read_data(std::string_view bytes) {
  const auto readable = text_of_file(bytes);
  if (!readable) return readable.refusal();
  auto text = *readable;
  std::vector<DataBlock> blocks;
  DataBlock block;
  int number = 0;
  while (!text.empty()) {
    const auto line = next_line(text);
    ++number;
    if (line.starts_with("#")) continue;
    if (!trimmed(line).empty()) {
      if (auto verdict = take(line, number, block); !verdict) return verdict.refusal();
    } else if (!block.empty()) {
      blocks.push_back(std::move(block));
      block.clear();
    }
  }
  if (!block.empty()) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace comity
