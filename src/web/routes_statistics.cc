// Statistics of a body: of its whole mandate and of each cycle.
#include "views/statistics_tables.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

Result<Made> statistics(const Ask& ask) {
  const auto cycle = ask.params.find("cycle");
  const std::string year = cycle == ask.params.end() ? std::string() : cycle->second;
  const auto view = statistics_page(ask.lens, {ask.params.at("body")}, year, ask.size);
  if (!view) return view.refusal();
  Made out;
  const auto& tongue = ask.voice.tongue;
  const auto title = tongue.say("page.statistics.title");
  out.title = year.empty() ? title : tongue.say("page.statistics.title-cycle", {{"year", year}});
  out.page = faced(ask.voice, shown(*view));
  out.twin = twin(*view);
  out.crumbs = {view->body};
  if (!year.empty())
    out.crumbs.push_back({"statistics", {"page.statistics.title", {}}, {}, {view->body.href.path + "/statistics"}});
  return out;
}

}  // namespace

std::vector<Route> statistics_routes() {
  const Faces figures{"figures", {}, false};
  return {{"statistics", "/{body}/statistics", statistics, figures, schema<StatisticsPage>},
          {"statistics", "/{body}/statistics/{cycle}", statistics, figures, schema<StatisticsPage>}};
}

}  // namespace comity
