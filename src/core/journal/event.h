#pragma once
// The envelope of one event and its canonical bytes: the one JSON text that is stored and hashed. An event's public id
// is `<stream>@<version>`. It does not know what the event means (typed.h) nor how events are chained (chain.h).

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/problem.h"
#include "base/time.h"

namespace himpun::journal {

/// Who caused the event. All three are absent when Himpun itself did (a job).
struct Actor {
  std::optional<std::string> account;
  std::optional<std::string> person;
  std::optional<std::string> position;  ///< the post in which the person acted

  bool operator==(Actor const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (account, person, position))

struct Envelope {
  std::string agency;
  std::string stream;
  std::int64_t version = 0;  ///< 1 for the first event of the stream, without gaps
  Instant at{};
  Actor actor;
  std::string type;  ///< for example `workflow.step_completed`
  std::int32_t type_version = 0;
  Json data;  ///< an object: the facts

  bool operator==(Envelope const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Envelope, (), (agency, stream, version, at, actor, type, type_version, data))

inline constexpr ProblemType envelope_unreadable{"journal.envelope_unreadable", ProblemKind::invalid,
                                                 "Catatan jurnal tidak dapat dibaca",
                                                 "The journal entry cannot be read"};
inline constexpr ProblemType event_id_malformed{"journal.event_id_malformed", ProblemKind::invalid,
                                                "Nomor kejadian tidak benar", "The event id is not right"};

/// The canonical bytes. The caller promises well-formed UTF-8, versions from 1 and an object as data.
[[nodiscard]] std::string to_bytes(Envelope const& envelope);

/// The same for facts that are canonical text already; `envelope.data` is not looked at.
[[nodiscard]] std::string to_bytes(Envelope const& envelope, std::string_view data);

/// Reads canonical bytes; refuses any other text of the same value (spaces, order, escapes).
[[nodiscard]] Result<Envelope> parse_envelope(std::string_view bytes);

struct EventId {
  std::string stream;
  std::int64_t version = 0;

  bool operator==(EventId const&) const = default;
};

[[nodiscard]] std::string to_text(EventId const& id);  ///< `case/01J9...@3`
[[nodiscard]] Result<EventId> parse_event_id(std::string_view text);

}  // namespace himpun::journal
