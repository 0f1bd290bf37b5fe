// The verdict over facts alone: levels are given for what was checked, and every fault has its own code.

#include "core/signing/verdict.h"

#include <gtest/gtest.h>

#include "base/json_map.h"

namespace himpun::signing {
namespace {

Instant const midday = Instant{Date{std::chrono::year{2026} / 1 / 5}} + std::chrono::hours{5};

/// Closed, right, of a trusted issuer.
SignatureFacts right() {
  SignatureFacts facts;
  facts.claimed_at = midday;
  facts.contents_sha256 = "01";
  facts.covers_all = facts.padding_is_zero = facts.is_readable = facts.digest_matches = facts.signature_is_right = true;
  facts.closes = true;
  facts.chain = ChainState::trusted;
  facts.certificate = CertificateFacts{
      .name = "Kadis", .not_before = midday - std::chrono::days{1}, .not_after = midday + std::chrono::days{400}};
  return facts;
}
TimeStampFacts stamp(ChainState chain = ChainState::trusted) { return {true, chain, midday, "Waktu"}; }

SignatureFacts stamped(ChainState chain = ChainState::trusted) {
  auto facts = right();
  facts.time_stamp = stamp(chain);
  return facts;
}
SignatureFacts document_stamp(ChainState chain = ChainState::trusted) {
  auto facts = stamped(chain);
  facts.is_time_stamp = true;
  facts.closes = false;
  facts.certificate.reset();
  return facts;
}

PdfVerdict judged(std::vector<SignatureFacts> signatures) {
  return judge({.has_validation_data = true, .signatures = std::move(signatures)}, {}, midday + std::chrono::hours{1});
}
Level level(std::vector<SignatureFacts> signatures) { return judged(std::move(signatures)).signatures.at(0).level; }

TEST(Level, OfATimeNeedsOneThatIsTrusted) {
  EXPECT_EQ(level({right()}), Level::b_b);
  EXPECT_EQ(level({stamped(ChainState::unknown)}), Level::b_b);
  EXPECT_EQ(level({stamped()}), Level::b_t);
  auto wrong = stamped();
  wrong.time_stamp->is_right = false;
  EXPECT_EQ(level({wrong}), Level::b_b);
}

TEST(Level, ForLongNeedsTheIssuersOwnWordInTheFile) {
  auto facts = stamped();
  facts.revocation_known = true;  // from the office's own list: nobody else has that
  EXPECT_EQ(level({facts}), Level::b_t) << "a /DSS alone is anybody's";
  facts.has_lasting_proof = true;
  EXPECT_EQ(level({facts}), Level::b_lt);
  facts.time_stamp.reset();
  EXPECT_EQ(level({facts}), Level::b_b);
}

TEST(Level, ForEverNeedsATrustedTimeOverThatData) {
  auto facts = stamped();
  facts.has_lasting_proof = true;
  EXPECT_EQ(level({facts, document_stamp()}), Level::b_lt) << "the data came after the time";
  facts.later = {Change::validation_data_added, Change::time_stamp_added};
  EXPECT_EQ(level({facts, document_stamp()}), Level::b_lta);
  EXPECT_EQ(level({facts, document_stamp(ChainState::unknown)}), Level::b_lt);
}

std::vector<std::string> faults(SignatureFacts facts) {
  std::vector<std::string> words;
  for (auto const fault : judged({std::move(facts)}).faults) words.push_back(word_of(fault));
  return words;
}

TEST(Fault, OfABrokenChainIsItsOwn) {
  auto facts = right();
  facts.chain = ChainState::broken;
  EXPECT_EQ(faults(facts), std::vector<std::string>{"chain_broken"});
}

TEST(Fault, OfAWrongTimeStampIsItsOwn) {
  auto facts = stamped();
  facts.time_stamp->is_right = false;
  EXPECT_EQ(faults(facts), std::vector<std::string>{"time_stamp_wrong"});
}

TEST(Fault, OfARemovedPageIsItsOwn) {
  auto facts = right();
  facts.later = {Change::page_removed};
  EXPECT_EQ(faults(facts), std::vector<std::string>{"page_removed"});
}

TEST(Revocation, IsSaidInWordsEvenWhenNothingIsKnown) {
  auto facts = right();
  EXPECT_EQ(revocation_words(facts).id, "Pencabutan tidak diperiksa: tidak ada keterangan penerbitnya");
  facts.revocation_known = true;
  EXPECT_EQ(revocation_words(facts).id, "Tidak dicabut, menurut penerbitnya");
  facts.revoked_at = midday;
  facts.revoked_why = 1;
  EXPECT_EQ(revocation_words(facts).id, "Dicabut: kuncinya bocor");
  EXPECT_EQ(faults(facts), std::vector<std::string>{"certificate_revoked"});
}

}  // namespace
}  // namespace himpun::signing
