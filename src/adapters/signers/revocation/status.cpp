#include "adapters/signers/revocation/status.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <set>

#include "adapters/pdf_signing/reading/revocation.h"

namespace himpun::signers {
namespace {

using namespace pdf_signing;
using Clock = std::chrono::steady_clock;
using Request = Handle<OCSP_REQUEST, OCSP_REQUEST_free>;
using Addresses = Handle<STACK_OF(OPENSSL_STRING), X509_email_free>;
using Points = Handle<CRL_DIST_POINTS, CRL_DIST_POINTS_free>;

constexpr std::size_t most_addresses = 3;  ///< of one certificate

std::vector<std::string> status_services(X509* certificate) {
  std::vector<std::string> all;
  Addresses const found{X509_get1_ocsp(certificate)};
  for (int i = 0; found && i < sk_OPENSSL_STRING_num(found.get()) && all.size() < most_addresses; ++i) {
    all.emplace_back(sk_OPENSSL_STRING_value(found.get(), i));
  }
  return all;
}

void add_names(DIST_POINT const* point, std::vector<std::string>& all) {
  if (!point->distpoint || point->distpoint->type != 0) return;
  auto* names = point->distpoint->name.fullname;
  for (int i = 0; i < sk_GENERAL_NAME_num(names) && all.size() < most_addresses; ++i) {
    int type = 0;
    auto* value = static_cast<ASN1_STRING*>(GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, i), &type));
    if (type != GEN_URI) continue;
    all.emplace_back(reinterpret_cast<char const*>(ASN1_STRING_get0_data(value)),
                     static_cast<std::size_t>(ASN1_STRING_length(value)));
  }
}

std::vector<std::string> list_addresses(X509* certificate) {
  std::vector<std::string> all;
  Points const points{
      static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr))};
  for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
    add_names(sk_DIST_POINT_value(points.get(), i), all);
  }
  return all;
}

/// SHA-1 only names the certificate here; services of many authorities know no other (RFC 5019, 2.1.1).
std::string status_request(X509* certificate, X509* issuer) {
  Request const request{OCSP_REQUEST_new()};
  if (!OCSP_request_add0_id(request.get(), OCSP_cert_to_id(nullptr, certificate, issuer))) return {};
  unsigned char* der = nullptr;
  auto const size = i2d_OCSP_REQUEST(request.get(), &der);
  if (size <= 0) return {};
  std::string bytes{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return bytes;
}

class Asking {
 public:
  Asking(Instant at, FetchLimits const& limits) : at_(at), limits_(limits), end_(Clock::now() + limits.deadline) {}

  ValidationData data;

  void ask(X509* certificate, X509* issuer, std::vector<RevocationList> const& own_lists) {
    if (!asked_.insert(der_of(certificate)).second) return;
    add(data.certificates, der_of(issuer));
    for (auto const& list : own_lists) {
      if (!is_said(list.get(), certificate, issuer)) continue;
      return add(data.revocation_lists, der_of(list.get()));
    }
    if (!ask_service(certificate, issuer)) get_list(certificate, issuer);
  }

 private:
  template <class Data>
  [[nodiscard]] bool is_said(Data* words, X509* certificate, X509* issuer) const {
    return words && said_by(words, certificate, issuer, at_).is_known;
  }
  static void add(std::vector<std::string>& all, std::string bytes) {
    if (std::ranges::find(all, bytes) == all.end()) all.push_back(std::move(bytes));
  }
  [[nodiscard]] std::optional<std::string> get(Question const& question) const {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now());
    return fetch(question, {left, limits_.most_bytes});
  }

  bool ask_service(X509* certificate, X509* issuer) {
    for (auto const& url : status_services(certificate)) {
      auto answer = get({url, "application/ocsp-request", status_request(certificate, issuer)});
      if (!answer || !is_said(status_answer_of(*answer).get(), certificate, issuer)) continue;
      add(data.status_answers, std::move(*answer));
      return true;
    }
    return false;
  }
  void get_list(X509* certificate, X509* issuer) {
    for (auto const& url : list_addresses(certificate)) {
      auto const answer = get({url, {}, {}});
      auto const list = answer ? revocation_list_of(*answer) : RevocationList{};
      if (!is_said(list.get(), certificate, issuer)) continue;
      return add(data.revocation_lists, der_of(list.get()));
    }
  }

  Instant at_;
  FetchLimits limits_;
  Clock::time_point end_;
  std::set<std::string> asked_;
};

}  // namespace

ValidationData ask_issuers(std::vector<std::vector<Certificate>> const& chains,
                           std::vector<std::string> const& own_lists, Instant at, FetchLimits const& limits) {
  std::vector<RevocationList> lists;
  for (auto const& each : own_lists) {
    if (auto list = revocation_list_of(each)) lists.push_back(std::move(list));
  }
  Asking asking{at, limits};
  for (auto const& chain : chains) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) asking.ask(chain[i].get(), chain[i + 1].get(), lists);
  }
  ERR_clear_error();
  return std::move(asking.data);
}

}  // namespace himpun::signers
