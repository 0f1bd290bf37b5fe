#pragma once
// The rules of one case's signatures: one at a time for a task, ended once. No events: already so.

#include "core/signing/case_signing.h"

namespace himpun::signing {

inline constexpr ProblemType under_way{"signing.under_way", ProblemKind::conflict,
                                       "Penandatanganan naskah ini sedang berjalan",
                                       "This paper is being signed right now"};
inline constexpr ProblemType signing_unknown{"signing.unknown", ProblemKind::not_found,
                                             "Penandatanganan tidak ditemukan", "There is no such signing"};
inline constexpr ProblemType signing_ended{"signing.ended", ProblemKind::conflict, "Penandatanganan ini sudah selesai",
                                           "This signing has ended already"};
inline constexpr ProblemType cut_off{"signing.cut_off", ProblemKind::unavailable, "Penandatanganan terputus",
                                     "The signing was cut off"};
inline constexpr ProblemType replaced{"signing.replaced", ProblemKind::conflict,
                                      "Diganti oleh permintaan cetak yang lebih baru",
                                      "Replaced by a newer request to print"};

/// No key answers later than this; one that was asked longer ago went down with its server.
inline constexpr std::chrono::minutes longest_signing{5};

struct BeginSigning {
  SigningSubject subject;
  SignerKind signer = SignerKind::pkcs12;
  FileRef base;
  By by;
};

/// Ends what was cut off (or, for wet ink, printed before), then asks anew.
[[nodiscard]] Result<std::vector<CaseSigningEvent>> begin(CaseSigning const& signing, BeginSigning const& command,
                                                          Instant now);
[[nodiscard]] Result<std::vector<CaseSigningEvent>> complete(CaseSigning const& signing, std::int32_t id,
                                                             SignedFile const& file);
[[nodiscard]] Result<std::vector<CaseSigningEvent>> refuse_signing(CaseSigning const& signing, std::int32_t id,
                                                                   Problem const& why);

}  // namespace himpun::signing
