// Commands as an operator types them, on a real data folder.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "base/yaml.h"
#include "shell/cli/command_line.h"
#include "support/files.h"
#include "support/temporary_folder.h"

namespace himpun::cli::test {
namespace {

std::string source_path(std::string const& path) { return std::string{HIMPUN_SOURCE_DIR} + "/" + path; }
std::string const seed = source_path("procedures/pengumpulan-data-kinerja.yaml");

struct Commands : ::testing::Test {
  himpun::test::TemporaryFolder folder;
  std::string const data = folder.file("kantor");

  std::string write(std::string const& name, std::string const& text) {
    std::ofstream{folder.file(name), std::ios::binary} << text;
    return folder.file(name);
  }
  void init() {
    auto const said = say({"init", "--data", data, "--name", "Dinas Contoh", "--region", "Kabupaten Contoh"},
                          "kuda nil tidur siang\n");
    ASSERT_EQ(said.exit, 0) << said.err;
  }
};

TEST_F(Commands, CheckEndsWith1ForFindingsAnd2ForRefused) {
  EXPECT_EQ(say({"procedure", "check", seed}).exit, 1);
  auto const broken = write("rusak.yaml", "prosedur: [\n");
  auto const said = say({"procedure", "check", broken});
  EXPECT_EQ(said.exit, 2);
  EXPECT_NE(said.out.find("rusak.yaml:"), std::string::npos);
  EXPECT_EQ(say({"procedure", "check", seed, broken}).exit, 2);
  EXPECT_EQ(say({"procedure", "check", folder.file("tidak-ada.yaml"), seed}).exit, 2);
}

TEST_F(Commands, AnSopFileIsRenderedInEveryFormTheSameEveryTime) {
  auto const render = [&](std::string const& format, std::string const& size) {
    auto const said =
        say({"procedure", "render", seed, "--format", format, "--size", size, "--output", folder.file("x")});
    EXPECT_EQ(said.exit, 0) << format << ": " << said.err;
    std::ifstream file{folder.file("x"), std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  };
  struct Form {
    char const* format;
    char const* begins;
    char const* says;  ///< somewhere in it
    bool is_on_paper;  ///< the size of the paper tells
  };
  for (auto const& [format, begins, says, is_on_paper] :
       {Form{"pdf", "%PDF-1.", "/MarkInfo", true}, Form{"svg", "<svg ", "Kepala Dinas", true},
        Form{"html", "<!DOCTYPE html>", "Kepala Dinas", true}, Form{"docx", "PK", "word/document.xml", true},
        Form{"bpmn", "<?xml ", "Kepala Dinas", false}}) {
    SCOPED_TRACE(format);
    auto const written = render(format, "a4");
    EXPECT_TRUE(written.starts_with(begins)) << written.substr(0, 80);
    EXPECT_NE(written.find(says), std::string::npos);
    EXPECT_EQ(render(format, "a4"), written);
    EXPECT_EQ(render(format, "f4") != written, is_on_paper);
  }
  auto const said = say({"procedure", "render", seed, "--format", "png"});
  EXPECT_EQ(said.exit, 2);
  EXPECT_NE(said.err.find("png"), std::string::npos) << said.err;
}

TEST_F(Commands, CheckAnswersProgramsWithJson) {
  auto const said = say({"procedure", "check", "--json", seed});
  EXPECT_EQ(said.exit, 1);
  auto const json = parse_json(said.out);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->get_if<Json::Array>()->size(), 1U);
}

TEST_F(Commands, AnOwnProfileIsCheckedAdoptedAndShown) {
  auto text = himpun::test::read_source_file("data/profiles/batas-120.yaml");
  auto const put = [&](std::string const& old, std::string const& fresh) {
    auto const at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    text.replace(at, old.size(), fresh);
  };
  put("batas_atas: 120", "batas_atas: 110");
  auto const taken = say({"catalogue", "profile", "check", write("sama.yaml", text)});
  EXPECT_EQ(taken.exit, 2);
  EXPECT_NE(taken.err.find("sama.yaml:6:9: "), std::string::npos) << taken.err;
  put("profil: batas-120", "profil: kantor-kita");
  auto const own = write("sendiri.yaml", text);
  EXPECT_EQ(say({"catalogue", "profile", "check", own}).exit, 0);
  put("pembulatan: {", "pembulatann: {");
  put("batas_bawah: 0", "batas_bawah: nol");
  auto const broken = say({"catalogue", "profile", "check", write("rusak.yaml", text)});
  EXPECT_EQ(broken.exit, 2);
  EXPECT_NE(broken.err.find("rusak.yaml:20:14: "), std::string::npos) << broken.err;
  EXPECT_NE(broken.err.find("rusak.yaml:22:1: "), std::string::npos) << broken.err;

  init();
  EXPECT_EQ(say({"catalogue", "profile", "adopt", "--data", data, "--year", "2026", folder.file("rusak.yaml")}).exit,
            2);
  EXPECT_EQ(say({"catalogue", "profile", "show", "--data", data, "--year", "2026"}).exit, 2);
  auto const adopted = say({"catalogue", "profile", "adopt", "--data", data, "--year", "2026", own});
  ASSERT_EQ(adopted.exit, 0) << adopted.err;
  auto const shown = say({"catalogue", "profile", "show", "--data", data, "--year", "2026"});
  ASSERT_EQ(shown.exit, 0) << shown.err;
  EXPECT_NE(shown.out.find("batas_atas: 110\n"), std::string::npos);
  auto const again = write("dari-kantor.yaml", shown.out);
  EXPECT_EQ(say({"catalogue", "profile", "adopt", "--data", data, "--year", "2026", again}).exit, 0) << "already so";
}

TEST_F(Commands, CheckReadsNoMoreThanAFileMayHave) {
  auto const large = write("besar.yaml", std::string(3 * yaml_max_bytes, 'x'));
  auto const said = say({"procedure", "check", large});
  EXPECT_EQ(said.exit, 2);
  EXPECT_NE(said.out.find("yaml.too_large"), std::string::npos) << said.out;
}

TEST_F(Commands, ShowSummarizesAFile) {
  auto const said = say({"procedure", "show", seed});
  EXPECT_EQ(said.exit, 0);
  EXPECT_NE(said.out.find("Kepala Dinas"), std::string::npos);
}

TEST_F(Commands, AnOfficeThatIsNotThereIsRefused) {
  for (auto const* command : {"rebuild", "backup"}) {
    auto words = std::vector<std::string>{command, "--data", data};
    if (std::string{command} == "backup") words.insert(words.end(), {"--to", folder.file("salinan")});
    EXPECT_EQ(say(words).exit, 2) << command;
  }
}

TEST_F(Commands, AProcedureIsAdoptedOnce) {
  init();
  for (int times = 0; times < 2; ++times) {
    auto const said = say({"procedure", "adopt", "--data", data, seed});
    EXPECT_EQ(said.exit, 0) << said.err;
    EXPECT_NE(said.out.find("versi 1"), std::string::npos) << said.out;
  }
}

TEST_F(Commands, TheJournalIsVerifiedSealedProvenAndExported) {
  init();
  EXPECT_EQ(say({"journal", "prove", "--data", data, "agency@1"}).exit, 2);
  EXPECT_EQ(say({"journal", "checkpoint", "--data", data}).exit, 0);
  auto const verified = say({"journal", "verify", "--data", data});
  EXPECT_EQ(verified.exit, 0) << verified.out << verified.err;
  EXPECT_NE(verified.out.find("Utuh"), std::string::npos);
  auto const proof = folder.file("bukti.json");
  EXPECT_EQ(say({"journal", "prove", "--data", data, "agency@2", "--to", proof}).exit, 0);
  EXPECT_TRUE(std::filesystem::exists(proof));
  auto const exported = say({"journal", "export", "--data", data});
  EXPECT_EQ(exported.exit, 0);
  EXPECT_EQ(exported.out.front(), '{');
}

TEST_F(Commands, TheReadModelIsRebuilt) {
  init();
  auto const said = say({"rebuild", "--data", data, "--json"});
  EXPECT_EQ(said.exit, 0) << said.err;
  EXPECT_NE(said.out.find("\"cases\":0"), std::string::npos) << said.out;
}

TEST_F(Commands, ACalendarIsImported) {
  init();
  auto const said = say({"calendar", "import", "--data", data, source_path("data/calendars/2026.json")});
  EXPECT_EQ(said.exit, 0) << said.err;
  EXPECT_NE(said.out.find("2026"), std::string::npos);
  auto const wrong = write("kalender.json", R"({"year": 2027})");
  EXPECT_EQ(say({"calendar", "import", "--data", data, wrong}).exit, 2);
}

TEST_F(Commands, AccountsAreOpenedListedAndClosed) {
  init();
  auto const added = say({"user", "add", "--data", data, "pemeriksa", "--role", "auditor"}, "kuda nil bangun pagi\n");
  EXPECT_EQ(added.exit, 0) << added.err;
  EXPECT_EQ(say({"user", "add", "--data", data, "pemeriksa2"}, "pendek\n").exit, 2);
  EXPECT_EQ(say({"user", "password", "--data", data, "pemeriksa"}, "kuda nil makan siang\n").exit, 0);
  EXPECT_EQ(say({"user", "close", "--data", data, "pemeriksa"}).exit, 0);
  EXPECT_EQ(say({"user", "close", "--data", data, "admin"}).exit, 2);
  auto const listed = say({"user", "list", "--data", data});
  EXPECT_NE(listed.out.find("pemeriksa  [auditor]  (ditutup)"), std::string::npos) << listed.out;
}

}  // namespace
}  // namespace himpun::cli::test
