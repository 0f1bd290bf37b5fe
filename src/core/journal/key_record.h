#pragma once
// The event that says which key signs this office's checkpoints. It stands in a stream of its own and is written once,
// by the node that is opened first: all nodes of an office seal and check with the same key. The key itself (the secret
// half) never is in the journal.

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <variant>

namespace himpun::journal {

inline constexpr std::string_view key_stream = "keys";

struct KeyRecorded {
  static constexpr std::string_view event_name = "journal.key_recorded";
  static constexpr int event_version = 1;
  std::string key;  ///< verifier key (note.h): `name+hash+base64`

  bool operator==(KeyRecorded const&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeyRecorded, (), (key))

using KeyEvent = std::variant<KeyRecorded>;

}  // namespace himpun::journal
