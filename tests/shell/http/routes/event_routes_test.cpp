#include "shell/http/routes/routed_office.h"

namespace himpun::http {
namespace {

/// Remembers what a browser would have been told.
struct Listening final : EventSink::Channel {
  std::vector<Event> events;
  bool open = true;

  bool push(Event const& event) override {
    events.push_back(event);
    return open;
  }
  void close() override { open = false; }
  [[nodiscard]] bool is_open() const override { return open; }
};

TEST(TheEventStream, TellsThoseWhoseInboxChangedAndNobodyElse) {
  RoutedOffice office;
  auto const kadis = office.sign_in("kadis");
  auto const analis = office.sign_in("analis");
  EXPECT_EQ(office.get({}, "/events").status, 401);
  auto const head = std::make_shared<Listening>();
  auto const analyst = std::make_shared<Listening>();
  auto const first = office.get(kadis, "/events");
  auto const second = office.get(analis, "/events");
  auto const& stream = std::get<EventStream>(first.response.body);
  stream.on_open(EventSink{head});
  std::get<EventStream>(second.response.body).on_open(EventSink{analyst});
  auto const path = "/tasks/" + office.first_task(kadis) + "/reading";
  ASSERT_EQ(office.post(kadis, path, "").status, 200);
  ASSERT_EQ(head->events.size(), 1U);
  EXPECT_EQ(head->events[0].name, "inbox");
  EXPECT_EQ(head->events[0].data, "{}");
  EXPECT_TRUE(analyst->events.empty());
  stream.on_close();
  auto const task = office.first_task(kadis);
  ASSERT_EQ(office.act(kadis, task, "inputs", R"({"index":0,"reference":"B2"})").status, 200);
  EXPECT_EQ(head->events.size(), 1U) << "a closed stream hears nothing";
}

}  // namespace
}  // namespace himpun::http
