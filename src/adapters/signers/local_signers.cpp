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

/// Lists and the chain go into the file, so that it can be checked without asking anybody (B-LT); and a time over those
/// (B-LTA) where the authority still answers.
std::string with_validation_data(std::string pdf, app::SigningWork const& work,
                                 pdf_signing::Credential const& credential, pdf_signing::AskTime const& ask_time) {
  if (work.signature.closing != signing::Closing::closing || work.revocation_lists.empty()) return pdf;
  pdf_signing::ValidationData data;
  for (auto const& each : credential.chain) data.certificates.push_back(pdf_signing::der_of(each.get()));
  for (auto const& each : work.revocation_lists) {
    auto const list = pdf_signing::revocation_list_of(each);
    if (list) data.revocation_lists.push_back(pdf_signing::der_of(list.get()));
  }
  if (data.empty()) return pdf;
  auto more = pdf_signing::add_validation_data(pdf, data);
  if (!more) return pdf;
  if (!ask_time) return *more;
  auto stamped = pdf_signing::add_document_time_stamp(*more, ask_time);
  return stamped ? *stamped : *more;
}

Result<std::string> sign_with(app::SigningWork& work, pdf_signing::Credential const& credential,
                              pdf_signing::AskTime const& ask_time) {
  auto pdf = pdf_signing::sign_pdf(std::move(work.pdf), work.signature, credential, ask_time);
  if (!pdf) return pdf;
  return with_validation_data(std::move(*pdf), work, credential, ask_time);
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
    done(sign_with(work, *credential, ask_time_));
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
                                    return sign_with(work, credential, ask_time_);
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
