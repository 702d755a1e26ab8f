#include "registrar/releasing.h"

#include <limits>

#include "rules/access.h"
#include "seal/hash.h"

namespace comity {
namespace {

constexpr Instant never{std::numeric_limits<std::int64_t>::max()};
constexpr std::int64_t again_after = 1'000'000;  // microseconds, where the machine failed

// Named by what it says, so that two who ask at once enter it once.
EntryRequest release(const TextImported& text, const World& world) {
  EntryRequest out{{}, {}, {text, {}}, registrar_author};
  out.fact.around.sources = {{text.document, {}, {}, {}, {}}};
  out.fact.around.certainty = Certainty::confirmed;
  const auto* document = world.one<DocumentRegistered>(text.document);
  if (document && document->act.body) out.body = document->act.body->text;
  out.id = "release:" + to_hex(sha256(canonical(to_json(out.fact.act)))).substr(0, 32);
  return out;
}

}  // namespace

void Releasing::look(Instant now) {
  looked_ = registrar_.taken_in();
  next_ = registrar_.read_both([now](const Worlds& worlds) {
    return texts_to_release(worlds, now).empty() ? next_release(worlds, now).value_or(never) : now;
  });
}

bool Releasing::due(Instant now) {
  const std::lock_guard lock(mutex_);
  if (looked_ != registrar_.taken_in()) look(now);
  return now >= next_;
}

void Releasing::carry_out(Instant now) {
  const std::lock_guard one(carrying_);  // who comes meanwhile answers after the commit, not before
  if (!due(now)) return;
  const auto requests = registrar_.read_both([now](const Worlds& worlds) {
    std::vector<EntryRequest> out;
    for (const auto& text : texts_to_release(worlds, now)) out.push_back(release(text, worlds.open));
    return out;
  });
  const auto later = [this, now] {  // unless the record grows: then a look says more
    const std::lock_guard lock(mutex_);
    next_ = {now.us + again_after};
  };
  try {
    if (!requests.empty()) registrar_.enter(requests);
  } catch (const Fault&) {
    later();
    throw;
  }
  later();
}

}  // namespace comity
