#include "views/news.h"

#include "views/facts.h"

namespace comity {
namespace {

std::vector<DateRow> first_few(std::vector<DateRow> rows) {
  if (rows.size() > news_count) rows.resize(news_count);
  return rows;
}

}  // namespace

std::vector<DateRow> running_dates(std::vector<DateRow> rows) {
  std::erase_if(rows, [](const DateRow& row) { return row.status != Status::running; });
  return rows;
}

std::vector<DateRow> coming_dates(const Lens& lens, std::vector<DateRow> rows) {
  std::erase_if(rows, [&lens](const DateRow& row) {
    const auto ahead = days_between(lens.today(), row.days.from);
    return row.status == Status::cancelled || ahead <= 0 || ahead > coming_days;
  });
  return rows;
}

std::vector<DateRow> next_dates(const Lens& lens, std::vector<DateRow> rows) {
  return first_few(coming_dates(lens, std::move(rows)));
}

std::vector<DateRow> recent_dates(const Lens& lens, std::vector<DateRow> rows) {
  std::erase_if(rows, [&lens](const DateRow& row) {
    return row.sort == DateSort::meeting || row.status == Status::cancelled || lens.today() <= row.days.to;
  });
  std::reverse(rows.begin(), rows.end());
  return first_few(std::move(rows));
}

}  // namespace comity
