// What is asked of the record so that a file becomes the text of a document: the document where it is new, its embargo,
// the text in the public log or, where it is not for everybody, in the closed one.
#pragma once

#include "cli/commands.h"
#include "cli/door.h"
#include "cli/importing.h"
#include "rules/access.h"
#include "views/import_page.h"

namespace comity {

struct ImportOptions : DataOption {
  std::vector<std::string> files;
  std::string symbol, language, title, date, kind, body, session, distribution, embargo, standing, job, replace;
  std::string page;  // the file to write the preview to, as a page
  bool yes = false;
  bool json = false;
};

// What the record says of the documents that a text cites, each asked for once.
class Known {
 public:
  explicit Known(Door* door) : door_(door) {}

  bool resolves(const Citation& citation);
  // The twin of a document's page; nothing where the record has none.
  const std::optional<Json>& page_of(const std::string& symbol);

 private:
  Door* door_;
  std::map<std::string, std::optional<Json>> pages_{};
};

// The text that the record holds in the language, in either log.
struct HeldText {
  std::int64_t entry = 0;
  std::string file{};
  std::string structure{};
  std::string standing{};
  std::string job{};
};

// What is asked of the record for one text: its act, the structure that is kept beside it, and what is held now.
struct TextAsked {
  std::vector<EntryRequest> requests{};   // of the public log
  std::optional<Withholding> withheld{};  // then the text is entered in the closed log
  TextImported act{};
  std::string structure{};
  std::optional<HeldText> held{};
};

// Why the text will not be public: as the document is registered, or is going to be.
std::optional<Withholding> withholding(const std::optional<Json>& page, const ImportOptions& options,
                                       const Importing& importing);
// Refuses import-code, import-date, import-embargo {value}, import-title {symbol}, import-nothing-held,
// import-distribution {symbol, distribution}, and what
// zone_of and instant_of refuse.
Result<TextAsked> text_asked(Door& door, Known& known, const ImportOptions& options, const Importing& importing);
// How the text would look: what would be entered of it, whether or not it may be. Refuses as text_asked does.
Result<ImportPreview> preview_of(const ImportOptions& options, const Importing& importing);
// Whether the text is held as it is asked for: the same file; where it is to be replaced, also read in the same way.
bool is_there(const HeldText& held, const TextImported& act, bool replace);
// The files are left with the record once the rules grant the act that names them.
Registrar::Outcome enter_with_files(Door& door, const TextAsked& asked, const Importing& importing);

}  // namespace comity
