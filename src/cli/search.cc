// comity search WORDS: the passages of titles and texts where words stand, the best first.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "web/address.h"

namespace comity {
namespace {

struct SearchOptions : DataOption {
  std::string words, language, body, kind, session, year, part, of, paragraph, document, page;
  bool wording = false;
  bool json = false;
};

std::string target_of(const SearchOptions& options, Language own) {
  std::string out = "/" + std::string(code_of(own)) + "/search.json?q=" + escaped(options.words);
  for (const auto& [name, value] :
       {std::pair("language", &options.language), std::pair("body", &options.body), std::pair("kind", &options.kind),
        std::pair("session", &options.session), std::pair("year", &options.year), std::pair("part", &options.part),
        std::pair("of", &options.of), std::pair("paragraph", &options.paragraph),
        std::pair("document", &options.document), std::pair("page", &options.page)})
    if (!value->empty()) out += std::string("&") + name + "=" + escaped(*value);
  return out + (options.wording ? "&how=wording" : "");
}

// Words that were looked for stand in [ ].
std::string snippet_of(const Json& passage) {
  std::string out = text_in(passage, "before").empty() ? "" : "… ";
  for (const auto& piece : list_in(passage, "pieces"))
    out += text_in(piece, "hit").empty() ? text_in(piece, "text") : "[" + text_in(piece, "text") + "]";
  return out + (text_in(passage, "after").empty() ? "" : " …");
}

// As digits; empty where it is not there.
std::string count_in(const Json& json, std::string_view name) {
  const auto* found = member(json, name);
  const auto* count = found ? number(*found) : nullptr;
  return count ? std::to_string(*count) : std::string();
}

void print_found(const Terminal& terminal, const Json& page) {
  for (const auto& near : list_in(page, "near")) fmt::print("{}\n", text_in(near, "symbol"));
  if (!text_in(page, "instead").empty())
    fmt::print("{} {}\n", terminal.tongue().say("page.search.instead"), text_in(page, "instead"));
  if (!text_in(page, "any").empty()) terminal.say("page.search.any");
  for (const auto& found : list_in(page, "documents")) {
    const auto* document = member(found, "document");
    for (const auto& passage : list_in(found, "passages")) {
      terminal.say("cli.search.passage", {{"symbol", text_in(*document, "symbol")},
                                          {"place", text_in(passage, "place")},
                                          {"language", text_in(passage, "language")}});
      fmt::print("    {}\n", snippet_of(passage));
    }
    if (!count_in(found, "more").empty())
      terminal.say("cli.search.further",
                   {{"symbol", text_in(*document, "symbol")}, {"count", count_in(found, "more")}});
  }
  if (list_in(page, "documents").empty()) terminal.say("cli.search.none");
  if (!count_in(page, "pages").empty())
    terminal.say("cli.search.page", {{"page", count_in(page, "page")}, {"pages", count_in(page, "pages")}});
  if (!text_in(page, "most").empty()) terminal.say("cli.search.most");
}

int search(const SearchOptions& options, const Terminal& terminal) {
  if (options.words.empty() && options.of.empty() && options.paragraph.empty())
    return terminal.refuse({"search-words-missing"});
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  (*door)->index_words(terminal);
  const auto answer = (*door)->ask(Method::get, target_of(options, terminal.tongue().language()));
  if (answer.status != 200) return terminal.refuse(refusal_in(answer));
  const auto page = parse_json(answer.body, {true, false, 64});
  if (!page) throw Fault("answer-malformed", answer.body);
  options.json ? fmt::print("{}", answer.body) : print_found(terminal, *page);
  return Exit::done;
}

}  // namespace

Command search_command() {
  const auto o = std::make_shared<SearchOptions>();
  return {"search",
          "find words in the titles and texts of documents",
          {o->option(),
           {"WORDS", "in quotation marks: together; after a minus: not", &o->words},
           {"--language", "of the texts, or all; default: yours", &o->language},
           {"--part", "title, heading, paragraph, item or note", &o->part},
           {"--body", "of this body only", &o->body},
           {"--kind", "documents of this kind only", &o->kind},
           {"--session", "documents of this session only", &o->session},
           {"--year", "documents of this year only", &o->year},
           {"--wording", "where this, or nearly this, was written before; the earliest first", &o->wording},
           {"--of", "with --paragraph: where the wording of a paragraph of this document was used", &o->of},
           {"--paragraph", "its number (16) or id (p16-a, note-3)", &o->paragraph},
           {"--document", "all passages of this document", &o->document},
           {"--page", "of the results, from 1", &o->page},
           {"--json", "print the answer as JSON", &o->json}},
          [o](const Terminal& terminal) { return search(*o, terminal); }};
}

}  // namespace comity
