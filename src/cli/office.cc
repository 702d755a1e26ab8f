#include "cli/office.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/limited.h"
#include "record/files.h"
#include "texts/signs.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr int begin_again = 81;  // LibreOffice has made its profile, and asks for that
constexpr int most_beginnings = 3;

std::string filter_of(std::string_view format) {
  if (format == "fodt") return "fodt:OpenDocument Text Flat XML";
  if (format != "pdf") return std::string(format);
  return "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
         "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
         "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";
}

// What reads it: a file that says that it is another one is not read as that.
std::string reader_of(std::string_view suffix) {
  if (suffix == "docx") return "MS Word 2007 XML";
  if (suffix == "odt") return "writer8";
  if (suffix == "html") return "HTML (StarWriter)";
  return "OpenDocument Text Flat XML";
}

// The sockets through which offices of this user are spoken to. LibreOffice makes one in /tmp and nowhere else, where
// it may not take it away again.
std::set<fs::path> sockets_of_offices() {
  std::set<fs::path> out;
  std::error_code error;
  for (const auto& file : fs::directory_iterator("/tmp", error))
    if (file.path().filename().string().starts_with("OSL_PIPE_") && file.is_socket(error)) out.insert(file.path());
  return out;
}

bool somebody_listens(const fs::path& file) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (file.native().size() >= sizeof address.sun_path) return true;
  file.native().copy(address.sun_path, file.native().size());
  const int wire = ::socket(AF_UNIX, SOCK_STREAM, 0);
  const bool open = wire >= 0 && ::connect(wire, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  if (wire >= 0) ::close(wire);
  return open;
}

// Takes away what an office that has ended left behind since then.
void tidy_sockets(const std::set<fs::path>& before) {
  std::error_code error;
  for (const auto& file : sockets_of_offices())
    if (!before.contains(file) && !somebody_listens(file)) fs::remove(file, error);
}

Result<std::string> converted(std::string_view bytes, std::string_view from, std::string_view to,
                              const Limits& limits) {
  const auto program = office_program();
  if (program.empty()) return Refusal{"office-missing"};
  const Scratch scratch;
  const auto given = "document." + std::string(from);
  write_durably(scratch.path() / given, bytes);
  const auto profile = "-env:UserInstallation=file://" + (scratch.path() / "profile").string();
  std::vector<std::string> words{
      profile,        "--headless",  "--norestore", "--nolockcheck", "--nodefault", "--infilter=" + reader_of(from),
      "--convert-to", filter_of(to), "--outdir",    "made",          given};
  Ended ended;
  for (int times = 0; times < most_beginnings && (times == 0 || ended.exit == begin_again); ++times) {
    const auto before = sockets_of_offices();
    ended = run_limited(program, words, scratch.path(), limits);
    tidy_sockets(before);
  }
  if (ended.late) return Refusal{"office-late", {{"seconds", std::to_string(limits.seconds)}}};
  auto made = read_file(scratch.path() / "made" / ("document." + std::string(to)));
  if (ended.exit == 0 && made && !made->empty()) return *std::move(made);
  constexpr std::size_t enough = 300;  // bytes: what it fell over is not for a reader
  return Refusal{"office-failed", {{"detail", std::string(first_bytes(ended.said, enough))}}};
}

}  // namespace

fs::path office_program() {
  const auto named = program_named("soffice");
  return named.empty() ? named : fs::canonical(named).replace_filename("soffice.bin");
}

Result<std::string> made_by_office(std::string_view flat_odt, std::string_view format, const Limits& limits) {
  return converted(flat_odt, "fodt", format, limits);
}

Result<std::string> flat_odt_by_office(std::string_view bytes, std::string_view suffix) {
  return converted(bytes, suffix, "fodt", {});
}

Verdict may_be_output(const std::filesystem::path& path) {
  const auto folder = path.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder))
    return Refusal{"output-folder-missing", {{"folder", folder.string()}, {"path", path.string()}}};
  return Granted{};
}

int hand_out(const Terminal& terminal, const std::string& made, std::string_view format, const std::string& file) {
  const bool by_office = format == "odt" || format == "docx" || format == "pdf";
  if (by_office && file.empty() && ::isatty(STDOUT_FILENO) == 1)
    return terminal.refuse({"output-terminal", {{"format", std::string(format)}}});
  if (auto may = may_be_output(file); !may) return terminal.refuse(may.refusal());
  if (std::filesystem::is_directory(file)) return terminal.refuse({"output-is-folder", {{"path", file}}});
  auto bytes = by_office ? made_by_office(made, format) : Result<std::string>(made);
  if (!bytes) return terminal.refuse(bytes.refusal());
  if (file.empty())
    std::fwrite(bytes->data(), 1, bytes->size(), stdout);
  else
    write_durably(file, *bytes);
  return Exit::done;
}

}  // namespace comity
