#pragma once
// What was signed in one case (stream `signing/<case>`): a signature is asked for, then completed or refused. The signed
// PDFs of one paper's version form a chain, each an update of the one before. It holds no passphrase and no bytes.

#include <optional>
#include <variant>

#include "base/problem.h"
#include "base/values/file_ref.h"
#include "core/access/agency.h"
#include "core/signing/pdf_signature.h"
#include "core/signing/signers.h"

namespace himpun::signing {

using access::By;

enum class SigningState : std::uint8_t { requested, completed, refused };
BOOST_DESCRIBE_ENUM(SigningState, requested, completed, refused)

/// What is to be signed: one version of one paper, for one task.
struct SigningSubject {
  std::string task;
  SignatureKind kind = SignatureKind::signature;
  std::string paper;
  std::int32_t number = 1;
  std::string sha256;  ///< of the version's content

  bool operator==(SigningSubject const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SigningSubject, (), (task, kind, paper, number, sha256))

/// What a completed signature is known by.
struct SignedFile {
  FileRef pdf;
  std::string contents_sha256;  ///< of the signature value; empty for wet ink
  std::string certificate;      ///< "Kepala Dinas, dikeluarkan oleh ..."; empty for wet ink
  std::string level;            ///< b_b, b_t, b_lt, b_lta; empty for wet ink

  bool operator==(SignedFile const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignedFile, (), (pdf, contents_sha256, certificate, level))

struct SigningRequested {
  static constexpr std::string_view event_name = "signing.requested";
  static constexpr int event_version = 1;
  std::int32_t id = 1;  ///< counts within the case
  SigningSubject subject;
  SignerKind signer = SignerKind::pkcs12;
  FileRef base;  ///< the PDF that is signed
  By by;
};
BOOST_DESCRIBE_STRUCT(SigningRequested, (), (id, subject, signer, base, by))

struct SigningCompleted {
  static constexpr std::string_view event_name = "signing.completed";
  static constexpr int event_version = 1;
  std::int32_t id = 1;
  SignedFile file;
};
BOOST_DESCRIBE_STRUCT(SigningCompleted, (), (id, file))

struct SigningRefused {
  static constexpr std::string_view event_name = "signing.refused";
  static constexpr int event_version = 1;
  std::int32_t id = 1;
  std::string code;
  Words reason;
};
BOOST_DESCRIBE_STRUCT(SigningRefused, (), (id, code, reason))

using CaseSigningEvent = std::variant<SigningRequested, SigningCompleted, SigningRefused>;

struct Signing {
  std::int32_t id = 1;
  SigningSubject subject;
  SignerKind signer = SignerKind::pkcs12;
  FileRef base;
  By by;
  Instant requested_at{};
  SigningState state = SigningState::requested;
  std::optional<Instant> ended_at;
  std::optional<SignedFile> file;
  std::string refusal_code;
  Words refusal;
};

struct CaseSigning {
  std::vector<Signing> all;  ///< number n is all[n - 1]
};
void evolve(CaseSigning& signing, CaseSigningEvent const& event, Instant at);

[[nodiscard]] Signing const* find_signing(CaseSigning const& signing, std::int32_t id);
/// The one that waits for its end, of a task.
[[nodiscard]] Signing const* open_signing(CaseSigning const& signing, std::string_view task);
/// The last completed one of a paper's version; its PDF carries all before it.
[[nodiscard]] Signing const* last_completed(CaseSigning const& signing, std::string_view paper, std::int32_t number);
/// How many of that kind a paper's version has.
[[nodiscard]] std::int32_t count_completed(CaseSigning const& signing, std::string_view paper, std::int32_t number,
                                           SignatureKind kind);

}  // namespace himpun::signing
