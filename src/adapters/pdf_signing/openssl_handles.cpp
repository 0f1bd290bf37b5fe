#include "adapters/pdf_signing/openssl_handles.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace himpun::pdf_signing {

Memory memory_of(std::string_view bytes) {
  return Memory{BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
}

std::vector<Certificate> certificates_of(std::string_view pem) {
  std::vector<Certificate> certificates;
  auto const memory = memory_of(pem);
  while (auto* next = PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)) certificates.emplace_back(next);
  ERR_clear_error();
  return certificates;
}

RevocationList revocation_list_of(std::string_view bytes) {
  auto const memory = memory_of(bytes);
  RevocationList list{bytes.starts_with("-----") ? PEM_read_bio_X509_CRL(memory.get(), nullptr, nullptr, nullptr)
                                                 : d2i_X509_CRL_bio(memory.get(), nullptr)};
  ERR_clear_error();
  return list;
}

std::string der_of(X509* certificate) {
  unsigned char* der = nullptr;
  auto const size = i2d_X509(certificate, &der);
  if (size <= 0) return {};
  std::string text{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return text;
}

std::string der_of(X509_CRL* list) {
  unsigned char* der = nullptr;
  auto const size = i2d_X509_CRL(list, &der);
  if (size <= 0) return {};
  std::string text{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return text;
}

std::string pem_of(X509* certificate) {
  Memory const memory{BIO_new(BIO_s_mem())};
  PEM_write_bio_X509(memory.get(), certificate);
  char* data = nullptr;
  auto const size = BIO_get_mem_data(memory.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string last_error() {
  auto const code = ERR_get_error();
  ERR_clear_error();
  if (code == 0) return "no error of OpenSSL";
  std::string text(256, '\0');
  ERR_error_string_n(code, text.data(), text.size());
  text.resize(text.find('\0'));
  return text;
}

}  // namespace himpun::pdf_signing
