#include "cli/reading_file.h"

#include <algorithm>

#include "cli/limited.h"
#include "cli/office.h"
#include "convert/read_file.h"
#include "record/files.h"

namespace comity {
namespace {

// Where each word stands on its page.
Result<std::string> words_by_poppler(std::string_view pdf) {
  const auto program = program_named("pdftotext");
  if (program.empty()) return Refusal{"reader-missing", {{"program", "pdftotext"}, {"package", "poppler-utils"}}};
  const Scratch scratch;
  write_durably(scratch.path() / "document.pdf", pdf);
  Limits limits;
  limits.memory = 2ULL << 30;
  const auto ended =
      run_limited(program, {"-bbox-layout", "-enc", "UTF-8", "document.pdf", "document.html"}, scratch.path(), limits);
  if (ended.late)
    return Refusal{"reader-late", {{"program", "pdftotext"}, {"seconds", std::to_string(limits.seconds)}}};
  if (ended.said.find("Incorrect password") != std::string::npos) return Refusal{"file-encrypted"};
  auto words = read_file(scratch.path() / "document.html");
  if (ended.exit == 0 && words) return *std::move(words);
  return Refusal{"reader-failed", {{"program", "pdftotext"}, {"detail", ended.said}}};
}

Result<std::string> flat_odt_of(std::string_view bytes, FileKind kind) {
  auto made = flat_odt_by_office(bytes, suffix_of(kind));
  if (made) return made;
  auto refusal = made.refusal();
  refusal.code.replace(0, refusal.code.find('-'), "reader");
  refusal.values["program"] = "LibreOffice";
  refusal.values["package"] = "libreoffice-writer-nogui";
  return refusal;
}

Result<PlainText> lines_of(std::string_view bytes, FileKind kind) {
  const auto after = [](const Result<std::string>& converted, Result<PlainText> (*read)(std::string_view)) {
    return converted ? read(*converted) : Result<PlainText>(converted.refusal());
  };
  switch (kind) {
    case FileKind::text:
      break;
    case FileKind::pdf:
      return after(words_by_poppler(bytes), lines_of_pdf_words);
    case FileKind::docx:
    case FileKind::odt:
    case FileKind::html:
      return after(flat_odt_of(bytes, kind), lines_of_flat_odt);
    case FileKind::flat_odt:
      return lines_of_flat_odt(bytes);
    case FileKind::akoma_ntoso:
      return lines_of_akoma_ntoso(bytes);
  }
  return lines_of_plain(bytes);
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Such a line may run over several of a page.
void take_away(const OwnLines& own, std::vector<Line>& lines) {
  std::vector<std::string> wanted;
  for (const auto& line : own) wanted.push_back(without_blanks(sound(line).text));
  constexpr std::size_t longest = 3;  // lines of a page
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::string found;
    for (std::size_t end = at; end < std::min(lines.size(), at + longest); ++end) {
      found += without_blanks(lines[end].text);
      if (std::find(wanted.begin(), wanted.end(), found) == wanted.end()) continue;
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at),
                  lines.begin() + static_cast<std::ptrdiff_t>(end) + 1);
      --at;  // what follows stands here now
      break;
    }
  }
}

}  // namespace

Result<ReadFile> read_as_text(std::string_view bytes, Language language, const OwnLines& own) {
  const auto kind = kind_of_file(bytes);
  if (!kind) return kind.refusal();
  auto read = lines_of(bytes, *kind);
  if (!read) return read.refusal();
  auto plain = *std::move(read);
  take_away(own, plain.lines);
  auto imported = import_lines(plain, language);
  if (!imported) return imported.refusal();
  return ReadFile{*kind, *std::move(imported)};
}

}  // namespace comity
