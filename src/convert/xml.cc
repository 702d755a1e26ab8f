#include "convert/xml.h"

namespace comity {
namespace {

struct Depth : pugi::xml_tree_walker {
  int deepest = 0;
  bool for_each(pugi::xml_node&) override {
    deepest = std::max(deepest, depth());
    return deepest <= xml_depth_limit;
  }
};

}  // namespace

Verdict read_xml(std::string_view bytes, pugi::xml_document& into) {
  const auto parsed = into.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed)
    return Refusal{"xml-malformed", {{"at", std::to_string(parsed.offset)}, {"detail", parsed.description()}}};
  Depth depth;
  into.traverse(depth);
  if (depth.deepest > xml_depth_limit) return Refusal{"xml-too-deep", {{"limit", std::to_string(xml_depth_limit)}}};
  return Granted{};
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // all of it where there is no colon
}

}  // namespace comity
