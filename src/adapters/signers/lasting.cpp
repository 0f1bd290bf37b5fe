#include "adapters/signers/lasting.h"

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/reading/pdf_reader.h"
#include "adapters/signers/revocation/status.h"

namespace himpun::signers {
namespace {

/// `at`: when it was signed.
std::string with_validation_data(std::string const& pdf, Instant at, app::TrustedSigners const& trust,
                                 pdf_signing::AskTime const& ask_time) try {
  auto const chains = pdf_signing::certificate_chains(pdf, {trust.anchors, {}}, at);
  auto const data = ask_issuers(chains, trust.revocation_lists, at);
  if (data.empty()) return pdf;
  auto more = pdf_signing::add_validation_data(pdf, data);
  if (!more) return pdf;
  if (!ask_time) return std::move(*more);
  auto stamped = pdf_signing::add_document_time_stamp(*more, ask_time);
  return stamped ? std::move(*stamped) : std::move(*more);
} catch (std::exception const&) {  // QPDF says by exceptions what it cannot read of a service's file
  return pdf;
}

class LastingSigner final : public app::Signer {
 public:
  LastingSigner(std::unique_ptr<app::Signer> signer, pdf_signing::AskTime ask_time)
      : signer_(std::move(signer)), ask_time_(std::move(ask_time)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    if (work.signature.closing != signing::Closing::closing) return signer_->sign(std::move(work), std::move(done));
    auto const trust = work.trust;
    auto const at = work.signature.at;
    signer_->sign(std::move(work), [this, trust, at, done = std::move(done)](Result<std::string> pdf) mutable {
      if (pdf) pdf = with_validation_data(*pdf, at, trust, ask_time_);
      done(std::move(pdf));
    });
  }

 private:
  std::unique_ptr<app::Signer> signer_;
  pdf_signing::AskTime ask_time_;
};

}  // namespace

std::unique_ptr<app::Signer> lasting(std::unique_ptr<app::Signer> signer, pdf_signing::AskTime ask_time) {
  return std::make_unique<LastingSigner>(std::move(signer), std::move(ask_time));
}

}  // namespace himpun::signers
