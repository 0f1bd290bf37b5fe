#pragma once
// Whom a reader of signatures trusts, and which certificates, revocation lists and status answers are at hand: from the
// office, from the file, from the signature. Builds chains and looks for revocations; gives no verdict.

#include "adapters/pdf_signing/openssl_handles.h"
#include "adapters/pdf_signing/reading/revocation.h"
#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

/// What stands in the signed file goes with it to whoever checks it later.
enum class Origin : std::uint8_t { office, file };

class Trust {
 public:
  /// PEM texts of certificates that are trusted as they are.
  explicit Trust(std::vector<std::string> const& anchors);

  void add_list(RevocationList list, Origin origin);
  void add_answer(StatusAnswer answer, Origin origin);
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

  /// Of the chain: revoked when one certificate in it is; known when the signer's own is.
  struct ChainRevocation {
    Revocation all;
    bool is_lasting = false;  ///< the file itself has the word of every issuer in the chain
  };
  [[nodiscard]] ChainRevocation revocation_of(Chain const& chain, Instant at) const;

 private:
  [[nodiscard]] Revocation revocation_of(X509* certificate, X509* issuer, Instant at, Origin origin) const;

  template <class Data>
  struct From {
    Data data;
    Origin origin = Origin::file;
  };

  CertificateStore store_;
  std::vector<Certificate> known_;
  std::vector<From<RevocationList>> lists_;
  std::vector<From<StatusAnswer>> answers_;
};

[[nodiscard]] Instant instant_of(ASN1_TIME const* time);
[[nodiscard]] signing::CertificateFacts facts_of(X509* certificate);
[[nodiscard]] std::string common_name_of(X509_NAME const* name);

}  // namespace himpun::pdf_signing
