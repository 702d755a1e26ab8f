// The public site: an address becomes a page in one of its faces. Reads only. Every page is made from a world and an
// instant, and says which; finished pages are kept until the record grows or "now" passes on.
#pragma once

#include "record/cosigned.h"
#include "registrar/moments.h"
#include "search/index.h"
#include "views/import_page.h"
#include "web/page_cache.h"
#include "web/press.h"
#include "web/route.h"
#include "web/templates.h"

namespace comity {

// What a site may have besides the record: what witnesses have put under the log's checkpoint, the texts held, the
// index of their words, and who makes documents for print.
struct BesideRecord {
  const Cosigned* cosigned = nullptr;
  const TextsHeld* texts = nullptr;
  SearchIndex* search = nullptr;
  Press* press = nullptr;
};

class Site {
 public:
  // `files`: pages/ and looks/. The references must outlive the site.
  using Files = std::map<std::string_view, std::string_view>;
  Site(const Registrar& registrar, const Catalogue& catalogue, const Files& files, BesideRecord beside = {});

  Response answer(const Request& request);
  // A page made from another world than the readers', for whoever may see it: kept nowhere.
  Response answer_from(const World& world, const Request& request);
  // What a form of a document is made of, at any moment. Refuses what the page would, and no-such-page.
  Result<ExportedDocument> exported(const Request& request);
  // How a text will look, and what is amiss in it, before it is entered: kept nowhere.
  Response preview(Language language, const ImportPreview& preview) const;
  // The finished page, where it is kept and still true; null otherwise. Makes nothing.
  std::shared_ptr<const Response> at_hand(const Request& request);
  // The page for what the transport itself refuses.
  Response error(const Rejected& rejected) const;
  const PageCache& cache() const { return cache_; }
  // Every name that the `route` of an answer can bear.
  static std::vector<std::string_view> route_names();

 private:
  struct Asking;  // a request, read
  Result<Asking> read(const Request& request) const;
  Response page_or_error(const Request& request);
  Result<Response> plain(const Request& request) const;
  Response respond(const Asking& asking);
  Result<Response> make(const Asking& asking, const World& world);
  struct MadeFor;  // what a route made
  std::optional<Result<MadeFor>> made_for(const Asking& asking, const Lens& lens) const;
  std::optional<Href> page_meant(const Asking& asking, const Lens& lens) const;
  void take_in_what_is_new(const Asking& asking) const;
  static Result<Response> form_of(Suffix suffix, const ExportedDocument& document);
  Response printed(const Request& request, const Response& flat) const;
  Response refused(const Request& request, const Refusal& why) const;
  Result<Response> face(const Asking& asking, const Route& route, const Made& made, const World& world) const;
  Response error_page(const Request* request, Language language, int status, const Refusal& why) const;
  Json examples() const;
  Response see_language(const Request& request) const;

  const Registrar& registrar_;
  const Catalogue& catalogue_;
  BesideRecord beside_;
  Templates templates_;
  std::string css_;
  std::string css_address_;
  Moments moments_;
  PageCache cache_;
};

}  // namespace comity
