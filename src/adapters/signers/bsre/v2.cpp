// Version 2: POST /api/v2/sign/pdf, JSON with base64; the answer is {time, file[]}, or 4xx with {error, status_code}.

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/signers/bsre/answers.h"
#include "adapters/signers/bsre/qr_picture.h"
#include "base/base64.h"
#include "base/json.h"

namespace himpun::signers {
namespace {

// Whole points: the service takes numbers, and JSON of ours has whole ones only.
Json properties_of(pdf_signing::StampPlace const& place, signing::PdfSignature const& signature) {
  return Json{}
      .add("tampilan", "VISIBLE")
      .add("imageBase64", to_base64(qr_png(signature.stamp.url)))
      .add("page", place.page)
      .add("originX", static_cast<std::int64_t>(place.x))
      .add("originY", static_cast<std::int64_t>(place.y))
      .add("width", static_cast<std::int64_t>(place.height))
      .add("height", static_cast<std::int64_t>(place.height))
      .add("location", signature.location)
      .add("reason", signature.reason)
      .add("contactInfo", "");
}

Result<std::string> pdf_in(HttpAnswer const& answer) {
  auto const json = parse_json(answer.body);
  auto const* files = json ? json->find("file") : nullptr;
  auto const* list = files ? files->get_if<Json::Array>() : nullptr;
  auto const* text = list && !list->empty() ? list->front().get_if<std::string>() : nullptr;
  auto pdf = text ? parse_base64(*text) : std::nullopt;
  if (!pdf || !pdf->starts_with("%PDF-")) return refuse(service_broken);
  return std::move(*pdf);
}

class ServiceV2 final : public app::Signer {
 public:
  explicit ServiceV2(ServiceSettings settings) : settings_(std::move(settings)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    auto const place = pdf_signing::stamp_place(work.pdf, work.signature);
    if (!place) return done(std::unexpected(place.error()));
    Json body;
    body.add("nik", work.key).add("passphrase", work.passphrase.reveal());
    body.add("signatureProperties", Json::Array{properties_of(*place, work.signature)});
    body.add("file", Json::Array{to_base64(work.pdf)});
    HttpRequest request{
        "POST", settings_.url + "/api/v2/sign/pdf", {{"Content-Type", "application/json"}}, write_json(body)};
    if (auto word = authorization_of(settings_); !word.empty()) request.headers.emplace_back("Authorization", word);
    auto const answer = accepted(ask(request, limits_of(settings_)), work.passphrase);
    if (!answer) return done(std::unexpected(answer.error()));
    done(pdf_in(*answer));
  }

 private:
  ServiceSettings settings_;
};

}  // namespace

std::unique_ptr<app::Signer> bsre_v2_signer(ServiceSettings settings) {
  return std::make_unique<ServiceV2>(std::move(settings));
}

}  // namespace himpun::signers
