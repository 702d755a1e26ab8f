// Data sets entered as `comity load` enters them, into a record in memory.
#pragma once

#include <set>

#include "cli/dataset.h"
#include "cli/importing.h"
#include "registrar/text_shelf.h"
#include "support/registry.h"
#include "texts/structure_json.h"
#include "web/address.h"
#include "web/site.h"
#include "words/words_under_test.h"

namespace comity {

// The first `count` facts of the data set, or all.
inline void load(Registry& registry, const std::filesystem::path& folder, std::size_t count = SIZE_MAX) {
  Problems problems;
  const auto set = read_dataset(folder, problems);
  check(problems.empty(), "a data set with a mistake: " + folder.string());
  std::vector<EntryRequest> requests;
  for (const auto& fact : set.facts) {
    if (requests.size() == count) break;
    requests.push_back({request_of(set, fact), set.body, fact.fact, operator_of_secretariat});
  }
  check(registry->enter(requests).refused.empty(), "a data set that the rules refuse: " + folder.string());
}

inline std::unique_ptr<Registry> with_shipped_data() {
  auto registry = std::make_unique<Registry>();
  const auto data = std::filesystem::path(COMITY_ROOT) / "data";
  const auto folders = in_needed_order({data / "oewg-ict-2021-2025", data / "global-mechanism", data / "terms"});
  check(bool(folders), "the shipped data sets do not name what they need");
  for (const auto& folder : *folders) load(*registry, folder);
  return registry;
}

// The shipped data with all that it needs, loaded once for all tests, which only read it.
inline Registry& shipped_record() {
  static const auto loaded = with_shipped_data();
  return *loaded;
}

// The texts of a folder, entered as `comity import --yes` enters them.
inline void import_texts(Registry& registry, const std::filesystem::path& folder) {
  const auto keep = [&](const std::string& bytes) { return to_hex(registry.blobs().put(bytes).digest); };
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) files.insert(file.path());
  for (const auto& file : files) {
    const auto read = read_import(file, {}, {}, {});
    check(bool(read), "a text with a mistake: " + file.string());
    const auto structure = canonical(to_json(read->imported.text));
    auto act = proposed_text(*read);
    act.file = keep(read->bytes);
    act.file_size = static_cast<std::int64_t>(read->bytes.size());
    act.structure = keep(structure);
    act.structure_size = static_cast<std::int64_t>(structure.size());
    const auto by_itself = confirmed(read->symbol.text, {});
    const bool known =
        registry->read([&](const World& world, const auto&) { return world.one<DocumentRegistered>(read->symbol); });
    if (!known) check(registry.enter({{proposed_document(*read), by_itself}}).refused.empty(), "a document refused");
    check(registry.enter({{act, by_itself}}).refused.empty(), "a text refused: " + file.string());
  }
}

inline Response get(Site& site, const std::string& target) {
  const auto address = parse_address(target);
  check(bool(address), "malformed: " + target);
  Request request;
  request.target = target;
  request.address = *address;
  return site.answer(request);
}

inline std::string escaped_path(const std::string& path) {
  std::string out;
  for (const char c : path) out += c == ' ' ? "%20" : std::string(1, c);
  return out == "/" ? "" : out;
}

}  // namespace comity
