#include "convert/gathered.h"

#include <algorithm>

#include "base/text.h"
#include "texts/raised.h"
#include "texts/signs.h"

namespace comity {
namespace {

bool is_number_of_note(std::string_view text) {
  constexpr std::size_t longest = 3;
  return !text.empty() && text.size() <= longest &&
         (std::all_of(text.begin(), text.end(), is_digit) || text.find_first_not_of('*') == text.npos);
}

}  // namespace

std::string Gathered::sound_text(std::string text) {
  bytes_ += text.size();
  if (bytes_ > plain_text_limit) return "";  // refused in the end
  auto [out, removed] = sound(text);
  removed_ += removed;
  return std::string(trimmed(out));
}

void Gathered::line(std::string text, std::optional<Paragraph::Kind> said, const CellPlace& place) {
  Line line{sound_text(std::move(text)), true, 0, false, said, place};
  if (line.text.empty() && place.row == 0) return;
  out_.lines.push_back(std::move(line));
}

std::string Gathered::note(const std::string& printed, std::string text) {
  auto number = std::string(trimmed(printed));
  if (!is_number_of_note(number) || numbers_.contains(number)) {
    std::size_t next = numbers_.size() + 1;
    while (numbers_.contains(std::to_string(next))) ++next;
    out_.findings.push_back({"note-renumbered", {{"number", std::to_string(next)}, {"printed", number}}});
    number = std::to_string(next);
  }
  numbers_.insert(number);
  out_.notes.push_back({number, sound_text(std::move(text))});
  return is_digit(number.front()) ? raised(number) : number;
}

void Gathered::find(const char* code, std::int64_t count) {
  if (count > 0) out_.findings.push_back({code, {{"count", std::to_string(count)}}});
}

Result<PlainText> Gathered::done() {
  if (bytes_ > plain_text_limit) return Refusal{"text-too-large", {{"limit", std::to_string(plain_text_limit)}}};
  if (out_.lines.empty()) return Refusal{"text-empty"};
  find("signs-removed", removed_);
  out_.whole = true;
  return std::move(out_);
}

}  // namespace comity
