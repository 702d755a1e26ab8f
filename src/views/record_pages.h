// The record itself: entries, proofs, how to verify.
#pragma once

#include "views/rows.h"

namespace comity {

struct EntryRow {
  std::int64_t number = 0;
  Href href{};
  Instant at{};
  Say kind{};
  std::string body{};
  std::string about{};
  std::optional<MarkKind> certainty{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("href", view.href);
    visit("at", view.at);
    visit("kind", view.kind);
    visit("body", view.body);
    visit("about", view.about);
    visit("certainty", view.certainty);
  }
};

struct RecordPage {
  std::string origin{};
  std::int64_t size = 0;
  std::string root{};
  std::string key{};
  std::string checkpoint{};
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::optional<Href> newer{};
  std::optional<Href> older{};
  std::vector<EntryRow> entries{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("origin", view.origin);
    visit("size", view.size);
    visit("root", view.root);
    visit("key", view.key);
    visit("checkpoint", view.checkpoint);
    visit("from", view.from);
    visit("to", view.to);
    visit("newer", view.newer);
    visit("older", view.older);
    visit("entries", view.entries);
  }
};

struct ProofRow {
  std::int64_t number = 0;
  std::string leaf{};
  std::int64_t size = 0;
  std::string root{};
  std::vector<std::string> path{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("leaf", view.leaf);
    visit("size", view.size);
    visit("root", view.root);
    visit("path", view.path);
  }
};

// One entry: the act, what stands around it, its bytes and its proof.
struct EntryPage {
  std::int64_t number = 0;
  Instant at{};
  Say kind{};
  Say role{};
  std::string request{};
  std::string body{};
  std::optional<MarkKind> certainty{};
  std::optional<Happened> happened{};
  std::vector<SourceRow> sources{};
  std::optional<Href> corrects{};
  std::optional<Href> corrected_by{};
  std::vector<Href> pages{};
  std::string bytes{};
  std::string act_digest{};
  ProofRow proof{};
  std::string receipt{};
  std::string proof_file{};  // its address, free of language
  std::optional<Href> newer{};
  std::optional<Href> older{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("number", view.number);
    visit("at", view.at);
    visit("kind", view.kind);
    visit("role", view.role);
    visit("request", view.request);
    visit("body", view.body);
    visit("certainty", view.certainty);
    visit("happened", view.happened);
    visit("sources", view.sources);
    visit("corrects", view.corrects);
    visit("corrected-by", view.corrected_by);
    visit("pages", view.pages);
    visit("bytes", view.bytes);
    visit("act-digest", view.act_digest);
    visit("proof", view.proof);
    visit("receipt", view.receipt);
    visit("proof-file", view.proof_file);
    visit("newer", view.newer);
    visit("older", view.older);
  }
};

// How to verify without us: exact commands.
struct VerifyPage {
  std::string origin{};
  std::string key{};
  std::int64_t size = 0;
  std::string checkpoint{};
  std::vector<std::string> commands{};
  std::vector<std::string> files{};  // of the log for strangers' tools: addresses, free of language

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("origin", view.origin);
    visit("key", view.key);
    visit("size", view.size);
    visit("checkpoint", view.checkpoint);
    visit("commands", view.commands);
    visit("files", view.files);
  }
};

// What this is and is not; the five marks.
struct AboutPage {
  std::string version{};
  std::string origin{};
  std::int64_t size = 0;
  std::vector<MarkKind> marks{};

  template <class Self, class Visit>
  static void fields(Self& view, Visit&& visit) {
    visit("version", view.version);
    visit("origin", view.origin);
    visit("size", view.size);
    visit("marks", view.marks);
  }
};

}  // namespace comity
