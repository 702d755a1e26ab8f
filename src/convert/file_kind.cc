#include "convert/file_kind.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "base/text.h"

namespace comity {
namespace {

struct KnownKind {
  FileKind kind;
  std::string_view media_type;
  std::string_view suffix;
};
constexpr std::array<KnownKind, 7> known_kinds{
    {{FileKind::text, "text/plain", "txt"},
     {FileKind::pdf, "application/pdf", "pdf"},
     {FileKind::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
     {FileKind::odt, "application/vnd.oasis.opendocument.text", "odt"},
     {FileKind::flat_odt, "application/vnd.oasis.opendocument.text-flat-xml", "fodt"},
     {FileKind::html, "text/html", "html"},
     {FileKind::akoma_ntoso, "application/akn+xml", "akn"}}};

// Kinds that are often handed over and are not read here, by their first bytes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> others{{{"\xd0\xcf\x11\xe0", "DOC"},
                                                                               {"{\\rtf", "RTF"},
                                                                               {"\x89PNG", "PNG"},
                                                                               {"\xff\xd8\xff", "JPEG"},
                                                                               {"GIF8", "GIF"},
                                                                               {"%!PS", "PostScript"},
                                                                               {"\x1f\x8b", "gzip"}}};

constexpr zip_uint64_t unpacked_limit = 500'000'000;  // bytes

// A ZIP in memory, and what its directory says.
class Package {
 public:
  static Result<Package> open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (archive) return Package(archive);
    Refusal refusal{"package-damaged", {{"detail", zip_error_strerror(&error)}}};
    if (source) zip_source_free(source);
    zip_error_fini(&error);
    return refusal;
  }

  bool has(const char* name) const { return zip_name_locate(archive_.get(), name, 0) >= 0; }
  template <class Asked>
  bool some_name(Asked asked) const {
    const auto count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
      if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0); name && asked(name))
        return true;
    return false;
  }
  Verdict sizes_and_locks() const {
    zip_uint64_t all = 0;
    const auto count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t stat;
      if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
        return Refusal{"package-damaged", {{"detail", std::to_string(i)}}};
      if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return Refusal{"file-encrypted"};
      // What says that it is small, and is not, meets the limits of whatever unpacks it.
      all += stat.size;
      if (stat.size > unpacked_limit || all > unpacked_limit)
        return Refusal{"package-too-large", {{"limit", std::to_string(unpacked_limit)}}};
    }
    return Granted{};
  }
  // The first bytes of an entry; empty where it cannot be read.
  std::string beginning(const char* name) const {
    constexpr std::size_t most = 100'000;
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_.get(), name, 0), zip_fclose);
    if (!file) return "";
    std::string out(most, '\0');
    const auto read = zip_fread(file.get(), out.data(), out.size());
    out.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return out;
  }

 private:
  explicit Package(zip_t* archive) : archive_(archive, zip_discard) {}
  std::unique_ptr<zip_t, decltype(&zip_discard)> archive_;
};

bool is_of_a_program(std::string_view name) {
  return name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/");
}

Result<FileKind> kind_of_package(std::string_view bytes) {
  const auto package = Package::open(bytes);
  if (!package) return package.refusal();
  if (auto sound = package->sizes_and_locks(); !sound) return sound.refusal();
  if (package->some_name(is_of_a_program)) return Refusal{"file-macros"};
  if (package->has("word/document.xml")) return FileKind::docx;
  if (package->beginning("mimetype") == "application/vnd.oasis.opendocument.text") {
    const bool locked = package->beginning("META-INF/manifest.xml").find("encryption-data") != std::string::npos;
    return locked ? Result<FileKind>(Refusal{"file-encrypted"}) : FileKind::odt;
  }
  return Refusal{"file-kind-other", {{"found", "ZIP"}}};
}

Result<FileKind> kind_of_text(std::string_view bytes) {
  constexpr std::size_t enough = 4'000;
  const auto beginning = lower_ascii(trimmed(bytes.substr(0, enough)));
  const auto has = [&](std::string_view word) { return beginning.find(word) != beginning.npos; };
  const bool marked = beginning.starts_with('<') || beginning.starts_with("\ufeff<");
  if (marked && has("<akomantoso")) return FileKind::akoma_ntoso;
  if (marked && has("<office:document")) {
    const bool program = bytes.find("<office:scripts>") != bytes.npos && bytes.find("<ooo:library") != bytes.npos;
    return program ? Result<FileKind>(Refusal{"file-macros"}) : FileKind::flat_odt;
  }
  if (marked && (has("<html") || has("<!doctype html"))) return FileKind::html;
  if (marked && has("<?xml")) return Refusal{"file-kind-other", {{"found", "XML"}}};
  return FileKind::text;
}

bool is_digit_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9';
}

// A PDF may have up to 1,024 bytes before it begins. There a text may also speak of one: behind such bytes, a version
// must follow ("%PDF-1.7"), and the end be that of a PDF.
bool is_pdf(std::string_view bytes) {
  constexpr std::string_view mark = "%PDF-";
  constexpr std::size_t before = 1'024;
  constexpr std::size_t end = 2'048;
  if (bytes.starts_with(mark)) return true;
  const auto last = bytes.substr(bytes.size() - std::min(bytes.size(), end));
  if (last.find("%%EOF") == last.npos && last.find("startxref") == last.npos) return false;
  for (auto at = bytes.find(mark); at < before; at = bytes.find(mark, at + 1)) {
    const auto version = at + mark.size();
    const bool stop = version + 1 < bytes.size() && bytes[version + 1] == '.';
    if (stop && is_digit_at(bytes, version) && is_digit_at(bytes, version + 2)) return true;
  }
  return false;
}

const KnownKind& known(FileKind kind) {
  return *std::find_if(known_kinds.begin(), known_kinds.end(), [&](const KnownKind& one) { return one.kind == kind; });
}

}  // namespace

Result<FileKind> kind_of_file(std::string_view bytes) {
  if (bytes.empty()) return Refusal{"text-empty"};
  if (is_pdf(bytes)) return FileKind::pdf;
  if (bytes.starts_with("PK\x03\x04")) return kind_of_package(bytes);
  for (const auto& [begin, name] : others)
    if (bytes.starts_with(begin)) return Refusal{"file-kind-other", {{"found", std::string(name)}}};
  const bool wide = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");  // UTF-16: told as a text's fault
  if (!wide && bytes.find('\0') != bytes.npos) return Refusal{"file-kind-unknown"};
  return kind_of_text(bytes);
}

std::string_view media_type_of(FileKind kind) { return known(kind).media_type; }
std::string_view suffix_of(FileKind kind) { return known(kind).suffix; }

std::optional<FileKind> kind_named(std::string_view suffix) {
  const auto small = lower_ascii(suffix);
  if (small == "htm") return FileKind::html;
  for (const auto& one : known_kinds)
    if (small == one.suffix) return one.kind;
  return std::nullopt;
}

}  // namespace comity
