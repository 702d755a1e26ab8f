// An entry's head read where the bytes lie, building no value: how a long record is judged in little time. What is not
// surely a sound entry of our format is left to parse_head, which says why.
#pragma once

#include <optional>

#include "record/entry.h"

namespace comity {

std::optional<EntryHead> head_in_place(std::string_view bytes);

}  // namespace comity
