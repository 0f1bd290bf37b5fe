// What was signed in a case: asked for, then completed or refused; one at a time for a task.

#include <gtest/gtest.h>

#include "core/signing/code.h"
#include "core/signing/rules.h"

namespace himpun::signing {
namespace {

Instant const noon = Instant{Date{std::chrono::year{2026} / 1 / 5}} + std::chrono::hours{5};

BeginSigning asked(std::string task = "C1-7", SignerKind signer = SignerKind::pkcs12) {
  return {{std::move(task), SignatureKind::initials, "dokumen", 2, "ab"},
          signer,
          {"cd", "dokumen.pdf", "application/pdf", 10},
          {access::PersonId{"p"}, access::PositionId{"q"}, access::Standing::definitive}};
}

struct Given {
  CaseSigning signing;

  void happened(Result<std::vector<CaseSigningEvent>> const& events, Instant at = noon) {
    ASSERT_TRUE(events.has_value());
    for (auto const& event : *events) evolve(signing, event, at);
  }
};

TEST(CaseSigning, goes_from_requested_to_completed_and_names_the_signed_file) {
  Given given;
  given.happened(begin(given.signing, asked(), noon));
  ASSERT_NE(open_signing(given.signing, "C1-7"), nullptr);
  given.happened(complete(given.signing, 1, {{"ef", "Paraf-1.pdf", "application/pdf", 20}, "01", "Kasubag", "b_b"}));
  EXPECT_EQ(open_signing(given.signing, "C1-7"), nullptr);
  auto const* last = last_completed(given.signing, "dokumen", 2);
  ASSERT_NE(last, nullptr);
  EXPECT_EQ(last->file->pdf.sha256, "ef");
  EXPECT_EQ(count_completed(given.signing, "dokumen", 2, SignatureKind::initials), 1);
  EXPECT_EQ(last_completed(given.signing, "dokumen", 3), nullptr);
}

TEST(CaseSigning, that_is_under_way_cannot_be_asked_for_again) {
  Given given;
  given.happened(begin(given.signing, asked(), noon));
  auto const again = begin(given.signing, asked(), noon + std::chrono::minutes{1});
  ASSERT_FALSE(again.has_value());
  EXPECT_TRUE(again.error().is(under_way));
}

TEST(CaseSigning, that_was_cut_off_is_ended_when_it_is_asked_for_anew) {
  Given given;
  given.happened(begin(given.signing, asked(), noon));
  given.happened(begin(given.signing, asked(), noon + std::chrono::minutes{6}));
  ASSERT_EQ(given.signing.all.size(), 2u);
  EXPECT_EQ(given.signing.all[0].state, SigningState::refused);
  EXPECT_EQ(given.signing.all[0].refusal_code, "signing.cut_off");
  EXPECT_EQ(given.signing.all[1].state, SigningState::requested);
}

TEST(CaseSigning, on_paper_may_be_printed_again_at_once) {
  Given given;
  given.happened(begin(given.signing, asked("C1-7", SignerKind::wet_ink), noon));
  given.happened(begin(given.signing, asked("C1-7", SignerKind::wet_ink), noon));
  EXPECT_EQ(given.signing.all[0].refusal_code, "signing.replaced");
}

TEST(CaseSigning, that_was_refused_keeps_the_reason_in_both_languages) {
  Given given;
  given.happened(begin(given.signing, asked(), noon));
  Problem const why{.type = &cut_off, .detail = {"Server berhenti.", "The server stopped."}};
  given.happened(refuse_signing(given.signing, 1, why));
  EXPECT_EQ(given.signing.all[0].refusal.id, "Penandatanganan terputus. Server berhenti.");
  EXPECT_EQ(given.signing.all[0].refusal.en, "The signing was cut off. The server stopped.");
}

TEST(CaseSigning, ends_once) {
  Given given;
  given.happened(begin(given.signing, asked(), noon));
  given.happened(complete(given.signing, 1, {}));
  auto const again = refuse_signing(given.signing, 1, Problem{.type = &cut_off});
  ASSERT_FALSE(again.has_value());
  EXPECT_TRUE(again.error().is(signing_ended));
  EXPECT_TRUE(complete(given.signing, 9, {}).error().is(signing_unknown));
}

TEST(VerificationCode, is_read_back_and_found_in_a_sentence) {
  Code const code{"01JH3ZV4Q8W6M2N7C5T9B0R1XK", 12};
  EXPECT_EQ(to_text(code), "01JH3ZV4Q8W6M2N7C5T9B0R1XK-12");
  EXPECT_EQ(parse_code(to_text(code))->id, 12);
  auto const found = find_code("Paraf naskah versi 2, kode verifikasi 01JH3ZV4Q8W6M2N7C5T9B0R1XK-12.");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->case_id, code.case_id);
}

TEST(VerificationCode, that_is_none_is_not_taken) {
  for (auto const* text : {"", "-", "-3", "abc-", "abc-0", "abc-x", "../x-1", "a b-1", "abc-12345678"}) {
    EXPECT_FALSE(parse_code(text).has_value()) << text;
  }
  EXPECT_FALSE(find_code("tanpa kode").has_value());
}

}  // namespace
}  // namespace himpun::signing
