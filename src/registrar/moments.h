// The institution at another moment (decisions.md 1, 18): the first N entries, and of them what had happened by a day.
// At most four worlds are kept; one is folded at a time, and whoever comes meanwhile is asked to come again.
#pragma once

#include <list>
#include <memory>

#include "registrar/registrar.h"

namespace comity {

// What was recorded by then (entries [0, size)), and of that what held on the day.
struct Moment {
  std::int64_t size = 0;
  std::optional<Date> on{};
  bool operator==(const Moment&) const = default;
};

class Moments {
 public:
  explicit Moments(const Registrar& registrar) : registrar_(registrar) {}

  // Refuses too-many-moments while another moment is being folded.
  Result<std::shared_ptr<const World>> world(const Moment& moment);

 private:
  struct Held {
    Moment moment;
    std::shared_ptr<const World> world;
  };
  std::shared_ptr<const World> find(const Moment& moment);

  const Registrar& registrar_;
  std::mutex folding_;
  std::mutex holding_;
  std::list<Held> held_;  // the latest used first
};

// The size that `?as-of=` names: a number of entries, or an instant (those recorded by then).
// Refuses as-of-malformed {value}, as-of-beyond {value, size}.
Result<std::int64_t> size_as_of(const Registrar& registrar, std::string_view value);

}  // namespace comity
