#include "web/face_table.h"

#include <algorithm>
#include <set>

namespace comity {
namespace {

struct Cell {
  std::string text{};
  bool number = false;
};
using Cells = std::map<std::string, Cell>;  // by column

std::string below(const std::string& column, const std::string& name) {
  return column.empty() ? name : column + "." + name;
}

void flatten(const Json& json, const std::string& column, int depth, Cells& out);

void flatten_list(const JsonList& items, const std::string& column, int depth, Cells& out) {
  std::vector<Cells> places;
  std::set<std::string> columns;
  for (const auto& item : items) {
    flatten(item, column, depth + 1, places.emplace_back());
    for (const auto& [name, cell] : places.back()) columns.insert(name);
  }
  for (const auto& name : columns) {
    std::string joined;
    for (const auto& place : places) {
      if (&place != &places.front()) joined += depth == 0 ? "; " : ", ";
      if (const auto it = place.find(name); it != place.end()) joined += it->second.text;
    }
    out[name] = {std::move(joined)};
  }
}

void flatten(const Json& json, const std::string& column, int depth, Cells& out) {
  if (const auto* count = number(json)) out[column] = {std::to_string(*count), true};
  if (const auto* said = text(json)) out[column] = {*said};
  if (const auto* items = list(json)) flatten_list(*items, column, depth, out);
  if (const auto* members = object(json))
    for (const auto& [name, value] : *members) flatten(value, below(column, name), depth, out);
}

// What the row is comes before what is said of it.
std::vector<std::string> columns_of(const std::vector<Cells>& rows) {
  std::vector<std::string> columns;
  std::set<std::string> seen;
  for (const char* name : {"id", "symbol", "number"})
    if (std::any_of(rows.begin(), rows.end(), [name](const Cells& row) { return row.contains(name); }))
      if (seen.insert(name).second) columns.emplace_back(name);
  for (const auto& row : rows)
    for (const auto& [name, cell] : row)
      if (seen.insert(name).second) columns.push_back(name);
  return columns;
}

// OWASP, CSV injection: spreadsheets run what begins with one of these, and show a text that begins with ' as it is.
bool would_run(const Cell& cell) {
  return !cell.number && !cell.text.empty() && std::string_view("=+-@\t\r\n").find(cell.text[0]) != std::string::npos;
}

// RFC 4180, 2.6 and 2.7. A semicolon parts cells in some spreadsheets' languages, and spaces at the ends get lost.
std::string quoted(const Cell& cell) {
  const auto text = (would_run(cell) ? "'" : "") + cell.text;
  const bool bare =
      text.find_first_of(",;\"\r\n\t") == std::string::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (bare) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

template <class CellOf>
void write_line(std::string& out, const std::vector<std::string>& columns, CellOf&& cell_of) {
  for (const auto& column : columns) {
    if (&column != &columns.front()) out += ',';
    out += quoted(cell_of(column));
  }
  out += "\r\n";
}

}  // namespace

std::string csv(const JsonList& rows) {
  std::vector<Cells> lines;
  for (const auto& row : rows) flatten(row, "", 0, lines.emplace_back());
  const auto columns = columns_of(lines);
  std::string out;
  if (columns.empty()) return out;
  write_line(out, columns, [](const std::string& column) { return Cell{column}; });
  for (const auto& line : lines)
    write_line(out, columns, [&line](const std::string& column) {
      const auto it = line.find(column);
      return it == line.end() ? Cell{} : it->second;
    });
  return out;
}

}  // namespace comity
