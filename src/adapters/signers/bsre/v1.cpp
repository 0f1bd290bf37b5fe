// Version 1: POST /api/sign/pdf, multipart, HTTP Basic; the answer is the PDF, or JSON with error and status_code.

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/stamp.h"
#include "adapters/signers/bsre/answers.h"
#include "base/sha256.h"

namespace himpun::signers {
namespace {

class Multipart {
 public:
  explicit Multipart(std::string const& seed) : boundary_("himpun" + to_hex(sha256(seed)).substr(0, 32)) {}

  void add(std::string const& name, std::string const& value) {
    begin("form-data; name=\"" + name + "\"");
    body_ += "\r\n" + value + "\r\n";
  }
  void add_file(std::string const& name, std::string const& file_name, std::string const& bytes) {
    begin("form-data; name=\"" + name + "\"; filename=\"" + file_name + "\"");
    body_ += "Content-Type: application/pdf\r\n\r\n" + bytes + "\r\n";
  }
  [[nodiscard]] std::string content_type() const { return "multipart/form-data; boundary=" + boundary_; }
  [[nodiscard]] std::string finish() { return std::move(body_) + "--" + boundary_ + "--\r\n"; }

 private:
  void begin(std::string const& disposition) {
    body_ += "--" + boundary_ + "\r\nContent-Disposition: " + disposition + "\r\n";
  }
  std::string boundary_;
  std::string body_;
};

void add_place(Multipart& form, pdf_signing::StampPlace const& place) {
  using pdf_signing::number_text;
  form.add("page", std::to_string(place.page));
  form.add("xAxis", number_text(place.x));
  form.add("yAxis", number_text(place.y));
  // ASSUMPTION: width and height are the upper right corner, as clients of version 1 send it; version 2 has sizes.
  form.add("width", number_text(place.x + place.width));
  form.add("height", number_text(place.y + place.height));
}

class ServiceV1 final : public app::Signer {
 public:
  explicit ServiceV1(ServiceSettings settings) : settings_(std::move(settings)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    auto const place = pdf_signing::stamp_place(work.pdf, work.signature);
    if (!place) return done(std::unexpected(place.error()));
    Multipart form{work.pdf};
    form.add("nik", work.key);
    form.add("passphrase", work.passphrase.reveal());
    form.add("tampilan", "visible");
    form.add("image", "false");
    form.add("linkQR", work.signature.stamp.url);
    add_place(form, *place);
    form.add("reason", work.signature.reason);
    form.add("location", work.signature.location);
    form.add_file("file", "naskah.pdf", work.pdf);
    HttpRequest request{"POST", settings_.url + "/api/sign/pdf", {{"Content-Type", form.content_type()}}, {}};
    request.body = form.finish();
    if (auto word = authorization_of(settings_); !word.empty()) request.headers.emplace_back("Authorization", word);
    auto answer = accepted(ask(request, limits_of(settings_)), work.passphrase);
    if (!answer) return done(std::unexpected(answer.error()));
    if (!answer->body.starts_with("%PDF-")) return done(refuse(service_broken));
    done(std::move(answer->body));
  }

 private:
  ServiceSettings settings_;
};

}  // namespace

std::unique_ptr<app::Signer> bsre_v1_signer(ServiceSettings settings) {
  return std::make_unique<ServiceV1>(std::move(settings));
}

}  // namespace himpun::signers
