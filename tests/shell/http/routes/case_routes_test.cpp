#include "shell/http/routes/routed_office.h"

namespace himpun::http {
namespace {

class CaseRoutes : public ::testing::Test {
 protected:
  RoutedOffice office;
  Client const kadis = office.sign_in("kadis");
  Client const analis = office.sign_in("analis");
  Client const nobody{};
  std::string const id = office.get(kadis, "/tasks/" + office.first_task(kadis))["case_id"];

  static std::string start(std::string const& title, std::string const& more = "") {
    return R"({"procedure":"pengumpulan-data-kinerja","title":")" + title +
           R"(","period":{"kind":"quarter","year":2026,"number":1},"origin":{"kind":"instruction","subject":"Kumpulkan"})" +
           more + "}";
  }
};

TEST_F(CaseRoutes, ACaseIsStartedWithItsPlaceAndEtag) {
  auto const started = office.post(analis, "/cases", start("Triwulan I"));
  ASSERT_EQ(started.status, 201);
  EXPECT_EQ(started.header("Location"), "/api/v1/cases/" + started["id"]);
  EXPECT_EQ(started.header("ETag"), "\"" + started["version"] + "\"");
  EXPECT_EQ(office.post(nobody, "/cases", start("x")).status, 401);
  EXPECT_EQ(office.post(office.sign_in("auditor"), "/cases", start("x")).status, 403);
  EXPECT_EQ(office.post(analis, "/cases", start(" ")).status, 422);
  EXPECT_EQ(office.post(analis, "/cases", start("x", R"(,"start":"telaah")"))["code"], "case.start_unknown");
}

TEST_F(CaseRoutes, TheCasePageIsForOfficialsAuditorsAndAdministrators) {
  auto const view = office.get(kadis, "/cases/" + id);
  ASSERT_EQ(view.status, 200);
  EXPECT_EQ(view.header("ETag"), "\"" + view["version"] + "\"");
  EXPECT_EQ(view["allowed"], R"(["suspend","cancel","correct"])");
  EXPECT_EQ(view.json.find("steps")->get_if<Json::Array>()->size(), 10U);
  EXPECT_EQ(office.get(office.sign_in("auditor"), "/cases/" + id).status, 200);
  EXPECT_EQ(office.get(nobody, "/cases/" + id).status, 401);
  EXPECT_EQ(office.get(kadis, "/cases/tidak-ada").status, 404);
}

TEST_F(CaseRoutes, CasesAreListedNarrowedAndPaged) {
  ASSERT_EQ(office.post(analis, "/cases", start("Kedua")).status, 201);  // the eighth, with the demo's own
  for (auto const* sort : {"-updated_at", "number", "due_at"}) {
    auto const query = std::string{"/cases?limit=4&sort="} + sort;
    auto const first = office.get(kadis, query);
    ASSERT_NE(first["next"], "") << sort;
    auto const second = office.get(kadis, query + "&after=" + first["next"]);
    EXPECT_EQ(second["next"], "") << sort;
    EXPECT_NE(first["items"], second["items"]) << sort;
  }
  EXPECT_EQ(office.get(kadis, "/cases?state=cancelled")["items"], "[]");
  EXPECT_EQ(office.get(kadis, "/cases?period=2026-q3")["items"], "[]");
  EXPECT_EQ(office.get(kadis, "/cases?period=2026-q9").status, 422);
  EXPECT_EQ(office.get(kadis, "/cases?sort=title").status, 422);
  EXPECT_NE(office.get(kadis, "/cases?q=kedua")["items"], "[]");
}

TEST_F(CaseRoutes, SteeringNeedsAuthorityThenTheVersionThatWasSeen) {
  auto const path = "/cases/" + id + "/";
  auto const reason = R"({"reason":"Menunggu surat."})";
  auto const etag = office.get(kadis, "/cases/" + id).header("ETag");
  EXPECT_EQ(office.post(analis, path + "suspension", reason, etag).status, 403);
  EXPECT_EQ(office.post(kadis, path + "suspension", reason).status, 428);
  EXPECT_EQ(office.post(kadis, path + "suspension", reason, "\"99\"")["code"], "case.changed");
  EXPECT_EQ(office.post(kadis, path + "resumption", "{}", "\"99\"")["code"], "case.changed");
  EXPECT_EQ(office.post(kadis, path + "migration", R"({"version":2})", "\"99\"")["code"], "case.changed");
  EXPECT_EQ(office.post(analis, path + "migration", R"({"version":2})", etag).status, 403);
  EXPECT_EQ(office.post(kadis, path + "migration", R"({"version":2})", etag)["code"], "case.version_unknown");
  auto const suspended = office.post(kadis, path + "suspension", reason, etag);
  EXPECT_EQ(suspended["state"], "suspended");
  EXPECT_EQ(office.get(kadis, "/tasks")["items"], "[]") << "nothing waits in a suspended case";
  EXPECT_EQ(office.post(kadis, path + "resumption", "", suspended.header("ETag"))["state"], "running");
}

TEST_F(CaseRoutes, ACorrectionSpeaksAboutAnEntryOfThisCaseAndStandsBesideIt) {
  auto const path = "/cases/" + id;
  auto const correct = [&](std::string const& event) {
    auto const etag = office.get(kadis, path).header("ETag");
    return office.post(analis, path + "/corrections", R"({"event":")" + event + R"(","text":"Agenda 016"})", etag);
  };
  EXPECT_EQ(correct("case/lain@1").status, 422);
  EXPECT_EQ(correct("case/" + id + "@99")["code"], "case.event_unknown");
  auto const done = correct("case/" + id + "@1");
  EXPECT_EQ(done.status, 201);
  auto const history = office.get(kadis, path + "/history");
  auto const* items = history.json.find("items")->get_if<Json::Array>();
  ASSERT_EQ(items->size(), 3U);
  auto const* corrections = items->back().find("corrections")->get_if<Json::Array>();
  ASSERT_EQ(corrections->size(), 1U);
  EXPECT_EQ(*corrections->front().find("event")->get_if<std::string>(), "case/" + id + "@3");
}

TEST_F(CaseRoutes, TheHistoryIsNewestFirstPagedAndInTheReadersLanguage) {
  auto const path = "/cases/" + id + "/history?limit=1";
  auto const first = office.get(kadis, path, "en");
  EXPECT_NE(first["items"].find("Step 1 reached Kepala Dinas"), std::string::npos);
  auto const second = office.get(kadis, path + "&after=" + first["next"]);
  EXPECT_NE(second["items"].find("memulai berkas"), std::string::npos);
  EXPECT_EQ(second["next"], "");
}

TEST_F(CaseRoutes, TheSameRequestWithItsKeyDoesTheWorkOnce) {
  Sending const sending{.body = start("Dikirim dua kali"), .headers = {{"Idempotency-Key", "kunci-1"}}};
  auto const first = office.send(analis, Method::post, "/cases", sending);
  auto const again = office.send(analis, Method::post, "/cases", sending);
  EXPECT_EQ(first["id"], again["id"]);
  auto const other = office.send(analis, Method::post, "/cases", {.body = start("Lain"), .headers = sending.headers});
  EXPECT_EQ(other["code"], "idempotency_key.reused");
}

}  // namespace
}  // namespace himpun::http
