#include "adapters/signers/bsre/answers.h"

#include <fstream>

#include "app/ports/authority.h"
#include "base/base64.h"
#include "base/json.h"
#include "base/text.h"

namespace himpun::signers {
namespace {

constexpr std::size_t longest_sentence = 300;

struct Complaint {
  std::int64_t code = 0;
  std::string words;
};

/// `{"error": "...", "status_code": 2031}`; the code may come as text.
std::optional<Complaint> complaint_of(std::string const& body) {
  auto const json = parse_json(body);
  if (!json) return std::nullopt;
  Complaint complaint;
  for (auto const* name : {"error", "message", "msg"}) {
    auto const* member = json->find(name);
    auto const* text = member ? member->get_if<std::string>() : nullptr;
    if (text && complaint.words.empty()) complaint.words = *text;
  }
  if (auto const* code = json->find("status_code")) {
    if (auto const* number = code->get_if<std::int64_t>()) complaint.code = *number;
    if (auto const* text = code->get_if<std::string>()) complaint.code = std::atoll(text->c_str());
  }
  if (complaint.code == 0 && complaint.words.empty()) return std::nullopt;
  return complaint;
}

/// A service that echoes what it was sent must not bring the passphrase into a journal.
std::string without_secret(std::string text, Secret const& secret) {
  if (!is_utf8(text)) return {};
  if (!secret.empty() && text.find(secret.reveal()) != std::string::npos) return {};
  if (text.size() > longest_sentence) text.resize(longest_sentence);
  while (!is_utf8(text)) text.pop_back();
  return text;
}

Problem problem_of(Complaint const& complaint, Secret const& secret) {
  if (complaint.code == 2011) {
    return {.type = &user_unregistered,
            .detail = {"Daftarkan NIK dan sertifikat Anda ke BSrE melalui admin instansi, atau periksa NIK yang "
                       "dicatat administrator Himpun.",
                       "Have your NIK and certificate registered with BSrE, or check the NIK that Himpun knows."}};
  }
  if (complaint.code == 2031) {
    return {.type = &app::passphrase_wrong,
            .detail = {"BSrE menolak frasa sandi itu. Periksa, lalu coba lagi.",
                       "BSrE refused that passphrase. Check it and try again."}};
  }
  auto const words = without_secret(complaint.words, secret);
  auto const code = complaint.code == 0 ? std::string{} : " (kode " + std::to_string(complaint.code) + ")";
  auto const code_en = complaint.code == 0 ? std::string{} : " (code " + std::to_string(complaint.code) + ")";
  return {.type = &service_refused, .detail = {words + code, words + code_en}};
}

Problem problem_of(HttpFailure failure) {
  switch (failure) {
    case HttpFailure::too_slow:
      return {.type = &service_slow,
              .detail = {"Naskah belum ditandatangani. Coba lagi sebentar.",
                         "The paper is not signed. Try again in a moment."},
              .retry_after_seconds = 30};
    case HttpFailure::unreachable:
      return {.type = &service_unreachable,
              .detail = {"Naskah belum ditandatangani. Hubungi pengelola jaringan bila berlanjut.",
                         "The paper is not signed. Tell whoever runs the network if this goes on."},
              .retry_after_seconds = 60};
    case HttpFailure::too_large:
    case HttpFailure::malformed:
      break;
  }
  return {.type = &service_broken};
}

std::string read_line(std::string const& path) {
  std::ifstream file{path};
  std::string line;
  std::getline(file, line);
  return std::string{trim(line)};
}

}  // namespace

Result<HttpAnswer> accepted(HttpResult result, Secret const& secret) {
  if (!result.answer) return std::unexpected(problem_of(result.failure));
  auto& answer = *result.answer;
  auto const complaint = answer.status / 100 == 2 && answer.body.starts_with("%PDF-") ? std::nullopt
                                                                                      : complaint_of(answer.body);
  if (answer.status / 100 == 2 && (!complaint || complaint->code == 0)) return std::move(answer);
  if (complaint) return std::unexpected(problem_of(*complaint, secret));
  if (answer.status == 401 || answer.status == 403) {
    return refuse(service_refused, {"Nama pengguna atau kata sandi layanan salah; hubungi administrator.",
                                    "The service's user name or password is wrong; tell an administrator."});
  }
  return refuse(service_broken, {"Status HTTP " + std::to_string(answer.status) + ".",
                                 "HTTP status " + std::to_string(answer.status) + "."});
}

std::string authorization_of(ServiceSettings const& settings) {
  if (settings.user.empty()) return {};
  return "Basic " + to_base64(settings.user + ":" + read_line(settings.password_file));
}

HttpLimits limits_of(ServiceSettings const& settings) {
  return {std::chrono::seconds{settings.seconds}, 256 * 1024 * 1024, settings.trusted_file};
}

}  // namespace himpun::signers
