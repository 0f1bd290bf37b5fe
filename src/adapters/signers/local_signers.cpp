#include "adapters/signers/local_signers.h"

#include <fstream>
#include <iterator>

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/signers/authority.h"
#include "adapters/signers/device_key.h"
#include "adapters/signers/http/client.h"

namespace himpun::signers {
namespace {

constexpr std::chrono::milliseconds time_stamp_deadline{5000};
constexpr std::size_t most_token_bytes = 256 * 1024;

std::string read_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

class FileSigner final : public app::Signer {
 public:
  FileSigner(std::string folder, pdf_signing::AskTime ask_time)
      : folder_(std::move(folder)), ask_time_(std::move(ask_time)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    auto const bytes = read_file(folder_ + "/" + work.key);
    if (bytes.empty()) return done(refuse(key_missing, {work.key, work.key}));
    auto const credential = open_pkcs12(bytes, work.passphrase);
    if (!credential) return done(std::unexpected(credential.error()));
    done(pdf_signing::sign_pdf(std::move(work.pdf), work.signature, *credential, ask_time_));
  }

 private:
  std::string folder_;
  pdf_signing::AskTime ask_time_;
};

class DeviceSigner final : public app::Signer {
 public:
  DeviceSigner(DeviceSettings settings, pdf_signing::AskTime ask_time)
      : settings_(std::move(settings)), ask_time_(std::move(ask_time)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    auto const chain = settings_.chain.empty() ? std::string{} : read_file(settings_.chain);
    auto result = with_device_key(settings_.module, work.key, work.passphrase, chain,
                                  [&](pdf_signing::Credential const& credential) {
                                    return pdf_signing::sign_pdf(std::move(work.pdf), work.signature, credential,
                                                                 ask_time_);
                                  });
    done(std::move(result));
  }

 private:
  DeviceSettings settings_;
  pdf_signing::AskTime ask_time_;
};

}  // namespace

std::unique_ptr<app::Signer> pkcs12_signer(std::string folder, pdf_signing::AskTime ask_time) {
  return std::make_unique<FileSigner>(std::move(folder), std::move(ask_time));
}

std::unique_ptr<app::Signer> pkcs11_signer(DeviceSettings settings, pdf_signing::AskTime ask_time) {
  return std::make_unique<DeviceSigner>(std::move(settings), std::move(ask_time));
}

pdf_signing::AskTime time_authority(std::string const& url) {
  return [url](std::string const& request) -> std::optional<std::string> {
    HttpRequest const asked{"POST", url, {{"Content-Type", "application/timestamp-query"}}, request};
    auto result = ask(asked, {time_stamp_deadline, most_token_bytes, {}});
    if (!result.answer || result.answer->status != 200) return std::nullopt;
    return std::move(result.answer->body);
  };
}

}  // namespace himpun::signers
