#include "web/prints.h"

#include <algorithm>
#include <utility>

namespace comity {
namespace {

constexpr std::size_t most_refusals = 256;

}  // namespace

std::optional<Result<PrintBytes>> Prints::find(const std::string& recipe, Time now) {
  if (const auto found = held_.find(recipe); found != held_.end()) {
    order_.splice(order_.begin(), order_, found->second);
    return Result<PrintBytes>(found->second->made);
  }
  const auto refused = refused_.find(recipe);
  if (refused == refused_.end()) return std::nullopt;
  if (now < refused->second.until) return Result<PrintBytes>(refused->second.why);
  refused_.erase(refused);
  return std::nullopt;
}

void Prints::keep(const std::string& recipe, PrintBytes made) {
  if (made->size() > bound_ / 4 || held_.contains(recipe)) return;
  bytes_ += made->size();
  order_.push_front({recipe, std::move(made)});
  held_.emplace(recipe, order_.begin());
  while (bytes_ > bound_) {
    bytes_ -= order_.back().made->size();
    held_.erase(order_.back().recipe);
    order_.pop_back();
  }
}

void Prints::keep_refused(const std::string& recipe, Refusal why, Time until) {
  refused_.insert_or_assign(recipe, Refused{std::move(why), until});
  if (refused_.size() <= most_refusals) return;
  refused_.erase(std::min_element(refused_.begin(), refused_.end(),
                                  [](const auto& a, const auto& b) { return a.second.until < b.second.until; }));
}

}  // namespace comity
