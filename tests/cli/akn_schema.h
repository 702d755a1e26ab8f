// Akoma Ntoso judged by another program.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace comity {

// By the schema where it is at hand, else that it is XML at all; -1 where xmllint cannot be run, 0 where all is well.
inline int judged_akn(const std::string& xml, const std::filesystem::path& folder) {
  const auto file = (folder / "out.xml").string();
  std::ofstream(file, std::ios::binary) << xml;
  const auto* given = std::getenv("COMITY_AKN");
  const auto schema = given ? std::string(given) : std::string(COMITY_ROOT) + "/../shared/data/akn";
  const auto by_schema = std::filesystem::exists(schema + "/akomantoso30.xsd")
                             ? " --schema " + schema + "/akomantoso30.xsd"
                             : std::string();
  return std::system(("xmllint --noout --nonet" + by_schema + " " + file + " 2>" + file + ".told").c_str());
}

}  // namespace comity
