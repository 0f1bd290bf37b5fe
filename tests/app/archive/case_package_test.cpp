// The package of a case in a small office: complete, the same every time, and every tampering is found.

#include "app/archive/package/case_package.h"

#include <cstdlib>

#include "app/archive/package/package_check.h"
#include "app/checkpoints.h"
#include "app/desks/journal_desk.h"
#include "app/random_player.h"
#include "app/signing/signing_room.h"
#include "app/streams.h"
#include "support/temporary_folder.h"

namespace himpun::app::test {
namespace {

namespace fs = std::filesystem;

std::string read_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

struct CasePackageTest : ::testing::Test {
  TestOffice office;
  himpun::test::TemporaryFolder folder;
  std::string case_id;

  void SetUp() override {
    office.found();
    case_id = office.start("Data kinerja triwulan I");
    play_a_history(office, 3, 60, 11);  // of other cases: their events are none of this package's
    seal();
  }
  void seal() { ASSERT_TRUE(CheckpointMaker{*office.office}.make_checkpoint()); }
  Result<CasePackage> plan() {
    Result<CasePackage> package{std::unexpect, Problem{.type = &file_missing}};
    auto const looked = office.see("acc-admin", [&](Sight& sight) -> Result<Json> {
      package = plan_case_package(sight, workflow::CaseId{case_id});
      return Json{};
    });
    EXPECT_TRUE(looked);
    return package;
  }
  std::string write(std::string const& name) {
    auto const package = plan();
    EXPECT_TRUE(package) << (package ? "" : package.error().type->code);
    auto const path = folder.file(name);
    auto const written = write_case_package(office.office->world(), *package, path, {});
    EXPECT_TRUE(written) << (written ? "" : written.error().detail.en);
    return path;
  }
  Result<PackageVerdict> check(std::string const& path, std::optional<journal::NoteKey> const& key = {}) {
    auto const& world = office.office->world();
    return check_package(*office.package_files, path, trust_in(world).verify, key, {});
  }
  template <class Event>
  void happen(std::string_view stream, std::vector<Event> const& events) {
    office.must([&](Desk& desk) -> Result<Json> {
      auto const head = desk.reader.head(stream);
      auto end = head;
      if (auto ok = desk.transaction.append(stream, head, app::seal(stream, end, events, desk.stamp({}))); !ok) {
        return std::unexpected(ok.error());
      }
      return Json{};
    });
  }
  /// A signature with a key, and one that was refused before it.
  void sign_with_a_key() {
    signing::SigningSubject const subject{"t-1", signing::SignatureKind::signature, "dokumen", 2, ""};
    FileRef const base{std::string(64, 'a'), "naskah.pdf", "application/pdf", 3};
    FileRef const pdf{std::string(64, 'b'), "naskah.pdf", "application/pdf", 4};
    access::By const by{access::PersonId{"per-kadis"}, access::PositionId{"pos-kadis"}, access::Standing::definitive};
    auto other = subject;
    other.number = 1;
    happen<signing::SignersEvent>(signers_stream, {signing::AuthorityMade{"SERTIFIKAT", "DAFTAR"},
                                                   signing::AnchorTrusted{"PENERBIT LAIN", "BSrE"}});
    happen<signing::CaseSigningEvent>(
        signing_stream(case_id),
        {signing::SigningRequested{1, other, signing::SignerKind::pkcs12, base, by},
         signing::SigningRequested{2, subject, signing::SignerKind::pkcs12, base, by},
         signing::SigningRefused{1, "signing.cut_off", {}}, signing::SigningCompleted{2, {pdf, "", "", "b_b"}}});
    office.now += std::chrono::hours{1};
    happen<signing::SignersEvent>(signers_stream, {signing::CertificateRevoked{"1", office.now, "hilang", "LATER"}});
    seal();
  }
  /// The case was filed and destroyed, as the register has it.
  void destroy(std::vector<archive::RemovedContent> const& contents) {
    archive::FiledId const filed{case_id};
    archive::By const by{access::PersonId{"per-kadis"}, access::PositionId{"pos-kadis"}, access::Standing::definitive};
    archive::ProposalId const proposal{"usul-1"};
    happen<archive::Event>(archive_stream,
                           {archive::CaseFiled{{.id = filed, .number = "0001/2026", .code = "000.8.6.3"}},
                            archive::DestructionProposed{proposal, "7/2026", {filed}, "JRA", by},
                            archive::DestructionApproved{proposal, "SK 1", by},
                            archive::DestructionCarriedOut{proposal, "Dua saksi", contents, by}});
    seal();
  }
  Json files_of(CasePackage const& package) {
    auto const part = std::ranges::find(package.parts, "data/metadata/files.json", &PackagePart::path);
    return parse_json(part->text).value();
  }

