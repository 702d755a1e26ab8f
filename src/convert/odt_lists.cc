#include "convert/odt_lists.h"

#include <algorithm>

#include "base/text.h"
#include "convert/xml.h"
#include "texts/roman.h"
#include "texts/signs.h"

namespace comity {
namespace {

std::string upper_ascii(std::string text) {
  for (auto& c : text)
    if (is_small(c)) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// 1 is "a", 26 "z", 27 "aa".
std::string letter(int number, char first) {
  constexpr int letters = 26;
  return std::string(static_cast<std::size_t>((number - 1) / letters + 1),
                     static_cast<char>(first + (number - 1) % letters));
}

std::string counted(int number, const std::string& format) {
  constexpr int most = 199;  // what is more is printed in figures
  if (number < 1 || number > most) return std::to_string(number);
  if (format == "a" || format == "A") return letter(number, format.front());
  if (format == "i") return small_roman(number);
  if (format == "I") return upper_ascii(small_roman(number));
  return std::to_string(number);
}

int counting(const pugi::xml_node& node, const char* name, int otherwise) {
  constexpr int most = 10'000;
  return std::clamp(node.attribute(name).as_int(otherwise), -1, most);
}

}  // namespace

OdtLists::Level OdtLists::level_of(const pugi::xml_node& node) {
  Level out;
  out.bullet = local_name(node) == "list-level-style-bullet";
  out.format = node.attribute("style:num-format").value();
  out.prefix = node.attribute("style:num-prefix").value();
  out.suffix = node.attribute("style:num-suffix").value();
  out.start = counting(node, "text:start-value", 1);
  out.shown = counting(node, "text:display-levels", 1);
  return out;
}

void OdtLists::learn(const pugi::xml_node& styles) {
  const auto read = [](const pugi::xml_node& node, Style& into) {
    for (const auto& child : node.children()) {
      const auto level = counting(child, "text:level", 0);
      if (level >= 1 && level <= static_cast<int>(levels)) into[static_cast<std::size_t>(level - 1)] = level_of(child);
    }
  };
  for (const auto& node : styles.children()) {
    if (local_name(node) == "list-style") read(node, styles_[node.attribute("style:name").value()]);
    if (local_name(node) == "outline-style") read(node, outline_);
  }
}

void OdtLists::enter(const pugi::xml_node& list) {
  const std::string name = list.attribute("text:style-name").value();
  Open open = open_.empty() ? Open{} : open_.back();
  if (!open_.empty()) open.level = std::min(open.level + 1, levels - 1);
  if (const auto style = styles_.find(name); style != styles_.end()) open.style = &style->second;
  if (open_.empty()) {
    const auto before = by_id_.find(list.attribute("text:continue-list").value());
    auto& of_style = by_style_[name];
    if (before != by_id_.end())
      open.counts = before->second;
    else if (list.attribute("text:continue-numbering").as_bool() && of_style)
      open.counts = of_style;
    else
      open.counts = std::make_shared<Counts>();
    of_style = open.counts;
  }
  if (const auto id = list.attribute("xml:id")) by_id_[id.value()] = open.counts;
  open_.push_back(std::move(open));
}

void OdtLists::leave() { open_.pop_back(); }

std::string OdtLists::next(const Style& style, Counts& counts, std::size_t level, int start) {
  const auto& own = style[level];
  counts[level] = start >= 0 ? start : counts[level] ? *counts[level] + 1 : own.start;
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), std::nullopt);
  if (own.bullet) return "•";
  if (own.format.empty()) return "";
  const auto shown = std::min(level + 1, static_cast<std::size_t>(std::max(own.shown, 1)));
  std::string out;
  for (auto at = level + 1 - shown; at <= level; ++at)
    if (!style[at].format.empty())
      out += (out.empty() ? "" : ".") + counted(counts[at].value_or(style[at].start), style[at].format);
  return std::string(trimmed(own.prefix + out + own.suffix));
}

std::string OdtLists::item(const pugi::xml_node& item) {
  const auto& list = open_.back();
  return list.style ? next(*list.style, *list.counts, list.level, counting(item, "text:start-value", -1)) : "";
}

std::string OdtLists::heading(int level) {
  if (level < 1 || level > static_cast<int>(levels)) return "";
  return next(outline_, headings_, static_cast<std::size_t>(level - 1), -1);
}

}  // namespace comity
