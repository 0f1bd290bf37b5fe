#pragma once
// The proof of one event, complete in itself: whoever has this JSON and the agency's verifier key can check with
// standard tools that the event stood in the journal when the checkpoint was signed (docs/reference/journal-format.md,
// docs/reference/check_proof.py). It proves nothing about events after the checkpoint.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event.h"
#include "core/journal/merkle.h"

namespace himpun::journal {

inline constexpr std::string_view proof_format = "himpun-event-proof/1";

inline constexpr ProblemType proof_wrong{"journal.proof_wrong", ProblemKind::invalid, "Bukti tidak sah",
                                         "The proof does not hold"};

/// All hashes are lowercase hexadecimal.
struct EventProof {
  std::string format{proof_format};
  std::string event;              ///< `<stream>@<version>`
  std::string bytes;              ///< the canonical bytes, as text
  std::string previous;           ///< hash of the event before it in its stream; zeros for the first
  std::string hash;               ///< SHA-256(previous || bytes), the data of the leaf
  std::int64_t leaf = 0;          ///< number of the leaf, from 0
  std::vector<std::string> path;  ///< RFC 6962 inclusion path, from the leaf upwards
  std::string checkpoint;         ///< the signed note
  std::string key;                ///< verifier key; compare it with the one the agency has published

  bool operator==(EventProof const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventProof, (), (format, event, bytes, previous, hash, leaf, path, checkpoint, key))

/// What a proof is made of, as a store has it.
struct ProofParts {
  EventId event;
  std::string bytes;
  Sha256 previous{};
  std::uint64_t leaf = 0;
  MerklePath path;
  std::string note;
  NoteKey key;
};
[[nodiscard]] EventProof make_proof(ProofParts const& parts);

/// What a proof shows when it holds.
struct ProvenEvent {
  Envelope envelope;
  Checkpoint checkpoint;
};

/// Checks every step against `trusted`, the agency's key from a source other than the proof itself.
[[nodiscard]] Result<ProvenEvent> check_proof(EventProof const& proof, NoteKey const& trusted,
                                              VerifySignature const& verify);

}  // namespace himpun::journal
