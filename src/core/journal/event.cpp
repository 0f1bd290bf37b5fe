#include "core/journal/event.h"

#include <charconv>

#include "base/ensure.h"
#include "base/json_text.h"
#include "base/text.h"

namespace himpun::journal {
namespace {

bool has_head(Envelope const& envelope) {
  return !envelope.agency.empty() && !envelope.stream.empty() && !envelope.type.empty() && envelope.version >= 1 &&
         envelope.type_version >= 1;
}

bool is_complete(Envelope const& envelope) {
  return has_head(envelope) && envelope.data.get_if<Json::Object>() != nullptr;
}

std::unexpected<Problem> unreadable(Words why) { return refuse(envelope_unreadable, std::move(why)); }

}  // namespace

std::string to_bytes(Envelope const& envelope) {
  ensure(is_complete(envelope), "an envelope is complete");
  return to_bytes(envelope, write_json(envelope.data));
}

std::string to_bytes(Envelope const& envelope, std::string_view data) {
  ensure(has_head(envelope) && data.starts_with('{'), "an envelope is complete");
  std::string bytes;
  bytes.reserve(data.size() + 384);
  {
    json_text::Members members(bytes);
    members.add("agency", envelope.agency);
    members.add("stream", envelope.stream);
    members.add("version", envelope.version);
    members.add("at", envelope.at);
    members.add("actor", envelope.actor);
    members.add("type", envelope.type);
    members.add("type_version", envelope.type_version);
    members.add("data", json_text::Raw{data});
  }
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
