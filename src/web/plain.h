// The record's own files as plain addresses, for whoever verifies without us: checkpoint, key, entries, batches,
// proofs, tiles.
#pragma once

#include "record/record.h"
#include "web/message.h"

namespace comity {

// `checkpoint`: the last one, with whatever cosignatures it bears. Refuses no-such-page where the path is none of them.
// All belong to the last checkpoint, as `comity verify
// --export` reads them.
// `/record/N.tlog-proof` is the proof of entry N.
Result<Response> record_file(const Record& record, std::string_view path, std::string_view checkpoint);

// The public log as static files for strangers' tools (C2SP tlog-tiles), under the prefix `/log`: `/log/checkpoint`,
// `/log/tile/0/000.p/12`, `/log/tile/entries/000`. Refuses no-such-page where the log has no such file.
Result<Response> log_file(const Record& record, std::string_view path, std::string_view checkpoint);

}  // namespace comity
