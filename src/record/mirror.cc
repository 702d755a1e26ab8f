#include "record/mirror.h"

#include "record/files.h"
#include "record/merkle.h"
#include "record/tiles.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr const char* checkpoint_file = "checkpoint";

Refusal absent(const std::string& file) { return {"mirror-absent", {{"file", file}}}; }
Refusal differs(const std::string& file) { return {"mirror-differs", {{"file", file}}}; }

// The leaf hashes of a bundle; nothing where its lengths do not come out.
std::optional<std::vector<Digest>> leaves_of(std::string_view bundle, std::int64_t width) {
  std::vector<Digest> leaves;
  while (bundle.size() >= 2) {
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bundle[0])) << 8 |
                        static_cast<std::size_t>(static_cast<unsigned char>(bundle[1]));
    if (bundle.size() < 2 + length) return std::nullopt;
    leaves.push_back(leaf_hash(bundle.substr(2, length)));
    bundle.remove_prefix(2 + length);
  }
  if (!bundle.empty() || static_cast<std::int64_t>(leaves.size()) != width) return std::nullopt;
  return leaves;
}

// What is new lies aside until the checkpoint has shown that it is right.
class Copying {
 public:
  Copying(const fs::path& folder, const VerifierKey& key, const FetchFile& fetch)
      : folder_(folder), aside_(folder / ".copying"), key_(key), fetch_(fetch) {}

  Result<Mirrored> run(const MirrorStep& step) {
    auto copied = copy(step);
    // What does not fit must not be in the way of what does; what only did not come is taken up again.
    if (!copied && copied.refusal().code != "mirror-absent") fs::remove_all(aside_);
    return copied;
  }

  // Nothing but what lies in the folder itself, and its own checkpoint over all of it.
  Result<Checkpoint> judge() {
    const auto note = read_file(folder_ / checkpoint_file);
    if (!note) return absent(checkpoint_file);
    auto now = open_checkpoint(*note, key_);
    if (!now) return now.refusal();
    const auto whole = copy_all({key_.name, 0, empty_root()}, *now, {});
    return whole ? now : Result<Checkpoint>(whole.refusal());
  }

 private:
  Result<Mirrored> copy(const MirrorStep& step) {
    const auto note = fetch_(checkpoint_file);
    if (!note) return absent(checkpoint_file);
    const auto next = open_checkpoint(*note, key_);
    if (!next) return next.refusal();
    const auto held = held_checkpoint();
    if (!held) return held.refusal();
    if (next->size < held->size)
      return Refusal{"mirror-smaller", {{"held", std::to_string(held->size)}, {"size", std::to_string(next->size)}}};
    if (const auto copied = copy_all(*held, *next, step); !copied) return copied.refusal();
    move_in(next->size);
    write_durably(folder_ / checkpoint_file, *note);
    return Mirrored{held->size, *next};
  }

  Verdict copy_all(const Checkpoint& held, const Checkpoint& next, const MirrorStep& step) {
    if (const auto copied = copy_entries(held, next, step); !copied) return copied.refusal();
    if (tree_.root() != next.root) return differs(checkpoint_file);
    return copy_hashes(next.size);
  }

  // What the folder holds, by its own checkpoint; a new folder holds nothing.
  Result<Checkpoint> held_checkpoint() const {
    const auto note = read_file(folder_ / checkpoint_file);
    return note ? open_checkpoint(*note, key_) : Checkpoint{key_.name, 0, empty_root()};
  }

  Verdict copy_entries(const Checkpoint& held, const Checkpoint& next, const MirrorStep& step) {
    for (const auto& tile : tiles_of(next.size)) {
      if (tile.level != Tile::entries) continue;
      const auto leaves = take_bundle(tile);
      if (!leaves) return leaves.refusal();
      for (const auto& leaf : *leaves) {
        tree_.append(leaf);
        // Here it shows whether the log still tells what it told when it was copied.
        if (size() == held.size && tree_.root() != held.root)
          return Refusal{"mirror-forked", {{"held", std::to_string(held.size)}}};
      }
      if (step) step(size(), next.size);
    }
    return Granted{};
  }

  Result<std::vector<Digest>> take_bundle(const Tile& tile) {
    const auto name = print(tile);
    const auto bytes = take(name);
    if (!bytes) return bytes.refusal();
    auto leaves = leaves_of(*bytes, tile.width);
    return leaves ? Result<std::vector<Digest>>(*std::move(leaves)) : differs(name);
  }

  // The log's own hashes must be those that its entries give: others may rely on them alone.
  Verdict copy_hashes(std::int64_t size) {
    for (const auto& tile : tiles_of(size)) {
      if (tile.level == Tile::entries) continue;
      const auto name = print(tile);
      const auto bytes = take(name);
      if (!bytes) return bytes.refusal();
      if (*bytes != hashes_of(tile)) return differs(name);
    }
    return Granted{};
  }

  // From the folder where it lies there already, else from the log.
  Result<std::string> take(const std::string& name) const {
    if (auto kept = read_file(folder_ / name)) return *std::move(kept);
    if (auto kept = read_file(aside_ / name)) return *std::move(kept);
    auto bytes = fetch_(name);
    if (!bytes) return absent(name);
    fs::create_directories((aside_ / name).parent_path());
    write_durably(aside_ / name, *bytes);
    return *std::move(bytes);
  }

  void move_in(std::int64_t size) const {
    for (const auto& tile : tiles_of(size)) {
      const auto place = folder_ / print(tile);
      if (!fs::exists(aside_ / print(tile))) continue;
      fs::create_directories(place.parent_path());
      fs::rename(aside_ / print(tile), place);
      sync_folder(place.parent_path());
    }
    fs::remove_all(aside_);
  }

  std::string hashes_of(const Tile& tile) const {
    std::string out;
    const auto level = std::size_t{8} * static_cast<std::size_t>(tile.level);
    const auto first = static_cast<std::uint64_t>(tile.index * tile_width);
    for (auto index = first; index < first + static_cast<std::uint64_t>(tile.width); ++index)
      out += to_bytes(tree_.subtree(level, index));
    return out;
  }

  std::int64_t size() const { return static_cast<std::int64_t>(tree_.size()); }

  const fs::path& folder_;
  const fs::path aside_;
  const VerifierKey& key_;
  const FetchFile& fetch_;
  Tree tree_{};
};

}  // namespace

Result<Mirrored> mirror(const fs::path& folder, const VerifierKey& key, const FetchFile& fetch,
                        const MirrorStep& step) {
  fs::create_directories(folder);
  return Copying(folder, key, fetch).run(step);
}

Result<Checkpoint> verify_mirror(const fs::path& folder, const VerifierKey& key) {
  auto judged = Copying(folder, key, [](const std::string&) { return std::nullopt; }).judge();
  if (judged || judged.refusal().code != "mirror-absent") return judged;
  return Refusal{"file-missing", {{"file", (folder / judged.refusal().values.at("file")).string()}}};
}

}  // namespace comity
