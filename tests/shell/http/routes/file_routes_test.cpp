#include "shell/http/routes/file_routes.h"

#include "shell/http/routes/routed_office.h"

namespace himpun::http {
namespace {

TEST(AFileName, IsItsLastPartWithoutControlCharacters) {
  EXPECT_EQ(clean_file_name("../../etc/passwd"), "passwd");
  EXPECT_EQ(clean_file_name("C:\\Data\\capaian.xlsx"), "capaian.xlsx");
  EXPECT_EQ(clean_file_name("a\r\nb\0.txt"), "ab");
  EXPECT_EQ(clean_file_name(".."), "");
  EXPECT_EQ(clean_file_name("  "), "");
  EXPECT_EQ(clean_file_name("capaian triwulan 1.xlsx"), "capaian triwulan 1.xlsx");
}

TEST(AMediaType, IsTakenAsDeclaredWhenItCanBeRead) {
  EXPECT_EQ(clean_media_type("Text/CSV; charset=utf-8"), "text/csv");
  for (auto const* wrong : {"", "text", "/", "text/", "text/html\r\nX: 1", "a b/c"}) {
    EXPECT_EQ(clean_media_type(wrong), "application/octet-stream") << wrong;
  }
}

TEST(AnAttachment, NamesTheFileForOldAndNewClients) {
  EXPECT_EQ(attachment("ca\"p%.txt"), "attachment; filename=\"ca_p_.txt\"; filename*=UTF-8''ca%22p%25.txt");
}

class FileRoutes : public ::testing::Test {
 protected:
  RoutedOffice office;
  Client const kadis = office.sign_in("kadis");

  Received upload(Client const& client, std::string const& query, std::string const& bytes) {
    return office.send(client, Method::post, "/files" + query,
                       {.body = bytes, .headers = {{"Content-Type", "text/csv"}}});
  }
};

TEST_F(FileRoutes, AnOfficialsFileIsKeptUnderItsHash) {
  auto const kept = upload(kadis, "?name=../capaian.csv", "a,b\n");
  ASSERT_EQ(kept.status, 201);
  EXPECT_EQ(kept["name"], "capaian.csv");
  EXPECT_EQ(kept["media_type"], "text/csv");
  EXPECT_EQ(kept["size"], "4");
  EXPECT_EQ(kept["sha256"], to_hex(sha256("a,b\n")));
  EXPECT_TRUE(office.blobs->has(kept["sha256"]));
}

TEST_F(FileRoutes, OnlyOfficialsUploadAndTheFileHasAName) {
  EXPECT_EQ(upload({}, "?name=a.csv", "x").status, 401);
  EXPECT_EQ(upload(office.sign_in("auditor"), "?name=a.csv", "x").status, 403);
  EXPECT_EQ(upload(kadis, "", "x").status, 422);
}

TEST_F(FileRoutes, AFileIsReadThroughTheCaseThatUsesIt) {
  auto const kept = upload(kadis, "?name=capaian.csv", "a,b\n");
  auto const task = office.first_task(kadis);
  auto const id = office.get(kadis, "/tasks/" + task)["case_id"];
  auto const path = "/cases/" + id + "/files/" + kept["sha256"];
  EXPECT_EQ(office.get(kadis, path).status, 404) << "no case uses it yet";
  auto const file = write_json(kept.json);
  ASSERT_EQ(office.act(kadis, task, "inputs", R"({"index":0,"file":)" + file + "}").status, 200);
  auto const found = office.get(office.sign_in("auditor"), path);
  ASSERT_EQ(found.status, 200);
  EXPECT_TRUE(found.header("Content-Disposition").starts_with("attachment"));
  EXPECT_EQ(found.header("Content-Type"), "text/csv");
  EXPECT_TRUE(found.header("Repr-Digest").starts_with("sha-256=:"));
  EXPECT_TRUE(std::holds_alternative<StoredFile>(found.response.body));
  EXPECT_EQ(office.get(kadis, "/cases/" + id + "/files/xx").status, 422);
}

TEST_F(FileRoutes, AFileThatWasNeverUploadedCannotBeNamed) {
  auto const task = office.first_task(kadis);
  auto const file = R"({"sha256":")" + std::string(64, 'a') + R"(","name":"a","media_type":"text/plain","size":1})";
  EXPECT_EQ(office.act(kadis, task, "inputs", R"({"index":0,"file":)" + file + "}")["code"], "file.missing");
}

class OneScan final : public app::VirusScanner {
 public:
  explicit OneScan(app::Scan scan) : scan_(std::move(scan)) {}
  app::Scan scan(std::string const&) override { return scan_; }

 private:
  app::Scan scan_;
};

struct InspectedFiles : FileRoutes {
  static constexpr char const* pdf = "%PDF-1.7\n1 0 obj\n";

