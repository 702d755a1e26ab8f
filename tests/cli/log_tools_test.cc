// The tools for those who trust nobody: proofs, mirrors and witnesses as a person uses them, over real sockets.
#include <fstream>

#include "cli/house.h"
#include "cli/loaded.h"
#include "cli/running.h"
#include "record/cosign.h"
#include "record/files.h"
#include "record/memory.h"
#include "record/tiles.h"
#include "record/witness.h"
#include "web/server.h"
#include "web/witnesses.h"

namespace comity {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class LogTools : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(comity_says({"init", "--data", data_, "--origin", "log.example/tools"}).exit, 0);
    fs::create_directory(set_);
    enter(3);
  }
  void enter(int documents) const {
    std::ofstream file(fs::path(set_) / "10.acts");
    std::ofstream(fs::path(set_) / "00-dataset.acts") << "dataset: test\n";
    for (int i = 1; i <= documents; ++i)
      file << "id: A/" << i
           << "\nact: document-registered\ntype: report\ntitles.en: Title\ncertainty: confirmed\nsource: A/" << i
           << "\n\n";
    file.close();
    ASSERT_EQ(comity_says({"load", "--data", data_, set_}).exit, 0);
  }
  std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string put(const std::string& name, std::string_view bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
    return at(name);
  }
  std::unique_ptr<House> house() const { return *House::open(data_, shipped()); }
  static bool comes_true(const std::function<bool()>& holds) {
    for (int tries = 0; tries < 300 && !holds(); ++tries) ::usleep(100'000);
    return holds();
  }
  std::string key() const { return print(house()->registrar().record().key()); }

  TestFolder folder_{};
  std::string data_ = at("var");
  std::string set_ = at("set");
};

TEST_F(LogTools, ProveAnEntryToWhoeverHasTheKey) {
  const auto proven = comity_says({"prove", "--data", data_, "1"});
  ASSERT_EQ(proven.exit, 0);
  EXPECT_TRUE(proven.out.starts_with("c2sp.org/tlog-proof@v1\nindex 1\n"));
  const auto proof = put("1.tlog-proof", proven.out);
  const auto bytes = *house()->registrar().record().read(Log::open, 1);
  const auto entry = put("entry", bytes + "\n");
  const auto good = comity_says({"verify", "--proof", proof, "--entry", entry, "--key", key()});
  EXPECT_EQ(good.exit, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("Entry 1 is in the record log.example/tools of 3 entries."));

  const auto other = put("other", *house()->registrar().record().read(Log::open, 2));
  const auto wrong = comity_says({"verify", "--proof", proof, "--entry", other, "--key", key()});
  EXPECT_EQ(wrong.exit, Exit::refused);
  EXPECT_THAT(wrong.err, HasSubstr("does not show that this entry is in the record"));
}

TEST_F(LogTools, RefuseProofsThatCannotBeJudged) {
  const auto proof = put("1.tlog-proof", comity_says({"prove", "--data", data_, "1"}).out);
  const auto entry = put("entry", *house()->registrar().record().read(Log::open, 1));
  EXPECT_EQ(comity_says({"prove", "--data", data_, "3"}).exit, Exit::refused);
  EXPECT_EQ(comity_says({"prove", "--data", data_, "x"}).exit, Exit::refused);
  const auto refused = [&](std::vector<std::string> more) {
    more.insert(more.begin(), "verify");
    const auto ran = comity_says(more);
    EXPECT_EQ(ran.exit, Exit::refused);
    return ran.err;
  };
  EXPECT_THAT(refused({"--proof", proof, "--key", key()}), HasSubstr("--entry"));
  EXPECT_THAT(refused({"--proof", at("none"), "--entry", entry, "--key", key()}), HasSubstr(at("none")));
  EXPECT_THAT(refused({"--proof", entry, "--entry", entry, "--key", key()}), HasSubstr("proof cannot be read"));
  EXPECT_THAT(refused({"--proof", proof, "--entry", entry}), HasSubstr("key cannot be read"));
  const auto policy = put("policy", "log " + key() + "\nquorum nobody\n");
  EXPECT_THAT(refused({"--proof", proof, "--entry", entry, "--policy", policy}), HasSubstr("Line 2"));
}

TEST_F(LogTools, MirrorALogOverHttpAndBringTheCopyUpToDate) {
  const auto log_key = key();
  const auto mirrored = [&] {
    const auto open = house();
    Server server({}, [&open](const Request& request) { return open->answer(request); });
    return comity_says({"mirror", server.origin() + "/log", at("copy"), "--key", log_key});
  };
  EXPECT_THAT(mirrored().out, HasSubstr("3 entries of log.example/tools, 3 of them new"));
  enter(5);
  EXPECT_THAT(mirrored().out, HasSubstr("5 entries of log.example/tools, 2 of them new"));
  EXPECT_THAT(mirrored().out, HasSubstr("5 entries of log.example/tools, 0 of them new"));
  EXPECT_EQ(*read_file(at("copy/checkpoint")), house()->registrar().record().checkpoint(Log::open));
  EXPECT_TRUE(fs::exists(at("copy/tile/entries/000.p/5")));
}

