// comity mirror URL FOLDER: copies a log and verifies it; again: brings the copy up to date.
#include "record/mirror.h"
#include "cli/commands.h"
#include "record/files.h"
#include "web/outgoing.h"

namespace comity {
namespace {

struct MirrorOptions {
  std::string url;
  std::string folder;
  std::string key;
};

// The key that was given, or the one that the folder was begun with; a folder keeps to one log.
Result<VerifierKey> key_of(const MirrorOptions& options) {
  const auto file = std::filesystem::path(options.folder) / "key";
  const auto kept = read_file(file);
  if (!kept && options.key.empty()) return Refusal{"mirror-key-missing", {{"folder", options.folder}}};
  const auto key = parse_verifier_key(kept ? std::string_view(*kept).substr(0, kept->find('\n')) : options.key);
  if (!key) return key.refusal();
  if (kept && !options.key.empty() && print(*key) != options.key)
    return Refusal{"mirror-other-log", {{"folder", options.folder}, {"origin", key->name}}};
  std::filesystem::create_directories(options.folder);
  if (!kept) write_durably(file, print(*key) + "\n");
  return *key;
}

int run(const MirrorOptions& options, const Terminal& terminal) {
  const auto key = key_of(options);
  if (!key) return terminal.refuse(key.refusal());
  const auto fetch = [&options](const std::string& path) -> std::optional<std::string> {
    auto received = call({options.url + "/" + path});
    if (received.status == 200) return std::move(received.body);
    return std::nullopt;
  };
  std::optional<Progress> bar;
  const auto step = [&](std::int64_t held, std::int64_t of) {
    if (!bar) bar.emplace(terminal, "cli.mirror.copying", of);
    bar->step(held);
  };
  const auto copied = mirror(options.folder, *key, fetch, step);
  bar.reset();
  if (!copied) return terminal.refuse(copied.refusal());
  terminal.say("cli.mirror.done", {{"fresh", copied->now.size - copied->before},
                                   {"entries", copied->now.size},
                                   {"origin", copied->now.origin},
                                   {"root", to_hex(copied->now.root)}});
  return Exit::done;
}

}  // namespace

Command mirror_command() {
  const auto options = std::make_shared<MirrorOptions>();
  const Option url{"URL", "the log's address, as https://example.org/log", &options->url, true};
  const Option folder{"FOLDER", "where the copy lies", &options->folder, true};
  const Option key{"--key", "the log's key, as it published it; needed the first time", &options->key};
  return {
      "mirror", "copy a log of static files and verify it", {url, folder, key}, [options](const Terminal& terminal) {
        return run(*options, terminal);
      }};
}

}  // namespace comity
