#include "registrar/conditions.h"

#include <utility>

namespace comity {

Conditions::Conditions(Tell tell) : tell_(std::move(tell)) {}

void Conditions::set(const std::string& code, Values values) {
  bool fresh = false;
  {
    const std::lock_guard lock(mutex_);
    fresh = !present_.contains(code);
    present_[code] = values;
  }
  if (fresh && tell_) tell_(code, true, values);
}

void Conditions::clear(const std::string& code) {
  bool held = false;
  {
    const std::lock_guard lock(mutex_);
    held = present_.erase(code) > 0;
  }
  if (held && tell_) tell_(code, false, {});
}

void Conditions::put(const std::string& code, bool holds, Values values) {
  if (holds) return set(code, std::move(values));
  clear(code);
}

std::map<std::string, Conditions::Values> Conditions::present() const {
  const std::lock_guard lock(mutex_);
  return present_;
}

}  // namespace comity
