// Everything that answers, built by hand over one data directory: record, registrar, vault, site.
#pragma once

#include <filesystem>

#include "record/directory.h"
#include "record/room.h"
#include "registrar/registrar.h"
#include "registrar/releasing.h"
#include "registrar/text_shelf.h"
#include "search/index.h"
#include "vault/vault.h"
#include "web/site.h"

namespace comity {

Instant wall_clock();

class House {
 public:
  // A house that stays open sets room aside on the disk (bytes), and signs checkpoints when its rhythm comes to it.
  struct Manner {
    std::int64_t reserve = 0;
    Signing signing = Signing::with_each_commit;
    Press* press = nullptr;  // must outlive the house
  };
  static Manner for_one_command() { return {}; }

  // Refuses and throws as open_directory does. `catalogue` must outlive the house.
  static Result<std::unique_ptr<House>> open(const std::filesystem::path& data, const Catalogue& catalogue,
                                             const Manner& manner = for_one_command());

  // Local requests may enter, leave a file (POST /local/blob with its bytes: {"sha256", "size"}), have the record
  // copied (POST /local/backup with the folder's path: 200, or 422 and 503 with the code of the refusal or fault and
  // its detail on a line each), read withheld texts (GET /local/withheld/LANGUAGE/SYMBOL in a form), and see a text as
  // a page before it is entered (POST /local/preview/LANGUAGE: web/preview.h), and have the words of a report kept as a
  // file (POST /local/report-text with the address of its text); all others read what is for everybody.
  // Texts that have come to be for everybody are made public before the answer.
  Response answer(const Request& request);
  // Site::at_hand, but nothing where a text is to be made public first.
  std::shared_ptr<const Response> at_hand(const Request& request);
  void settle();  // when nothing is asked any more: what is durable is signed and goes to its final place
  Registrar& registrar() { return registrar_; }
  Site& site() { return site_; }
  Cosigned& cosigned() { return cosigned_; }
  Record& record() { return *directory_.record; }
  const Blobs& blobs() const { return *directory_.blobs; }
  Room& room() { return room_; }
  // Takes in what the record has and the index of words does not. Throws Fault search-failed.
  void index_words(const SearchIndex::Told& told);
  Vault& vault() { return vault_; }

 private:
  House(OpenDirectory directory, const std::filesystem::path& data, const Catalogue& catalogue, const Manner& manner);
  Response back_up(const std::string& folder);
  Response keep_blob(const std::string& bytes);
  Response keep_report_text(const Request& request);
  Response preview(Language language, const std::string& body);
  std::optional<Response> withheld_text(const Request& request);
  void release();

  std::filesystem::path data_;
  OpenDirectory directory_;
  Room room_;
  Registrar registrar_;
  TextShelf shelf_;
  SearchIndex search_;
  Vault vault_;
  Releasing releasing_;
  Cosigned cosigned_;
  Site site_;
};

}  // namespace comity
