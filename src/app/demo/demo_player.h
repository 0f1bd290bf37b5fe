#pragma once
// Carries a demo case through its procedure as its officials would, one act after another, at made-up times.

#include "app/office.h"
#include "core/performance/collection/commands.h"
#include "core/workflow/commands.h"

namespace himpun::app {

struct DemoRow {
  performance::UnitId unit;
  performance::RowKind kind{};
  std::string subject;
  performance::Entry entry;
};
BOOST_DESCRIBE_STRUCT(DemoRow, (), (unit, kind, subject, entry))

class DemoPlayer {
 public:
  DemoPlayer(Desk& desk, workflow::CaseId id, std::vector<DemoRow> const& rows)
      : desk_(desk), id_(std::move(id)), rows_(rows) {}

  /// To the end, or until `step` is open.
  [[nodiscard]] Result<void> play(workflow::StepId const& until = {});

 private:
  [[nodiscard]] Result<void> do_task(workflow::Task const& task);
  [[nodiscard]] Result<void> prepare(workflow::Task const& task, procedure::Step const& step);
  [[nodiscard]] Result<void> gather(workflow::Task const& task);
  [[nodiscard]] Result<void> fill(performance::UnitId const& unit);
  [[nodiscard]] Result<void> distribute(workflow::Task const& task);
  [[nodiscard]] Result<void> act(access::HolderId const& holder, workflow::TaskId const& task, workflow::TaskAct act);
  [[nodiscard]] Result<void> act_on(performance::UnitId const& unit, access::HolderId const& holder,
                                    std::vector<performance::CollectionCommand> const& commands);
  /// Becomes whoever holds it today.
  void become(access::HolderId const& holder);
  [[nodiscard]] workflow::Case file() const;

  Desk& desk_;
  workflow::CaseId id_;
  std::vector<DemoRow> const& rows_;
};

}  // namespace himpun::app
