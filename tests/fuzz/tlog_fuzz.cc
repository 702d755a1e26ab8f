// The small texts of transparency logs as strangers send them: proofs, submissions to a witness, policies, names of
// tiles, cosigned notes. Never a crash; what is read is written again as it was.
#include <cstdint>

#include "record/cosign.h"
#include "record/proof.h"
#include "record/tiles.h"
#include "record/witness.h"

namespace {

void read_policy(std::string_view bytes) {
  const auto policy = comity::parse_policy(bytes);
  if (!policy) return;
  comity::check(!policy->quorum.empty(), "a policy has a quorum");
  static_cast<void>(comity::quorum_met(*policy, {"log.example/worked\n0\nAAAA\n", {}}));
}

void read_note(std::string_view bytes) {
  static const auto key = comity::SignKey::from_seed(std::string(32, '\x11'));
  const comity::VerifierKey witness{"w.example/1", key.public_key(), comity::KeyUse::cosigner};
  const auto note = comity::parse_note(bytes);
  if (!note) return;
  if (const auto at = comity::cosigned_at(*note, witness))
    comity::check(
        comity::cosign(note->text, witness.name, key, *at).signature == comity::line_of(*note, witness)->signature,
        "a cosignature that the witness made");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto proof = comity::parse_log_proof(bytes))
    comity::check(comity::print(*proof) == bytes, "a proof is written as it was read");
  if (const auto submission = comity::parse_submission(bytes))
    comity::check(comity::print(*submission) == bytes, "a submission is written as it was read");
  if (const auto tile = comity::parse_tile(bytes))
    comity::check(comity::print(*tile) == bytes, "a tile's name is written as it was read");
  read_policy(bytes);
  read_note(bytes);
  return 0;
}
