#include "record/cosigned.h"

#include "base/check.h"
#include "record/files.h"

namespace comity {
namespace {

Note own_note(std::string_view checkpoint) {
  auto note = parse_note(checkpoint);
  check(note.has_value(), "a checkpoint that the record signed");
  return *std::move(note);
}

}  // namespace

Cosigned::Cosigned(std::filesystem::path file) : file_(std::move(file)) {
  const auto bytes = read_file(file_);
  if (auto note = bytes ? parse_note(*bytes) : std::nullopt) kept_ = *std::move(note);
}

std::string Cosigned::note(std::string_view checkpoint) const {
  const std::lock_guard hold(mutex_);
  return own_note(checkpoint).text == kept_.text ? print(kept_) : std::string(checkpoint);
}

void Cosigned::add(std::string_view checkpoint, const SignatureLine& line) {
  const std::lock_guard hold(mutex_);
  auto note = own_note(checkpoint);
  if (note.text == kept_.text) note = kept_;
  std::erase_if(note.signatures, [&](const SignatureLine& old) { return old.name == line.name && old.id == line.id; });
  note.signatures.push_back(line);
  write_durably(file_, print(note));
  kept_ = std::move(note);
}

}  // namespace comity
