#include "cli/dataset.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "cli/csv.h"
#include "seal/hash.h"

namespace comity {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t problems_shown = 20;

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw Fault("data-unreadable", file.string());
  return out.str();
}

class DatasetReader {
 public:
  DatasetReader(fs::path folder, Problems& problems) : folder_(std::move(folder)), problems_(problems) {}

  Dataset read() {
    head();
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (entry.path().extension() == ".acts" && entry.path().filename() != "00-dataset.acts")
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& [file, kind] : lists_) list(file, kind);
    for (const auto& file : files) facts(file);
    unique();
    return std::move(set_);
  }

 private:
  void problem(Refusal refusal, const fs::path& file) {
    refusal.values["file"] = file.string();
    if (problems_.size() < problems_shown) problems_.push_back(std::move(refusal));
  }

  void head() {
    const auto file = folder_ / "00-dataset.acts";
    const auto blocks = read_data(read_file(file));
    if (!blocks) return problem(blocks.refusal(), file);
    for (const auto& block : *blocks)
      for (const auto& line : block) head_line(line, file);
    if (!is_slug(set_.name)) problem({"data-head", {{"line", "1"}, {"key", "dataset"}}}, file);
  }

  void head_line(const DataLine& line, const fs::path& file) {
    const auto space = line.value.find(' ');
    if (line.key == "dataset") {
      set_.name = line.value;
    } else if (line.key == "body") {
      set_.body = line.value;
    } else if (line.key == "needs") {
      set_.needs.push_back((folder_ / line.value).lexically_normal());
    } else if (line.key == "list" && space != std::string::npos) {
      lists_.push_back({folder_ / line.value.substr(0, space), line.value.substr(space + 1)});
    } else {
      problem({"data-head", {{"line", std::to_string(line.line)}, {"key", line.key}}}, file);
    }
  }

  void facts(const fs::path& file) {
    const auto blocks = read_data(read_file(file));
    if (!blocks) return problem(blocks.refusal(), file);
    for (const auto& block : *blocks) fact(block, file);
  }

  void fact(const DataBlock& block, const fs::path& file) {
    auto read = read_fact(block);
    if (!read) return problem(read.refusal(), file);
    auto one = *std::move(read);
    one.file = file.string();
    set_.facts.push_back(std::move(one));
  }

  // Each row as a block: the header's names are its keys, empty cells are left out.
  void list(const fs::path& file, const std::string& kind) {
    const auto rows = read_csv(read_file(file));
    if (!rows) return problem(rows.refusal(), file);
    for (std::size_t i = 1; i < rows->size(); ++i) fact(block_of((*rows)[0], (*rows)[i], kind), file);
  }

  static DataBlock block_of(const CsvRow& header, const CsvRow& row, const std::string& kind) {
    DataBlock block{{row.line, "id", row.cells.front()}, {row.line, "act", kind}};
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      if (header.cells[i] == "id" || row.cells[i].empty()) continue;
      block.push_back({row.line, header.cells[i], row.cells[i]});
    }
    // A row without an id of its own is known by its first two cells.
    if (header.cells.front() != "id" && row.cells.size() > 1) block.front().value += "/" + row.cells[1];
    return block;
  }

  void unique() {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& fact : set_.facts)
      if (!seen.emplace(fact.kind, fact.id).second)
        problem({"data-fact-twice", {{"line", std::to_string(fact.line)}, {"kind", fact.kind}, {"id", fact.id}}},
                fact.file);
  }

  fs::path folder_;
  Problems& problems_;
  Dataset set_{};
  std::vector<std::pair<fs::path, std::string>> lists_{};
};

// Depth first: what a folder needs is loaded before it.
class Needs {
 public:
  Verdict add(const fs::path& folder) {
    const auto key = fs::weakly_canonical(folder);
    if (done_.contains(key)) return Granted{};
    if (!open_.insert(key).second) return Refusal{"data-needs-circle", {{"folder", folder.string()}}};
    Problems ignored;
    for (const auto& need : DatasetReader(folder, ignored).read().needs) {
      if (!fs::exists(need / "00-dataset.acts"))
        return Refusal{"data-needs-missing", {{"folder", folder.string()}, {"needs", need.string()}}};
      if (auto verdict = add(need); !verdict) return verdict;
    }
    done_.insert(key);
    order.push_back(folder);
    return Granted{};
  }
  std::vector<fs::path> order{};

 private:
  std::set<fs::path> open_{};
  std::set<fs::path> done_{};
};

std::string short_hash(const std::string& text, std::size_t digits) { return to_hex(sha256(text)).substr(0, digits); }

}  // namespace

Dataset read_dataset(const fs::path& folder, Problems& problems) { return DatasetReader(folder, problems).read(); }

Result<std::vector<fs::path>> in_needed_order(const std::vector<fs::path>& folders) {
  Needs needs;
  for (const auto& folder : folders) {
    if (!fs::exists(folder / "00-dataset.acts")) return Refusal{"data-not-a-set", {{"folder", folder.string()}}};
    if (auto verdict = needs.add(folder); !verdict) return verdict.refusal();
  }
  return std::move(needs.order);
}

std::string request_prefix(const Dataset& set) { return "data:" + set.name + ":"; }

std::string request_of(const Dataset& set, const DataFact& fact) {
  EntryRequest request{{}, set.body, fact.fact, operator_of_secretariat};
  const auto entry = to_entry(request, fact.fact.act);
  JsonObject content{
      {"act", entry.act}, {"body", entry.body}, {"certainty", entry.certainty}, {"sources", Json(entry.sources)}};
  if (entry.happened) content.emplace("happened", *entry.happened);
  return request_prefix(set) + short_hash(fact.kind + "\n" + fact.id, 16) + ":" + short_hash(canonical(content), 32);
}

std::string fact_part(std::string_view request) {
  const auto second = request.find(':', request.find(':') + 1);
  return std::string(request.substr(second + 1, 16));
}

std::string content_part(std::string_view request) {
  const auto second = request.find(':', request.find(':') + 1);
  return std::string(request.substr(second + 18, 32));
}

}  // namespace comity
