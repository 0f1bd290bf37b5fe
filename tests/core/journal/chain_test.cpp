#include "core/journal/chain.h"

#include <random>

#include "core/journal/samples.h"

namespace himpun::journal {
namespace {

std::optional<BrokenLink> verify(std::vector<SealedEvent> const& events) {
  return verify_stream("dispusip", "case/01J9", events);
}

BrokenLink link(std::int64_t version, ChainFault fault) { return {{"case/01J9", version}, fault}; }

/// Seals again from `from` on, as a forger would who can write the store.
void reseal(std::vector<SealedEvent>& events, std::size_t from) {
  for (auto i = from; i < events.size(); ++i) {
    auto const previous = i == 0 ? no_event : events[i - 1].hash;
    events[i].previous = previous;
    events[i].hash = seal(previous, events[i].bytes);
  }
}

TEST(Chain, TheFirstEventIsSealedToZeros) { EXPECT_EQ(seal(no_event, "abc"), sha256(std::string(32, '\0') + "abc")); }

TEST(Chain, ASoundStreamHasNoFault) {
  EXPECT_FALSE(verify(sample_stream(20)));
  EXPECT_FALSE(verify({}));
}

TEST(Chain, NamesTheFirstAlteredEvent) {
  auto events = sample_stream(5);
  events[2].bytes.replace(events[2].bytes.find("himpun"), 6, "HIMPUN");
  EXPECT_EQ(verify(events), link(3, ChainFault::altered));
}

TEST(Chain, NamesTheEventAfterOneThatWasReplacedTogetherWithItsHash) {
  auto events = sample_stream(5);
  events[2].bytes.replace(events[2].bytes.find("himpun"), 6, "HIMPUN");
  events[2].hash = seal(events[1].hash, events[2].bytes);
  EXPECT_EQ(verify(events), link(4, ChainFault::wrong_previous));
  events[3].previous.reset();
  EXPECT_EQ(verify(events), link(4, ChainFault::altered));
}

TEST(Chain, NamesAMissingAndARepeatedEvent) {
  auto events = sample_stream(5);
  events.erase(events.begin() + 2);
  EXPECT_EQ(verify(events), link(3, ChainFault::gap));
  events = sample_stream(5);
  events.insert(events.begin() + 2, events[1]);
  EXPECT_EQ(verify(events), link(2, ChainFault::wrong_version));
}

TEST(Chain, LooksIntoTheBytesThatAForgerSealed) {
  auto events = sample_stream(5);
  events[1].bytes = "not an envelope";
  reseal(events, 1);
  EXPECT_EQ(verify(events), link(2, ChainFault::unreadable));
  events = sample_stream(5);
  events[1].bytes = to_bytes(sample_envelope(7));
  reseal(events, 1);
  EXPECT_EQ(verify(events), link(2, ChainFault::wrong_version));
  events = sample_stream(5);
  auto stranger = sample_envelope(2);
  stranger.agency = "inspektorat";
  events[1].bytes = to_bytes(stranger);
  reseal(events, 1);
  EXPECT_EQ(verify(events), link(2, ChainFault::wrong_stream));
}

TEST(Chain, AStreamThatWasCutShortDoesNotReachItsHead) {
  auto const events = sample_stream(5);
  StreamVerifier verifier{"dispusip", "case/01J9"};
  for (auto const& event : std::span{events}.first(3)) EXPECT_FALSE(verifier.check(event));
  EXPECT_EQ(verifier.check_end(5, events[4].hash), link(4, ChainFault::cut_off));
  EXPECT_EQ(verifier.check_end(3, events[4].hash), link(3, ChainFault::cut_off));
  EXPECT_FALSE(verifier.check_end(3, events[2].hash));
}

TEST(Chain, AnyFlippedBitIsFound) {
  std::mt19937 random{7};
  for (int i = 0; i < 300; ++i) {
    auto events = sample_stream(4);
    auto const which = random() % events.size();
    auto& bytes = events[which].bytes;
    bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    EXPECT_EQ(verify(events), link(static_cast<std::int64_t>(which) + 1, ChainFault::altered));
  }
}

TEST(Chain, ExplainsInBothLanguages) {
  auto const words = explain(link(3, ChainFault::altered));
  EXPECT_NE(words.id.find("case/01J9@3"), std::string::npos);
  EXPECT_NE(words.en.find("case/01J9@3"), std::string::npos);
}

}  // namespace
}  // namespace himpun::journal
