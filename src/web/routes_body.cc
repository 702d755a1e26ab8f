// The institution, its bodies, today, how to take part, States.
#include "views/body_page.h"
#include "views/institution_page.h"
#include "views/record_pages.h"
#include "views/states_pages.h"
#include "views/taking_part_page.h"
#include "views/today_page.h"
#include "web/face_schema.h"
#include "web/route.h"
#include "words/order.h"

namespace comity {
namespace {

Result<Made> institution(const Ask& ask) {
  const auto view = institution_page(ask.lens);
  if (!view) return made(ask, InstitutionPage{}, ask.voice.tongue.say("page.institution.empty"));
  auto out = made(ask, *view, title_of(ask, view->names));
  out.dates = view->next_dates;
  return out;
}

Result<Made> today(const Ask& ask) {
  const auto view = today_page(ask.lens);
  auto out = made(ask, view, ask.voice.tongue.say("page.today.title"));
  for (const auto* dates : {&view.running, &view.coming, &view.recent})
    out.dates.insert(out.dates.end(), dates->begin(), dates->end());
  return out;
}

Result<Made> taking_part(const Ask& ask) {
  return made(ask, taking_part_page(ask.lens), ask.voice.tongue.say("page.taking-part.title"));
}

Result<Made> body(const Ask& ask) {
  const auto view = body_page(ask.lens, {ask.params.at("body")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, title_of(ask, view->names));
  out.dates = view->dates;
  return out;
}

// The alphabetical order of the reader's language; the twin keeps that of the ids, which is nobody's rank.
Result<Made> states(const Ask& ask) {
  auto view = states_page(ask.lens);
  const auto twin_of_ids = twin(view);
  view.states = in_order(ask.voice.language(), std::move(view.states),
                         [&ask](const StateRow& state) { return title_of(ask, state.names); });
  auto out = made(ask, view, ask.voice.tongue.say("page.states.title"));
  out.twin = twin_of_ids;
  return out;
}

Result<Made> state(const Ask& ask) {
  const auto view = state_page(ask.lens, {ask.params.at("state")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, title_of(ask, view->state.names));
  out.crumbs.push_back({"states", {"page.states.title", {}}, {}, {"/states"}});
  return out;
}

Result<Made> about(const Ask& ask) {
  AboutPage view{COMITY_VERSION, ask.registrar.record().origin(), ask.size, {}};
  for (std::size_t i = 0; i < Codes<MarkKind>::all.size(); ++i) view.marks.push_back(static_cast<MarkKind>(i));
  return made(ask, view, ask.voice.tongue.say("page.about.title"));
}

}  // namespace

std::vector<Route> body_routes() {
  return {{"institution", "/", institution, {{}, "next-dates", true}, schema<InstitutionPage>},
          {"today", "/today", today, {"coming", "coming", true}, schema<TodayPage>},
          {"taking-part", "/taking-part", taking_part, {}, schema<TakingPartPage>},
          {"states", "/states", states, {"states", {}, false}, schema<StatesPage>},
          {"state", "/states/{state}", state, {}, schema<StatePage>},
          {"about", "/about", about, {}, schema<AboutPage>},
          {"body", "/{body}", body, {"dates", "dates", true}, schema<BodyPage>}};
}

}  // namespace comity
