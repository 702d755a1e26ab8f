// Tables of a flat ODT, a cell after another.
#pragma once

#include "convert/flat_odt.h"
#include "views/reading.h"

namespace comity {

class OdtTable {
 public:
  explicit OdtTable(pugi::xml_node body) : body_(body) {}

  // The paragraph of the next cell, in the table, head and row that it begins or goes on with.
  pugi::xml_node add(const CellRow& cell, bool column);

 private:
  void begin(const CellRow& cell);
  pugi::xml_node append_cell(const char* name);

  pugi::xml_node body_;
  pugi::xml_node table_{};
  pugi::xml_node rows_{};  // the table, or its head
  pugi::xml_node row_{};
};

}  // namespace comity