  /// Unpacked by another program.
  std::string unpacked() {
    auto const zip = write("arsip.zip");
    auto const out = folder.file("keluar");
    EXPECT_EQ(std::system(("python3 -m zipfile -e '" + zip + "' '" + out + "'").c_str()), 0);
    return fs::directory_iterator(out)->path().string();
  }
};

TEST_F(CasePackageTest, IsCompleteAndTheSameEveryTime) {
  auto const first = write("a.zip");
  office.now += std::chrono::hours{24 * 400};
  office.record(access::RecordUnit{{access::UnitId{"unit-baru"}, "unit baru", {}}});
  seal();
  auto const second = write("b.zip");
  EXPECT_EQ(read_file(first), read_file(second));
  auto const verdict = check(first, note_key_of(office.key));
  ASSERT_TRUE(verdict) << verdict.error().detail.en;
  for (auto const& each : verdict->findings) ADD_FAILURE() << each.path << ": " << each.words.en;
  ASSERT_TRUE(verdict->journal);
  EXPECT_GE(verdict->journal->events, 3);
  EXPECT_EQ(verdict->journal->events, verdict->journal->proofs);
}

TEST_F(CasePackageTest, AStrangerChecksItWithStandardTools) {
  auto const bag = unpacked();
  auto const run = [&](std::string const& command) {
    return std::system(("cd '" + bag + "' && { " + command + "\n} >/dev/null 2>&1").c_str());
  };
  EXPECT_EQ(run("sha512sum -c manifest-sha512.txt && sha512sum -c tagmanifest-sha512.txt"), 0);
  EXPECT_EQ(run("sha256sum -c manifest-sha256.txt && sha256sum -c tagmanifest-sha256.txt"), 0);
  auto const key = journal::to_text(note_key_of(office.key));
  EXPECT_EQ(run("python3 tools/check_proof.py data/journal/proofs.jsonl --key '" + key + "'"), 0);
  EXPECT_NE(run("python3 tools/check_proof.py data/journal/proofs.jsonl --key 'x+00000000+AA'"), 0);
  // The commands of README.txt, as they stand there.
  auto const readme = read_file(bag + "/README.txt");
  auto const begin = readme.find("     head -n 3");
  auto const end = readme.find("4. Naskah");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_EQ(run(readme.substr(begin, end - begin)), 0);
  EXPECT_NE(readme.find(key), std::string::npos);
  EXPECT_TRUE(check(bag)->findings.size() > 0);  // titik.txt and others lie there now, in no manifest
}

TEST_F(CasePackageTest, EveryPaperVersionIsAFileWithItsHash) {
  auto const package = plan();
  ASSERT_TRUE(package);
  auto const file = office.file(case_id);
  std::size_t texts = 0;
  for (auto const& paper : file.papers) {
    for (auto const& version : paper.versions) {
      if (version.content.kind == workflow::ContentKind::text) ++texts;
    }
  }
  std::size_t found = 0;
  for (auto const& part : package->parts) found += part.path.ends_with("naskah.txt") ? 1 : 0;
  EXPECT_EQ(found, texts);
}

TEST_F(CasePackageTest, WhatWasChangedIsFoundEvenWhenTheManifestsWereMadeAnew) {
  auto const bag = unpacked();
  ASSERT_TRUE(check(bag)->ok());
  auto const events = bag + "/data/journal/events.jsonl";
  auto text = read_file(events);
  text.replace(text.find("Data kinerja"), 4, "DATA");
  std::ofstream{events, std::ios::binary} << text;
  auto const changed = check(bag);
  ASSERT_TRUE(changed);
  EXPECT_FALSE(changed->ok());
  ASSERT_EQ(std::system(("cd '" + bag +
                         "' && for n in 256 512; do find data -type f | LC_ALL=C sort | xargs sha${n}sum "
                         "> manifest-sha$n.txt; done && for n in 256 512; do ls *.txt | grep -v ^tagmanifest | "
                         "xargs sha${n}sum > tagmanifest-sha$n.txt; sha${n}sum tools/* >> tagmanifest-sha$n.txt; done")
                            .c_str()),
            0);
  auto const repacked = check(bag);
  ASSERT_TRUE(repacked);
  ASSERT_FALSE(repacked->ok());
  for (auto const& each : repacked->findings) EXPECT_EQ(each.path, "data/journal/events.jsonl") << each.words.en;
}

TEST_F(CasePackageTest, AnotherOfficesKeyIsNotTakenForThePublishedOne) {
  auto const path = write("a.zip");
  journal::SampleSigner const stranger{"himpun/lain"};
  auto const verdict = check(path, stranger.key);
  ASSERT_TRUE(verdict);
  EXPECT_FALSE(verdict->ok());
}

TEST_F(CasePackageTest, WaitsUntilTheLastEventIsSealed) {
  case_id = office.start("Baru saja");
  auto const package = plan();
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().type->code, "journal.not_yet_sealed");
  auto const made = make_case_package(*office.office, access::AccountId{"acc-admin"}, workflow::CaseId{case_id});
  ASSERT_TRUE(made) << made.error().type->code;
  EXPECT_TRUE(check(made->file->path())->ok());
}

TEST_F(CasePackageTest, ASignedPdfLiesBesideItsPaperWithWhatItIsCheckedWith) {
  sign_with_a_key();
  auto const package = plan();
  ASSERT_TRUE(package);
  std::map<std::string, std::string> found;
  for (auto const& part : package->parts) found[part.path] = part.file ? part.file->sha256 : part.text;
  EXPECT_EQ(found["data/papers/dokumen/v02/bbbbbbbbbbbb-naskah.pdf"], std::string(64, 'b'));
  EXPECT_EQ(found["data/papers/dokumen/v01/aaaaaaaaaaaa-naskah.pdf"], std::string(64, 'a'));
  EXPECT_EQ(found["data/certificates/authority.pem"], "SERTIFIKAT");
  EXPECT_EQ(found["data/certificates/revocation-list.pem"], "DAFTAR");  // as it was at the case's last event
  EXPECT_EQ(found["data/certificates/trusted-1.pem"], "PENERBIT LAIN");
}

TEST_F(CasePackageTest, ACaseThatNobodySignedWithAKeyHasNoCertificates) {
  happen<signing::SignersEvent>(signers_stream, {signing::AuthorityMade{"SERTIFIKAT", "DAFTAR"}});
  auto const package = plan();
  ASSERT_TRUE(package);
  for (auto const& part : package->parts) EXPECT_FALSE(part.path.starts_with("data/certificates/")) << part.path;
}

TEST_F(CasePackageTest, WhatADisposalRemovedIsListedAsDestroyedAndThePackageIsWhole) {
  sign_with_a_key();
  destroy({{archive::FiledId{case_id}, std::string(64, 'a'), "naskah.pdf", 3, ""},
           {archive::FiledId{case_id}, std::string(64, 'b'), "naskah.pdf", 4, ""}});
  auto const package = plan();
  ASSERT_TRUE(package);
  auto const files = files_of(*package);
  auto const& list = *files.get_if<Json::Array>();
  ASSERT_EQ(list.size(), 2U);
  for (auto const& each : list) {
    EXPECT_EQ(*each.find("destroyed"), Json{"7/2026"});
    EXPECT_FALSE(each.find("path"));
  }
  auto const verdict = check(write("musnah.zip"));
  ASSERT_TRUE(verdict) << verdict.error().detail.en;
  for (auto const& each : verdict->findings) ADD_FAILURE() << each.path << ": " << each.words.en;
}

TEST_F(CasePackageTest, WhatAnotherCaseStillNeedsIsInThePackageOfADestroyedOne) {
  sign_with_a_key();
  destroy({{archive::FiledId{case_id}, std::string(64, 'a'), "naskah.pdf", 3, ""},
           {archive::FiledId{case_id}, std::string(64, 'b'), "naskah.pdf", 4, "berkas-lain"}});
  auto const package = plan();
  ASSERT_TRUE(package);
  std::vector<std::string> kept;
  for (auto const& part : package->parts) {
    if (part.file) kept.push_back(part.file->sha256);
  }
  EXPECT_EQ(kept, std::vector{std::string(64, 'b')});
}

TEST_F(CasePackageTest, AMissingContentIsNamedAndNoHalfPackageRemains) {
  CasePackage package{
      "arsip", {{"data/files/x", {}, FileRef{std::string(64, 'a'), "bukti.pdf", "application/pdf", 3}}}, {}};
  auto const written = write_case_package(office.office->world(), package, folder.file("a.zip"), {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().type->code, "file.missing");
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace himpun::app::test
