#pragma once
// The hash chain of one stream: every event is sealed to the one before. Bytes in, verdict out; it reads no store and
// gives no meaning to events. That a whole stream or its end was removed shows only against a stored head
// (`check_end`) or a signed checkpoint (checkpoint.h).

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "base/words.h"
#include "core/journal/event.h"

namespace himpun::journal {

/// What stands before the first event: 32 zero bytes.
inline constexpr Sha256 no_event{};

/// hash = SHA-256(previous hash || bytes).
[[nodiscard]] Sha256 seal(Sha256 const& previous, std::string_view bytes);

/// One event as a store or an exported file gives it; only exports state the previous hash.
struct SealedEvent {
  std::int64_t version = 0;
  std::string bytes;
  Sha256 hash{};
  std::optional<Sha256> previous{};
};

enum class ChainFault : std::uint8_t {
  gap,             ///< an event before this one is missing
  wrong_previous,  ///< it states another predecessor than the one found
  altered,         ///< the bytes, the hash or the predecessor were changed
  unreadable,      ///< sealed, but no canonical envelope
  wrong_stream,    ///< the bytes name another stream or agency
  wrong_version,   ///< the bytes name another version
  cut_off,         ///< the stream ends before (or beyond) its recorded head
};
BOOST_DESCRIBE_ENUM(ChainFault, gap, wrong_previous, altered, unreadable, wrong_stream, wrong_version, cut_off)

/// The first bad event of a stream.
struct BrokenLink {
  EventId event;
  ChainFault fault{};

  bool operator==(BrokenLink const&) const = default;
};

/// "Kejadian case/01J9@3 diubah setelah dicatat." / "Event case/01J9@3 was changed after it was recorded."
[[nodiscard]] Words explain(BrokenLink const& link);

/// Walks one stream in order of versions, one event at a time; stop at the first fault.
class StreamVerifier {
 public:
  StreamVerifier(std::string agency, std::string stream);

  [[nodiscard]] std::optional<BrokenLink> check(SealedEvent const& event);
  /// After the last event: does the stream end where its head says?
  [[nodiscard]] std::optional<BrokenLink> check_end(std::int64_t head_version, Sha256 const& head_hash) const;

  [[nodiscard]] std::int64_t version() const { return version_; }
  [[nodiscard]] Sha256 const& hash() const { return hash_; }

 private:
  [[nodiscard]] std::optional<ChainFault> fault_of(SealedEvent const& event) const;

  std::string agency_;
  std::string stream_;
  std::int64_t version_ = 0;
  Sha256 hash_ = no_event;
};

/// The whole stream at once; nothing when it is sound.
[[nodiscard]] std::optional<BrokenLink> verify_stream(std::string const& agency, std::string const& stream,
                                                      std::span<SealedEvent const> events);

}  // namespace himpun::journal
