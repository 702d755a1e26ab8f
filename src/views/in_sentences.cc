#include "views/in_sentences.h"

#include "texts/symbol.h"

namespace comity {
namespace {

std::string code_of_role(Role role) { return role == Role::at ? "at" : role == Role::of ? "of" : "bare"; }

bool same_name(const Texts& a, const Texts& b) {
  for (const auto language : languages) {
    const auto* one = find(a, language);
    const auto* other = find(b, language);
    if (one && other && *one == *other) return true;
  }
  return false;
}

const NameFormed* forms_named(const Lens& lens, const Texts& name) {
  for (const auto* fact : lens.world.facts<NameFormed>())
    if (same_name(fact->act.names, name)) return &fact->act;
  return nullptr;
}

const Texts& of_form(const NameFormed& forms, NameForm form) {
  switch (form) {
    case NameForm::subject:
      return forms.subject;
    case NameForm::object:
      return forms.object;
    case NameForm::of:
      return forms.of;
    case NameForm::to:
      return forms.to;
    case NameForm::at:
      break;
  }
  return forms.at;
}

bool in_all_languages(const Texts& texts) {
  return std::all_of(languages.begin(), languages.end(), [&](Language one) { return find(texts, one) != nullptr; });
}

// What lacks a language would be said in another one, in the middle of a sentence.
Say::Value in_form(const NameFormed* forms, NameForm form, const char* otherwise) {
  if (!forms || !in_all_languages(of_form(*forms, form))) return std::vector<Say>{{otherwise, {}}};
  return of_form(*forms, form);
}

struct SessionGroup {
  SessionType type{};
  bool numbered = false;
  std::vector<std::string> ordinals;
  std::vector<Spoken> from;
};

Spoken introduced(const Lens& lens, const Fact<SessionEntered>& fact) {
  const auto& act = fact.act;
  const auto value = std::string(code_of(act.type)) + (act.ordinal ? " " + std::to_string(*act.ordinal) : "");
  std::vector<Teller> tellers{{&fact, SessionEntered::kind, false, value}};
  return choose(lens, Basis::actual, act.id.text, "name", std::move(tellers));
}

// Sessions of one sort that follow each other are named together.
std::vector<SessionGroup> grouped(const Lens& lens, const std::vector<SessionId>& ids) {
  std::vector<SessionGroup> groups;
  for (const auto& id : ids) {
    const auto* session = lens.world.one<SessionEntered>(id);
    if (!session) continue;
    const bool numbered = session->act.ordinal.has_value();
    if (groups.empty() || groups.back().type != session->act.type || groups.back().numbered != numbered)
      groups.push_back({session->act.type, numbered, {}, {}});
    groups.back().ordinals.push_back(numbered ? std::to_string(*session->act.ordinal) : id.text);
    groups.back().from.push_back(introduced(lens, *session));
  }
  return groups;
}

std::string last_number(const Symbol& symbol) {
  const auto slash = symbol.text.rfind('/');
  const auto before = symbol.text.rfind('/', slash - 1);
  return symbol.text.substr(before + 1);
}

}  // namespace

Say::Names names_of_body(const Lens& lens, const BodyId& body) {
  const auto* established = lens.world.one<BodyEstablished>(body);
  const auto* forms = established ? forms_named(lens, established->act.names) : nullptr;
  Say::Names names{{"body", in_form(forms, NameForm::subject, "report.body.subject")},
                   {"body_of", in_form(forms, NameForm::of, "report.body.of")},
                   {"body_to", in_form(forms, NameForm::to, "report.body.to")}};
  if (forms && in_all_languages(forms->gender))
    names.emplace("body_gender", forms->gender);
  else
    names.emplace("body_gender", std::vector<Say>{{"report.body.gender", {}}});
  return names;
}

Spoken sessions_named(const Lens& lens, const std::vector<SessionId>& ids, Role role) {
  std::vector<Spoken> groups;
  for (auto& group : grouped(lens, ids)) {
    const auto key = "report.sessions." + std::string(code_of(group.type)) + (group.numbered ? "" : ".unnumbered");
    groups.push_back(nested(Say{key, {{"n", std::move(group.ordinals)}, {"role", code_of_role(role)}}}, group.from));
  }
  return listed(groups);
}

Spoken meetings_named(const Lens& lens, Basis basis, const std::vector<MeetingId>& ids) {
  std::vector<Spoken> from;
  std::vector<std::string> ordinals;
  std::vector<SessionId> session;
  for (const auto& id : ids) {
    const auto opened = about<MeetingOpened>(lens, id);
    auto one = tell(lens, basis, id.text, "ordinal", opened,
                    [](const auto& fact) { return Say::Value(std::to_string(fact.act.ordinal)); });
    if (one.absent()) continue;
    session = {opened.front()->act.session};
    ordinals.push_back(std::to_string(opened.front()->act.ordinal));
    from.push_back(std::move(one));
  }
  if (from.empty()) return {};
  const auto numbers = gathered(from, std::move(ordinals));
  return nested("report.meetings", {{"n", numbers}, {"session", sessions_named(lens, session, Role::of)}});
}

Spoken days_of_meetings(const Lens& lens, Basis basis, const std::vector<MeetingId>& ids) {
  std::vector<Spoken> from;
  std::vector<Date> known;
  for (const auto& id : ids) {
    const auto opened = about<MeetingOpened>(lens, id).where(
        [](const auto& fact) { return fact.from.around.happened && fact.from.around.happened->date.whole(); });
    auto one = tell(lens, basis, id.text, "day", opened,
                    [](const auto& fact) { return Say::Value(print(fact.from.around.happened->date)); });
    if (one.absent()) continue;
    known.push_back(opened.front()->from.around.happened->date);
    from.push_back(std::move(one));
  }
  if (known.empty()) return {};
  const auto [first, last] = std::minmax_element(known.begin(), known.end());
  auto out = gathered(from, {});
  out.value = span({*first, *last});
  return out;
}

Spoken occasion(const Spoken& session, const Spoken& day) {
  if (session && day) return nested("report.occasion.session-day", {{"session", session}, {"day", day}});
  if (session) return nested("report.occasion.session", {{"session", session}});
  return day ? nested("report.occasion.day", {{"day", day}}) : Spoken{};
}

Spoken occasion_of_meetings(const Spoken& meetings, const Spoken& days) {
  if (meetings && days) return nested("report.occasion.meetings-days", {{"meetings", meetings}, {"days", days}});
  return nested("report.occasion.meetings", {{"meetings", meetings}});
}

Spoken cited(const Symbol& symbol, const std::string& key, const Spoken& by) {
  const auto starts = [&symbol](std::string_view with) { return symbol.text.starts_with(with); };
  auto say = Say{key + ".document", {{"symbol", symbol.text}}};
  if (starts("A/RES/")) say = {key + ".resolution", {{"number", last_number(symbol)}}};
  if (starts("A/DEC/")) say = {key + ".decision", {{"number", last_number(symbol)}}};
  auto out = nested(std::move(say), {by});
  return out;
}

Spoken symbols(const std::vector<Symbol>& documents, const Spoken& by) {
  if (by.absent()) return {};
  return gathered({by}, each(documents, [](const Symbol& symbol) { return symbol.text; }));
}

Texts form_of(const Lens& lens, const Texts& name, NameForm form) {
  const auto* forms = forms_named(lens, name);
  return forms && has_form(lens, name, form) ? of_form(*forms, form) : name;
}

// In each language that has the name.
bool has_form(const Lens& lens, const Texts& name, NameForm form) {
  const auto* forms = forms_named(lens, name);
  return forms && std::all_of(languages.begin(), languages.end(),
                              [&](Language one) { return !find(name, one) || find(of_form(*forms, form), one); });
}

Say::Value place_value(const Lens& lens, const Texts& place) {
  if (place.empty()) return std::vector<Say>{};
  const bool formed = has_form(lens, place, NameForm::at);
  return std::vector<Say>{
      {formed ? "report.place.formed" : "report.place.plain", {{"place", form_of(lens, place, NameForm::at)}}}};
}

std::string founding_organ(const BodyEstablished& body) {
  if (body.founding.empty()) return "other";
  const auto& symbol = body.founding.front().text;
  if (symbol.starts_with("A/")) return "assembly";
  if (symbol.starts_with("S/")) return "council";
  return symbol.starts_with("E/") ? "economic" : "other";
}

std::vector<Spoken> decisions_beside(const Lens& lens, const BodyId& body, const Date& date,
                                     const std::vector<Symbol>& documents, std::optional<Manner> manner) {
  std::vector<Spoken> out;
  for (const auto* fact : facts<DecisionTaken>(lens)) {
    const auto& act = fact->act;
    if (act.body != body || !fact->from.around.happened || fact->from.around.happened->date != date) continue;
    if (act.documents != documents || (manner && act.manner != *manner)) continue;
    out.push_back(
        choose(lens, Basis::actual, act.id.text, "decision", {{fact, DecisionTaken::kind, false, act.id.text}}));
  }
  return out;
}

bool is_organizational(const Lens& lens, const SessionId& id) {
  const auto* session = lens.world.one<SessionEntered>(id);
  return session && session->act.type == SessionType::organizational;
}

Texts without_stop(Texts texts) {
  constexpr std::string_view chinese_stop = "。";
  const auto cut = [chinese_stop](std::map<Language, std::string>& some) {
    for (auto& [language, text] : some) {
      if (text.ends_with('.')) text.pop_back();
      if (text.ends_with(chinese_stop)) text.resize(text.size() - chinese_stop.size());
    }
  };
  cut(texts.official);
  cut(texts.working);
  return texts;
}

}  // namespace comity
