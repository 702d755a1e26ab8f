#include "web/errors.h"

#include <string_view>

namespace comity {

int status_of(const Refusal& refusal) {
  for (const std::string_view code :
       {"no-such-page", "no-such-symbol", "no-such-entry", "no-such-cycle", "no-cycles", "body-not-yet", "report-kind",
        "no-session-ahead", "paper-of-mandate", "text-not-held", "text-withheld", "text-entry-unknown", "as-of-beyond"})
    if (refusal.code == code) return 404;
  for (const std::string_view code : {"too-many-moments", "press-yours"})
    if (refusal.code == code) return 429;
  for (const std::string_view code : {"press-busy", "press-gone", "press-failed", "office-missing", "office-late"})
    if (refusal.code == code) return 503;
  for (const std::string_view code : {"as-of-malformed", "on-malformed", "unknown-zone", "address-malformed",
                                      "query-repeated", "query-malformed", "basis-unknown", "paper-without-draft"})
    if (refusal.code == code) return 400;
  return 422;
}

}  // namespace comity
