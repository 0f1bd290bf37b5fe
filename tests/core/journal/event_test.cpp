#include "core/journal/event.h"

#include "core/journal/samples.h"

namespace himpun::journal {
namespace {

std::string const golden =
    R"({"agency":"dispusip","stream":"case/01J9","version":3,"at":"2026-01-05T00:30:00.000000Z","actor":{"account":"analis","person":"p-1","position":"analis"},"type":"workflow.step_completed","type_version":1,"data":{"step":"himpun","n":3}})";

std::string with(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(Envelope, HasOneTextForm) {
  EXPECT_EQ(to_bytes(sample_envelope(3)), golden);
  auto const back = parse_envelope(golden);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, sample_envelope(3));
}

TEST(Envelope, LeavesOutWhatIsNotKnownOfTheActor) {
  auto envelope = sample_envelope(1);
  envelope.actor = {};
  EXPECT_NE(to_bytes(envelope).find(R"("actor":{},)"), std::string::npos);
  EXPECT_EQ(parse_envelope(to_bytes(envelope)), envelope);
}

TEST(Envelope, RefusesEveryOtherTextOfTheSameValue) {
  EXPECT_FALSE(parse_envelope(golden + "\n"));
  EXPECT_FALSE(parse_envelope(with(golden, ":3,", ": 3,")));
  EXPECT_FALSE(parse_envelope(with(golden, "dispusip", "\\u0064ispusip")));
  EXPECT_FALSE(parse_envelope(with(golden, "00:30:00.000000Z", "00:30:00Z")));
  EXPECT_FALSE(parse_envelope(with(golden, R"("person":"p-1",)", R"("person":null,)")));
  EXPECT_FALSE(parse_envelope(
      with(golden, R"("agency":"dispusip","stream":"case/01J9")", R"("stream":"case/01J9","agency":"dispusip")")));
}

TEST(Envelope, RefusesMissingUnknownAndWrongParts) {
  EXPECT_FALSE(parse_envelope(""));
  EXPECT_FALSE(parse_envelope("{}"));
  EXPECT_FALSE(parse_envelope(with(golden, R"("type_version":1,)", "")));
  EXPECT_FALSE(parse_envelope(with(golden, R"("type_version":1,)", R"("type_version":1,"more":1,)")));
  EXPECT_FALSE(parse_envelope(with(golden, R"("version":3)", R"("version":0)")));
  EXPECT_FALSE(parse_envelope(with(golden, R"({"step":"himpun","n":3})", "[]")));
}

TEST(EventId, IsTheStreamAndTheVersion) {
  EXPECT_EQ(to_text(EventId{"case/01J9", 3}), "case/01J9@3");
  EXPECT_EQ(parse_event_id("procedure/a@b@12"), (EventId{"procedure/a@b", 12}));
  for (auto const* text :
       {"", "case", "@3", "case@", "case@0", "case@-1", "case@03", "case@3x", "case@+3", "case@99999999999999999999"}) {
    EXPECT_FALSE(parse_event_id(text)) << text;
  }
}

}  // namespace
}  // namespace himpun::journal
