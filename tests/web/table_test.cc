#include "web/face_table.h"

#include <gtest/gtest.h>

#include "web/face_error.h"

namespace comity {
namespace {

JsonList rows(std::string_view json) { return *list(*parse_json(json)); }

TEST(Table, members_of_members_become_columns_and_the_id_comes_first) {
  EXPECT_EQ(
      csv(rows(R"([{"days":{"from":"2023-03-06","to":"2023-03-10"},"body":{"id":"oewg-ict"},"id":"oewg-ict/s4"}])")),
      "id,body.id,days.from,days.to\r\noewg-ict/s4,oewg-ict,2023-03-06,2023-03-10\r\n");
}

TEST(Table, the_head_is_the_union_of_all_rows) {
  EXPECT_EQ(csv(rows(R"([{"symbol":"A/77/275"},{"date":"2022-08-08","symbol":"A/76/1"},{"year":3}])")),
            "symbol,date,year\r\nA/77/275,,\r\nA/76/1,2022-08-08,\r\n,,3\r\n");
}

TEST(Table, lists_are_joined_and_keep_their_places) {
  EXPECT_EQ(csv(rows(R"([{"languages":["ar","es"],"sources":[{"paragraph":"5","symbol":"A/77/275"},)"
                     R"({"symbol":"A/78/265"},{"paragraph":"1","symbol":"A/79/214"}]}])")),
            "languages,sources.paragraph,sources.symbol\r\n"
            "\"ar; es\",\"5; ; 1\",\"A/77/275; A/78/265; A/79/214\"\r\n");
  EXPECT_EQ(csv(rows(R"([{"a":[{"b":["1","2"]},{"b":["3"]}]}])")), "a.b\r\n\"1, 2; 3\"\r\n");
  EXPECT_EQ(csv(rows(R"([{"id":"x","empty":[],"none":{}}])")), "id\r\nx\r\n");
}

TEST(Table, cells_that_would_break_the_table_are_quoted) {
  EXPECT_EQ(csv(rows(R"([{"a":"x,y","b":"say \"no\"","c":"two\nlines","d":" edge"}])")),
            "a,b,c,d\r\n\"x,y\",\"say \"\"no\"\"\",\"two\nlines\",\" edge\"\r\n");
}

TEST(Table, nothing_that_a_spreadsheet_would_run_stands_at_the_head_of_a_cell) {
  for (const auto* evil : {"=1+1", "+1", "-1", "@SUM(A1)"})
    EXPECT_EQ(csv({JsonObject{{"a", evil}}}), "a\r\n'" + std::string(evil) + "\r\n");
  for (const auto* evil : {"\t=1", "\r=1", "\n=1"})
    EXPECT_EQ(csv({JsonObject{{"a", evil}}}), "a\r\n\"'" + std::string(evil) + "\"\r\n");
  EXPECT_EQ(csv({JsonObject{{"a", JsonList{"=1", "2"}}}}), "a\r\n\"'=1; 2\"\r\n");
}

TEST(Table, a_number_is_no_formula) { EXPECT_EQ(csv({JsonObject{{"a", -5}}}), "a\r\n-5\r\n"); }

TEST(Table, six_scripts_pass_unchanged_and_without_a_byte_order_mark) {
  EXPECT_EQ(csv({JsonObject{{"ar", "الفريق العامل"}, {"zh", "工作组"}}}), "ar,zh\r\nالفريق العامل,工作组\r\n");
}

TEST(Table, no_rows_are_no_text) {
  EXPECT_EQ(csv({}), "");
  EXPECT_EQ(csv({JsonObject{}}), "");
}

TEST(FaceError, a_refusal_is_its_code_and_values) {
  EXPECT_EQ(canonical(error_json({"as-of-beyond", {{"value", "99"}, {"size", "12"}}})),
            R"({"code":"as-of-beyond","values":{"size":"12","value":"99"}})");
  EXPECT_EQ(canonical(error_json({"no-such-page", {}})), R"({"code":"no-such-page","values":{}})");
}

}  // namespace
}  // namespace comity
