// Cosignatures: a witness says that it saw a checkpoint, when, and that it extends all that it saw of the log before
// (C2SP tlog-cosignature v1 with Ed25519, at commit 5ba5ee8).
#pragma once

#include "record/note.h"

namespace comity {

// The witness's line under the text of a checkpoint. `seconds`: since 1970 UTC.
SignatureLine cosign(std::string_view text, std::string_view name, const SignKey& key, std::int64_t seconds);

// When the witness saw the note's text, in seconds since 1970 UTC. Refuses cosignature-absent {witness} where it has no
// line or several, cosignature-bad {witness}.
Result<std::int64_t> cosigned_at(const Note& note, const VerifierKey& witness);

}  // namespace comity
