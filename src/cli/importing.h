// A file as the text of a document: read, understood, and told to whoever decides whether it is entered.
#pragma once

#include <filesystem>
#include <functional>

#include "acts/codec.h"
#include "texts/citations.h"
#include "texts/masthead.h"
#include "texts/plain.h"
#include "texts/steps.h"

namespace comity {

inline constexpr std::size_t import_limit = 50'000'000;  // bytes of a file

// Refuses file-missing {file}, file-too-long {file, limit}.
Result<std::string> bytes_to_import(const std::filesystem::path& file);

// What a file gives, before anything is entered.
struct Importing {
  std::filesystem::path file{};
  std::string bytes{};
  std::string type{};  // "text/plain", "application/pdf"
  Symbol symbol{};
  Language language{};
  Imported imported{};
  CitedText cited{};
  Masthead masthead{};
  std::vector<Step> steps{};
};

// Symbol and language as they are asked for, or empty: then the name of the file must tell them (texts/file_name.h).
// Refuses file-missing, file-too-long {file, limit}, import-symbol {file}, import-language {file}, language-unknown
// {value}, and what parse_symbol and read_as_text refuse, with {file}. `cautions`: how a file of ours says that it is
// not official, which is no part of its text. Finding kind-differs {said, found}.
Result<Importing> read_import(const std::filesystem::path& file, std::string_view symbol, std::string_view language,
                              const std::vector<std::string>& cautions);

// Whether a citation leads somewhere: to a document of the record, and to a paragraph of its text where one is held.
using Resolves = std::function<bool(const Citation& citation)>;

// {citations: [{in, paragraph, resolved, symbol, text}], document: {…}, file: {…}, findings: [{code, text, …}], notes,
// paragraphs, steps: [{addressee, in, verb, when}]}
Json to_json(const Importing& importing, const Resolves& resolves,
             const std::function<std::string(const Finding&)>& sentence);

// The act by which the document is registered, from what its text says of itself; `kind` by its symbol.
DocumentRegistered proposed_document(const Importing& importing);
// The act by which its text is entered; the blobs are named by whoever has kept them.
TextImported proposed_text(const Importing& importing);

}  // namespace comity
