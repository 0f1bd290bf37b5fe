#include "base/json_text.h"

#include <gtest/gtest.h>

namespace himpun {
namespace {

enum class Colour : std::uint8_t { red, deep_blue };
BOOST_DESCRIBE_ENUM(Colour, red, deep_blue)

struct Inner {
  std::int32_t number = 0;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (number, note))

struct Everything {
  bool yes = true;
  std::int64_t large = std::numeric_limits<std::int64_t>::min();
  std::string text = "kutip \" garis \\ baris\n tab\t é 漢";
  Id<struct SomeTag> id{"01J9"};
  Date day = Date{std::chrono::year{2026} / 1 / 5};
  Instant at = Instant{std::chrono::microseconds{1'767'576'600'000'042}};
  Colour colour = Colour::deep_blue;
  std::optional<Inner> absent;
  std::optional<Inner> present = Inner{7, "ada"};
  std::vector<Inner> several = {{1, {}}, {2, "dua"}};
  std::vector<std::string> none;
  std::map<std::string, std::int64_t> named = {{"a", 1}, {"b", 2}};
  Json json = Json{}.add("x", Json::Array{Json{}, Json{true}, Json{3}});
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (yes, large, text, id, day, at, colour, absent, present, several, none, named, json))

TEST(JsonText, IsByteForByteWhatTheTreeGives) {
  Everything const value;
  std::string text;
  json_text::append(text, value);
  EXPECT_EQ(text, write_json(to_json(value)));
}

}  // namespace
}  // namespace himpun
