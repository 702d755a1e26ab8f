// A record to measure: born, opened and given a registrar, as `comity serve` does it.
#pragma once

#include "bench.h"
#include "record/directory.h"
#include "seal/random.h"

namespace comity {

struct Opened {
  OpenDirectory directory;
  Registrar registrar;
  explicit Opened(OpenDirectory found)
      : directory(std::move(found)),
        registrar({*directory.record, *directory.key, *directory.signer, wall_clock, [] { return random_bytes(32); }}) {
  }
};

// Makes the folder where it holds no record yet.
std::unique_ptr<Opened> open_record(const std::filesystem::path& folder);

void demand_entered(const Registrar::Outcome& outcome);

}  // namespace comity
