#include "web/gate.h"

#include "base/check.h"

namespace comity {

Gate::Answer Gate::enter(const std::string& source, bool bounded) {
  const std::lock_guard lock(mutex_);
  if (inside_ >= in_all_) return Answer::full;
  const auto found = sources_.find(source);
  if (bounded && found != sources_.end() && found->second >= per_source_) return Answer::crowded_source;
  ++inside_;
  ++sources_[source];
  return Answer::welcome;
}

void Gate::leave(const std::string& source) {
  const std::lock_guard lock(mutex_);
  const auto found = sources_.find(source);
  check(found != sources_.end(), "somebody left who had not entered");
  --inside_;
  if (--found->second == 0) sources_.erase(found);
}

std::size_t Gate::inside() const {
  const std::lock_guard lock(mutex_);
  return inside_;
}

}  // namespace comity
