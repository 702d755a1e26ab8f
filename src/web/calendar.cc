#include "web/calendar.h"

#include <libical/ical.h>

#include <memory>
#include <set>

#include "web/feed.h"
#include "words/vtimezone.h"

namespace comity {
namespace {

struct Freeing {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Freeing>;

// libical reads its list of zones on the first question, which must not be asked by two threads at once.
const icaltimezone* utc_of_libical() {
  static const icaltimezone* const zone = icaltimezone_get_utc_timezone();
  return zone;
}

// Control characters have no place in a content line (RFC 5545, 3.1); line breaks libical escapes.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f; });
  return text;
}

icaltimetype day(const Date& date) {
  auto out = icaltime_null_date();
  out.year = date.year;
  out.month = date.month;
  out.day = date.day;
  return out;
}

icaltimetype clock_time(const LocalTime& local) {
  auto out = day(local.date);
  out.is_date = 0;
  out.hour = local.hour;
  out.minute = local.minute;
  out.second = local.second;
  return out;
}

icaltimetype in_utc(Instant instant) {
  auto out = clock_time(local_time(instant, utc()));
  out.zone = utc_of_libical();
  return out;
}

void put_x(icalcomponent* to, const char* name, const std::string& value) {
  auto* property = icalproperty_new_x(plain(value).c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(to, property);
}

void put_said(icalcomponent* to, icalproperty* property, const std::string& language) {
  icalproperty_add_parameter(property, icalparameter_new_language(language.c_str()));
  icalcomponent_add_property(to, property);
}

// A text as the page has it: in the reader's language, else in another, which its `lang` names.
struct Spoken {
  std::string text{};
  std::string lang{};
  bool working = false;
};

Spoken spoken(const Voice& voice, const Texts& texts) {
  const auto json = faced(voice, texts);
  const auto* words = member(json, "text");
  if (!words) return {};
  return {plain(*text(*words)), *text(*member(json, "lang")), !text(*member(json, "working"))->empty()};
}

Spoken name_of(const Voice& voice, const Texts& names, const Say& name) {
  if (!names.empty()) return spoken(voice, names);
  return {plain(said(voice, name)), std::string(code_of(voice.language())), false};
}

// RFC 5546, 3.2.1: what is published has an organizer. Ours has no mailbox: the body, by its name and its URI.
void put_organizer(icalcomponent* event, const CalendarOf& of, const Named& body) {
  auto* property = icalproperty_new_organizer(tag_uri(of.origin, body.id).c_str());
  const auto name = name_of(of.voice, body.names, body.name).text;
  if (!name.empty()) icalproperty_add_parameter(property, icalparameter_new_cn(name.c_str()));
  icalcomponent_add_property(event, property);
}

std::string cited(const Voice& voice, const SourceRow& source) {
  std::string out;
  for (const auto& part : {source.symbol, source.paragraph, source.publisher, source.title,
                           source.date ? written(voice.tongue, *source.date) : std::string()})
    if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
  return out;
}

// How certain it is, whether the words are a working translation, and by which sources.
std::string description(const Voice& voice, const DateRow& row, bool working) {
  std::string out = voice.tongue.say("certainty." + std::string(code_of(row.mark.mark)));
  if (working) out += "\n" + voice.tongue.say("translation.working");
  for (const auto& source : row.mark.sources) out += "\n" + cited(voice, source);
  return plain(out);
}

// House rule: what has only been planned is tentative, whether or not its days have come; what took place is not.
icalproperty_status status_of(const DateRow& row) {
  if (row.status == Status::cancelled) return ICAL_STATUS_CANCELLED;
  const bool foreseen = row.mark.mark == MarkKind::planned && row.status != Status::held;
  return foreseen ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

// The zone of the place where the time is known and its zone exists.
std::optional<Zone> zone_of_start(const DateRow& row) {
  if (!row.start || row.start->time.empty() || !row.start->date.whole()) return std::nullopt;
  const auto zone = zone_of(row.start->zone);
  if (!zone || !instant_of(row.start->date, row.start->time, *zone)) return std::nullopt;
  return *zone;
}

// House rule: no end where nobody has said one; RFC 5545, 3.6.1 then lets a whole day last that day, and a time begin.
void put_time(icalcomponent* event, const DateRow& row) {
  const auto zone = zone_of_start(row);
  if (!zone) {
    icalcomponent_add_property(event, icalproperty_new_dtstart(day(row.days.from)));
    icalcomponent_add_property(event, icalproperty_new_dtend(day(next_day(row.days.to))));  // the first day after
    return;
  }
  const auto start = *instant_of(row.start->date, row.start->time, *zone);
  auto* property = icalproperty_new_dtstart(zone->is_utc() ? in_utc(start) : clock_time(local_time(start, *zone)));
  if (!zone->is_utc()) icalproperty_add_parameter(property, icalparameter_new_tzid(zone->name().c_str()));
  icalcomponent_add_property(event, property);
}

void put_event(const CalendarOf& of, const DateRow& row, icalcomponent* calendar) {
  auto* event = icalcomponent_new_vevent();
  icalcomponent_add_component(calendar, event);
  const auto recorded = in_utc(of.at(row.mark.entry));
  icalcomponent_add_property(event, icalproperty_new_uid(plain(row.id + "@" + of.origin).c_str()));
  icalcomponent_add_property(event, icalproperty_new_dtstamp(recorded));
  icalcomponent_add_property(event, icalproperty_new_lastmodified(recorded));
  icalcomponent_add_property(event, icalproperty_new_sequence(static_cast<int>(row.sequence)));
  icalcomponent_add_property(event, icalproperty_new_status(status_of(row)));
  put_time(event, row);
  put_organizer(event, of, row.body);
  const auto name = name_of(of.voice, row.names, row.name);
  const auto place = spoken(of.voice, row.place);
  const auto about = description(of.voice, row, name.working || place.working);
  const std::string own(code_of(of.voice.language()));
  put_said(event, icalproperty_new_summary(name.text.c_str()), name.lang);
  if (!place.text.empty()) put_said(event, icalproperty_new_location(place.text.c_str()), place.lang);
  put_said(event, icalproperty_new_description(about.c_str()), own);
  const auto href = of.host.empty() || row.href.path.empty() ? "" : of.host + address(of.voice, row.href.path);
  if (!href.empty()) icalcomponent_add_property(event, icalproperty_new_url(href.c_str()));
}

void put_zone(const Zone& zone, int from_year, icalcomponent* calendar) {
  auto* rules = icalparser_parse_string(vtimezone(zone, from_year).c_str());
  check(rules && icalcomponent_isa(rules) == ICAL_VTIMEZONE_COMPONENT, "the rules of a zone cannot be read");
  icalcomponent_add_component(calendar, rules);
}

// Each zone that an event names, from its first year. A calendar holds at least one component (RFC 5545, 3.6).
void put_zones(const CalendarOf& of, const std::vector<DateRow>& rows, icalcomponent* calendar) {
  std::map<std::string, int> years;
  for (const auto& row : rows)
    if (const auto zone = zone_of_start(row); zone && !zone->is_utc()) {
      auto& year = years.try_emplace(zone->name(), row.start->date.year).first->second;
      year = std::min(year, row.start->date.year);
    }
  if (rows.empty()) years.emplace(of.voice.venue.name(), 2000);
  for (const auto& [name, year] : years) put_zone(*zone_of(name), year, calendar);
}

// Each thing once, and only what has whole days.
std::vector<DateRow> rows_of(const Made& made) {
  std::vector<DateRow> rows;
  std::set<std::string> seen;
  for (const auto& row : made.dates)
    if (row.days.from.whole() && row.days.to.whole() && seen.insert(row.id).second) rows.push_back(row);
  return rows;
}

}  // namespace

std::string calendar(const CalendarOf& of) {
  const Component root(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  const auto language = std::string(code_of(of.voice.language()));
  icalcomponent_add_property(root.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(root.get(),
                             icalproperty_new_prodid(("-//Comity//" COMITY_VERSION "//" + language).c_str()));
  icalcomponent_add_property(root.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
  put_x(root.get(), "X-WR-CALNAME", of.made.title);
  const auto rows = rows_of(of.made);
  put_zones(of, rows, root.get());
  for (const auto& row : rows) put_event(of, row, root.get());
  const std::unique_ptr<char, Freeing> text(icalcomponent_as_ical_string_r(root.get()));
  return text.get();
}

}  // namespace comity
