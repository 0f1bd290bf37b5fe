// Signing and reading back: what Himpun signs it finds valid, on files of both kinds, one signature after another.

#include <gtest/gtest.h>

#include "adapters/pdf_signing/signed_papers.h"

namespace himpun {
namespace {

using namespace test;
using Faults = std::vector<std::string>;

struct SignedPdf : testing::TestWithParam<bool> {
  TestAuthority authority;
  pdf_signing::TrustSource trust{{authority.files.certificate}, {}};

  static std::string paper() { return GetParam() ? packed_pdf() : small_pdf(); }
};
INSTANTIATE_TEST_SUITE_P(TablesAndStreams, SignedPdf, testing::Bool());

TEST_P(SignedPdf, is_valid_where_the_authority_is_trusted) {
  auto const pdf = signed_by(paper(), signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  auto const verdict = verdict_of(pdf, trust);
  EXPECT_EQ(fault_words(verdict), Faults{});
  EXPECT_EQ(verdict.standing, signing::Standing::valid);
  ASSERT_EQ(verdict.signatures.size(), 1u);
  auto const& one = verdict.signatures[0];
  EXPECT_EQ(one.facts.name, "Kepala Dinas");
  EXPECT_EQ(one.facts.certificate->name, "Kepala Dinas");
  EXPECT_EQ(one.facts.sub_filter, "ETSI.CAdES.detached");
  EXPECT_EQ(one.facts.claimed_at, signing_day);
  EXPECT_EQ(one.level, signing::Level::b_b);
  EXPECT_TRUE(one.facts.closes);
}

TEST_P(SignedPdf, is_intact_but_unknown_where_nobody_vouches_for_the_issuer) {
  auto const pdf = signed_by(paper(), signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  auto const verdict = verdict_of(pdf, {});
  EXPECT_EQ(fault_words(verdict), Faults{});
  EXPECT_EQ(verdict.standing, signing::Standing::issuer_unknown);
}

TEST_P(SignedPdf, takes_two_initials_and_a_closing_signature) {
  auto pdf = paper();
  pdf = signed_by(pdf, initials("Kasubag", 0), authority.issue("Kasubag"));
  pdf = signed_by(pdf, initials("Sekretaris", 1), authority.issue("Sekretaris"));
  pdf = signed_by(pdf, signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  auto const verdict = verdict_of(pdf, trust);
  EXPECT_EQ(fault_words(verdict), Faults{});
  EXPECT_EQ(verdict.standing, signing::Standing::valid);
  ASSERT_EQ(verdict.signatures.size(), 3u);
  EXPECT_EQ(verdict.signatures[0].facts.name, "Kasubag");
  EXPECT_EQ(verdict.signatures[0].facts.later, std::vector{signing::Change::signature_added});
  EXPECT_EQ(verdict.signatures[2].facts.later, std::vector<signing::Change>{});
  EXPECT_EQ(verdict.pages, 2);
}

TEST_P(SignedPdf, keeps_the_bytes_that_were_there) {
  auto const before = paper();
  auto const pdf = signed_by(before, signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  EXPECT_TRUE(pdf.starts_with(before));
}

TEST_P(SignedPdf, may_carry_data_for_later_checks_behind_the_closing_signature) {
  auto const pdf = signed_by(paper(), signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  auto const more = pdf_signing::add_validation_data(pdf, {{}, {authority.revocation_list({})}, {}});
  ASSERT_TRUE(more.has_value());
  auto const verdict = verdict_of(*more, trust);
  EXPECT_EQ(fault_words(verdict), Faults{});
  EXPECT_TRUE(verdict.signatures[0].facts.revocation_known);
}

TEST(SignedPdfKeys, of_rsa_are_as_good) {
  TestAuthority const authority;
  auto const key = authority.issue("Kepala Dinas", signing_day - std::chrono::days{1},
                                   signing_day + std::chrono::days{9}, app::KeyKind::rsa3072);
  auto const verdict =
      verdict_of(signed_by(small_pdf(), signature("Kepala Dinas"), key), {{authority.files.certificate}, {}});
  EXPECT_EQ(verdict.standing, signing::Standing::valid);
}

TEST(SignedPdfKeys, open_with_the_right_passphrase_only) {
  TestAuthority const authority;
  auto const opened = signers::open_pkcs12(authority.issue("Kepala Dinas").pkcs12, Secret{"bukan itu"});
  ASSERT_FALSE(opened.has_value());
  EXPECT_TRUE(opened.error().is(app::passphrase_wrong));
}

TEST(SignedPdfInput, that_is_no_pdf_or_damaged_is_refused) {
  TestAuthority const authority;
  auto const key = credential_of(authority.issue("Kepala Dinas"));
  auto const damaged = small_pdf().substr(0, 700);
  for (auto const& bytes : {std::string{"halo"}, std::string{}, damaged}) {
    auto const done = pdf_signing::sign_pdf(bytes, signature("Kepala Dinas"), key);
    ASSERT_FALSE(done.has_value());
    EXPECT_TRUE(done.error().is(signing::pdf_unreadable));
  }
}

}  // namespace
}  // namespace himpun
