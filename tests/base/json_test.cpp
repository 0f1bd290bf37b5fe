#include "base/json.h"

#include <gtest/gtest.h>

#include <chrono>

#include "base/json_map.h"

namespace himpun {

enum class Mood { calm, busy };
BOOST_DESCRIBE_ENUM(Mood, calm, busy)
struct Letter {
  std::string number;
  Date date{};
  std::optional<std::string> note;
  std::vector<int> pages;
  Mood mood{};
};
BOOST_DESCRIBE_STRUCT(Letter, (), (number, date, note, pages, mood))

TEST(Json, WritesTheSameTextThatItRead) {
  std::string const text = R"({"a":[1,-2,null,true],"b":{"c":"\"garis\\ \n é"}})";
  auto const json = parse_json(text);
  ASSERT_TRUE(json);
  EXPECT_EQ(write_json(*json), text);
}

TEST(Json, RefusesWithLineAndColumn) {
  auto const json = parse_json("{\n \"a\": x}");
  ASSERT_FALSE(json);
  EXPECT_TRUE(json.error().is(json_malformed));
  EXPECT_EQ(json.error().where->line, 2);
  EXPECT_EQ(json.error().where->column, 7);
}

TEST(Json, RefusesDecimalsDuplicatesDepthAndTrailingText) {
  EXPECT_FALSE(parse_json("1.5"));
  EXPECT_FALSE(parse_json("1e3"));
  EXPECT_FALSE(parse_json("18446744073709551615"));
  EXPECT_FALSE(parse_json(R"({"a":1,"a":2})"));
  EXPECT_FALSE(parse_json(std::string(40, '[') + std::string(40, ']')));
  EXPECT_FALSE(parse_json("{} {}"));
  EXPECT_FALSE(parse_json("\"\xff\""));
  EXPECT_FALSE(parse_json(""));
}

/// `{"m0":0,"m1":1,...}`
std::string object_of(int members) {
  std::string text = "{";
  for (int i = 0; i < members; ++i) text += (i == 0 ? "\"m" : ",\"m") + std::to_string(i) + "\":" + std::to_string(i);
  return text + "}";
}

TEST(Json, FindsANameThatOccursTwiceAmongManyAndReadsManyInNoTime) {
  auto const started = std::chrono::steady_clock::now();
  auto const text = object_of(70'000);
  EXPECT_LT(text.size(), 1024u * 1024u);
  auto const read = parse_json(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->get_if<Json::Object>()->size(), 70'000u);
  for (auto const* name : {"m0", "m15", "m16", "m69999"}) {
    EXPECT_FALSE(parse_json(text.substr(0, text.size() - 1) + ",\"" + name + "\":1}")) << name;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds{10});
}

TEST(JsonMap, WritesAndReadsAStruct) {
  Letter const letter{"040/1", *parse_date("2026-01-05"), std::nullopt, {1, 2}, Mood::busy};
  auto const json = to_json(letter);
  EXPECT_EQ(write_json(json), R"({"number":"040/1","date":"2026-01-05","pages":[1,2],"mood":"busy"})");
  auto const back = from_json<Letter>(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->number, "040/1");
  EXPECT_EQ(back->mood, Mood::busy);
}

TEST(JsonMap, ReportsEveryWrongFieldWithItsPointer) {
  auto const letter = from_json<Letter>(*parse_json(R"({"date":"5 Jan","pages":[1,"x"],"mood":"sad","more":1})"));
  ASSERT_FALSE(letter);
  std::vector<std::string> pointers;
  for (auto const& field : letter.error().fields) pointers.push_back(field.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/number", "/date", "/pages/1", "/mood", "/more"}));
}

TEST(JsonMap, ReportsNoMoreThanAHundredFaults) {
  auto const letter = from_json<Letter>(*parse_json(object_of(70'000)));
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().fields.size(), 100u);
}

}  // namespace himpun
