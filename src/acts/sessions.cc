#include "acts/sessions.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> session_rows() {
  return {row<SessionEntered>(), row<SessionPlanned>(),    row<SessionHeld>(),       row<SessionCancelled>(),
          row<MeetingPlanned>(), row<MeetingOpened>(),     row<MeetingClosed>(),     row<MeetingCancelled>(),
          row<SegmentHeld>(),    row<PlenariesCounted>(),  row<ItemsConsidered>(),   row<InformalPlanned>(),
          row<InformalHeld>(),   row<InformalCancelled>(), row<AttendanceReported>()};
}

}  // namespace comity
