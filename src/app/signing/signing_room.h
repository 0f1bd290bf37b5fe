#pragma once
// What the use cases of signing have beside the office: the tools of this installation, its certificate authority, and
// the books of who signs with what and what was signed. One per office; it goes before the office does, because what is
// being signed replies to the office.

#include "app/office.h"
#include "app/ports/authority.h"
#include "app/ports/signing.h"
#include "core/signing/signers.h"

namespace himpun::app {

inline constexpr std::string_view signers_stream = "signers";
[[nodiscard]] inline std::string signing_stream(std::string_view case_id) { return "signing/" + std::string{case_id}; }

class SigningRoom {
 public:
  using Signers = StateCache<signing::Signers>::Entry;
  using Signing = StateCache<signing::CaseSigning>::Entry;

  SigningRoom(Office& office, std::unique_ptr<KeyAuthority> authority, std::unique_ptr<SigningTools> tools)
      : office_(office), authority_(std::move(authority)), tools_(std::move(tools)) {}

  [[nodiscard]] Office& office() { return office_; }
  [[nodiscard]] World const& world() const { return office_.world(); }
  [[nodiscard]] SigningTools& tools() { return *tools_; }
  [[nodiscard]] KeyAuthority& authority() { return *authority_; }

  [[nodiscard]] Signers signers(Reader& reader);
  /// What was signed in a case; empty for most.
  [[nodiscard]] Signing signing(Reader& reader, std::string_view case_id);
  /// Whom this office trusts, from its journal.
  [[nodiscard]] TrustedSigners trusted();

  [[nodiscard]] Result<StreamHead> record(Desk& desk, StreamHead const& head,
                                          std::vector<signing::SignersEvent> const& events);
  [[nodiscard]] Result<StreamHead> record(Desk& desk, std::string_view case_id,
                                          std::vector<signing::CaseSigningEvent> const& events,
                                          std::string_view acted_as);

 private:
  Office& office_;
  StateCache<signing::Signers> signers_{4};
  StateCache<signing::CaseSigning> signings_{1024};
  std::unique_ptr<KeyAuthority> authority_;
  std::unique_ptr<SigningTools> tools_;  ///< last: its threads end before everything they use
};

}  // namespace himpun::app
