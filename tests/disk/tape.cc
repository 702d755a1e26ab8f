#include "disk/tape.h"

#include <sys/mman.h>

#include <cstdlib>
#include <cstring>
#include <thread>

namespace comity {
namespace {

struct Head {
  Op op;
  std::uint64_t inode;
  std::int64_t offset;
  std::size_t size;
};

}  // namespace

Tape::Tape(std::size_t capacity) : capacity_(capacity) {
  void* memory = ::mmap(nullptr, sizeof(Shared) + capacity, PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) std::abort();
  shared_ = new (memory) Shared{};
  bytes_ = static_cast<char*>(memory) + sizeof(Shared);
}

Tape::~Tape() { ::munmap(shared_, sizeof(Shared) + capacity_); }

void Tape::clear() { shared_ = new (shared_) Shared{}; }

void Tape::add(const TapeLine& line) noexcept {
  while (shared_->busy.exchange(true)) std::this_thread::yield();
  const Head head{line.op, line.inode, line.offset, line.bytes.size()};
  const auto at = shared_->size.load();
  if (at + sizeof head + line.bytes.size() > capacity_) std::abort();
  std::memcpy(bytes_ + at, &head, sizeof head);
  if (!line.bytes.empty()) std::memcpy(bytes_ + at + sizeof head, line.bytes.data(), line.bytes.size());
  shared_->size = at + sizeof head + line.bytes.size();  // whoever is killed before this has said nothing
  shared_->busy = false;
}

std::vector<TapeLine> Tape::lines() const {
  std::vector<TapeLine> lines;
  for (std::size_t at = 0; at < shared_->size;) {
    Head head{};
    std::memcpy(&head, bytes_ + at, sizeof head);
    at += sizeof head;
    lines.push_back({head.op, head.inode, head.offset, {bytes_ + at, head.size}});
    at += head.size;
  }
  return lines;
}

std::vector<std::string> Tape::told() const {
  std::vector<std::string> told;
  for (const auto& line : lines())
    if (line.op == Op::told) told.emplace_back(line.bytes);
  return told;
}

}  // namespace comity
