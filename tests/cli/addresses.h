// What the shipped record has on the site: its addresses, and whether the page of one is as it must be.
#pragma once

#include <fmt/format.h>

#include "cli/loaded.h"

namespace comity {

// One address of every route, and every thing that the record knows under its own.
inline std::vector<std::string> all_addresses() {
  std::vector<std::string> out;
  shipped_record()->read([&out](const World& world, const std::vector<Instant>& instants) {
    for (const auto& route : routes())
      if (const auto path = example(route.pattern, world, static_cast<std::int64_t>(instants.size())))
        out.push_back(escaped_path(*path));
    for (const auto* fact : world.facts<SessionEntered>()) out.push_back("/" + fact->act.id.text);
    for (const auto* fact : world.facts<MeetingOpened>()) out.push_back("/" + fact->act.id.text);
    for (const auto* fact : world.facts<InformalHeld>()) out.push_back("/" + fact->act.id.text);
    for (const auto* fact : world.facts<DecisionTaken>()) out.push_back("/" + fact->act.id.text);
    for (const auto* fact : world.facts<AgendaItemEntered>()) out.push_back("/" + fact->act.id.text);
    for (const auto* fact : world.facts<DocumentRegistered>()) out.push_back("/" + escaped_path(fact->act.id.text));
    for (const auto* fact : world.facts<BodyEstablished>())
      for (const char* page : {"", "/sessions", "/agenda", "/documents", "/decisions", "/statistics"})
        out.push_back("/" + fact->act.id.text + page);
  });
  return out;
}

// Empty, or the address and what is wrong with its page.
inline std::string fault_of_page(Site& site, Language language, const std::string& path) {
  const auto address = fmt::format("/{}{}", code_of(language), path);
  const auto page = get(site, address);
  if (page.status != 200) return fmt::format("{}: status {}", address, page.status);
  const auto opening =
      fmt::format(R"(<html lang="{}" dir="{}">)", code_of(language), right_to_left(language) ? "rtl" : "ltr");
  return page.body.find(opening) == std::string::npos ? address + ": its language" : std::string();
}

}  // namespace comity
