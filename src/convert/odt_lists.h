// The numbers that the lists of a flat ODT give their items: OpenDocument 1.3, part 3, sections 16.31 and 19.
#pragma once

#include <pugixml.hpp>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace comity {

class OdtLists {
 public:
  // Takes in text:list-style and text:outline-style below the node.
  void learn(const pugi::xml_node& styles);

  // A list begins at that level, counted from 0; it ends with leave().
  void enter(const pugi::xml_node& list);
  void leave();
  // The next item of the list that was entered last: "1.", "(a)", "•", or nothing.
  std::string item(const pugi::xml_node& item);
  // A heading that stands in no list; its level is counted from 1.
  std::string heading(int level);

 private:
  static constexpr std::size_t levels = 10;
  struct Level {
    std::string format{};  // "1", "a", "i"; empty: no number
    std::string prefix{};
    std::string suffix{};
    int start = 1;
    int shown = 1;  // how many levels a number has: "1.2" two
    bool bullet = false;
  };
  using Style = std::array<Level, levels>;
  using Counts = std::array<std::optional<int>, levels>;
  struct Open {
    const Style* style = nullptr;
    std::shared_ptr<Counts> counts{};
    std::size_t level = 0;
  };

  static Level level_of(const pugi::xml_node& node);
  static std::string next(const Style& style, Counts& counts, std::size_t level, int start);

  std::map<std::string, Style> styles_{};
  Style outline_{};
  Counts headings_{};
  std::vector<Open> open_{};
  std::map<std::string, std::shared_ptr<Counts>> by_style_{};
  std::map<std::string, std::shared_ptr<Counts>> by_id_{};
};

}  // namespace comity
