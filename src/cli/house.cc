#include "cli/house.h"

#include <chrono>

#include "base/assets.h"
#include "record/backup.h"
#include "registrar/erasing.h"
#include "reports/version_text.h"
#include "rules/access.h"
#include "seal/random.h"
#include "texts/structure_json.h"
#include "web/face_error.h"
#include "web/local.h"
#include "web/preview.h"

namespace comity {

Instant wall_clock() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

Result<std::unique_ptr<House>> House::open(const std::filesystem::path& data, const Catalogue& catalogue,
                                           const Manner& manner) {
  auto directory = open_directory(data);
  if (!directory) return directory.refusal();
  return std::unique_ptr<House>(new House(*std::move(directory), data, catalogue, manner));
}

House::House(OpenDirectory directory, const std::filesystem::path& data, const Catalogue& catalogue,
             const Manner& manner)
    : data_(data),
      directory_(std::move(directory)),
      room_(data, manner.reserve, [data] { return space_of(data); }),
      registrar_({*directory_.record, *directory_.key, *directory_.signer, wall_clock, [] { return random_bytes(32); },
                  manner.signing, [this](bool closing) { return room_.for_act(closing); }, directory_.blobs.get()}),
      shelf_(*directory_.blobs),
      search_(data / "search", directory_.record->origin()),
      vault_(data, directory_.record->origin(), {wall_clock, random_bytes}),
      releasing_(registrar_),
      cosigned_(data / "cosigned-public"),
      site_(registrar_, catalogue, assets(), {&cosigned_, &shelf_, &search_, manner.press}) {
  keep_erased(registrar_, vault_);
}

void House::index_words(const SearchIndex::Told& told) {
  registrar_.read([&](const World& world, const std::vector<Instant>& instants) {
    search_.catch_up(world, static_cast<std::int64_t>(instants.size()), shelf_, told);
  });
}

// A copy is made by whoever holds the record: no second process reads its files.
Response House::back_up(const std::string& folder) {
  const auto plain = [](int status, std::string body) {
    Response response{status, "text/plain; charset=utf-8", std::move(body)};
    response.keep = Keep::nowhere;
    return response;
  };
  try {
    const auto made = comity::back_up(registrar_.record(), registrar_.checkpoints(), data_ / "blobs", folder);
    return made ? plain(200, "") : plain(422, made.refusal().code);
  } catch (const Fault& fault) {
    return plain(503, fault.code + "\n" + fault.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return plain(503, std::string("disk\n") + error.what());
  }
}

// Durable before the act that names it is asked for. What no act names in the end is bytes that nobody finds.
Response House::keep_blob(const std::string& bytes) {
  if (!room_.for_act(false)) throw Fault("disk-full", "nothing is entered until there is room again");
  const auto blob = directory_.blobs->put(bytes);
  Response response{200, "application/json",
                    canonical(JsonObject{{"sha256", to_hex(blob.digest)}, {"size", blob.size}}) + "\n"};
  response.keep = Keep::nowhere;
  return response;
}

// The same file whenever the same words are kept: what was kept before is found again.
Response House::keep_report_text(const Request& request) {
  Request inner;
  inner.target = request.body;
  const auto address = parse_address(request.body);
  if (address) inner.address = *address;
  const auto text = address && address->language ? site_.exported(inner) : Result<ExportedDocument>(no_such_page());
  if (text && text->text) return keep_blob(canonical(to_json(kept_structure(*text->text))));
  Response response{422, "application/json", canonical(error_json(text ? no_such_page() : text.refusal())) + "\n"};
  response.keep = Keep::nowhere;
  return response;
}

// A record that has stopped is left as it is for the start-up that verifies it.
void House::settle() {
  if (directory_.record->stopped()) return;
  registrar_.sign();
  directory_.record->settle();
}

// Where the machine fails, the text stays withheld and everything else is told as it is: /healthz says what is wrong.
void House::release() {
  try {
    releasing_.carry_out(registrar_.now());
  } catch (const Fault&) {
  }
}

std::shared_ptr<const Response> House::at_hand(const Request& request) {
  return releasing_.due(registrar_.now()) ? nullptr : site_.at_hand(request);
}

Response House::preview(Language language, const std::string& body) {
  const auto preview = read_preview(body);
  if (preview) return site_.preview(language, *preview);
  Response response{422, "application/json", canonical(JsonObject{{"code", preview.refusal().code}}) + "\n"};
  response.keep = Keep::nowhere;
  return response;
}

// The forms that name no entry, for whoever runs this machine.
std::optional<Response> House::withheld_text(const Request& request) {
  constexpr std::string_view before = "/local/withheld/";
  if (request.method != Method::get || !request.peer.local() || !request.target.starts_with(before))
    return std::nullopt;
  auto inner = request;
  inner.target = "/" + request.target.substr(before.size());
  const auto address = parse_address(inner.target);
  if (!address || !address->language || !is_form_of_text(address->suffix)) return std::nullopt;
  inner.address = *address;
  const auto world = registrar_.read_both([](const Worlds& worlds) { return with_withheld(worlds); });
  return site_.answer_from(world, inner);
}

Response House::answer(const Request& request) {
  release();
  const bool posted = request.method == Method::post && request.peer.local();
  if (posted && joined(request.address) == "local/backup") return back_up(request.body);
  if (posted && joined(request.address) == "local/blob") return keep_blob(request.body);
  if (posted && joined(request.address) == "local/report-text") return keep_report_text(request);
  constexpr std::string_view previewed = "/local/preview/";
  if (posted && request.target.starts_with(previewed))
    if (const auto language = language_of(request.target.substr(previewed.size())))
      return preview(*language, request.body);
  if (auto local = answer_local(registrar_, request)) return *std::move(local);
  if (auto text = withheld_text(request)) return *std::move(text);
  return site_.answer(request);
}

}  // namespace comity
