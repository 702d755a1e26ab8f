// comity site SESSION: the pages of a session, and what they lead to, as files that are read without a server.
#include <fmt/format.h>

#include <deque>
#include <set>

#include "base/text.h"
#include "cli/collected.h"
#include "cli/commands.h"
#include "cli/door.h"
#include "cli/office.h"
#include "cli/offline.h"
#include "views/links.h"
#include "words/dates.h"

namespace comity {
namespace {

struct SiteOptions : DataOption {
  std::string session, output;
};

std::string path_in(Language language, std::string_view path) {
  return "/" + std::string(code_of(language)) + std::string(path);
}

class SiteCopy {
 public:
  SiteCopy(Door& door, const Terminal& terminal) : door_(door), terminal_(terminal) {}

  // Refuses no-such-session {session}.
  Result<Files> of_session(const std::string& session) {
    const auto start = "/" + session;
    if (!is_slug_path(session) || door_.ask(Method::get, path_in(Language::en, start)).status != 200)
      return Refusal{"no-such-session", {{"session", session}}};
    find_pages(start);
    fetch_all();
    place(start);
    return std::move(files_);
  }

 private:
  // The session's own pages, and what their main parts link to.
  void find_pages(const std::string& start) {
    std::deque<std::string> open{start};
    paths_.insert(start);
    while (!open.empty()) {
      const auto page = open.front();
      open.pop_front();
      if (page != start && !page.starts_with(start + "/")) continue;  // what is linked from elsewhere is not followed
      auto answer = door_.ask(Method::get, path_in(Language::en, page));
      if (answer.status != 200) continue;
      const auto& html = bodies_[path_in(Language::en, page)] = std::move(answer.body);
      for (const auto& address : addresses_in_main(html)) {
        const auto path = without_language(address);
        if (!path.empty() && paths_.insert(path).second) open.push_back(path);
      }
    }
  }
  static std::string without_language(const std::string& address) {
    const auto end = std::min(address.find('/', 1), address.size());
    return language_of(address.substr(1, end - 1)) ? address.substr(end) : "";
  }

  void fetch_all() {
    Progress progress(terminal_, "cli.site.progress", static_cast<std::int64_t>(paths_.size() * languages.size()));
    std::int64_t done = 0;
    for (const auto& path : paths_)
      for (const auto language : languages) {
        const auto address = path_in(language, path);
        progress.step(++done);
        if (bodies_.contains(address)) continue;
        auto answer = door_.ask(Method::get, address);
        if (answer.status == 200) bodies_.emplace(address, std::move(answer.body));
      }
    // The other forms of the documents, and the style sheet.
    std::set<std::string> more{"/record/checkpoint"};
    for (const auto& [address, html] : bodies_) {
      for (const auto& link : addresses_in_main(html))
        if (!bodies_.contains(link) && !file_of_address(link).ends_with(".html")) more.insert(link);
      more.insert(style_sheet_of(html));
    }
    more.erase("");
    for (const auto& address : more)
      if (auto answer = door_.ask(Method::get, address); answer.status == 200)
        files_[file_of_address(address)] = std::move(answer.body);
  }
  static std::string style_sheet_of(std::string_view html) {
    constexpr std::string_view before = "<link rel=\"stylesheet\" href=\"";
    const auto at = html.find(before);
    if (at == html.npos) return "";
    const auto from = at + before.size();
    return std::string(html.substr(from, html.find('"', from) - from));
  }

  void place(const std::string& start) {
    const auto held = [this](const std::string& address) {
      return bodies_.contains(address) || files_.contains(file_of_address(address));
    };
    for (const auto& [address, html] : bodies_) {
      const auto language = *language_of(address.substr(1, 2));
      files_[file_of_address(address)] = offline_page(html, address, held, notice(language));
    }
    files_["index.html"] = first_page(start);
  }

  // As of which entry the pages were made.
  std::string notice(Language language) {
    auto& sentence = notices_[language];
    if (!sentence.empty()) return sentence;
    const auto tongue = terminal_.tongue().catalogue().in(language);
    const auto twin = parse_json(door_.ask(Method::get, "/en/record.json").body, {true, false, 64});
    const auto* entries = twin ? member(*twin, "size") : nullptr;
    const auto size = entries && number(*entries) ? *number(*entries) : 0;
    return sentence = tongue.say("site.copy", {{"entries", size}});
  }

  std::string first_page(const std::string& start) {
    std::string rows;
    for (const auto language : languages) {
      const std::string code(code_of(language));
      const auto tongue = terminal_.tongue().catalogue().in(language);
      rows += fmt::format("<li lang=\"{0}\" dir=\"{1}\"><a href=\"{2}\">{3}</a><br>{4}</li>\n", code,
                          language == Language::ar ? "rtl" : "ltr", file_of_address(path_in(language, start)),
                          tongue.say("language." + code), notice(language));
    }
    return "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width, "
           "initial-scale=1\"><title>Comity</title></head>\n<body>\n<main>\n<h1>Comity</h1>\n"
           "<ul>\n" +
           rows + "</ul>\n</main>\n</body>\n</html>\n";
  }

  Door& door_;
  const Terminal& terminal_;
  std::set<std::string> paths_{};                // without language
  std::map<std::string, std::string> bodies_{};  // pages, by address
  Files files_{};
  std::map<Language, std::string> notices_{};
};

int copy_site(const SiteOptions& options, const Terminal& terminal) {
  if (auto may = may_be_output(options.output); !may) return terminal.refuse(may.refusal());
  auto door = open_door(options.path(), terminal.tongue().catalogue());
  if (!door) return terminal.refuse(door.refusal());
  auto files = SiteCopy(**door, terminal).of_session(options.session);
  if (!files) return terminal.refuse(files.refusal());
  return hand_out_together(terminal, *std::move(files), options.output);
}

}  // namespace

Command site_command() {
  const auto o = std::make_shared<SiteOptions>();
  return {"site",
          "write the pages of a session as files that are read without a server",
          {o->option(),
           {"SESSION", "whose pages: oewg-ict/s4", &o->session, true},
           {"--output", "the folder, or ZIP (a name that ends in .zip), to make", &o->output, true}},
          [o](const Terminal& terminal) { return copy_site(*o, terminal); }};
}

}  // namespace comity
