// The words of a PDF's pages, put together to rows as they are printed.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace comity {

// Measures are points from the upper left corner of the page.
struct PdfRow {
  std::string text{};  // in the order in which it is read; small raised figures as "²³"
  std::size_t page = 0;
  double top = 0;
  double bottom = 0;
  double left = 0;
  double right = 0;
  double height = 0;  // of its letters
};

struct PdfPage {
  double height = 0;
  std::vector<PdfRow> rows{};  // from the top
};

// Of `pdftotext -bbox-layout`.
std::vector<PdfPage> pdf_pages(const pugi::xml_node& document);

}  // namespace comity
