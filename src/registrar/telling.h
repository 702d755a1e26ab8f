// The record told from its beginning: entries understood on several threads, handed on in their order.
#pragma once

#include <functional>

#include "record/record.h"
#include "registrar/entering.h"

namespace comity {

// An entry, with what it means; without a meaning where this program does not understand it.
struct Told {
  Log log = Log::open;
  std::int64_t number = 0;
  Instant at{};
  std::string request{};
  std::variant<std::monostate, Understood, UnderstoodClosed> meaning{};

  bool understood() const { return meaning.index() != 0; }
};

// Of an entry that was parsed, or of the bytes of one that the record had judged.
Told told(Log log, const Entry& entry);
Told told(Log log, std::string_view bytes);

// The first `size` entries of the log. `take` must not call the record.
void tell(const Record& record, Log log, std::int64_t size, const std::function<void(const Told&)>& take);

}  // namespace comity
