#pragma once
// Signers whose key is at hand: a PKCS#12 file in the office's folder, or a PKCS#11 device. Both sign here, with a
// time-stamp where an authority answers.

#include <memory>

#include "adapters/pdf_signing/time_stamp.h"
#include "adapters/signers/settings.h"
#include "app/ports/signing.h"

namespace himpun::signers {

inline constexpr ProblemType key_missing{"signing.key_file_missing", ProblemKind::conflict,
                                         "Kunci tanda tangan tidak ditemukan di server",
                                         "The signing key is not on the server"};

[[nodiscard]] std::unique_ptr<app::Signer> pkcs12_signer(std::string folder, pdf_signing::AskTime ask_time);
[[nodiscard]] std::unique_ptr<app::Signer> pkcs11_signer(DeviceSettings settings, pdf_signing::AskTime ask_time);

/// An authority at that address; it answers within five seconds or not at all.
[[nodiscard]] pdf_signing::AskTime time_authority(std::string const& url);

}  // namespace himpun::signers
