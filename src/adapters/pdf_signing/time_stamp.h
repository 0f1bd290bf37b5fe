#pragma once
// RFC 3161: the request for a time over a digest, and the token out of an authority's answer, checked against the
// request. Whether the authority deserves trust is for whoever reads the signature later. It opens no connection.

#include <functional>
#include <optional>

#include "adapters/pdf_signing/openssl_handles.h"
#include "base/problem.h"
#include "base/sha256.h"

namespace himpun::pdf_signing {

using TimeRequest = Handle<TS_REQ, TS_REQ_free>;

/// Hands the request (DER) to an authority; its answer, or nothing when it does not answer in time.
using AskTime = std::function<std::optional<std::string>(std::string const& request)>;

/// A time-stamp token (DER) over the digest; none when the authority gave no right one.
[[nodiscard]] std::optional<std::string> time_stamp_token(Sha256 const& digest, AskTime const& ask);

}  // namespace himpun::pdf_signing
