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

constexpr int interval_length = 366;

// Round steps of days, at most eight of them.
std::int64_t step_of(std::int64_t longest) {
  for (const std::int64_t step : {1, 2, 5, 10, 20, 50, 100, 200, 500})
    if (longest <= 8 * step) return step;
  return longest;
}

std::string interval_drawn(std::int64_t days, int x, int y, bool certain) {
  return fmt::format("<path class=\"span\" d=\"M{} {}H{}\"/><circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"4\"/>", left,
                     y, x, certain ? "dot" : "dot hollow", x, y) +
         text_at("days", x + 8, y + 3, std::to_string(days));
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

Html count_bar(const std::optional<std::int64_t>& count, bool exactly, std::int64_t longest) {
  constexpr int length = 60, height = 8, end = 8;  // of the bar; of what may be more
  std::string content;
  if (!count) {
    content = fmt::format("<path class=\"unknown\" d=\"M0 {}H{}\"/>", height / 2, length);
  } else {
    const auto filled = *count * length / std::max<std::int64_t>(longest, 1);
    if (*count > 0)
      content = fmt::format("<rect class=\"counted\" x=\"0\" y=\"1\" width=\"{}\" height=\"{}\"/>",
                            std::max<std::int64_t>(filled, 1), height - 2);
    if (!exactly) content += fmt::format("<path class=\"more\" d=\"M{} 1h{}v{}h-{}\"/>", filled, end, height - 2, end);
  }
  return {figure("count-bar", length + end + 1, height, content)};
}

Html intervals(const std::vector<IntervalMark>& marks) {
  constexpr int row_height = 22;
  std::int64_t longest = 0;
  for (const auto& mark : marks) longest = std::max(longest, mark.days.value_or(0));
  const bool any = std::any_of(marks.begin(), marks.end(), [](const auto& mark) { return mark.days.has_value(); });
  if (!any) return {};
  const auto step = step_of(longest);
  const auto last = std::max<std::int64_t>(1, (longest + step - 1) / step) * step;
  const auto x = [last](std::int64_t days) { return left + static_cast<int>(days * interval_length / last); };
  const int bottom = top + static_cast<int>(marks.size()) * row_height;
  std::string content;
  for (std::int64_t days = 0; days <= last; days += step) {
    content += text_at("month", x(days) - 3, top - 6, std::to_string(days));
    content += fmt::format("<path class=\"month\" d=\"M{} {}V{}\"/>", x(days), top, bottom);
  }
  int y = top + row_height / 2;
  for (const auto& mark : marks) {
    std::string drawn = text_at("year", 0, y + 3, mark.label);
    if (!mark.days) drawn += fmt::format("<path class=\"unknown\" d=\"M{} {}H{}\"/>", left, y, x(last));
    if (mark.days) drawn += interval_drawn(*mark.days, x(*mark.days), y, mark.certain);
    content += link_around(mark.href, "interval", mark.title, drawn);
    y += row_height;
  }
  return {figure("intervals", left + interval_length + 24, bottom + 2, content)};
}

}  // namespace comity