TEST_F(LogTools, MirrorRefusesWithoutAKeyWithAnotherAndWithoutALog) {
  EXPECT_THAT(comity_says({"mirror", "http://127.0.0.1:1/log", at("copy")}).err, HasSubstr("--key"));
  EXPECT_EQ(comity_says({"mirror", "http://127.0.0.1:1/log", at("copy"), "--key", key()}).exit, Exit::broken);
  const VerifierKey other{"log.example/other", SignKey::generate().public_key()};
  const auto refused = comity_says({"mirror", "http://127.0.0.1:1/log", at("copy"), "--key", print(other)});
  EXPECT_EQ(refused.exit, Exit::refused);
  EXPECT_THAT(refused.err, HasSubstr("log.example/tools"));
  EXPECT_EQ(comity_says({"mirror", "ftp://127.0.0.1/log", at("new"), "--key", key()}).exit, Exit::broken);
}

TEST_F(LogTools, TheSiteGivesTheLogAsStaticFiles) {
  const auto open = house();
  auto& site = open->site();
  const auto tile = get(site, "/log/tile/0/000.p/3");
  EXPECT_EQ(tile.status, 200);
  EXPECT_EQ(tile.content_type, "application/octet-stream");
  EXPECT_EQ(tile.body.size(), 96U);
  EXPECT_EQ(tile.keep, Keep::forever);
  const auto checkpoint = get(site, "/log/checkpoint");
  EXPECT_EQ(checkpoint.content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(checkpoint.keep, Keep::revalidate);
  EXPECT_EQ(checkpoint.body, open->registrar().record().checkpoint(Log::open));
  EXPECT_FALSE(get(site, "/log/tile/entries/000.p/3").gzip.empty());
  for (const char* absent : {"/log", "/log/", "/log/tile/0/000", "/log/tile/0/000.p/4", "/log/tile/1/000", "/log/x",
                             "/log/tile/0/0", "/record/3.tlog-proof", "/record/01.tlog-proof"})
    EXPECT_NE(get(site, absent).status, 200) << absent;
  EXPECT_EQ(get(site, "/log/tile/0/000").status, 404) << "not sent to a page in some language";
}

TEST_F(LogTools, AWitnessIsMadeTrustsAndCosignsUntilItIsStopped) {
  const auto folder = at("witness");
  EXPECT_EQ(comity_says({"witness", "--data", folder}).exit, Exit::broken) << "nobody has made it yet";
  const auto made = comity_says({"witness", "--data", folder, "--init", "w.example/1"});
  ASSERT_EQ(made.exit, 0);
  const auto printed = made.out.substr(made.out.find("w.example/1+"));
  const auto witness = *parse_verifier_key(printed.substr(0, printed.find('\n')), KeyUse::cosigner);
  EXPECT_EQ(comity_says({"witness", "--data", folder, "--init", "w.example/1"}).exit, Exit::refused);
  EXPECT_EQ(comity_says({"witness", "--data", folder, "--trust", key()}).exit, 0);
  EXPECT_EQ(comity_says({"witness", "--data", folder, "--trust", key()}).exit, Exit::refused);

  const auto note = house()->registrar().record().checkpoint(Log::open);
  Running running({"witness", "--data", folder});
  const auto answered = running.post("/add-checkpoint", print(Submission{0, {}, note}));
  ASSERT_EQ(answered.status, 200) << answered.body;
  EXPECT_TRUE(cosigned_at(*parse_note(note + answered.body), witness));
  const auto again = running.post("/add-checkpoint", print(Submission{0, {}, note}));
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.headers.at("content-type"), "text/x.tlog.size");
  EXPECT_EQ(again.body, "3\n");
  EXPECT_EQ(running.post("/add-checkpoint", "nonsense").status, 400);
  EXPECT_EQ(running.get("/add-checkpoint").status, 405);
  EXPECT_EQ(running.get("/").status, 404);
  EXPECT_THAT(comity_says({"witness", "--data", folder}).err, HasSubstr("Another program runs this witness"));
  EXPECT_EQ(running.stop(), 0);
}

