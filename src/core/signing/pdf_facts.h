#pragma once
// What a reader of PDF files found about its signatures, as plain facts: which bytes each one covers, whether the
// mathematics holds, whose certificate it is, and what later updates of the file did. It says nothing about whether
// that is good enough: the verdict does (verdict.h).

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace himpun::signing {

/// What an update of the file did after a signature. The first three are what signing itself does.
enum class Change : std::uint8_t {
  signature_added,
  time_stamp_added,
  validation_data_added,
  page_added,
  page_removed,
  page_changed,
  annotation_added,
  field_added,
  content_changed,
};
BOOST_DESCRIBE_ENUM(Change, signature_added, time_stamp_added, validation_data_added, page_added, page_removed,
                    page_changed, annotation_added, field_added, content_changed)

struct CertificateFacts {
  std::string name;     ///< common name
  std::string subject;  ///< RFC 2253
  std::string issuer;
  std::string serial;  ///< hex
  std::string sha256;  ///< of its DER form, hex
  Instant not_before{};
  Instant not_after{};
};
BOOST_DESCRIBE_STRUCT(CertificateFacts, (), (name, subject, issuer, serial, sha256, not_before, not_after))

/// Whether the chain ends at somebody who is trusted here.
enum class ChainState : std::uint8_t { trusted, unknown, broken };
BOOST_DESCRIBE_ENUM(ChainState, trusted, unknown, broken)

/// A time that somebody else than the signer vouches for (RFC 3161), or the signer's own word in /M.
enum class TimeSource : std::uint8_t { claimed, time_stamp, journal };
BOOST_DESCRIBE_ENUM(TimeSource, claimed, time_stamp, journal)

struct TimeStampFacts {
  bool is_right = false;  ///< covers this signature, and its own signature holds
  ChainState chain = ChainState::unknown;
  std::optional<Instant> at;
  std::string authority;
};
BOOST_DESCRIBE_STRUCT(TimeStampFacts, (), (is_right, chain, at, authority))

struct SignatureFacts {
  std::string field;
  std::string sub_filter;
  bool is_time_stamp = false;  ///< a time-stamp over the whole document, nobody's signature
  std::string name;
  std::string reason;
  std::optional<Instant> claimed_at;
  std::int64_t revision_end = 0;     ///< the signature covers the file up to here
  std::string base_sha256;           ///< of the file as it was before this signature, hex
  std::string contents_sha256;       ///< of the signature value (CMS), hex; what the journal knows it by
  bool covers_all = false;           ///< from the first byte to the revision's last, all but its own /Contents
  bool padding_is_zero = false;      ///< behind the signature value
  bool is_readable = false;          ///< one CMS SignedData with one signer
  bool digest_matches = false;       ///< the bytes are those that were signed
  bool belongs_here = true;          ///< false: it says that it was made for another file
  bool certificate_is_bound = true;  ///< signing-certificate-v2 names the certificate that is used
  bool signature_is_right = false;
  ChainState chain = ChainState::unknown;
  std::optional<Instant> revoked_at;
  std::int32_t revoked_why = 0;    ///< reason code of RFC 5280, 5.3.1
  bool revocation_known = false;   ///< a list or answer of the issuer was at hand, checked, and valid at that time
  bool has_lasting_proof = false;  ///< such data about the whole chain below its anchor stands in the file itself
  bool closes = false;             ///< DocMDP: nothing may follow but data for later checks
  std::optional<CertificateFacts> certificate;
  std::optional<TimeStampFacts> time_stamp;
  std::vector<Change> later;  ///< up to the next signature, or to the end of the file
};
BOOST_DESCRIBE_STRUCT(SignatureFacts, (),
                      (field, sub_filter, is_time_stamp, name, reason, claimed_at, revision_end, base_sha256,
                       contents_sha256, covers_all, padding_is_zero, is_readable, digest_matches, belongs_here,
                       certificate_is_bound, signature_is_right, chain, revoked_at, revoked_why, revocation_known,
                       has_lasting_proof, closes, certificate, time_stamp, later))

struct PdfFacts {
  std::int64_t size = 0;  ///< bytes
  std::string sha256;
  std::int32_t pages = 0;
  bool has_validation_data = false;        ///< a /DSS with certificates and revocation data
  bool has_loose_end = false;              ///< bytes behind the last revision that no update explains
  std::vector<SignatureFacts> signatures;  ///< in the order of signing
};
BOOST_DESCRIBE_STRUCT(PdfFacts, (), (size, sha256, pages, has_validation_data, has_loose_end, signatures))

}  // namespace himpun::signing
