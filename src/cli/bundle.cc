// comity bundle SYMBOL…: documents of the record in all languages held, as files with their checksums.
#include "cli/collected.h"
#include "cli/commands.h"
#include "cli/door.h"
#include "cli/office.h"
#include "texts/file_name.h"
#include "views/links.h"

namespace comity {
namespace {

struct BundleOptions : DataOption {
  std::vector<std::string> symbols;
  std::string language, output;
};

// The languages in which a text of the document is held, by its page.
std::vector<Language> languages_held(const Json& page) {
  std::vector<Language> out;
  for (const auto& version : list_in(page, "versions"))
    if (const auto language = language_of(text_in(version, "language"))) out.push_back(*language);
  return out;
}

class Bundling {
 public:
  Bundling(Door& door, std::optional<Language> only) : door_(door), only_(only) {}

  // Refuses no-such-symbol {symbol}, text-not-held {symbol, language}.
  Verdict add(const DocumentSymbol& symbol) {
    const auto path = href_of(Symbol{print(symbol)}).path;
    const auto twin = door_.ask(Method::get, "/en" + path + ".json");
    if (twin.status == 404) return Refusal{"no-such-symbol", {{"symbol", print(symbol)}}};
    const auto page = parse_json(twin.body, {true, false, 64});
    if (twin.status != 200 || !page) throw Fault("answer-malformed", twin.body);
    const auto stem = file_name(symbol, Language::en, "json");
    files_[stem.substr(0, stem.rfind('-')) + ".json"] = twin.body;
    for (const auto language : only_ ? std::vector{*only_} : languages_held(*page))
      for (const auto* suffix : {"txt", "akn", "fodt", "bib"}) {
        const auto answer = door_.ask(Method::get, "/" + std::string(code_of(language)) + path + "." + suffix);
        if (answer.status != 200) return refusal_in(answer);
        files_[file_name(symbol, language, suffix)] = answer.body;
      }
    return Granted{};
  }
  // With what says where they come from: the record's signed head, and the key that it is checked with.
  Files take() {
    for (const auto* name : {"checkpoint", "key"})
      files_[std::string("record-") + name] = door_.ask(Method::get, std::string("/record/") + name).body;
    return std::move(files_);
  }

 private:
  Door& door_;
  std::optional<Language> only_;
  Files files_{};
};

int bundle(const BundleOptions& options, const Terminal& terminal) {
  const auto language = language_of(options.language);
  if (!options.language.empty() && !language)
    return terminal.refuse({"language-unknown", {{"value", options.language}}});
  if (auto may = may_be_output(options.output); !may) return terminal.refuse(may.refusal());
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  Bundling bundling(**door, language);
  for (const auto& asked : options.symbols) {
    const auto symbol = parse_symbol(asked);
    if (!symbol) return terminal.refuse(symbol.refusal());
    if (const auto added = bundling.add(*symbol); !added) return terminal.refuse(added.refusal());
  }
  return hand_out_together(terminal, bundling.take(), options.output);
}

}  // namespace

Command bundle_command() {
  const auto o = std::make_shared<BundleOptions>();
  return {"bundle",
          "write documents of the record, in every form and language held, with checksums",
          {o->option(),
           {"SYMBOL", "of each document", &o->symbols, true},
           {"--language", "of the texts; default: every one that is held", &o->language},
           {"--output", "the ZIP (a name that ends in .zip) or folder to make", &o->output, true}},
          [o](const Terminal& terminal) { return bundle(*o, terminal); }};
}

}  // namespace comity
