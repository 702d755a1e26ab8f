// Foreign notes, checkpoints and verifier keys: never a crash, and nothing opens that the key has not signed.
#include <cstdint>

#include "record/checkpoint.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The key of the worked example in docs/record-format.md, whose checkpoint is in the corpus.
  static const auto key = comity::SignKey::from_seed(std::string(32, '\x11'));
  const comity::VerifierKey verifier{"log.example/worked", key.public_key()};
  if (const auto text = comity::open_note(bytes, verifier)) {
    const auto signed_again = comity::sign_note(*text, verifier.name, key);
    comity::check(bytes.starts_with(*text), "an opened note begins with its text");
    comity::check(bytes.find(signed_again.substr(text->size() + 1)) != std::string_view::npos, "signed by the key");
  }
  if (const auto checkpoint = comity::parse_checkpoint(bytes))
    comity::check(bytes.starts_with(comity::print(*checkpoint)), "a checkpoint is written as it was read");
  if (const auto read = comity::parse_verifier_key(bytes))
    comity::check(comity::print(*read) == bytes, "a key is written as it was read");
  return 0;
}
