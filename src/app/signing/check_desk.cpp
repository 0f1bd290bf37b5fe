#include "app/signing/check_desk.h"

#include <algorithm>

#include "app/desks/case_desk.h"
#include "app/signing/begun.h"
#include "core/journal/event.h"
#include "core/signing/code.h"

namespace himpun::app {
namespace {

/// A signing's own event in the journal and the first signed head that covers it.
std::optional<std::int64_t> proof_of(Reader& reader, std::string const& stream, std::int32_t id) {
  for (std::int64_t after = 0;;) {
    auto const rows = reader.events(stream, after, 200);
    if (rows.empty()) return std::nullopt;
    for (auto const& row : rows) {
      after = row.version;
      auto const envelope = journal::parse_envelope(row.bytes);
      if (!envelope || envelope->type != signing::SigningCompleted::event_name) continue;
      auto const* number = envelope->data.find("id");
      if (!number || *number != Json{id}) continue;
      auto const leaf = reader.find_leaf(stream, row.version);
      if (!leaf) return std::nullopt;
      auto const heads = reader.checkpoints_above(leaf->leaf, 1);
      return heads.empty() ? std::nullopt : std::optional{heads.front().size};
    }
  }
}

RecordedSignature recorded(Sight& sight, std::string const& case_id, signing::Signing const& one) {
  auto const person = sight.agency().people.find(one.by.person);
  return {signing::to_text({case_id, one.id}),
          one.subject.kind,
          one.signer,
          person == sight.agency().people.end() ? std::string{} : person->second.name,
          access::holder_name(sight.agency(), access::holder(one.by.position)),
          *one.ended_at,
          one.file->pdf.sha256,
          one.file->contents_sha256,
          proof_of(sight.reader, signing_stream(case_id), one.id)};
}

std::string paper_title(RunningCase const& running, std::string const& key) {
  for (auto const& paper : running.procedure->papers) {
    if (paper.key == key) return paper.name;
  }
  for (auto const& step : running.procedure->steps) {
    if (workflow::paper_key(step) == key && !step.outputs.empty()) return step.outputs.front();
  }
  return key;
}

/// When the last distribution of that version was recalled.
std::optional<Instant> recalled_at(Sight& sight, workflow::Case const& file, signing::SigningSubject const& subject) {
  auto const book = sight.books.sending(sight.reader, file.id.value);
  std::optional<Instant> at;
  for (auto const& each : file.distributions) {
    if (each.paper != subject.paper || each.number != subject.number) continue;
    auto const recall = book->state.recalls.find(each.task.value);
    at = recall == book->state.recalls.end() ? std::nullopt : std::optional{recall->second.at};
  }
  return at;
}

Result<PaperRecord> record_of(SigningRoom& room, Sight& sight, signing::Code const& code) {
  auto const known = room.signing(sight.reader, code.case_id);
  auto const* one = signing::find_signing(known->state, code.id);
  if (!one) return refuse(code_unknown);
  auto const running = find_running_case(sight, workflow::CaseId{code.case_id});
  if (!running) return refuse(code_unknown);
  auto const& file = running->state();
  auto const* paper = workflow::find_paper(file, one->subject.paper);
  PaperRecord record{sight.agency().name, file.number, file.title, paper_title(*running, one->subject.paper),
                     one->subject.number, paper ? paper->latest().number : one->subject.number, false, {}, {}};
  record.is_void = record.latest_version != record.version;
  record.recalled_at = recalled_at(sight, file, one->subject);
  for (auto const& each : known->state.all) {
    bool const is_same = each.subject.paper == one->subject.paper && each.subject.number == one->subject.number;
    if (is_same && each.state == signing::SigningState::completed) {
      record.signatures.push_back(recorded(sight, code.case_id, each));
    }
  }
  return record;
}

/// The paper that the PDF's last recorded signature is of. Anybody can write a code into a file of their own: a record is
/// shown only to the file that it is about.
void find_record(SigningRoom& room, Sight& sight, signing::PdfFacts const& facts, CheckedPaper& checked) {
  for (auto each = facts.signatures.rbegin(); each != facts.signatures.rend(); ++each) {
    auto const code = signing::find_code(each->reason);
    auto record = code ? record_of(room, sight, *code) : Result<PaperRecord>{refuse(code_unknown)};
    if (!record) continue;
    checked.names_other_paper = !find_recorded(*record, *each);
    if (checked.names_other_paper) continue;
    checked.record = std::move(*record);
    return;
  }
}

signing::RecordedTimes times_of(std::optional<PaperRecord> const& record) {
  signing::RecordedTimes times;
  if (!record) return times;
  for (auto const& each : record->signatures) {
    if (!each.contents_sha256.empty()) times[each.contents_sha256] = each.at;
  }
  return times;
}

}  // namespace

Result<CheckedPaper> check_pdf(SigningRoom& room, std::string const& pdf, std::vector<std::string> const& extra) {
  auto trusted = room.trusted();
  trusted.anchors.insert(trusted.anchors.end(), extra.begin(), extra.end());
  auto const facts = room.tools().read(pdf, trusted);
  if (!facts) return std::unexpected(facts.error());
  CheckedPaper checked;
  auto const looked = room.office().look({}, [&](Sight& sight) -> Result<Json> {
    find_record(room, sight, *facts, checked);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  checked.verdict = signing::judge(*facts, times_of(checked.record), room.world().clock());
  checked.recorded_signatures = std::ranges::count_if(facts->signatures, [&](signing::SignatureFacts const& one) {
    return checked.record && find_recorded(*checked.record, one);
  });
  return checked;
}

RecordedSignature const* find_recorded(PaperRecord const& record, signing::SignatureFacts const& facts) {
  if (!facts.digest_matches || !facts.signature_is_right) return nullptr;
  auto const found = std::ranges::find(record.signatures, facts.contents_sha256, &RecordedSignature::contents_sha256);
  return found == record.signatures.end() ? nullptr : &*found;
}

Result<PaperRecord> check_code(SigningRoom& room, std::string_view code) {
  auto const parsed = signing::parse_code(code);
  if (!parsed) return refuse(code_unknown);
  Result<PaperRecord> record = refuse(code_unknown);
  auto const looked = room.office().look({}, [&](Sight& sight) -> Result<Json> {
    record = record_of(room, sight, *parsed);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return record;
}

}  // namespace himpun::app
