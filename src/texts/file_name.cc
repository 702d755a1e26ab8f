#include "texts/file_name.h"

#include "texts/signs.h"

namespace comity {
namespace {

std::optional<DocumentSymbol> symbol_in(std::string written) {
  const auto last = written.rfind('_');
  for (auto& c : written) {
    if (c == '_') c = '/';
    if (c == '!') c = '*';
  }
  auto symbol = parse_symbol(written);
  if (!symbol && last != written.npos) {
    written[last] = ' ';
    symbol = parse_symbol(written);
  }
  return symbol ? std::optional(*std::move(symbol)) : std::nullopt;
}

// "es" at the end, after a hyphen or full stop.
std::optional<FileNamed> with_language(std::string_view stem) {
  if (stem.size() < 4 || (stem[stem.size() - 3] != '-' && stem[stem.size() - 3] != '.')) return std::nullopt;
  const auto language = language_of(in_small_letters(stem.substr(stem.size() - 2)));
  auto symbol = language ? symbol_in(std::string(stem.substr(0, stem.size() - 3))) : std::nullopt;
  return symbol ? std::optional(FileNamed{*std::move(symbol), *language}) : std::nullopt;
}

}  // namespace

std::string file_name(const DocumentSymbol& symbol, Language language, std::string_view extension) {
  auto out = print(symbol);
  for (auto& c : out) {
    if (c == '/' || c == ' ') c = '_';
    if (c == '*') c = '!';
  }
  out += '-';
  for (const char c : code_of(language)) out += static_cast<char>(c - 'a' + 'A');
  return out + '.' + std::string(extension);
}

std::optional<FileNamed> named_by_file(std::string_view name) {
  if (auto whole = with_language(name)) return whole;
  const auto ending = name.rfind('.');
  return ending == name.npos ? std::nullopt : with_language(name.substr(0, ending));
}

}  // namespace comity
