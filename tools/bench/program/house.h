// A record to measure: born, opened and given a registrar, as `comity serve` does it.
#pragma once

#include "bench.h"
#include "record/directory.h"
#include "registrar/rhythm.h"
#include "seal/random.h"

namespace comity {

struct Opened {
  OpenDirectory directory;
  Registrar registrar;
  explicit Opened(OpenDirectory found)
      : directory(std::move(found)),
        registrar({*directory.record, *directory.key, *directory.signer, wall_clock, [] { return random_bytes(32); },
                   Signing::later}) {}
};

// What goes on beside the acts while a server runs: checkpoints signed, the write-ahead log folded, the disk watched.
struct Upkeep {
  explicit Upkeep(Opened& opened, const std::filesystem::path& folder)
      : room(folder, 0, [folder] { return space_of(folder); }),
        rhythm(opened.registrar, *opened.directory.record, *opened.directory.blobs, room, {},
               [](const Refusal& what, bool) { throw Fault("bench", what.code); }),
        turning(rhythm, wall_clock) {}

  Room room;
  Rhythm rhythm;
  Turning turning;
};

// Makes the folder where it holds no record yet.
std::unique_ptr<Opened> open_record(const std::filesystem::path& folder);

void demand_entered(const Registrar::Outcome& outcome);

}  // namespace comity
