// The small readers (the first byte says which) on any bytes: what they read they write again so that it reads back the
// same; where a text form is the only one, it is the same text.

#include "base/base64.h"
#include "base/base64url.h"
#include "base/ensure.h"
#include "base/json_map.h"
#include "base/text.h"
#include "base/time.h"
#include "bytes.h"
#include "core/calendar/time_limit.h"
#include "core/calendar/year_file.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event.h"
#include "core/journal/note.h"
#include "core/journal/proof.h"

namespace himpun {
namespace {

journal::NoteKey const key{"himpun/fuzz", {}};

/// A signature of zeros is right here, so that the texts behind it are read too.
bool verify_zeros(std::string_view, std::string_view, std::string_view signature) {
  return signature == std::string(64, '\0');
}

void try_time_limit(std::string_view text) {
  auto const limit = calendar::parse_time_limit(text);
  if (!limit) return ensure(!limit.error().detail.id.empty(), "a refusal has words");
  auto const words = calendar::spell(*limit);
  auto const back = calendar::parse_time_limit(words.id);
  ensure(back && *back == *limit, "a time limit reads back as it is spelled");
}

void try_times(std::string_view text) {
  if (auto const date = parse_date(text)) ensure(to_text(*date) == text, "a date has one text");
  if (auto const at = parse_instant(text)) ensure(parse_instant(to_text(*at)) == at, "an instant survives its text");
}

void try_note(std::string_view text) {
  auto const opened = journal::open_note(text, key, verify_zeros);
  if (opened) ensure(opened->ends_with('\n') && text.starts_with(*opened), "what was signed begins the note");
  (void)journal::open_checkpoint(text, key, verify_zeros);
  auto const checkpoint = journal::parse_checkpoint(text);
  if (!checkpoint) return;
  auto const back = journal::parse_checkpoint(journal::to_text(*checkpoint));
  ensure(back && *back == *checkpoint, "a checkpoint survives its text");
}

void try_note_key(std::string_view text) {
  if (auto const read = journal::parse_note_key(text)) {
    ensure(journal::to_text(*read) == text, "a verifier key has one text");
  }
}

void try_event(std::string_view text) {
  if (auto const envelope = journal::parse_envelope(text)) {
    ensure(journal::to_bytes(*envelope) == text, "an event has one text");
  }
  if (auto const id = journal::parse_event_id(text)) ensure(journal::to_text(*id) == text, "an id has one text");
}

void try_proof(std::string_view text) {
  auto const json = parse_json(text);
  if (!json) return;
  if (auto const proof = from_json<journal::EventProof>(*json)) {
    (void)journal::check_proof(*proof, key, verify_zeros);
  }
}

void try_year(std::string_view text) {
  if (auto const json = parse_json(text)) (void)calendar::parse_year_file(*json);
}

void try_codes(std::string_view text) {
  if (auto const bytes = parse_base64(text)) ensure(to_base64(*bytes) == text, "base64 has one text");
  if (auto const bytes = from_base64url(text)) ensure(to_base64url(*bytes) == text, "base64url has one text");
  (void)parse_hex(text);
  (void)trim(text);
  if (is_utf8(text)) ensure(count_characters(text) <= text.size(), "a character has at least one byte");
}

using Try = void (*)(std::string_view);
constexpr Try tries[] = {try_time_limit, try_times, try_note, try_note_key, try_event, try_proof, try_year, try_codes};

}  // namespace
}  // namespace himpun

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  fuzz::Bytes bytes{data, size};
  auto const kind = bytes.number(std::size(tries));
  tries[kind](bytes.rest());
  return 0;
}
