// comity diff A B: what changed between two texts, each a file or a document of the record. Stores nothing.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/house.h"
#include "cli/office.h"
#include "cli/text_named.h"
#include "convert/redline.h"
#include "texts/compare.h"
#include "texts/symbol.h"
#include "views/comparison.h"
#include "views/reading.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

struct DiffOptions : DataOption {
  std::string before, after, language, format, output;
  bool json = false;
};

Result<std::vector<Paragraph>> side(const DiffOptions& options, const Terminal& terminal, const std::string& named,
                                    const Tongue& tongue) {
  std::unique_ptr<Door> door;
  auto text = text_named(named, tongue, "diff-neither", [&]() -> Result<Door*> {
    auto opened = open_door(options.path(), terminal.tongue().catalogue());
    if (!opened) return opened.refusal();
    door = *std::move(opened);
    return door.get();
  });
  if (!text) return text.refusal();
  return std::move(text->paragraphs);
}

struct Sides {
  std::vector<Paragraph> before{};
  std::vector<Paragraph> after{};
  std::vector<ComparedRow> rows{};

  std::int64_t count(ComparedRow::Kind kind) const {
    return std::count_if(rows.begin(), rows.end(), [&](const ComparedRow& row) { return row.kind == kind; });
  }
  std::string id_before(const ComparedRow& row) const { return row.before ? before[*row.before].id : ""; }
  std::string id_after(const ComparedRow& row) const { return row.after ? after[*row.after].id : ""; }
};

void print_json(const Sides& sides) {
  JsonList rows;
  for (const auto& row : sides.rows) {
    JsonList words;
    for (const auto& piece : row.words)
      words.push_back(JsonObject{{"kind", name_of(piece.kind)}, {"text", piece.text}});
    rows.push_back(JsonObject{{"after", sides.id_after(row)},
                              {"before", sides.id_before(row)},
                              {"kind", name_of(row.kind)},
                              {"words", std::move(words)}});
  }
  fmt::print("{}\n", canonical(JsonObject{{"rows", std::move(rows)}}));
}

// Removed words stand in [-…-], added ones in {+…+}.
std::string marked(const Sides& sides, const ComparedRow& row) {
  if (row.kind == ComparedRow::Kind::added) return "{+" + sides.after[*row.after].text + "+}";
  if (row.kind == ComparedRow::Kind::removed) return "[-" + sides.before[*row.before].text + "-]";
  std::string out;
  for (const auto& piece : row.words) {
    const bool same = piece.kind == ComparedWords::Kind::same;
    const bool added = piece.kind == ComparedWords::Kind::added;
    out += (same ? "" : added ? "{+" : "[-") + piece.text + (same ? "" : added ? "+}" : "-]");
  }
  return out;
}

void print_text(const Terminal& terminal, const Sides& sides) {
  using Kind = ComparedRow::Kind;
  for (const auto& row : sides.rows) {
    if (row.kind == Kind::same || row.kind == Kind::moved_away) continue;
    terminal.say("cli.diff." + std::string(name_of(row.kind)),
                 {{"before", sides.id_before(row)}, {"after", sides.id_after(row)}});
    fmt::print("    {}\n", marked(sides, row));
  }
  terminal.say("cli.diff.summary", {{"changed", sides.count(Kind::changed)},
                                    {"added", sides.count(Kind::added)},
                                    {"removed", sides.count(Kind::removed)},
                                    {"moved", sides.count(Kind::moved_here)},
                                    {"same", sides.count(Kind::same)}});
}

std::string printed(const Paragraph& paragraph) {
  return paragraph.number + (paragraph.number.empty() ? "" : " ") + paragraph.text;
}

std::string redline(const DiffOptions& options, const Terminal& terminal, Language language, const Sides& sides) {
  std::vector<RedlineRow> rows;
  for (const auto& row : sides.rows)
    rows.push_back({row.kind, row.before ? printed(sides.before[*row.before]) : "",
                    row.after ? printed(sides.after[*row.after]) : ""});
  const auto name = [](const std::string& named) {
    return fs::exists(named) ? fs::path(named).filename().string() : named;
  };
  const auto now = print(wall_clock());
  return as_redline_odt({language, name(options.before) + " → " + name(options.after),
                         terminal.tongue().say("cli.diff.caution"), "Comity", now.substr(0, 19)},
                        rows);
}

// The page of the comparison has the same document: of texts of the record it is made there alone.
std::string redline_of_record(const DiffOptions& options, const Terminal& terminal, Language language) {
  const auto side = [](const std::string& named) { return print(*parse_symbol(named)); };
  const std::string code(code_of(language));
  auto address = comparison_href({side(options.before), code}, {side(options.after), code}).path;
  address.insert(address.find('?'), ".fodt");
  const auto door = open_door(options.path(), terminal.tongue().catalogue());
  const auto answer = door ? (*door)->ask(Method::get, "/" + code + address) : Answer{};
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
  return answer.body;
}

int diff(const DiffOptions& options, const Terminal& terminal) {
  const auto language =
      options.language.empty() ? std::optional(terminal.tongue().language()) : language_of(options.language);
  if (!language) return terminal.refuse({"language-unknown", {{"value", options.language}}});
  constexpr std::array<std::string_view, 5> formats{"", "fodt", "odt", "docx", "pdf"};
  if (std::find(formats.begin(), formats.end(), options.format) == formats.end())
    return terminal.refuse({"diff-format", {{"value", options.format}}});
  Sides sides;
  for (const auto& [named, into] :
       {std::pair(&options.before, &sides.before), std::pair(&options.after, &sides.after)}) {
    auto read = side(options, terminal, *named, terminal.tongue().catalogue().in(*language));
    if (!read) return terminal.refuse(read.refusal());
    *into = *std::move(read);
  }
  sides.rows = compare(sides.before, sides.after);
  const bool of_record = !fs::exists(options.before) && !fs::exists(options.after);
  if (!options.format.empty())
    return hand_out(
        terminal,
        of_record ? redline_of_record(options, terminal, *language) : redline(options, terminal, *language, sides),
        options.format, options.output);
  options.json ? print_json(sides) : print_text(terminal, sides);
  return Exit::done;
}

}  // namespace

Command diff_command() {
  const auto o = std::make_shared<DiffOptions>();
  return {"diff",
          "show what changed between two texts, files or documents of the record; stores nothing",
          {o->option(),
           {"A", "the earlier one: a file of plain text, or a symbol", &o->before, true},
           {"B", "the later one", &o->after, true},
           {"--language", "of the texts; default: as a file is named, else yours", &o->language},
           {"--json", "print the rows as JSON", &o->json},
           {"--format", "a document with tracked changes: fodt, odt, docx or pdf", &o->format},
           {"--output", "the file to write; default: standard output", &o->output}},
          [o](const Terminal& terminal) { return diff(*o, terminal); }};
}

}  // namespace comity
