#include "verify/program.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/json.h"
#include "verify/question.h"
#include "verify/sentences.h"

namespace comity {
namespace {

enum Ending { good = 0, refused = 1, usage = 2, broken = 3 };

struct Given {
  Question question{};
  std::string language{};
  bool help = false;
  bool version = false;
};

struct NamedOption {
  std::string_view name;
  std::string_view value;
  std::string_view help;
  std::string* into;
};

std::vector<NamedOption> options(Given& given) {
  auto& ask = given.question;
  return {
      {"--export", "FOLDER", "a log as four files: entries.jsonl, batches.jsonl, checkpoint and key", &ask.exported},
      {"--mirror", "FOLDER", "a log as static files: checkpoint and tile/", &ask.mirrored},
      {"--proof", "FILE", "a .tlog-proof file, with --entry", &ask.proof},
      {"--receipt", "FILE", "a receipt, with --entry", &ask.receipt},
      {"--data", "FOLDER", "a data directory that no server holds", &ask.data},
      {"--entry", "FILE", "the bytes of the entry that proof or receipt are about", &ask.entry},
      {"--key", "KEY", "the log's key that you trust, as it was published", &ask.key},
      {"--policy", "FILE", "in place of --key: trusted logs, witnesses and their quorum (C2SP tlog-policy)",
       &ask.policy},
      {"--language", "CODE", "of the sentences: ar, zh, en, fr, ru, es (default: LANG)", &given.language},
  };
}

void print_help(Given& given) {
  fmt::print("comity-verify judges offline what a comity record gives out.\nUsage: comity-verify [OPTIONS]\n\n");
  for (const auto& option : options(given))
    fmt::print("  {:<18} {}\n", fmt::format("{} {}", option.name, option.value), option.help);
  fmt::print(
      "  {:<18} print this\n  {:<18} print the version\n\n"
      "Give exactly one of --export, --mirror, --proof, --receipt, --data. Each verdict is a line with its code and\n"
      "values, and a line with a sentence: on standard output what is sound, on standard error what is not.\n"
      "Exit status: 0 sound; 1 refused, or a problem was found; 2 wrong usage; 3 something is broken.\n",
      "--help", "--version");
}

// Whether all arguments could be understood; tells the first that could not.
bool parse(int argc, const char* const* argv, Given& given) {
  const auto known = options(given);
  for (int at = 1; at < argc; ++at) {
    const std::string_view word(argv[at]);
    if (word == "--help" || word == "--version") {
      (word == "--help" ? given.help : given.version) = true;
      continue;
    }
    const auto name = word.substr(0, word.find('='));
    const auto* option = static_cast<const NamedOption*>(nullptr);
    for (const auto& one : known)
      if (one.name == name) option = &one;
    const bool joined = name.size() < word.size();
    if (option == nullptr || (!joined && at + 1 == argc)) {
      fmt::print(stderr, "{}: {}. See comity-verify --help.\n", word, option ? "needs a value" : "is no option");
      return false;
    }
    *option->into = joined ? std::string(word.substr(name.size() + 1)) : argv[++at];
  }
  return true;
}

// `code name="value" …`, for programs; the sentence, for people.
void tell(std::FILE* out, std::string_view code, const Shown& values, const std::string& sentence) {
  fmt::print(out, "{}", code);
  for (const auto& [name, value] : values) {
    const auto* count = std::get_if<std::int64_t>(&value);
    fmt::print(out, " {}={}", name, canonical(count ? Json(*count) : Json(*std::get_if<std::string>(&value))));
  }
  fmt::print(out, "\n  {}\n", sentence);
}

void tell_problem(const Problem& problem, const InWords& say) {
  Shown values{{"log", std::string(name_of(problem.log))}};
  if (problem.number >= 0) values.emplace("number", problem.number);
  if (!problem.detail.empty()) values.emplace("detail", problem.detail);
  tell(stderr, problem.code, values, line_of(problem, say));
}

int tell_outcome(const Outcome& outcome, const InWords& say) {
  for (const auto& problem : outcome.problems) tell_problem(problem, say);
  const auto code = outcome.message.substr(outcome.message.rfind('.') + 1);
  tell(outcome.sound() ? stdout : stderr, code, outcome.values, *say(outcome.message, outcome.values));
  return outcome.sound() ? Ending::good : Ending::refused;
}

int tell_refusal(const Refusal& refusal, const InWords& say) {
  const Shown values(refusal.values.begin(), refusal.values.end());
  tell(stderr, refusal.code, values, say("refusal." + refusal.code, values).value_or(refusal.code));
  return refusal.code == "verify-one" ? Ending::usage : Ending::refused;
}

int tell_fault(const std::string& code, const std::string& detail, const InWords& say) {
  tell(stderr, code, {{"detail", detail}}, say("fault." + code, {}).value_or(code));
  return Ending::broken;
}

}  // namespace

int run_verifier(int argc, const char* const* argv) {
  Given given;
  if (!parse(argc, argv, given)) return Ending::usage;
  if (given.help) print_help(given);
  if (given.version) fmt::print("comity-verify {}\n", COMITY_VERSION);
  if (given.help || given.version) return Ending::good;
  const InWords in_words = [language = terminal_language(given.language)](const std::string& key, const Shown& values) {
    return say(language, key, values);
  };
  try {
    const auto outcome = answer(given.question);
    return outcome ? tell_outcome(*outcome, in_words) : tell_refusal(outcome.refusal(), in_words);
  } catch (const Fault& fault) {
    return tell_fault(fault.code, fault.what(), in_words);
  } catch (const std::filesystem::filesystem_error& error) {
    return tell_fault("disk", error.what(), in_words);
  }
}

}  // namespace comity
