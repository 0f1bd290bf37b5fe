#pragma once
// A key in a PKCS#11 device, through OpenSSL's pkcs11 engine (Debian: libengine-pkcs11-openssl). One at a time: devices
// and the engine keep one login.

#include <functional>

#include "adapters/pdf_signing/openssl_handles.h"
#include "app/ports/authority.h"

namespace himpun::signers {

inline constexpr ProblemType device_missing{"signing.device_missing", ProblemKind::unavailable,
                                            "Perangkat kunci (token) tidak dapat dihubungi",
                                            "The key device cannot be reached"};

using UseCredential = std::function<Result<std::string>(pdf_signing::Credential const&)>;

/// `address`: `pkcs11:token=...;object=...`; the certificate lies beside the key under the same name. `chain`: PEM.
[[nodiscard]] Result<std::string> with_device_key(std::string const& module, std::string const& address,
                                                  Secret const& pin, std::string const& chain,
                                                  UseCredential const& use);

}  // namespace himpun::signers
