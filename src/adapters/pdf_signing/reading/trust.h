#pragma once
// Whom a reader of signatures trusts, and which certificates and revocation lists are at hand: from the office, from
// the file, from the signature. Builds chains and looks for revocations; gives no verdict.

#include "adapters/pdf_signing/openssl_handles.h"
#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

class Trust {
 public:
  /// PEM texts of certificates that are trusted as they are.
  explicit Trust(std::vector<std::string> const& anchors);

  void add_list(RevocationList list);
  void add_known(Certificate certificate);
  /// All certificates at hand that are not trusted by themselves.
  [[nodiscard]] std::vector<Certificate> const& known() const { return known_; }
  [[nodiscard]] X509_STORE* store() const { return store_.get(); }

  struct Chain {
    signing::ChainState state = signing::ChainState::unknown;
    std::vector<Certificate> certificates;  ///< from the signer up, as far as known
  };
  /// The chain of a certificate that signs documents; CA certificates must hold at `at`.
  [[nodiscard]] Chain chain_of(X509* certificate, Instant at) const;

  struct Revocation {
    bool is_known = false;
    std::optional<Instant> at;
  };
  [[nodiscard]] Revocation revocation_of(Chain const& chain) const;

 private:
  CertificateStore store_;
  std::vector<Certificate> known_;
  std::vector<RevocationList> lists_;
};

[[nodiscard]] Instant instant_of(ASN1_TIME const* time);
[[nodiscard]] signing::CertificateFacts facts_of(X509* certificate);
[[nodiscard]] std::string common_name_of(X509_NAME const* name);

}  // namespace himpun::pdf_signing
