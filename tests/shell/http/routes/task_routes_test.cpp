#include "shell/http/routes/routed_office.h"

namespace himpun::http {
namespace {

class TaskRoutes : public ::testing::Test {
 protected:
  RoutedOffice office;
  Client kadis = office.sign_in("kadis");
  Client const sekretaris = office.sign_in("sekretaris");
  Client const analis = office.sign_in("analis");
  Client const nobody{};

  /// The id of the secretary's position, as the disposition names it.
  std::string secretary() {
    auto const detail = office.get(kadis, "/tasks/" + office.first_task(kadis));
    return *detail.json.find("forward_to")->get_if<Json::Array>()->front().find("id")->get_if<std::string>();
  }
  std::string disposition() {
    return R"({"disposition":{"to":[")" + secretary() + R"("],"nature":"urgent","instructions":["process"]}})";
  }
};

TEST_F(TaskRoutes, TheInboxShowsWhatWaitsForMeWithItsCounts) {
  auto const inbox = office.get(kadis, "/tasks");
  ASSERT_EQ(inbox.status, 200);
  EXPECT_EQ(inbox["counts"], R"({"all":1,"late":0,"by_action":{"dispose":1}})");
  EXPECT_EQ(inbox.json.find("items")->get_if<Json::Array>()->size(), 1U);
  EXPECT_EQ(inbox["next"], "");
  EXPECT_EQ(office.get(analis, "/tasks")["counts"], R"({"all":1,"late":0,"by_action":{"gather":1}})");
  EXPECT_EQ(office.get(office.sign_in("auditor"), "/tasks").status, 200);
  EXPECT_EQ(office.get(nobody, "/tasks").status, 401);
}

TEST_F(TaskRoutes, TheInboxIsNarrowedByClosedLists) {
  EXPECT_EQ(office.get(kadis, "/tasks?action=sign")["items"], "[]");
  EXPECT_NE(office.get(kadis, "/tasks?due=at_risk")["items"], "[]") << "it is due today";
  EXPECT_EQ(office.get(kadis, "/tasks?due=on_time")["items"], "[]");
  EXPECT_EQ(office.get(kadis, "/tasks?due=late")["items"], "[]");
  office.now = parse_instant("2026-01-06T03:00:00Z").value();
  kadis = office.sign_in("kadis");  // the session of yesterday has ended
  EXPECT_NE(office.get(kadis, "/tasks?due=late")["items"], "[]");
  EXPECT_EQ(office.get(kadis, "/tasks")["counts"], R"({"all":1,"late":1,"by_action":{"dispose":1}})");
  EXPECT_EQ(office.get(kadis, "/tasks?holder=pos-orang-lain")["items"], "[]");
  auto const wrong = office.get(kadis, "/tasks?action=dance");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(wrong["errors"].find("/?action"), std::string::npos);
  EXPECT_EQ(office.get(kadis, "/tasks?limit=0").status, 422);
  EXPECT_EQ(office.get(kadis, "/tasks?after=xx").status, 422);
}

TEST_F(TaskRoutes, TheInboxGoesOnWhereThePageBeforeEnded) {
  auto const body = R"({"procedure":"pengumpulan-data-kinerja","title":"Kedua","period":{"kind":"year","year":2026,)"
                    R"("number":1},"origin":{"kind":"instruction","subject":"Kumpulkan"}})";
  ASSERT_EQ(office.post(analis, "/cases", body).status, 201);
  auto const first = office.get(kadis, "/tasks?limit=1");
  ASSERT_NE(first["next"], "");
  auto const second = office.get(kadis, "/tasks?limit=1&after=" + first["next"]);
  EXPECT_EQ(second["next"], "");
  EXPECT_NE(first["items"], second["items"]);
}

TEST_F(TaskRoutes, ATaskHasItsRevisionAsEtag) {
  auto const task = office.first_task(kadis);
  auto const detail = office.get(kadis, "/tasks/" + task);
  ASSERT_EQ(detail.status, 200);
  EXPECT_EQ(detail.header("ETag"), "\"1\"");
  EXPECT_EQ(detail["may_act"], "true");
  EXPECT_EQ(office.get(analis, "/tasks/" + task, "en")["why_not"], "This task is held by Kepala Dinas.");
  EXPECT_EQ(office.get(kadis, "/tasks/tidak-ada").status, 404);
}

TEST_F(TaskRoutes, AChangeNeedsTheRevisionThatWasSeen) {
  auto const path = "/tasks/" + office.first_task(kadis) + "/inputs";
  auto const body = R"({"index":0,"reference":"Lemari B2"})";
  EXPECT_EQ(office.post(kadis, path, body).status, 428);
  EXPECT_EQ(office.post(kadis, path, body, "\"7\"").status, 412);
  EXPECT_EQ(office.post(analis, path, body, "\"1\"").status, 403);
  auto const done = office.post(kadis, path, body, "\"1\"");
  EXPECT_EQ(done.status, 200);
  EXPECT_EQ(done["task_revision"], "2");
  EXPECT_EQ(done.header("ETag"), "\"2\"");
}

TEST_F(TaskRoutes, AWrongBodyNamesEveryWrongField) {
  auto const task = office.first_task(kadis);
  auto const twice = office.act(kadis, task, "inputs", R"({"index":0,"reference":"a","paper":"b"})");
  EXPECT_EQ(twice.status, 422);
  auto const wrong = office.act(kadis, task, "answer",
                                R"({"text":"x","numbers":[{"label":"","value":"1,5","unit":""}],"files":[],"more":1})");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_NE(wrong["errors"].find("/more"), std::string::npos);
  auto const lengths =
      office.act(kadis, task, "answer", R"({"text":"x","numbers":[{"label":"","value":"1,5","unit":""}],"files":[]})");
  EXPECT_NE(lengths["errors"].find("/numbers/0/label"), std::string::npos);
  EXPECT_NE(lengths["errors"].find("/numbers/0/value"), std::string::npos);
}

TEST_F(TaskRoutes, ReadingNeedsNoBodyAndIsOnceForAll) {
  auto const path = "/tasks/" + office.first_task(kadis) + "/reading";
  EXPECT_EQ(office.post(kadis, path, "")["task_revision"], "2");
  EXPECT_EQ(office.post(kadis, path, "")["task_revision"], "2");
  EXPECT_EQ(office.post(sekretaris, path, "").status, 403);
}

TEST_F(TaskRoutes, ADispositionMovesTheCaseToTheNextDesk) {
  auto const task = office.first_task(kadis);
  auto const incomplete = office.act(kadis, task, "completion", "{}");
  EXPECT_EQ(incomplete["code"], "disposition.incomplete");
  auto const done = office.act(kadis, task, "completion", disposition());
  ASSERT_EQ(done.status, 200);
  EXPECT_NE(done["open"].find("\"step\":\"perintah\""), std::string::npos);
  EXPECT_EQ(office.get(kadis, "/tasks")["items"], "[]");
  EXPECT_EQ(office.get(sekretaris, "/tasks")["counts"], R"({"all":1,"late":0,"by_action":{"work":1}})");
  EXPECT_EQ(office.get(kadis, "/tasks/" + task)["may_act"], "false") << "a closed task can still be looked at";
}

TEST_F(TaskRoutes, AMarkAsksForThePasswordFirst) {
  auto const task = office.first_task(kadis);
  auto const hash = std::string(64, '0');
  auto const wrong = office.act(kadis, task, "signature", R"({"password":"bukan ini","sha256":")" + hash + "\"}");
  EXPECT_EQ(wrong.status, 403);
  EXPECT_EQ(wrong["code"], "paper.password_needed");
  auto const right =
      office.act(kadis, task, "signature", R"({"password":")" + office.password() + R"(","sha256":")" + hash + "\"}");
  EXPECT_EQ(right["code"], "task.other_action") << "nothing is to be signed yet";
}

}  // namespace
}  // namespace himpun::http
