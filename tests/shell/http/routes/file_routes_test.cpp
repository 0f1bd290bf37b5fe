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

}  // namespace
}  // namespace himpun::http
