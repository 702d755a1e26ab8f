#include "web/openapi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "web/face_error.h"
#include "web/face_schema.h"
#include "web/route.h"
#include "web/schema_check.h"

namespace comity {
namespace {

// Our JSON has no true; every one in the document is a `required` of a parameter.
Json document() {
  std::string bytes = openapi();
  for (auto at = bytes.find(":true"); at != std::string::npos; at = bytes.find(":true"))
    bytes.replace(at, 5, ":\"true\"");
  JsonLimits limits;
  limits.any_keys = true;
  return *parse_json(bytes, limits);
}

const Json& get(const Json& document, const std::string& path) {
  const auto* item = member(*member(document, "paths"), path);
  check(item, "openapi.json lacks " + path);
  return *member(*item, "get");
}

bool tagged(const Json& operation, std::string_view name) {
  const auto& tags = *list(*member(operation, "tags"));
  return std::count(tags.begin(), tags.end(), Json(name)) > 0;
}

// The places that the route table asks for, with the route's name.
std::vector<std::pair<std::string, std::string_view>> expected_places() {
  std::vector<std::pair<std::string, std::string_view>> out;
  for (const auto& route : routes()) {
    const auto place = [&](std::string_view suffix, bool has_face) {
      if (has_face) out.push_back({openapi_path(route.pattern, suffix), route.name});
    };
    place(".json", true);
    place(".csv", !route.faces.csv.empty());
    place(".atom", !route.faces.feed.empty());
    place(".ics", route.faces.calendar);
    for (const auto* suffix : {".txt", ".akn", ".fodt", ".bib", ".ris", ".csl"}) place(suffix, route.faces.document);
    for (const auto* suffix : {".odt", ".docx", ".pdf"}) place(suffix, route.faces.document || route.faces.changes);
    place(".fodt", route.faces.changes);
    for (const auto* suffix : {".txt", ".akn", ".fodt", ".odt", ".docx", ".pdf"}) place(suffix, route.faces.report);
  }
  return out;
}

TEST(Openapi, describes_every_route_in_each_of_its_faces) {
  const auto json = document();
  for (const auto& [path, name] : expected_places()) EXPECT_TRUE(tagged(get(json, path), name)) << path;
}

TEST(Openapi, describes_nothing_that_the_route_table_lacks) {
  std::set<std::string> expected;
  for (const auto& [path, name] : expected_places()) expected.insert(path);
  const auto json = document();
  for (const auto& [path, item] : *object(*member(json, "paths"))) EXPECT_TRUE(expected.contains(path)) << path;
}

TEST(Openapi, no_two_templates_differ_only_in_a_name) {
  std::set<std::string> shapes;
  const auto json = document();
  for (const auto& [path, item] : *object(*member(json, "paths"))) {
    std::string shape;
    bool named = false;
    for (const char c : path) {
      if (c == '{' || !named) shape += c;
      named = c == '{' || (named && c != '}');
    }
    EXPECT_TRUE(shapes.insert(shape).second) << path;
  }
}

TEST(Openapi, every_operation_has_its_own_id_and_every_name_in_a_path_its_required_parameter) {
  const auto json = document();
  const SchemaCheck found(json);
  std::set<std::string> ids;
  for (const auto& [path, item] : *object(*member(json, "paths"))) {
    const auto& operation = *member(item, "get");
    EXPECT_TRUE(ids.insert(*text(*member(operation, "operationId"))).second) << path;
    std::set<std::string> in_path, queries;
    for (const auto& reference : *list(*member(operation, "parameters"))) {
      const auto& parameter = found.at(*text(*member(reference, "$ref")));
      const bool of_path = *member(parameter, "in") == Json("path");
      EXPECT_EQ(of_path, member(parameter, "required") != nullptr);
      (of_path ? in_path : queries).insert("{" + *text(*member(parameter, "name")) + "}");
    }
    EXPECT_EQ(static_cast<std::size_t>(std::count(path.begin(), path.end(), '{')), in_path.size()) << path;
    for (const auto& name : in_path) EXPECT_NE(path.find(name), std::string::npos) << path;
    EXPECT_TRUE(queries.contains("{as-of}") && queries.contains("{on}")) << path;
  }
}

TEST(Openapi, queries_of_a_route_are_parameters) {
  const auto json = document();
  for (const auto& route : routes())
    for (const auto query : route.queries) {
      const auto& parameters = *list(*member(get(json, openapi_path(route.pattern, ".json")), "parameters"));
      const Json reference = JsonObject{{"$ref", "#/components/parameters/query-" + std::string(query)}};
      EXPECT_EQ(std::count(parameters.begin(), parameters.end(), reference), 1) << route.pattern << query;
    }
}

TEST(Openapi, says_what_may_go_wrong) {
  const auto json = document();
  const SchemaCheck found(json);
  const auto& responses = *member(get(json, "/{language}/today.json"), "responses");
  for (const auto* status : {"400", "404", "429"}) {
    const auto& refused = found.at(*text(*member(*member(responses, status), "$ref")));
    const auto& schema = *member(*member(*member(refused, "content"), "application/json"), "schema");
    EXPECT_EQ(found.wrong(error_json({"as-of-beyond", {{"value", "9"}}}), schema), "");
    EXPECT_NE(found.wrong(JsonObject{{"code", "x"}}, schema), "");
  }
}

TEST(Openapi, says_what_it_is) {
  const auto json = document();
  EXPECT_EQ(*text(*member(json, "openapi")), "3.1.0");
  const auto& info = *member(json, "info");
  EXPECT_EQ(*text(*member(info, "version")), COMITY_VERSION);
  EXPECT_EQ(*text(*member(*member(info, "license"), "identifier")), "AGPL-3.0-or-later");
  EXPECT_THAT(*text(*member(info, "description")), testing::HasSubstr("not a UN product"));
  EXPECT_EQ(openapi(), openapi());
}

DateRow date_row() {
  DateRow row;
  row.id = "oewg-ict/s4";
  row.name = {"session.name.substantive", {{"ordinal", std::int64_t{4}}}};
  row.names = {{{Language::es, "Cuarto período de sesiones"}}, {{Language::ar, "الدورة الرابعة"}}};
  row.days = {{2023, 3, 6}, {2023, 3, 10}};
  row.start = Happened{{2023, 3, 6}, "10:00", "America/New_York", "-05:00"};
  row.mode = Mode::in_person;
  row.mark.sources = {{"A/78/265", "2", {}, {}, Date{2023, 8, 1}, Href{"/A/78/265"}}};
  return row;
}

TEST(Schema, of_a_row_holds_for_its_twin) {
  const SchemaCheck checking{Json{}};
  EXPECT_EQ(checking.wrong(twin(date_row()), schema<DateRow>()), "");
  EXPECT_EQ(checking.wrong(twin(DateRow{}), schema<DateRow>()), "");
  EXPECT_EQ(checking.wrong(twin(DocumentRow{}), schema<DocumentRow>()), "");
}

TEST(Schema, finds_what_is_not_as_described) {
  const SchemaCheck checking{Json{}};
  const auto broken = [](const std::string& name, Json value) {
    auto row = *object(twin(date_row()));
    row[name] = std::move(value);
    return Json(row);
  };
  EXPECT_EQ(checking.wrong(broken("id", 4), schema<DateRow>()), "$.id is no text");
  EXPECT_EQ(checking.wrong(broken("sequence", "4"), schema<DateRow>()), "$.sequence is no integer");
  EXPECT_EQ(checking.wrong(broken("mode", "by-post"), schema<DateRow>()), "$.mode is not one of the codes: by-post");
  EXPECT_EQ(checking.wrong(broken("unknown", "x"), schema<DateRow>()), "$.unknown is not described");
  EXPECT_EQ(checking.wrong(JsonList{}, schema<DateRow>()), "$ is no object");
}

}  // namespace
}  // namespace comity
