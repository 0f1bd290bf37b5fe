#pragma once
// OpenSSL's objects, each owned by one handle, and the errors of OpenSSL as text for the log. No rule about keys.

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace himpun::pdf_signing {

template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* object) const {
    free_it(object);
  }
};
template <class T, auto free_it>
using Handle = std::unique_ptr<T, Free<free_it>>;

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Handle<X509, X509_free>;
using RevocationList = Handle<X509_CRL, X509_CRL_free>;
using CertificateStore = Handle<X509_STORE, X509_STORE_free>;
using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Memory = Handle<BIO, BIO_free_all>;

struct FreeStack {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificateStack = std::unique_ptr<STACK_OF(X509), FreeStack>;

/// What signs: the key (in memory or in a device), its certificate, and the certificates above it.
struct Credential {
  Key key;
  Certificate certificate;
  std::vector<Certificate> chain;
};

[[nodiscard]] Memory memory_of(std::string_view bytes);
/// Every certificate of a PEM text; one that cannot be read ends the list.
[[nodiscard]] std::vector<Certificate> certificates_of(std::string_view pem);
/// A list in PEM or DER; null when it is none.
[[nodiscard]] RevocationList revocation_list_of(std::string_view bytes);
[[nodiscard]] std::string der_of(X509* certificate);
[[nodiscard]] std::string der_of(X509_CRL* list);
[[nodiscard]] std::string pem_of(X509* certificate);
/// The oldest error of this thread, all of them taken off the queue.
[[nodiscard]] std::string last_error();

}  // namespace himpun::pdf_signing
