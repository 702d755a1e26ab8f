#include "cli/offline.h"

#include <algorithm>
#include <array>

namespace comity {
namespace {

constexpr std::string_view href = " href=\"";

// The end of the element that begins at `begin` and ends with `close`; nothing where it does not end.
std::size_t end_of(std::string_view html, std::size_t begin, std::string_view close) {
  const auto end = html.find(close, begin);
  return end == html.npos ? html.size() : end + close.size();
}

// What nobody answers: forms, the box for another moment, the list of other forms of the page, documents for print,
// which a server has made when they are asked for, and hints to programs that it has them.
std::string without_questions(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> gone{
      {{"<form", "</form>"},
       {"<details class=\"when\"", "</details>"},
       {"<p class=\"forms-of\"", "</p>"},
       {"<span class=\"printed\"", "</span>"},
       {"<link rel=\"alternate\"", ">"}}};
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    const auto* found =
        std::find_if(gone.begin(), gone.end(), [&](const auto& one) { return html.substr(at).starts_with(one.first); });
    if (found == gone.end()) {
      const auto next = std::min(html.find('<', at + 1), html.size());
      out += html.substr(at, next - at);
      at = next;
    } else {
      at = end_of(html, at, found->second);
    }
  }
  return out;
}

bool is_for_print(std::string_view link) {
  return link.ends_with(".pdf") || link.ends_with(".docx") || link.ends_with(".odt");
}

bool is_of_the_site(std::string_view link) { return link.starts_with('/') && !link.starts_with("//"); }

// A file is named as the address is written, "%2A" and all: in a link to it the sign '%' stands for itself.
std::string as_link(const std::string& file) {
  std::string out;
  for (const char c : file) out += c == '%' ? std::string("%25") : std::string(1, c);
  return out;
}

std::string way_up(const std::string& file) {
  std::string out;
  for (auto depth = std::count(file.begin(), file.end(), '/'); depth > 0; --depth) out += "../";
  return out;
}

}  // namespace

std::string file_of_address(std::string_view address) {
  auto path = address.substr(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.find('/') == path.npos) return std::string(path) + "/index.html";
  constexpr std::array<std::string_view, 9> suffixes{".txt", ".akn", ".fodt", ".bib",       ".ris",
                                                     ".csl", ".css", ".json", "/checkpoint"};
  const bool file = std::any_of(suffixes.begin(), suffixes.end(), [&](auto suffix) { return path.ends_with(suffix); });
  return std::string(path) + (file ? "" : ".html");
}

std::vector<std::string> addresses_in_main(std::string_view html) {
  const auto begin = html.find("<main");
  auto main = begin == html.npos ? std::string_view() : html.substr(begin, html.find("</main>") - begin);
  std::vector<std::string> out;
  for (auto at = main.find(href); at != main.npos; at = main.find(href, at + 1)) {
    const auto from = at + href.size();
    const auto link = main.substr(from, main.find('"', from) - from);
    const auto address = link.substr(0, link.find('#'));
    const bool question = address.find('?') != address.npos;
    if (is_of_the_site(address) && !question && !is_for_print(address)) out.emplace_back(address);
  }
  return out;
}

std::string offline_page(std::string_view html, const std::string& address, const InCopy& held,
                         std::string_view notice) {
  const auto up = way_up(file_of_address(address));
  const auto page = without_questions(html);
  std::string out;
  std::size_t kept = 0;
  for (auto at = page.find(href); at != page.npos; at = page.find(href, at + 1)) {
    const auto from = at + href.size();
    const auto end = page.find('"', from);
    const auto link = std::string_view(page).substr(from, end - from);
    if (!is_of_the_site(link)) continue;
    const auto hash = std::min(link.find('#'), link.size());
    const std::string target(link.substr(0, hash));
    out += page.substr(kept, at - kept);
    if (held(target))
      out += std::string(href) + up + as_link(file_of_address(target)) + std::string(link.substr(hash)) + '"';
    kept = end + 1;
  }
  out += page.substr(kept);
  const auto body = out.find("<header>");
  if (body != out.npos)
    out.insert(body, "<div class=\"banner\"><p class=\"wide\">" + std::string(notice) + "</p></div>\n");
  return out;
}

}  // namespace comity
