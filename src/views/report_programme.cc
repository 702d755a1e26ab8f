// The programme of work of the sessions of a cycle: their meetings, as they were scheduled or took place.
#include "views/in_sentences.h"
#include "views/report_chapters.h"

namespace comity {
namespace {

// A part of a line that may be absent: then it is empty, on the evidence of the rest.
Spoken part_of_slot(const std::string& key, const std::string& name, const Spoken& told, const Spoken& rest) {
  if (told) return nested(key, {{name, told}});
  auto out = gathered({rest}, {});
  out.value = std::vector<Say>{};
  return out;
}

// Opened on a whole day, or planned for one.
Spoken day_of_slot(const Lens& lens, const MeetingId& id) {
  const auto opened = about<MeetingOpened>(lens, id).where(
      [](const auto& fact) { return fact.from.around.happened && fact.from.around.happened->date.whole(); });
  if (!opened.empty())
    return tell(lens, Basis::actual, id.text, "day", opened,
                [](const auto& fact) { return Say::Value(print(fact.from.around.happened->date)); });
  return tell(lens, Basis::planned, id.text, "day",
              about<MeetingPlanned>(lens, id).where([](const auto& fact) { return fact.act.start.date.whole(); }),
              [](const auto& fact) { return Say::Value(print(fact.act.start.date)); });
}

// "10:00 New York time".
Spoken hour_of_slot(const Lens& lens, const MeetingId& id) {
  const auto timed =
      about<MeetingPlanned>(lens, id).where([](const auto& fact) { return !fact.act.start.time.empty(); });
  return tell(lens, Basis::planned, id.text, "hour", timed, [](const auto& fact) {
    const auto& start = fact.act.start;
    const bool usual = start.zone == "America/New_York";
    const auto zone = usual ? Say::Value(std::vector<Say>{{"zone.new-york", {}}}) : Say::Value(start.zone);
    return Say::Value(std::vector<Say>{{"report.slot.clock", {{"time", start.time}, {"zone", zone}}}});
  });
}

// Answers whether the line was made: without its day it is none.
bool tell_slot(ReportMaker& report, const MeetingId& id) {
  const auto& lens = report.lens();
  const auto day = day_of_slot(lens, id);
  if (day.absent()) return false;
  const auto number = tell(lens, Basis::actual, id.text, "ordinal", about<MeetingOpened>(lens, id),
                           [](const auto& fact) { return Say::Value(std::to_string(fact.act.ordinal)); });
  const auto segment =
      tell(lens, Basis::actual, id.text, "segment", about<SegmentHeld>(lens, id), [](const auto& fact) {
        return Say::Value(std::vector<Say>{{"code.segment." + std::string(code_of(fact.act.segment)), {}}});
      });
  report.item("slot/" + id.text, "-", "report.slot",
              {{"day", day},
               {"hour", part_of_slot("report.slot.hour", "hour", hour_of_slot(lens, id), day)},
               {"meeting", part_of_slot("report.slot.meeting", "n", number, day)},
               {"segment", part_of_slot("report.slot.segment", "segment", segment, day)}});
  return true;
}

// Those that were not cancelled, in the order of time as far as it is known.
std::vector<MeetingId> meetings_not_cancelled(const Lens& lens, const SessionId& id) {
  auto meetings = meetings_of(lens, id);
  std::erase_if(meetings, [&lens](const auto& one) { return dated(lens, one).cancelled; });
  return meetings;
}

void tell_slots(ReportMaker& report, const SessionId& id) {
  const auto& lens = report.lens();
  const auto meetings = meetings_not_cancelled(lens, id);
  std::vector<Spoken> days;
  std::vector<MeetingId> without_day;
  for (const auto& meeting : meetings) {
    auto day = day_of_slot(lens, meeting);
    if (day.absent()) without_day.push_back(meeting);
    if (day) days.push_back(std::move(day));
  }
  report.paragraph();
  if (!days.empty()) report.sentence("slots/" + id.text, "report.slots", {}, {}, days);
  for (const auto& meeting : meetings) tell_slot(report, meeting);
  const auto undated = meetings_named(lens, Basis::actual, without_day);
  if (!days.empty()) report.paragraph();
  if (undated) report.missing("report.missing.meeting-days", {{"meetings", undated}});
  if (meetings.empty()) report.missing("report.missing.slots", {{"of", sessions_named(lens, {id}, Role::of)}});
}

}  // namespace

void tell_programme_of_sessions(ReportMaker& report) {
  const auto& sessions = report.cycle().sessions;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    report.section("session-" + std::to_string(i + 1), 1,
                   {"report.text", {{"text", name_value(named(report.lens(), sessions[i]))}}});
    tell_session(report, sessions[i]);
    tell_organization_of_work(report, sessions[i]);
    tell_slots(report, sessions[i]);
  }
}

}  // namespace comity
