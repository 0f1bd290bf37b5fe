#pragma once
// The e-sign client service of BSrE inside an agency's network, versions 1 and 2. The signature is made there, with the
// passphrase that the official typed; it is sent once and kept nowhere.
//
// ASSUMPTION: the shapes of requests and answers were read from public clients of the service, not from an official
// document (docs/reference/signatures.md). Whatever comes back is checked like any stranger's PDF.

#include <memory>

#include "adapters/signers/settings.h"
#include "app/ports/signing.h"

namespace himpun::signers {

inline constexpr ProblemType service_unreachable{"signing.service_unreachable", ProblemKind::unavailable,
                                                 "Layanan tanda tangan BSrE tidak dapat dihubungi",
                                                 "The BSrE signing service cannot be reached"};
inline constexpr ProblemType service_slow{"signing.service_slow", ProblemKind::unavailable,
                                          "Layanan tanda tangan BSrE tidak menjawab tepat waktu",
                                          "The BSrE signing service did not answer in time"};
inline constexpr ProblemType service_broken{"signing.service_broken", ProblemKind::unavailable,
                                            "Jawaban layanan tanda tangan BSrE tidak dapat dibaca",
                                            "The BSrE signing service's answer cannot be read"};
inline constexpr ProblemType service_refused{"signing.service_refused", ProblemKind::conflict,
                                             "Layanan tanda tangan BSrE menolak",
                                             "The BSrE signing service refused"};
inline constexpr ProblemType user_unregistered{"signing.user_unregistered", ProblemKind::conflict,
                                               "NIK ini belum terdaftar di BSrE",
                                               "This NIK is not registered with BSrE"};

[[nodiscard]] std::unique_ptr<app::Signer> bsre_v1_signer(ServiceSettings settings);
[[nodiscard]] std::unique_ptr<app::Signer> bsre_v2_signer(ServiceSettings settings);

}  // namespace himpun::signers
