// Everything that answers, built by hand over one data directory: record, registrar, vault, site.
#pragma once

#include <filesystem>

#include "record/directory.h"
#include "record/room.h"
#include "registrar/registrar.h"
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

  // Local requests may enter, leave a file (POST /local/blob with its bytes: {"sha256", "size"}), and have the record
  // copied (POST /local/backup with the folder's path: 200, or 422 and 503 with the code of the refusal or fault and
  // its detail on a line each); all others read.
  Response answer(const Request& request);
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

  std::filesystem::path data_;
  OpenDirectory directory_;
  Room room_;
  Registrar registrar_;
  TextShelf shelf_;
  SearchIndex search_;
  Vault vault_;
  Cosigned cosigned_;
  Site site_;
};

}  // namespace comity
