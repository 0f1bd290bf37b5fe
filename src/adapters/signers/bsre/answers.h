#pragma once
// Failures of the e-sign client service in words that an official understands. Its codes: 2011 user not registered,
// 2031 wrong passphrase; others are told with the service's own sentence.

#include "adapters/signers/bsre/service.h"
#include "adapters/signers/http/client.h"

namespace himpun::signers {

/// The service's answer when it is a success (2xx), else what to tell. `secret` never comes back in a sentence.
[[nodiscard]] Result<HttpAnswer> accepted(HttpResult result, Secret const& secret);

/// `Basic ...` from the user and the password file; empty when no user is configured.
[[nodiscard]] std::string authorization_of(ServiceSettings const& settings);
[[nodiscard]] HttpLimits limits_of(ServiceSettings const& settings);

}  // namespace himpun::signers
