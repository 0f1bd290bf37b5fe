#include "app/signing/signing_follow.h"

#include <algorithm>

#include "app/papers/editions.h"
#include "app/signing/signing_room.h"
#include "app/streams.h"

namespace himpun::app {
namespace {

using workflow::Action;

/// Looked up only while a paper that waits for a mark has no PDF.
bool has_signer(Desk& desk, access::HolderId const& holder) {
  StateCache<signing::Signers> once{1};
  auto const signers = fold<signing::SignersEvent>(desk.reader, signers_stream, once);
  return std::ranges::any_of(
      access::people_for(desk.agency(), holder, desk.today()),
      [&](access::PersonId const& each) { return signing::find_signer(signers->state, each) != nullptr; });
}

workflow::Paper const* paper_for(workflow::Case const& file, procedure::Procedure const& procedure,
                                 workflow::Task const& task) {
  auto const step = std::ranges::find(procedure.steps, task.step, &procedure::Step::id);
  return step == procedure.steps.end() ? nullptr : workflow::paper_of(file, *step);
}

}  // namespace

Result<void> follow_signing(Desk& desk, workflow::Case const& after, procedure::Procedure const& procedure) {
  if (!desk.world.renderer) return {};
  for (auto const& task : after.tasks) {
    bool const marks = task.is_open() && (task.action == Action::initial || task.action == Action::sign);
    auto const* paper = marks ? paper_for(after, procedure, task) : nullptr;
    if (!paper || paper->latest().content.kind != workflow::ContentKind::text) continue;
    EditionName const name{after.id, paper->key, paper->latest().number};
    // One that failed is asked for again by whoever signs.
    if (show_edition(desk, name) || !has_signer(desk, task.holder)) continue;
    if (auto ok = request_edition(desk, name); !ok) return ok;
  }
  return {};
}

}  // namespace himpun::app
