#pragma once
// The journal inside a package, heard line by line while the package is walked: chains, proofs, and which contents the
// events name. Only hashes are kept.

#include <map>

#include "app/archive/package/package_check.h"
#include "core/journal/chain.h"
#include "core/journal/proof.h"

namespace himpun::app {

class JournalPartCheck final : public ContentListener {
 public:
  JournalPartCheck(journal::VerifySignature verify, std::optional<journal::NoteKey> key)
      : verify_(std::move(verify)), key_(std::move(key)), key_was_given_(key_.has_value()) {}

  [[nodiscard]] bool wants(std::string_view path) override;
  void piece(std::string_view path, std::string_view bytes) override;
  void end(std::string_view path) override;

  /// After the walk: adds what is wrong to the verdict, and what was shown.
  void conclude(archive::BagContents const& contents, PackageVerdict& verdict);

 private:
  void hear(std::string_view path, std::string_view line);
  void hear_event(std::string_view line);
  void hear_proof(std::string_view line);
  void hear_files(std::string_view line);
  void fault(archive::BagFault fault, std::string path, Words words);

  journal::VerifySignature verify_;
  std::optional<journal::NoteKey> key_;
  bool key_was_given_;
  std::map<std::string, std::string, std::less<>> lines_;  ///< unfinished line of each file
  std::map<std::string, journal::StreamVerifier> chains_;
  std::map<std::string, std::string> events_;          ///< id -> hash
  std::map<std::string, std::string> proven_;          ///< id -> hash
  std::map<std::string, std::string> contents_named_;  ///< SHA-256 -> the event that names it
  std::set<std::string> destroyed_;
  std::string note_;                                   ///< of the last proof whose signature held
  std::int64_t tree_size_ = 0;
  std::vector<archive::BagFinding> findings_;
};

}  // namespace himpun::app
