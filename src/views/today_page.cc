#include "views/today_page.h"

#include "views/lists.h"
#include "views/news.h"

namespace comity {

TodayPage today_page(const Lens& lens) {
  const auto all = dates(lens);
  TodayPage page;
  page.today = lens.today();
  page.running = running_dates(all);
  page.coming = coming_dates(lens, all);
  page.recent = recent_dates(lens, all);
  page.documents = latest(lens, all_documents(lens), news_count);
  page.decisions = latest(all_decisions(lens), news_count);
  return page;
}

}  // namespace comity
