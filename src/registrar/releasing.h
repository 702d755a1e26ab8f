// Texts of the closed log are made public once they are for everybody: before the first answer after that moment, by
// whoever asks first. The hour of an embargo is kept by (record, now), not by a job that may be late.
#pragma once

#include "registrar/registrar.h"

namespace comity {

class Releasing {
 public:
  // The registrar must outlive it.
  explicit Releasing(Registrar& registrar) : registrar_(registrar) {}

  // Whether something may be due: asks little, and again only after the record has grown or an embargo has ended.
  bool due(Instant now);
  // Enters what is due, each text by its public act. Where the machine fails, the texts stay withheld, and whoever asks
  // later tries again; throws Fault then as the registrar does.
  void carry_out(Instant now);

 private:
  void look(Instant now);

  Registrar& registrar_;
  std::mutex carrying_{};
  std::mutex mutex_{};        // of the two below
  std::int64_t looked_ = -1;  // Registrar::taken_in at the last look
  Instant next_{};            // from then on something is due
};

}  // namespace comity
