#pragma once
// Checking a signed paper, for anybody: what stands in the PDF, and what the office's journal says about it. It shows
// who signed as what, when, which version and whether a newer one exists; nothing else of the case.

#include "app/signing/signing_room.h"

namespace himpun::app {

inline constexpr ProblemType code_unknown{"verification.code_unknown", ProblemKind::not_found,
                                          "Kode verifikasi tidak dikenal di kantor ini",
                                          "This office does not know that verification code"};

/// One signature of the journal.
struct RecordedSignature {
  std::string code;
  signing::SignatureKind kind = signing::SignatureKind::signature;
  signing::SignerKind signer = signing::SignerKind::pkcs12;
  std::string name;
  std::string position;
  Instant at{};
  std::string sha256;           ///< of the signed file
  std::string contents_sha256;  ///< of the signature value
  std::optional<std::int64_t> checkpoint;  ///< size of the first signed head that proves it
};
BOOST_DESCRIBE_STRUCT(RecordedSignature, (),
                      (code, kind, signer, name, position, at, sha256, contents_sha256, checkpoint))

/// What the office knows of the paper behind a code.
struct PaperRecord {
  std::string office;
  std::string case_number;
  std::string case_title;
  std::string paper;
  std::int64_t version = 1;
  std::int64_t latest_version = 1;
  bool is_void = false;  ///< a later edit voided the initials and signatures of this version
  std::optional<Instant> recalled_at;  ///< this version was distributed, and the distribution recalled
  std::vector<RecordedSignature> signatures;
};
BOOST_DESCRIBE_STRUCT(PaperRecord, (),
                      (office, case_number, case_title, paper, version, latest_version, is_void, recalled_at, signatures))

struct CheckedPaper {
  signing::PdfVerdict verdict;
  std::optional<PaperRecord> record;     ///< of a signature of this very file; never of a code alone
  std::int64_t recorded_signatures = 0;  ///< how many of the PDF's signatures the journal has
  bool names_other_paper = false;        ///< its code is of a paper here whose signatures it does not carry
};
BOOST_DESCRIBE_STRUCT(CheckedPaper, (), (verdict, record, recorded_signatures, names_other_paper))

/// The journal's word on a signature of a file: only when that is the recorded one, over the bytes it was made for.
[[nodiscard]] RecordedSignature const* find_recorded(PaperRecord const& record, signing::SignatureFacts const& facts);

/// Reads the PDF on this thread. `extra`: further certificates to trust.
[[nodiscard]] Result<CheckedPaper> check_pdf(SigningRoom& room, std::string const& pdf,
                                             std::vector<std::string> const& extra = {});
[[nodiscard]] Result<PaperRecord> check_code(SigningRoom& room, std::string_view code);

}  // namespace himpun::app