  void scanner_says(app::Scan scan, app::ScanPolicy policy = app::ScanPolicy::where_possible) {
    office.scanning = {std::make_unique<OneScan>(std::move(scan)), policy};
  }
  Received send(std::string const& bytes, std::string const& type, std::string const& language = "") {
    return office.send(kadis, Method::post, "/files?name=berkas",
                       {.body = bytes, .language = language, .headers = {{"Content-Type", type}}});
  }
  /// The answer may come a moment before the upload is gone.
  void expect_no_upload_left() {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (is_upload_left() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    EXPECT_FALSE(is_upload_left());
  }
  bool is_upload_left() {
    auto const files = std::filesystem::directory_iterator{office.folder.path()};
    return std::any_of(begin(files), end(files), [](auto const& entry) { return entry.path().extension() == ".part"; });
  }
  bool is_kept(std::string const& bytes) { return office.blobs->has(to_hex(sha256(bytes))); }
};

TEST_F(InspectedFiles, AreOfTheTypeThatTheirContentSays) {
  EXPECT_EQ(send(pdf, "application/octet-stream")["media_type"], "application/pdf");
  EXPECT_EQ(send("a;b\n", "text/csv; charset=utf-8")["media_type"], "text/csv");
}

TEST_F(InspectedFiles, AreRefusedWhenTheirContentContradictsTheirType) {
  std::string const program = "MZ" + std::string(100, '\0');
  auto const refused = send(program, "application/pdf", "en");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused["code"], "file.type_contradicts");
  EXPECT_NE(refused["detail"].find("application/x-dosexec"), std::string::npos) << refused["detail"];
  EXPECT_FALSE(is_kept(program));
}

TEST_F(InspectedFiles, AreRefusedWithTheNameOfTheirVirus) {
  scanner_says({app::ScanVerdict::infected, "Uji.Virus-1"});
  for (auto const* language : {"id", "en"}) {
    auto const refused = send(pdf, "application/pdf", language);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused["code"], "file.infected");
    EXPECT_NE(refused["detail"].find("Uji.Virus-1"), std::string::npos) << refused["detail"];
    expect_no_upload_left();
  }
  EXPECT_FALSE(is_kept(pdf));
}

TEST_F(InspectedFiles, AreNotKeptUnscannedWhereScanningIsRequired) {
  scanner_says({app::ScanVerdict::not_scanned, "timed out"}, app::ScanPolicy::required);
  auto const refused = send(pdf, "application/pdf");
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused["code"], "scanner.unreachable");
  EXPECT_FALSE(is_kept(pdf));
  expect_no_upload_left();
}

TEST_F(InspectedFiles, SayWhetherTheyWereScanned) {
  EXPECT_EQ(send(pdf, "application/pdf").header("Virus-Scan"), "") << "no scanner, no word";
  scanner_says({app::ScanVerdict::not_scanned, "timed out"});
  auto const kept = send(pdf, "application/pdf");
  EXPECT_EQ(kept.status, 201);
  EXPECT_EQ(kept.header("Virus-Scan"), "not-scanned");
  EXPECT_TRUE(is_kept(pdf));
  scanner_says({});
  EXPECT_EQ(send(pdf, "application/pdf").header("Virus-Scan"), "clean");
}

TEST_F(InspectedFiles, AreScannedWhenACatalogueIsImportedToo) {
  scanner_says({app::ScanVerdict::infected, "Uji.Virus-1"});
  auto const refused = office.send(office.sign_in("kasubag"), Method::post, "/catalogue/imports?name=katalog.csv",
                                   {.body = "a;b\n", .if_match = "\"1\"", .headers = {{"Content-Type", "text/csv"}}});
  EXPECT_EQ(refused["code"], "file.infected");
}

TEST_F(InspectedFiles, AreWhatWasKeptWhateverALaterRequestSays) {
  auto const kept = send(pdf, "application/pdf");
  auto const task = office.first_task(kadis);
  auto const id = office.get(kadis, "/tasks/" + task)["case_id"];
  auto const lie = R"({"sha256":")" + kept["sha256"] + R"(","name":"a.html","media_type":"text/html","size":1})";
  ASSERT_EQ(office.act(kadis, task, "inputs", R"({"index":0,"file":)" + lie + "}").status, 200);
  auto const found = office.get(kadis, "/cases/" + id + "/files/" + kept["sha256"]);
  EXPECT_EQ(found.header("Content-Type"), "application/pdf");
  auto const shown = write_json(office.get(kadis, "/tasks/" + task).json);
  EXPECT_NE(shown.find("\"size\":" + std::to_string(std::string_view{pdf}.size())), std::string::npos) << shown;
  EXPECT_EQ(shown.find("text/html"), std::string::npos);
}

}  // namespace
}  // namespace himpun::http
