#include "record/export.h"

#include <fstream>

#include "record/files.h"

namespace comity {
namespace {

std::string print(const BatchMark& mark) {
  return canonical(JsonObject{{"root", to_hex(mark.root)}, {"signature", to_hex(mark.signature)}, {"size", mark.size}});
}

std::optional<BatchMark> parse_mark(std::string_view bytes) {
  const auto json = parse_json(bytes);
  if (!json) return std::nullopt;
  const auto* size = member(*json, "size") ? number(*member(*json, "size")) : nullptr;
  const auto* root = member(*json, "root") ? text(*member(*json, "root")) : nullptr;
  const auto* signature = member(*json, "signature") ? text(*member(*json, "signature")) : nullptr;
  const auto digest = root == nullptr ? std::nullopt : digest_from_hex(*root);
  if (size == nullptr || signature == nullptr || !digest) return std::nullopt;
  const BatchMark mark{*size, *digest, from_hex(*signature).value_or("")};
  if (print(mark) != bytes) return std::nullopt;
  return mark;
}

// Calls `take` with each line. False where the last line does not end, or a line is longer than `limit`: so much is
// read of a line, and no more, since the file is foreign.
template <class Step>
bool each_line(const std::filesystem::path& file, std::size_t limit, const Step& take) {
  std::ifstream in(file, std::ios::binary);
  std::string room(limit + 1, '\0');
  while (in.getline(room.data(), static_cast<std::streamsize>(room.size()))) {
    if (in.eof()) return false;
    std::string line(room.data(), static_cast<std::size_t>(in.gcount()) - 1);
    take(line);
  }
  return in.eof() && in.gcount() == 0;
}

void write_entries(const Record& record, Log log, std::int64_t size, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  record.each(log, 0, size, [&](std::int64_t, std::string_view bytes) { out << bytes << '\n'; });
  out.close();
  if (!out) throw Fault("disk", file.string() + ": cannot be written");
  sync_file(file);
}

// Of an export that was found sound before: what differs now is the disk.
Fault cannot_read(const std::filesystem::path& folder) { return {"disk", folder.string() + ": cannot be read"}; }
constexpr std::uintmax_t longest_text = 1'000'000;  // of a checkpoint, with a hundred signatures

struct Folder {
  const std::filesystem::path& folder;
  std::vector<Problem>& problems;
  Log log = Log::open;

  void problem(std::string code, std::string file) { problems.push_back({log, -1, std::move(code), std::move(file)}); }

  std::string text_of(const char* file) {
    std::error_code missing;
    if (const auto size = std::filesystem::file_size(folder / file, missing); !missing && size > longest_text) {
      problem("file-malformed", file);
      return "";
    }
    const auto bytes = read_file(folder / file);
    if (!bytes) problem("file-missing", file);
    return bytes.value_or("");
  }
  std::optional<VerifierKey> key() {
    auto text = text_of("key");
    if (!text.ends_with('\n')) text.clear();
    const auto key = parse_verifier_key(std::string_view(text).substr(0, text.empty() ? 0 : text.size() - 1));
    if (!key) problem("file-malformed", "key");
    return key ? std::optional(*key) : std::nullopt;
  }
  std::vector<BatchMark> marks() {
    std::vector<BatchMark> marks;
    bool whole = true;
    const bool ended = each_line(folder / "batches.jsonl", 4096, [&](const std::string& line) {
      const auto mark = parse_mark(line);
      whole = whole && mark.has_value();
      if (mark) marks.push_back(*mark);
    });
    if (!whole || !ended) problem("file-malformed", "batches.jsonl");
    return marks;
  }
};

}  // namespace

std::string batches_text(const Record& record, Log log, std::int64_t size) {
  std::string text;
  std::int64_t last = 0;
  for (const auto& mark : record.marks(log)) {
    if (mark.size > size) break;
    text += print(mark) + "\n";
    last = mark.size;
  }
  check(last == size, "a checkpoint stands at the end of a commit");
  return text;
}

void export_log(const Record& record, Log log, std::string_view note, const std::filesystem::path& folder) {
  make_folder(folder);
  const VerifierKey key{record.origin(log), record.key().public_key};
  const auto checkpoint = open_checkpoint(note, key);
  check(bool(checkpoint), "a checkpoint that the record signed");
  write_entries(record, log, checkpoint->size, folder / "entries.jsonl");
  write_durably(folder / "batches.jsonl", batches_text(record, log, checkpoint->size));
  write_durably(folder / "checkpoint", note);
  write_durably(folder / "key", comity::print(key) + "\n");
}

void each_batch(const std::filesystem::path& folder, const std::function<void(Batch batch)>& take) {
  std::vector<Problem> problems;
  const auto marks = Folder{folder, problems}.marks();
  auto mark = marks.begin();
  Batch batch;
  std::int64_t number = 0;
  const bool ended = each_line(folder / "entries.jsonl", entry_limit, [&](std::string& line) {
    if (mark == marks.end()) throw cannot_read(folder);
    batch.entries.push_back(std::move(line));
    if (++number < mark->size) return;
    batch.mark = *mark++;
    take(std::exchange(batch, {}));
  });
  if (!ended || !problems.empty() || mark != marks.end()) throw cannot_read(folder);
}

Report verify_export(const std::filesystem::path& folder, const std::optional<VerifierKey>& trusted) {
  Report report;
  Folder files{folder, report.problems};
  const auto key = files.key();
  if (!key) return report;
  const auto log = key->name.ends_with("/closed") ? Log::closed : Log::open;
  files.log = log;
  if (trusted && (trusted->public_key != key->public_key || origin_of(trusted->name, log) != key->name))
    files.problem("key-other", comity::print(*key));
  const auto checkpoint = files.text_of("checkpoint");
  bool ended = true;
  std::int64_t count = 0;
  const auto each = [&](const Take& take) {
    ended = each_line(folder / "entries.jsonl", entry_limit, [&](const std::string& line) { take(count++, line); });
  };
  const auto opened = open_checkpoint(checkpoint, *key);
  const auto size = opened ? opened->size : 0;
  const auto chain = judge({log, *key, size, each, files.marks(), checkpoint}, report.problems);
  if (!ended) files.problem("file-malformed", "entries.jsonl");
  report.logs[static_cast<std::size_t>(log)] = report_of(chain, checkpoint);
  return report;
}

}  // namespace comity
