// What anybody is told about a file: the office's record only when a signature of that very file is the recorded one.

#include "app/signing/signing_office.h"
#include "core/signing/rules.h"

namespace himpun::app::test {
namespace {

struct Checking : SigningOffice {
  std::string const genuine = std::string(64, 'a');  ///< hash of the recorded signature value

  Checking() {
    open(&printer);
    write_paper();
    record_signature();
    tools->facts.signatures = {signature_of(genuine)};
  }

  /// The kasubag's initials, as the journal has them.
  void record_signature() {
    office.must([&](Desk& desk) -> Result<Json> {
      FileRef const file{std::string(64, 'b'), "naskah.pdf", "application/pdf", 10};
      access::By const by{access::PersonId{"per-kasubag"}, access::PositionId{"pos-kasubag"}, {}};
      signing::SigningSubject const subject{open_task().id.value, signing::SignatureKind::initials, "hasil", 1,
                                            latest().sha256};
      std::vector<signing::CaseSigningEvent> const events{
          signing::SigningRequested{1, subject, signing::SignerKind::pkcs12, file, by},
          signing::SigningCompleted{1, {file, genuine, "Kasubag", "b_b"}}};
      if (auto ok = room->record(desk, id, events, "pos-kasubag"); !ok) return std::unexpected(ok.error());
      return Json{};
    });
  }
  /// A right signature that names the paper's code.
  [[nodiscard]] signing::SignatureFacts signature_of(std::string const& contents) const {
    signing::SignatureFacts facts;
    facts.reason = "Paraf naskah versi 1, kode verifikasi " + id + "-1";
    facts.contents_sha256 = contents;
    facts.covers_all = facts.padding_is_zero = facts.is_readable = facts.digest_matches = facts.signature_is_right =
        true;
    facts.chain = signing::ChainState::trusted;
    return facts;
  }
  CheckedPaper check() {
    auto checked = check_pdf(*room, "%PDF-");
    EXPECT_TRUE(checked);
    return checked ? std::move(*checked) : CheckedPaper{};
  }
};

TEST_F(Checking, shows_the_record_to_the_file_that_it_is_about) {
  auto const checked = check();
  ASSERT_TRUE(checked.record);
  EXPECT_EQ(checked.record->paper, "Laporan uji");
  EXPECT_EQ(checked.record->version, 1);
  EXPECT_EQ(checked.recorded_signatures, 1);
  EXPECT_FALSE(checked.names_other_paper);
  auto const* known = find_recorded(*checked.record, checked.verdict.signatures.at(0).facts);
  ASSERT_NE(known, nullptr);
  EXPECT_EQ(known->name, "NAMA kasubag");
  EXPECT_EQ(known->position, "Kasubag");
  EXPECT_EQ(checked.verdict.signatures[0].time_source, signing::TimeSource::journal);
}

TEST_F(Checking, of_a_strangers_signature_with_a_copied_code_shows_no_record) {
  tools->facts.signatures = {signature_of(std::string(64, 'c'))};
  auto const checked = check();
  EXPECT_FALSE(checked.record);
  EXPECT_EQ(checked.recorded_signatures, 0);
  EXPECT_TRUE(checked.names_other_paper);
}

TEST_F(Checking, of_the_recorded_signature_over_other_bytes_shows_no_record) {
  tools->facts.signatures[0].digest_matches = false;
  auto const checked = check();
  EXPECT_FALSE(checked.record);
  EXPECT_TRUE(checked.names_other_paper);
  EXPECT_EQ(checked.verdict.standing, signing::Standing::refused);
}

TEST_F(Checking, counts_a_stranger_beside_the_recorded_one) {
  tools->facts.signatures.push_back(signature_of(std::string(64, 'c')));
  auto const checked = check();
  EXPECT_TRUE(checked.record);
  EXPECT_EQ(checked.recorded_signatures, 1);
  EXPECT_EQ(checked.verdict.signatures[1].time_source, signing::TimeSource::claimed);
}

TEST_F(Checking, says_when_a_newer_version_took_its_place) {
  act("kasubag", workflow::ReturnStep{workflow::StepId{"tulis"}, "Angkanya salah."});
  write_paper("# Laporan\n\nAngkanya dibetulkan.");
  auto const checked = check();
  ASSERT_TRUE(checked.record);
  EXPECT_TRUE(checked.record->is_void);
  EXPECT_EQ(checked.record->latest_version, 2);
}

TEST_F(Checking, says_when_its_distribution_was_recalled) {
  act("kasubag", workflow::MarkPaper{latest().sha256, workflow::MarkKind::initials});
  act("kadis", workflow::MarkPaper{latest().sha256, workflow::MarkKind::signature});
  act("analis", workflow::Distribute{{access::HolderId{"pos-kasubag"}}, ""});
  EXPECT_FALSE(check().record->recalled_at);
  office.now += std::chrono::hours{1};
  office.must([&](Desk& desk) -> Result<Json> {
    auto const task = office.file(id).distributions.at(0).task.value;
    access::By const by{access::PersonId{"per-kadis"}, access::PositionId{"pos-kadis"}, {}};
    std::vector<archive::SendingEvent> const events{archive::DistributionRecalled{task, "Angkanya salah.", by}};
    if (auto ok = desk.record(sending_stream(id), {}, events); !ok) return std::unexpected(ok.error());
    return Json{};
  });
  EXPECT_EQ(check().record->recalled_at, office.now);
}

TEST_F(Checking, of_a_code_nobody_gave_is_refused) {
  EXPECT_TRUE(check_code(*room, id + "-1"));
  auto const unknown = check_code(*room, id + "-2");
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(unknown.error().is(code_unknown));
}

}  // namespace
}  // namespace himpun::app::test
