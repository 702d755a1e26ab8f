#include "words/vtimezone.h"

#include <unicode/vtzone.h>

#include "base/check.h"

namespace comity {

std::string vtimezone(const Zone& zone, int from_year) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::VTimeZone> rules(
      icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString::fromUTF8(zone.name())));
  check(rules != nullptr, "a zone that exists has no rules");
  // ICU begins with the first change after the instant: a year earlier, one of them comes before 1 January.
  const auto start = static_cast<UDate>(first_instant({from_year - 1, 1, 1}).us) / 1000.0;
  icu::UnicodeString text;
  rules->write(start, text, status);
  check(U_SUCCESS(status), "ICU could not write the rules of a zone");
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace comity
