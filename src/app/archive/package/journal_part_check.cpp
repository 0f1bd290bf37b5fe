#include "app/archive/package/journal_part_check.h"

#include <array>

#include "app/archive/package/named_files.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using archive::BagFault;

constexpr std::string_view events_path = "data/journal/events.jsonl";
constexpr std::string_view proofs_path = "data/journal/proofs.jsonl";
constexpr std::string_view files_path = "data/metadata/files.json";
constexpr std::size_t longest_line = std::size_t{32} << 20;

/// SHA-256 of the words of a paper, which the package holds as a file.
std::string paper_hash(journal::Envelope const& envelope) {
  bool const is_paper = envelope.type == "workflow.paper_written" || envelope.type == "workflow.paper_renewed";
  return is_paper ? text_of(envelope.data, "sha256") : std::string{};
}

}  // namespace

bool JournalPartCheck::wants(std::string_view path) {
  return path == events_path || path == proofs_path || path == files_path;
}

void JournalPartCheck::fault(BagFault fault, std::string path, Words words) {
  constexpr std::size_t most_findings = 1000;
  if (findings_.size() < most_findings) findings_.push_back({fault, std::move(path), std::move(words)});
}

void JournalPartCheck::piece(std::string_view path, std::string_view bytes) {
  auto& line = lines_[std::string{path}];
  while (!bytes.empty()) {
    auto const end = bytes.find('\n');
    line += bytes.substr(0, end);
    if (line.size() > longest_line) line.resize(longest_line);  // no longer JSON, which is said below
    if (end == bytes.npos) return;
    hear(path, line);
    line.clear();
    bytes.remove_prefix(end + 1);
  }
}

void JournalPartCheck::end(std::string_view path) {
  auto& line = lines_[std::string{path}];
  if (!line.empty()) hear(path, line);
  line.clear();
}

void JournalPartCheck::hear(std::string_view path, std::string_view line) {
  if (path == events_path) return hear_event(line);
  if (path == proofs_path) return hear_proof(line);
  hear_files(line);
}

void JournalPartCheck::hear_event(std::string_view line) {
  auto const json = parse_json(line);
  auto const bytes = json ? text_of(*json, "bytes") : std::string{};
  auto const hash = json ? parse_sha256(text_of(*json, "hash")) : std::nullopt;
  auto const envelope = journal::parse_envelope(bytes);
  if (!hash || !envelope) {
    return fault(BagFault::malformed, std::string{events_path},
                 {"ada baris yang bukan kejadian jurnal", "a line is no event of a journal"});
  }
  auto const id = journal::to_text(journal::EventId{envelope->stream, envelope->version});
  auto const [chain, is_new] =
      chains_.try_emplace(envelope->stream, journal::StreamVerifier{envelope->agency, envelope->stream});
  if (auto const broken = chain->second.check({envelope->version, bytes, *hash})) {
    fault(BagFault::altered, std::string{events_path}, journal::explain(*broken));
  }
  events_.insert_or_assign(id, to_hex(*hash));
  if (envelope->stream.starts_with("procedure/") || envelope->stream == "keys") return;
  for (auto const& named : files_named_by({{envelope->stream, envelope->version, 0, bytes, *hash}})) {
    contents_named_.try_emplace(named.file.sha256, id);
  }
  if (auto const paper = paper_hash(*envelope); !paper.empty()) contents_named_.try_emplace(paper, id);
}

void JournalPartCheck::hear_proof(std::string_view line) {
  auto const json = parse_json(line);
  auto const proof =
      json ? from_json<journal::EventProof>(*json) : Result<journal::EventProof>{std::unexpect, json.error()};
  if (!proof) {
    return fault(BagFault::malformed, std::string{proofs_path},
                 {"ada baris yang bukan bukti kejadian", "a line is no proof of an event"});
  }
  if (!key_) {
    auto const own = journal::parse_note_key(proof->key);
    if (own) key_ = *own;
  }
  if (!key_)
    return fault(BagFault::malformed, std::string{proofs_path}, {"kunci tidak terbaca", "the key is unreadable"});
  // All proofs of a package share one checkpoint: its signature is checked once.
  auto const verify = [this, &proof](std::string_view key, std::string_view message, std::string_view signature) {
    return (!note_.empty() && proof->checkpoint == note_) || verify_(key, message, signature);
  };
  auto const proven = journal::check_proof(*proof, *key_, verify);
  if (!proven) {
    return fault(BagFault::altered, std::string{proofs_path},
                 {"bukti " + proof->event + " tidak sah: " + proven.error().detail.id,
                  "the proof of " + proof->event + " does not hold: " + proven.error().detail.en});
  }
  note_ = proof->checkpoint;
  tree_size_ = static_cast<std::int64_t>(proven->checkpoint.size);
  proven_.insert_or_assign(proof->event, proof->hash);
}

void JournalPartCheck::hear_files(std::string_view line) {
  auto const json = parse_json(line);
  auto const* items = json ? json->get_if<Json::Array>() : nullptr;
  if (!items) return fault(BagFault::malformed, std::string{files_path}, {"tidak terbaca", "it cannot be read"});
  for (auto const& item : *items) {
    if (item.find("destroyed")) destroyed_.insert(text_of(item, "sha256"));
  }
}

void JournalPartCheck::conclude(archive::BagContents const& contents, PackageVerdict& verdict) {
  if (!contents.files.contains(std::string{events_path})) return;
  for (auto const& [event, hash] : events_) {
    auto const proof = proven_.find(event);
    if (proof == proven_.end() || proof->second != hash) {
      fault(BagFault::missing, std::string{proofs_path},
            {"bukti " + event + " tidak ada", "the proof of " + event + " is missing"});
    }
  }
  for (auto const& [event, hash] : proven_) {
    if (events_.contains(event)) continue;
    fault(BagFault::missing, std::string{events_path},
          {"kejadian " + event + " tidak ada", "event " + event + " is missing"});
  }
  std::set<std::string> present;
  for (auto const& [path, file] : contents.files) present.insert(file.sha256);
  for (auto const& [sha256, event] : contents_named_) {
    if (present.contains(sha256) || destroyed_.contains(sha256)) continue;
    fault(BagFault::missing, sha256,
          {"isi yang disebut kejadian " + event + " tidak ada di dalam paket",
           "the content that event " + event + " names is not in the package"});
  }
  verdict.journal = JournalPart{std::ssize(events_), std::ssize(proven_), tree_size_,
                                key_ ? journal::to_text(*key_) : std::string{}, key_was_given_};
  for (auto& finding : findings_) verdict.findings.push_back(std::move(finding));
}

}  // namespace himpun::app
