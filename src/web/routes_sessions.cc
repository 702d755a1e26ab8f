// Sessions, meetings, informal meetings and the agenda.
#include "views/agenda_pages.h"
#include "views/sessions_pages.h"
#include "web/face_schema.h"
#include "web/route.h"

namespace comity {
namespace {

Named all_sessions(const Named& body) {
  return {"sessions", {"page.sessions.title", {}}, {}, {body.href.path + "/sessions"}};
}
Named agenda_of(const Named& body) { return {"agenda", {"page.agenda.title", {}}, {}, {body.href.path + "/agenda"}}; }

// The calendar of a list of sessions and informal meetings: its dates as the body page has them.
DateRow date_of(const SessionRow& row, const Named& body) {
  DateRow out;
  out.id = row.id.text;
  out.sort = DateSort::session;
  out.name = row.name;
  out.href = row.href;
  out.body = body;
  out.status = row.status;
  out.mark = row.mark;
  const auto& days = row.held.empty() ? row.planned : row.held;
  if (!days.empty()) out.days = days.front().days;
  return out;
}

Result<Made> sessions(const Ask& ask) {
  const auto view = sessions_page(ask.lens, {ask.params.at("body")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, ask.voice.tongue.say("page.sessions.title"));
  for (const auto& row : view->sessions) out.dates.push_back(date_of(row, view->body));
  out.dates.insert(out.dates.end(), view->informals.begin(), view->informals.end());
  out.crumbs = {view->body};
  return out;
}

Result<Made> session(const Ask& ask) {
  const auto view = session_page(ask.lens, {ask.params.at("session")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, said(ask.voice, view->name));
  out.dates = view->informals;
  out.crumbs = {view->body, all_sessions(view->body)};
  return out;
}

Result<Made> meeting(const Ask& ask) {
  const auto view = meeting_page(ask.lens, {ask.params.at("meeting")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, said(ask.voice, view->name));
  out.crumbs = {view->body, all_sessions(view->body), view->session};
  return out;
}

Result<Made> informal(const Ask& ask) {
  const auto view = informal_page(ask.lens, {ask.params.at("informal")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, title_of(ask, view->names, view->name));
  out.crumbs = {view->body, all_sessions(view->body)};
  return out;
}

Result<Made> agenda(const Ask& ask) {
  const auto view = agenda_page(ask.lens, {ask.params.at("body")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, ask.voice.tongue.say("page.agenda.title"));
  out.crumbs = {view->body};
  return out;
}

Result<Made> item(const Ask& ask) {
  const auto view = item_page(ask.lens, {ask.params.at("item")});
  if (!view) return no_such_page();
  auto out = made(ask, *view, title_of(ask, view->title));
  out.crumbs = {view->body, agenda_of(view->body)};
  return out;
}

}  // namespace

std::vector<Route> session_routes() {
  return {{"sessions", "/{body}/sessions", sessions, {"sessions", "sessions", true}, schema<SessionsPage>},
          {"agenda", "/{body}/agenda", agenda, {"items", {}, false}, schema<AgendaPage>},
          {"session", "/{session}", session, {"meetings", {}, true}, schema<SessionPage>},
          {"meeting", "/{meeting}", meeting, {}, schema<MeetingPage>},
          {"informal", "/{informal}", informal, {}, schema<InformalPage>},
          {"item", "/{item}", item, {}, schema<ItemPage>}};
}

}  // namespace comity
