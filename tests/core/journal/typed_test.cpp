#include "core/journal/typed.h"

#include <gtest/gtest.h>

namespace himpun::journal {

struct Opened {
  static constexpr std::string_view event_name = "sample.opened";
  static constexpr int event_version = 1;
  std::string name;

  bool operator==(Opened const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (name))

struct OpenedWithPage {
  static constexpr std::string_view event_name = "sample.opened";
  static constexpr int event_version = 2;
  std::string name;
  int page = 0;

  bool operator==(OpenedWithPage const&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenedWithPage, (), (name, page))

struct Closed {
  static constexpr std::string_view event_name = "sample.closed";
  static constexpr int event_version = 1;

  bool operator==(Closed const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Closed, (), ())

using Sample = std::variant<Opened, OpenedWithPage, Closed>;

TEST(TypedEvents, ComeBackAsTheStructTheyWere) {
  for (Sample const& event : {Sample{Opened{"a"}}, Sample{OpenedWithPage{"b", 2}}, Sample{Closed{}}}) {
    auto const back = from_data<Sample>(to_data(event));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, event);
  }
}

TEST(TypedEvents, AreStoredWithTheirNameVersionAndFacts) {
  auto const stored = to_data(Sample{OpenedWithPage{"b", 2}});
  EXPECT_EQ(stored.type, "sample.opened");
  EXPECT_EQ(stored.version, 2);
  EXPECT_EQ(write_json(stored.data), R"({"name":"b","page":2})");
  EXPECT_EQ(write_json(to_data(Sample{Closed{}}).data), "{}");
}

TEST(TypedEvents, RefuseAnUnknownNameOrVersion) {
  auto const json = parse_json(R"({"name":"b"})").value();
  for (auto const& [type, version] : {std::pair{"sample.opened", 3}, std::pair{"sample.moved", 1}}) {
    auto const event = from_data<Sample>(type, version, json);
    ASSERT_FALSE(event);
    EXPECT_TRUE(event.error().is(event_unknown));
  }
}

TEST(TypedEvents, RefuseAnotherShape) {
  auto const event = from_data<Sample>("sample.opened", 1, parse_json(R"({"name":"b","page":2})").value());
  ASSERT_FALSE(event);
  EXPECT_TRUE(event.error().is(event_unreadable));
  EXPECT_EQ(event.error().fields.at(0).pointer, "/page");
}

}  // namespace himpun::journal
