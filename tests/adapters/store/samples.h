#pragma once
// Rows and events for the tests of the store, and short words for what they do with it.

#include <functional>
#include <string>
#include <vector>

#include "app/ports/store.h"
#include "base/sha256.h"

namespace himpun::test {

inline Instant instant(std::int64_t seconds) { return Instant{std::chrono::seconds{1'767'000'000 + seconds}}; }

/// `count` events that continue `head`, chained as the journal chains them.
inline std::vector<app::EventRow> chain_after(app::StreamHead head, std::string const& stream, int count,
                                              std::string const& text = "event") {
  std::vector<app::EventRow> events;
  for (int added = 0; added < count; ++added) {
    app::EventRow event{.stream = stream, .version = head.version + 1, .bytes = {}, .hash = {}};
    event.bytes = R"({"text":")" + text + R"(","version":)" + std::to_string(event.version) + "}";
    event.hash = sha256(std::string{bytes_of(head.hash)} + event.bytes);
    head = {event.version, event.hash};
    events.push_back(std::move(event));
  }
  return events;
}

/// A work that reads the head of `stream` and adds `count` events.
inline app::Work append_to(std::string stream, int count = 1) {
  return [=](app::Transaction& transaction) {
    auto const head = transaction.head(stream);
    return transaction.append(stream, head, chain_after(head, stream, count));
  };
}

inline app::CaseRow sample_case(std::string id) {
  return {.case_id = id,
          .number = "001/" + id,
          .title = "Penyusunan RKT",
          .procedure = "rkt",
          .procedure_version = 2,
          .procedure_name = "Rencana Kinerja Tahunan",
          .period = "2026-q1",
          .state = "running",
          .step = "Menelaah",
          .holder = "kasubag",
          .step_number = 3,
          .step_count = 9,
          .opened_at = instant(0),
          .updated_at = instant(1),
          .due_at = instant(2),
          .version = 4};
}

inline app::TaskRow sample_task(std::string id, std::string holder = "kasubag") {
  return {.task = id,
          .case_id = "c1",
          .case_number = "001/c1",
          .case_title = "Penyusunan RKT",
          .procedure_name = "Rencana Kinerja Tahunan",
          .action = "work",
          .step = "s1",
          .step_number = 1,
          .step_count = 9,
          .activity = "Menelaah",
          .holder = holder,
          .from_position = "kepala",
          .since = instant(0),
          .due_at = instant(100),
          .at_risk_at = instant(50),
          .state = "not_started",
          .read_at = std::nullopt,
          .revision = 1};
}

/// What `view` sees in a fresh snapshot.
template <class View>
auto look(app::Store& store, View const& view) {
  std::invoke_result_t<View, app::Reader&> seen{};
  store.read([&](app::Reader& reader) { seen = view(reader); });
  return seen;
}

}  // namespace himpun::test
