#include "core/journal/chain.h"

#include "base/ensure.h"

namespace himpun::journal {
namespace {

Words reason(ChainFault fault) {
  switch (fault) {
    case ChainFault::gap:
      return {"tidak ada; kejadian sesudahnya ada", "is missing, though later events are there"};
    case ChainFault::wrong_previous:
      return {"menyebut kejadian sebelumnya yang berbeda", "names another event before it"};
    case ChainFault::altered:
      return {"diubah setelah dicatat, atau kejadian sebelumnya diganti",
              "was changed after it was recorded, or the event before it was replaced"};
    case ChainFault::unreadable:
      return {"tidak dapat dibaca", "cannot be read"};
    case ChainFault::wrong_stream:
      return {"milik aliran atau instansi lain", "belongs to another stream or agency"};
    case ChainFault::wrong_version:
      return {"menyebut urutan yang lain", "names another version"};
    case ChainFault::cut_off:
      return {"adalah batas yang tidak sesuai dengan kepala aliran: ada kejadian yang hilang atau ditambahkan di ujung",
              "is where the stream does not agree with its head: events at its end were removed or added"};
  }
  broken_promise("a chain fault is known", std::source_location::current());
}

}  // namespace

Sha256 seal(Sha256 const& previous, std::string_view bytes) {
  std::string text;
  text.reserve(previous.size() + bytes.size());
  text += bytes_of(previous);
  text += bytes;
  return sha256(text);
}

Words explain(BrokenLink const& link) {
  auto const name = to_text(link.event);
  auto const why = reason(link.fault);
  return {"Kejadian " + name + " " + why.id + ".", "Event " + name + " " + why.en + "."};
}

StreamVerifier::StreamVerifier(std::string agency, std::string stream)
    : agency_(std::move(agency)), stream_(std::move(stream)) {}

std::optional<ChainFault> StreamVerifier::fault_of(SealedEvent const& event) const {
  if (event.version > version_ + 1) return ChainFault::gap;
  if (event.version <= version_) return ChainFault::wrong_version;
  if (event.previous && *event.previous != hash_) return ChainFault::wrong_previous;
  if (seal(hash_, event.bytes) != event.hash) return ChainFault::altered;
  auto const envelope = parse_envelope(event.bytes);
  if (!envelope) return ChainFault::unreadable;
  if (envelope->agency != agency_ || envelope->stream != stream_) return ChainFault::wrong_stream;
  if (envelope->version != event.version) return ChainFault::wrong_version;
  return std::nullopt;
}

std::optional<BrokenLink> StreamVerifier::check(SealedEvent const& event) {
  if (auto const fault = fault_of(event)) {
    auto const version = *fault == ChainFault::gap ? version_ + 1 : event.version;
    return BrokenLink{{stream_, version}, *fault};
  }
  version_ = event.version;
  hash_ = event.hash;
  return std::nullopt;
}

std::optional<BrokenLink> StreamVerifier::check_end(std::int64_t head_version, Sha256 const& head_hash) const {
  if (head_version == version_ && head_hash == hash_) return std::nullopt;
  return BrokenLink{{stream_, version_ + (head_version > version_ ? 1 : 0)}, ChainFault::cut_off};
}

std::optional<BrokenLink> verify_stream(std::string const& agency, std::string const& stream,
                                        std::span<SealedEvent const> events) {
  StreamVerifier verifier{agency, stream};
  for (auto const& event : events) {
    if (auto broken = verifier.check(event)) return broken;
  }
  return std::nullopt;
}

}  // namespace himpun::journal
