// A text document in the house's style as one file of OpenDocument XML (OASIS ODF 1.3, part 3), which LibreOffice opens
// and makes into ODT, DOCX and PDF.
#pragma once

#include <pugixml.hpp>

#include <string>

#include "base/language.h"

namespace comity {

struct OdtFace {
  Language language{};
  std::string title{};
  std::string header{};   // at the top of every page
  std::string caution{};  // at the foot of every page, and above the text
};

class FlatOdt {
 public:
  explicit FlatOdt(const OdtFace& face);

  pugi::xml_node body() { return body_; }  // office:text
  // A paragraph, or a heading of the level (1 to 3), in a style of the house.
  pugi::xml_node paragraph(const char* style) { return paragraph_in(body_, style); }
  pugi::xml_node heading(int level);
  static pugi::xml_node paragraph_in(pugi::xml_node parent, const char* style);

  std::string text() const;

 private:
  pugi::xml_document xml_{};
  pugi::xml_node body_{};
};

// Words into a paragraph: tabs and runs of blanks as ODF writes them.
void put_words(pugi::xml_node paragraph, std::string_view words);

}  // namespace comity
