#include "app/views/cases/history.h"

#include <algorithm>
#include <ranges>

#include "app/streams.h"
#include "app/views/cases/history_words.h"

namespace himpun::app {
namespace {

/// Who did it: what the event says, else what its envelope says (Himpun itself, or somebody whose act led to it).
ByView by_of(CaseScene const& scene, journal::Envelope const& envelope, workflow::Event const& event) {
  return std::visit(
      [&](auto const& each) {
        if constexpr (requires { each.by; }) {
          return by_view(scene.agency, each.by);
        } else {
          return by_view(scene.agency, envelope.actor);
        }
      },
      event);
}

/// The corrections of a case with the number of the event that recorded each.
std::vector<std::pair<std::int64_t, CorrectionView>> corrections_of(Reader& reader, CaseScene const& scene) {
  std::vector<std::pair<std::int64_t, CorrectionView>> found;
  auto const stream = case_stream(scene.file.id.value);
  std::int64_t version = 0;
  while (found.size() < scene.file.corrections.size() && version < scene.version) {
    for (auto const& row : reader.events(stream, version, 500)) {
      version = row.version;
      if (row.bytes.find(workflow::CorrectionRecorded::event_name) == std::string::npos) continue;
      auto const [envelope, event] = read_event<workflow::Event>(row);
      auto const* correction = std::get_if<workflow::CorrectionRecorded>(&event);
      if (!correction) continue;
      found.push_back({correction->event,
                       {to_text(journal::EventId{stream, row.version}), envelope.at,
                        by_view(scene.agency, correction->by), correction->text}});
    }
  }
  return found;
}

}  // namespace

HistoryEntry history_entry(CaseScene const& scene, EventRow const& row) {
  auto const [envelope, event] = read_event<workflow::Event>(row);
  auto by = by_of(scene, envelope, event);
  auto const told = tell(scene, event, by);
  HistoryEntry entry{.event = to_text(journal::EventId{row.stream, row.version}),
                     .at = envelope.at,
                     .by = std::move(by),
                     .type = envelope.type,
                     .words = scene.say(told.words)};
  auto const place = told.step.empty() ? StepPlace{} : scene.find_step(told.step);
  if (place.step) {
    entry.step = told.step;
    entry.step_number = place.number;
  }
  return entry;
}

Result<HistoryPage> list_history(Sight& sight, workflow::CaseId const& id, Language language, int limit,
                                 std::optional<std::int64_t> before) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  auto const scene = scene_of(sight, *running, language);
  auto const end = std::clamp<std::int64_t>(before.value_or(scene.version + 1), 1, scene.version + 1);
  auto const begin = std::max<std::int64_t>(end - limit, 1);
  auto const rows = sight.reader.events(case_stream(id.value), begin - 1, static_cast<int>(end - begin));
  auto const corrections = corrections_of(sight.reader, scene);
  HistoryPage page;
  for (auto const& row : rows | std::views::reverse) {
    auto entry = history_entry(scene, row);
    for (auto const& [about, correction] : corrections) {
      if (about == row.version) entry.corrections.push_back(correction);
    }
    page.items.push_back(std::move(entry));
  }
  if (begin > 1) page.next = begin;
  return page;
}

}  // namespace himpun::app
