// What surrounds every page: masthead, languages, where it stands, crumbs, the banner of another moment, the footer.
#pragma once

#include "web/route.h"

namespace comity {

struct Framing {
  const Voice& voice;
  const Address& address;
  const World& world;
  const Registrar& registrar;
  std::int64_t size = 0;
  Instant now{};
  bool as_of = false;
  std::optional<Date> on{};
  const Route* route = nullptr;  // null: an error page
};

// The values of pages/frame.html but `content`.
JsonObject frame(const Framing& framing, const Made& made, const std::string& css);

}  // namespace comity
