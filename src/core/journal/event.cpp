#include "core/journal/event.h"

#include <charconv>

#include "base/ensure.h"
#include "base/json_map.h"
#include "base/text.h"

namespace himpun::journal {
namespace {

bool is_complete(Envelope const& envelope) {
  return !envelope.agency.empty() && !envelope.stream.empty() && !envelope.type.empty() && envelope.version >= 1 &&
         envelope.type_version >= 1 && envelope.data.get_if<Json::Object>() != nullptr;
}

std::unexpected<Problem> unreadable(Words why) { return refuse(envelope_unreadable, std::move(why)); }

}  // namespace

std::string to_bytes(Envelope const& envelope) {
  ensure(is_complete(envelope), "an envelope is complete");
  auto bytes = write_json(to_json(envelope));
  ensure(is_utf8(bytes), "an envelope is UTF-8");
  return bytes;
}

Result<Envelope> parse_envelope(std::string_view bytes) {
  auto const json = parse_json(bytes);
  if (!json) return unreadable({"Bukan teks JSON yang sah.", "It is not valid JSON text."});
  auto envelope = from_json<Envelope>(*json);
  if (!envelope || !is_complete(*envelope)) {
    return unreadable({"Ada bagian yang kurang atau tidak dikenal.", "A part is missing or not known."});
  }
  if (to_bytes(*envelope) != bytes) {
    return unreadable({"Bentuk tulisannya bukan bentuk baku.", "It is not written in the canonical form."});
  }
  return envelope;
}

std::string to_text(EventId const& id) { return id.stream + "@" + std::to_string(id.version); }

Result<EventId> parse_event_id(std::string_view text) {
  auto const at = text.rfind('@');
  EventId id;
  if (at != std::string_view::npos) {
    id.stream = text.substr(0, at);
    auto const [end, error] = std::from_chars(text.data() + at + 1, text.data() + text.size(), id.version);
    if (error != std::errc{}) id.version = 0;
  }
  if (id.stream.empty() || id.version < 1 || to_text(id) != text) {
    return refuse(event_id_malformed, {"Tulis nomor kejadian sebagai aliran@urutan, misalnya case/01J9ZK3V@3.",
                                       "Write the event id as stream@version, for example case/01J9ZK3V@3."});
  }
  return id;
}

}  // namespace himpun::journal
