#pragma once
// A signer whose closing signatures can still be checked in years: behind the signature of another signer, whichever
// kind it is, it puts what the issuers say about revocation (B-LT) and a time over that (B-LTA). An outage of those who
// are asked costs the level and never the signature.

#include <memory>

#include "adapters/pdf_signing/time_stamp.h"
#include "app/ports/signing.h"

namespace himpun::signers {

[[nodiscard]] std::unique_ptr<app::Signer> lasting(std::unique_ptr<app::Signer> signer, pdf_signing::AskTime ask_time);

}  // namespace himpun::signers
