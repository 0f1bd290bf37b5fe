#pragma once
// What happened to a case, newest first: every event of its stream as one plain sentence, with the corrections that
// were written about it.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

struct CorrectionView {
  std::string event;  ///< the correcting entry
  Instant at{};
  ByView by;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (), (event, at, by, text))

struct HistoryEntry {
  std::string event;  ///< `<stream>@<version>`
  Instant at{};
  ByView by;
  std::string type;
  std::string words;
  std::optional<workflow::StepId> step;
  std::optional<std::int64_t> step_number;
  std::vector<CorrectionView> corrections;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (event, at, by, type, words, step, step_number, corrections))

struct HistoryPage {
  std::vector<HistoryEntry> items;
  std::optional<std::int64_t> next;  ///< the page after begins below this version; absent on the last page
};

/// One stored event, without its corrections.
[[nodiscard]] HistoryEntry history_entry(CaseScene const& scene, EventRow const& row);

/// `before`: only events below this version.
[[nodiscard]] Result<HistoryPage> list_history(Sight& sight, workflow::CaseId const& id, Language language, int limit,
                                               std::optional<std::int64_t> before);

}  // namespace himpun::app
