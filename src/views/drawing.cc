#include "views/drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "views/facts.h"

namespace comity {
namespace {

// All lengths in units of the view box; a year is 366 units long, a day is one.
constexpr int left = 44;
constexpr int year_length = 366;
constexpr int top = 20;
constexpr int year_height = 40;
constexpr int band = 14;  // where sessions lie within the line of a year
constexpr int band_height = 14;
constexpr int thin = 33;         // where informal meetings lie
constexpr int least_length = 5;  // so that a single day can be seen and touched

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string text_at(std::string_view css, int x, int y, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>", css, x, y, escaped(text));
}

// A link that no key reaches: the same link stands in the table.
std::string link_around(const Href& href, std::string_view css, std::string_view title, std::string_view content) {
  return fmt::format("<a class=\"{}\" href=\"%LANG%{}\" tabindex=\"-1\"><title>{}</title>{}</a>", css,
                     escaped(href.path), escaped(title), content);
}

std::string figure(std::string_view css, int width, int height, std::string_view content) {
  return fmt::format(
      "<svg class=\"figure {}\" viewBox=\"0 0 {} {}\" direction=\"ltr\" aria-hidden=\"true\" "
      "focusable=\"false\">{}</svg>",
      css, width, height, content);
}

int day_of_year(const Date& date) { return static_cast<int>(days_between({date.year, 1, 1}, date)); }

// What of the days lies within the year.
std::optional<Days> within(const Days& days, int year) {
  const Days all{{year, 1, 1}, {year, 12, 31}};
  const Days part{std::max(days.from, all.from), std::min(days.to, all.to)};
  if (part.to < part.from) return std::nullopt;
  return part;
}

struct Years {
  int first = 0;
  int last = 0;
  int line(int year) const { return top + (year - first) * year_height; }
};

std::string bar(const Years& years, int year, const Days& days, int y, int height, std::string_view css) {
  const int from = day_of_year(days.from);
  const int length = std::max(least_length, day_of_year(days.to) - from + 1);
  return fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", css, left + from,
                     years.line(year) + y, length, height);
}

// Planned is a hollow bar, actual a filled one inside it, so that what was planned and not used stays visible.
std::string bars(const Mark& mark, const Years& years, int year) {
  const bool informal = mark.shape == Mark::Shape::informal;
  std::string out;
  const auto planned = mark.planned ? within(*mark.planned, year) : std::nullopt;
  const auto held = mark.held ? within(*mark.held, year) : std::nullopt;
  if (planned)
    out += bar(years, year, *planned, informal ? thin : band, informal ? 4 : band_height,
               mark.cancelled ? "planned cancelled" : "planned");
  if (held) out += bar(years, year, *held, informal ? thin : band + 3, informal ? 4 : band_height - 6, "held");
  if (out.empty() || mark.label.empty()) return out;
  const auto& days = held ? *held : *planned;
  return out + text_at("label", left + day_of_year(days.from), years.line(year) + band - 2, mark.label);
}

std::string title(const Mark& mark) {
  const auto& days = mark.held ? *mark.held : *mark.planned;
  return days.from == days.to ? print(days.from) : print(days.from) + " – " + print(days.to);
}

std::string css_class(const Mark& mark) {
  std::string css = mark.shape == Mark::Shape::informal ? "informal" : "session";
  return mark.here ? css + " here" : css;
}

std::string month_lines(const Years& years) {
  std::string out;
  for (int month = 1; month <= 12; ++month) {
    const int x = left + day_of_year({2024, month, 1});
    out += text_at("month", x + 2, top - 6, std::to_string(month));
    out += fmt::format("<path class=\"month\" d=\"M{} {}V{}\"/>", x, top, years.line(years.last + 1));
  }
  return out;
}

std::string year_lines(const Years& years) {
  std::string out;
  for (int year = years.first; year <= years.last; ++year) {
    out += text_at("year", 0, years.line(year) + band + 12, std::to_string(year));
    out += fmt::format("<path class=\"year\" d=\"M{} {}H{}\"/>", left, years.line(year), left + year_length);
  }
  return out;
}

std::string today_line(const Years& years, const Date& today) {
  return fmt::format("<path class=\"today\" d=\"M{} {}v{}\"/>", left + day_of_year(today), years.line(today.year) + 2,
                     year_height - 2);
}

Years years_of(const std::vector<Mark>& marks) {
  Years years{9999, 0};
  for (const auto& mark : marks)
    for (const auto* days : {&mark.planned, &mark.held})
      if (*days) years = {std::min(years.first, (*days)->from.year), std::max(years.last, (*days)->to.year)};
  return years;
}

}  // namespace

Html time_line(const std::vector<Mark>& marks, const std::optional<Date>& today) {
  const auto years = years_of(marks);
  if (years.last < years.first) return {};
  std::string content = month_lines(years) + year_lines(years);
  for (const auto& mark : marks)
    for (int year = years.first; year <= years.last; ++year)
      if (const auto drawn = bars(mark, years, year); !drawn.empty())
        content += link_around(mark.href, css_class(mark), title(mark), drawn);
  if (today && today->year >= years.first && today->year <= years.last) content += today_line(years, *today);
  return {figure("time-line", left + year_length + least_length, years.line(years.last + 1) + 2, content)};
}

Html paths(const std::vector<PathColumn>& columns, const std::vector<PathLine>& lines) {
  constexpr int column_width = 26, line_height = 22;
  const auto x = [](std::size_t column) { return left + static_cast<int>(column) * column_width + column_width / 2; };
  const auto y = [](std::size_t line) { return top + static_cast<int>(line) * line_height + line_height / 2; };
  if (columns.empty() || lines.empty()) return {};
  std::string content;
  for (std::size_t i = 0; i < columns.size(); ++i)
    content +=
        link_around(columns[i].href, "column", columns[i].label, text_at("label", x(i), top - 6, columns[i].label));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    content +=
        fmt::format("<path class=\"line\" d=\"M{} {}H{}\"/>", left, y(i), x(columns.size() - 1) + column_width / 2);
    std::string dots = text_at("label", 0, y(i) + 4, lines[i].label);
    for (const auto column : lines[i].columns)
      dots += fmt::format("<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"5\"/>", x(column), y(i));
    content += link_around(lines[i].href, "item", lines[i].label, dots);
  }
  return {figure("paths", x(columns.size()), y(lines.size()), content)};
}

}  // namespace comity
