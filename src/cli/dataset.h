// A data set: a folder of data files, read whole before anything is entered.
#pragma once

#include <filesystem>

#include "cli/fact.h"
#include "registrar/entering.h"

namespace comity {

struct Dataset {
  std::string name{};
  std::string body{};
  std::vector<std::filesystem::path> needs{};
  std::vector<DataFact> facts{};
};

// A refusal with the file that it is about ({file} is added to its values).
using Problems = std::vector<Refusal>;

// Reads the folder. At most 20 problems are collected; with any, the data set is not to be entered.
// Throws Fault data-unreadable naming the file.
Dataset read_dataset(const std::filesystem::path& folder, Problems& problems);

// The folders in the order in which they must be loaded: what each needs before it, each once.
// Refuses data-needs-circle {folder}, data-needs-missing {folder, needs}.
Result<std::vector<std::filesystem::path>> in_needed_order(const std::vector<std::filesystem::path>& folders);

// The request id of a fact: "data:SET:FACT:CONTENT", hexadecimal beginnings of SHA-256 over kind and id, and over all
// that is entered. The same content gives the same id.
std::string request_of(const Dataset& set, const DataFact& fact);
std::string request_prefix(const Dataset& set);
// The part of such an id that names the fact, and the part that names the content.
std::string fact_part(std::string_view request);
std::string content_part(std::string_view request);

}  // namespace comity