// One witness is down: the checkpoint still goes out, under the line of the other, and again after the log has grown.
TEST_F(LogTools, TheServerAsksItsWitnessesToCosignEachCheckpoint) {
  const auto witness_key = [&](const std::string& name) {
    const auto made = comity_says({"witness", "--data", at(name), "--init", name + ".example"}).out;
    EXPECT_EQ(comity_says({"witness", "--data", at(name), "--trust", key()}).exit, 0);
    const auto printed = made.substr(made.find(name + ".example+"));
    return printed.substr(0, printed.find('\n'));
  };
  const auto up = witness_key("up");
  const auto down = witness_key("down");
  Running witness({"witness", "--data", at("up")});
  const auto text = "log " + key() + "\nwitness up " + up + " " + witness.address() + "\nwitness down " + down +
                    " http://127.0.0.1:1\ngroup any-of any up down\nquorum any-of\n";
  const auto policy = parse_policy(text);
  ASSERT_TRUE(policy);
  Running server({"serve", "--data", data_, "--witnesses", put("policy", text)});
  const auto cosigned = [&](std::int64_t size) {
    return comes_true([&] {
      const auto note = parse_note(server.get("/log/checkpoint").body);
      return note && quorum_met(*policy, *note) && parse_checkpoint(note->text)->size == size;
    });
  };
  EXPECT_TRUE(cosigned(4)) << "with the anchor of the closed log";
  enter(5);
  EXPECT_TRUE(cosigned(6));
  const auto proof = put("proof", server.get("/record/4.tlog-proof").body);
  EXPECT_EQ(server.stop(), 0);
  const auto entry = put("entry", *house()->registrar().record().read(Log::open, 4));
  const auto judged = comity_says({"verify", "--proof", proof, "--entry", entry, "--policy", at("policy")});
  EXPECT_EQ(judged.exit, 0) << judged.err;
  Running again({"serve", "--data", data_});
  EXPECT_TRUE(quorum_met(*policy, *parse_note(again.get("/log/checkpoint").body))) << "kept over a restart";
}

TEST_F(LogTools, AWitnessThatSawMoreThanThereIsIsNamed) {
  ASSERT_EQ(comity_says({"witness", "--data", at("w"), "--init", "w.example"}).exit, 0);
  ASSERT_EQ(comity_says({"witness", "--data", at("w"), "--trust", key()}).exit, 0);
  const auto seed = SignKey::generate();
  const auto longer = memory_record("log.example/ahead", seed);
  const auto shorter = memory_record("log.example/ahead", seed);
  const auto commit = [&](Record& record, std::int64_t number) {
    Entry entry{number, {1'000 * (number + 1)}, "note-made", "r-" + std::to_string(number), "body"};
    entry.author = JsonObject{{"role", "secretariat"}};
    entry.act = JsonObject{{"text", "t"}};
    Commit out;
    out[Log::open] = seal_batch(record.origin(), number, {to_bytes(entry)}, seed);
    record.append(out);
    record.put_checkpoint(Log::open,
                          sign_checkpoint({record.origin(), number + 1, record.root(Log::open, number + 1)}, seed));
  };
  for (std::int64_t number = 0; number < 3; ++number) commit(*longer, number);
  commit(*shorter, 0);
  ASSERT_EQ(comity_says({"witness", "--data", at("w"), "--trust", print(longer->key())}).exit, 0);
  Running running({"witness", "--data", at("w")});
  const auto me = VerifierKey{"w.example", read_key(at("w/key")).public_key(), KeyUse::cosigner};
  const Policy::Known witness{"w", me, running.address()};
  EXPECT_TRUE(ask_witness(*longer, longer->checkpoint(Log::open), witness));
  EXPECT_EQ(ask_witness(*shorter, shorter->checkpoint(Log::open), witness).refusal(),
            (Refusal{"witness-ahead", {{"witness", "w"}, {"size", "3"}}}));
  const auto stranger = memory_record("log.example/stranger", seed);
  EXPECT_EQ(ask_witness(*stranger, stranger->checkpoint(Log::open), witness).refusal(),
            (Refusal{"witness-refused", {{"witness", "w"}, {"status", "404"}}}));
}

TEST_F(LogTools, BackUpAndRestoreWhetherOrNotAServerRuns) {
  const auto root = [](const std::string& data) { return comity_says({"verify", "--data", data}).out; };
  {
    Running server({"serve", "--data", data_});
    const auto anchored = [&] { return server.get("/log/checkpoint").body.find("\n4\n") != std::string::npos; };
    ASSERT_TRUE(comes_true(anchored)) << "a server that begins anchors the closed log";
    const auto made = comity_says({"backup", "--data", data_, at("online")});
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("The key is not in it"));
    EXPECT_EQ(comity_says({"backup", "--data", data_, at("online")}).exit, Exit::refused);
    EXPECT_EQ(comity_says({"backup", "--data", data_, "/proc/none/backup"}).exit, Exit::broken);
    EXPECT_EQ(call({server.address() + "/local/backup", {}, at("stolen")}).status, 405) << "not for strangers";
    EXPECT_FALSE(fs::exists(at("stolen")));
  }
  const auto before = root(data_);
  EXPECT_EQ(comity_says({"backup", "--data", data_, at("offline")}).exit, 0);
  EXPECT_EQ(*read_file(at("online/public/entries.jsonl")), *read_file(at("offline/public/entries.jsonl")));
  const auto key_file = at("var/key");
  const auto restored = comity_says({"restore", at("online"), "--data", at("restored"), "--key-file", key_file});
  EXPECT_EQ(restored.exit, 0) << restored.err;
  EXPECT_EQ(root(at("restored")), before);
  std::ofstream(at("online/public/batches.jsonl"), std::ios::app) << "x\n";
  EXPECT_EQ(comity_says({"restore", at("online"), "--data", at("other"), "--key-file", key_file}).exit, Exit::refused);
}

}  // namespace
}  // namespace comity
