#pragma once
// The verdict over a signed PDF: what is wrong with it, signature by signature, each fault with a code that never
// changes and words that an official understands. Stricter than the usual programs: bytes behind the last signature,
// padding that is not zero, a field or page added later are all refused. It reads no file (pdf_facts.h) and no clock.

#include <map>

#include "base/problem.h"
#include "core/signing/pdf_facts.h"

namespace himpun::signing {

inline constexpr ProblemType pdf_unreadable{"pdf.unreadable", ProblemKind::invalid, "PDF tidak dapat dibaca",
                                            "The PDF cannot be read"};
inline constexpr ProblemType pdf_encrypted{"pdf.encrypted", ProblemKind::invalid, "PDF ini dikunci dengan kata sandi",
                                           "This PDF is encrypted"};
inline constexpr ProblemType pdf_too_large{"pdf.too_large", ProblemKind::too_large, "PDF terlalu besar",
                                           "The PDF is too large"};

enum class Fault : std::uint8_t {
  not_signed,
  malformed,
  range_gap,
  padding_not_zero,
  bytes_changed,
  copied_from_other_file,
  certificate_swapped,
  signature_wrong,
  trailing_data,
  page_added,
  page_removed,
  page_changed,
  annotation_added,
  field_added,
  content_changed,
  signed_after_closing,
  certificate_not_yet_valid,
  certificate_expired,
  certificate_revoked,
  chain_broken,
  time_stamp_wrong,
};
BOOST_DESCRIBE_ENUM(Fault, not_signed, malformed, range_gap, padding_not_zero, bytes_changed, copied_from_other_file,
                    certificate_swapped, signature_wrong, trailing_data, page_added, page_removed, page_changed,
                    annotation_added, field_added, content_changed, signed_after_closing, certificate_not_yet_valid,
                    certificate_expired, certificate_revoked, chain_broken, time_stamp_wrong)
[[nodiscard]] Words words_of(Fault fault);

/// What is known of the certificate's revocation; says so when that is nothing.
[[nodiscard]] Words revocation_words(SignatureFacts const& facts);

/// PAdES baseline (ETSI EN 319 142-1): basic; with a trusted time; with the issuers' word about revocation; with a
/// trusted time over that too.
enum class Level : std::uint8_t { b_b, b_t, b_lt, b_lta };
BOOST_DESCRIBE_ENUM(Level, b_b, b_t, b_lt, b_lta)

/// valid: nothing wrong and the issuer is trusted here; issuer_unknown: nothing wrong, but whether the issuer deserves
/// trust is for the reader to find out; refused: at least one fault.
enum class Standing : std::uint8_t { valid, issuer_unknown, refused };
BOOST_DESCRIBE_ENUM(Standing, valid, issuer_unknown, refused)
[[nodiscard]] Words words_of(Standing standing);

struct SignatureVerdict {
  SignatureFacts facts;
  Standing standing = Standing::refused;
  std::vector<Fault> faults;
  Level level = Level::b_b;
  std::optional<Instant> signed_at;
  TimeSource time_source = TimeSource::claimed;
};
BOOST_DESCRIBE_STRUCT(SignatureVerdict, (), (facts, standing, faults, level, signed_at, time_source))

struct PdfVerdict {
  Standing standing = Standing::refused;
  std::vector<Fault> faults;  ///< of the file and of every signature, each once
  std::int64_t size = 0;
  std::string sha256;
  std::int32_t pages = 0;
  std::vector<SignatureVerdict> signatures;
};
BOOST_DESCRIBE_STRUCT(PdfVerdict, (), (standing, faults, size, sha256, pages, signatures))

/// When the office's own journal recorded a signature, by the SHA-256 of its CMS: a time that a checkpoint proves.
using RecordedTimes = std::map<std::string, Instant>;

[[nodiscard]] PdfVerdict judge(PdfFacts const& facts, RecordedTimes const& recorded, Instant now);

}  // namespace himpun::signing
