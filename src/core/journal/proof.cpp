#include "core/journal/proof.h"

#include <optional>

#include "core/journal/chain.h"

namespace himpun::journal {
namespace {

std::unexpected<Problem> wrong(Words why) { return refuse(proof_wrong, std::move(why)); }

std::optional<MerklePath> parse_path(std::vector<std::string> const& texts) {
  MerklePath path;
  for (auto const& text : texts) {
    auto const hash = parse_sha256(text);
    if (!hash) return std::nullopt;
    path.push_back(*hash);
  }
  return path;
}

/// The hash in the proof, when it seals its bytes to its predecessor.
Result<Sha256> check_seal(EventProof const& proof) {
  auto const previous = parse_sha256(proof.previous);
  auto const hash = parse_sha256(proof.hash);
  if (!previous || !hash) {
    return wrong({"Sidik jari tidak tertulis sebagai 64 angka heksadesimal.",
                  "A hash is not written as 64 hexadecimal digits."});
  }
  if (seal(*previous, proof.bytes) != *hash) {
    return wrong({"Isi kejadian tidak sesuai dengan sidik jarinya.", "The event does not match its hash."});
  }
  return *hash;
}

Result<Envelope> check_envelope(EventProof const& proof) {
  auto envelope = parse_envelope(proof.bytes);
  if (!envelope) return envelope;
  if (to_text(EventId{envelope->stream, envelope->version}) != proof.event) {
    return wrong(
        {"Nomor kejadian bukan nomor yang tertulis di dalamnya.", "The event id is not the one written in the event."});
  }
  if (envelope->version == 1 && proof.previous != to_hex(no_event)) {
    return wrong({"Kejadian pertama tidak boleh mempunyai pendahulu.", "A first event has no predecessor."});
  }
  return envelope;
}

}  // namespace

EventProof make_proof(ProofParts const& parts) {
  EventProof proof;
  proof.event = to_text(parts.event);
  proof.bytes = parts.bytes;
  proof.previous = to_hex(parts.previous);
  proof.hash = to_hex(seal(parts.previous, parts.bytes));
  proof.leaf = static_cast<std::int64_t>(parts.leaf);
  for (auto const& hash : parts.path) proof.path.push_back(to_hex(hash));
  proof.checkpoint = parts.note;
  proof.key = to_text(parts.key);
  return proof;
}

Result<ProvenEvent> check_proof(EventProof const& proof, NoteKey const& trusted, VerifySignature const& verify) {
  if (proof.format != proof_format) {
    return wrong({"Bentuk bukti tidak dikenal: " + proof.format, "Unknown form of proof: " + proof.format});
  }
  if (proof.key != to_text(trusted)) {
    return wrong({"Kunci pada bukti bukan kunci instansi yang dipercaya.",
                  "The key in the proof is not the agency's trusted key."});
  }
  auto const hash = check_seal(proof);
  if (!hash) return std::unexpected(hash.error());
  auto envelope = check_envelope(proof);
  if (!envelope) return std::unexpected(envelope.error());
  auto checkpoint = open_checkpoint(proof.checkpoint, trusted, verify);
  if (!checkpoint) return std::unexpected(checkpoint.error());
  auto const path = parse_path(proof.path);
  if (proof.leaf < 0 || !path ||
      !verify_inclusion(static_cast<std::uint64_t>(proof.leaf), checkpoint->size, leaf_hash(*hash), *path,
                        checkpoint->root)) {
    return wrong({"Kejadian ini tidak termasuk dalam titik periksa.", "The event is not in the checkpoint."});
  }
  return ProvenEvent{std::move(*envelope), std::move(*checkpoint)};
}

}  // namespace himpun::journal
