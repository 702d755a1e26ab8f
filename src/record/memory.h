// The record in memory: for tests and for whoever verifies without a disk.
#pragma once

#include <memory>

#include "record/record.h"

namespace comity {

std::unique_ptr<Store> memory_store(const Genesis& genesis);

// An empty record in memory, ready to append to.
std::unique_ptr<Record> memory_record(std::string_view origin, const SignKey& key);

}  // namespace comity
