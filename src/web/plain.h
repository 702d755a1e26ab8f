// The record's own files as plain addresses, for whoever verifies without us: checkpoint, key, entries, batches.
#pragma once

#include "record/record.h"
#include "web/message.h"

namespace comity {

// Refuses no-such-page where the path is none of them. All four belong to the last checkpoint, as `comity verify
// --export` reads them.
Result<Response> record_file(const Record& record, std::string_view path);

}  // namespace comity
