// Health and figures of a server, over a real record that is brought to a stop.
#include "cli/operations.h"

#include "said.h"
#include "support/registry.h"
#include "words/words_under_test.h"

namespace comity {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct OperationsTold : testing::Test {
  TestFolder folder{};
  std::string data = (folder.path() / "var").string();
  std::vector<std::string> lines{};
  std::unique_ptr<House> house{};
  std::unique_ptr<Notices> notices{};
  std::unique_ptr<Operations> operations{};

  void SetUp() override {
    ASSERT_EQ(comity_says({"init", "--data", data}).exit, 0);
    open();
  }
  void open() {
    house = *House::open(data, shipped());
    notices = std::make_unique<Notices>(
        Telling::notices, [] { return Instant{}; }, [this](std::string_view line) { lines.emplace_back(line); });
    operations = std::make_unique<Operations>(*house, *notices, data, std::chrono::duration<double>(1.5));
  }
  static Request asking(const std::string& target, bool local = false, Method method = Method::get) {
    Request request;
    request.method = method;
    request.target = target;
    request.address = *parse_address(target);
    if (local) request.peer.uid = 1;
    return request;
  }
  Response get(const std::string& target, bool local = false) { return operations->answer(asking(target, local)); }
};

TEST_F(OperationsTold, HealthIsOkUntilSomethingIsWrong) {
  const auto good = get("/healthz");
  EXPECT_EQ(good.status, 200);
  EXPECT_EQ(good.body, "ok\n");
  EXPECT_EQ(good.keep, Keep::nowhere);
  operations->conditions().set("disk-alarm", {{"percent", "81"}});
  operations->conditions().set("scrub-damage", {{"entry", "7"}});
  const auto bad = get("/healthz");
  EXPECT_EQ(bad.status, 503);
  EXPECT_EQ(bad.body, "disk-alarm\nscrub-damage\n") << "codes, and nothing else";
  EXPECT_THAT(get("/metrics", true).body, HasSubstr("comity_wrong{code=\"disk-alarm\"} 1\n"));
  operations->conditions().clear("disk-alarm");
  operations->conditions().clear("scrub-damage");
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_THAT(lines, ElementsAre(HasSubstr("\"percent\":\"81\",\"what\":\"wrong\""), HasSubstr("scrub-damage"),
                                 HasSubstr("right-again"), HasSubstr("right-again")));
}

TEST_F(OperationsTold, ALogThatHasEndedIsHealthyAndSaysSoOnItsPages) {
  EXPECT_THAT(get("/en/record").body, Not(HasSubstr("This log has ended")));
  house.reset();
  ASSERT_EQ(comity_says({"freeze", "--data", data, "--reason", "over"}).exit, 0);
  open();
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_THAT(get("/en/record").body, HasSubstr("This log has ended"));
}

TEST_F(OperationsTold, AFaultThatStoppedTheRecordIsToldAndSeen) {
  operations->complain("disk", "record.db: no space left");
  EXPECT_THAT(lines, ElementsAre(HasSubstr("\"code\":\"disk\",\"detail\":\"record.db: no space left\"")));
  const_cast<Record&>(house->registrar().record()).stop();
  operations->complain("disk", "record.db: no space left");
  EXPECT_THAT(lines.back(), HasSubstr("\"condition\":\"record-stopped\",\"level\":\"fault\",\"what\":\"wrong\""));
  EXPECT_EQ(get("/healthz").body, "record-stopped\n");
  EXPECT_THAT(get("/metrics", true).body, HasSubstr("\ncomity_record_stopped 1\n"));
  house->settle();
}

TEST_F(OperationsTold, FiguresAreForOperatorsAlone) {
  EXPECT_NE(get("/metrics").status, 200);
  const auto figures = get("/metrics", true);
  EXPECT_EQ(figures.status, 200);
  EXPECT_EQ(figures.content_type, "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_THAT(figures.body, HasSubstr("comity_startup_seconds 1.5\n"));
  EXPECT_THAT(figures.body, HasSubstr("comity_entries{log=\"public\"} 0\n"));
  EXPECT_THAT(figures.body, Not(HasSubstr("comity_witness_checkpoint_size{")));
  EXPECT_EQ(operations->answer_operators(asking("/metrics")).status, 200);
  EXPECT_EQ(operations->answer_operators(asking("/healthz")).body, "ok\n");
  for (const auto* other : {"/en", "/record/key", "/local/latest", "/metrics.json", "/en/metrics"})
    EXPECT_EQ(operations->answer_operators(asking(other)).status, 404) << other;
  EXPECT_EQ(operations->answer(asking("/healthz", false, Method::post)).status, 405);
}

TEST_F(OperationsTold, EveryAnswerHasARouteToCount) {
  for (const auto& [target, route] : std::map<std::string, std::string>{{"/", "language"},
                                                                        {"/en/record", "record"},
                                                                        {"/en/none", "error"},
                                                                        {"/log/checkpoint", "log"},
                                                                        {"/record/key", "record-file"},
                                                                        {"/healthz", "healthz"},
                                                                        {"/api/openapi.json", "openapi"}})
    EXPECT_EQ(get(target).route, route) << target;
  EXPECT_EQ(get("/local/latest?prefix=x", true).route, "local");
}

}  // namespace
}  // namespace comity
