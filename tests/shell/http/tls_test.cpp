// The door under TLS and behind a proxy that speaks it: the handshake, and what only then is said to browsers.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>

#include "shell/http/conditional.h"
#include "shell/http/fixture.h"

namespace himpun::http::test {
namespace {

void write_pem(std::filesystem::path const& path, auto const& write) {
  auto* file = std::fopen(path.c_str(), "w");
  ASSERT_NE(file, nullptr);
  write(file);
  std::fclose(file);
}

/// A key and a certificate that it has signed itself.
TlsFiles make_certificate(std::filesystem::path const& folder) {
  TlsFiles const files{folder / "himpun.pem", folder / "himpun.key"};
  auto* key = EVP_EC_gen("P-256");
  auto* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  auto* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("himpun.test"), -1, -1,
                             0);
  X509_set_issuer_name(certificate, name);
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  write_pem(files.certificate_chain, [&](std::FILE* file) { PEM_write_X509(file, certificate); });
  write_pem(files.private_key,
            [&](std::FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
  X509_free(certificate);
  EVP_PKEY_free(key);
  return files;
}

struct UnderTls : ServerTest {
  UnderTls() {
    std::filesystem::create_directories(keys);
    router.add(Method::post, "/api/sign-in", [](Request request, Respond respond) {
      Response response = text_response(201, "welcome");
      response.set("Set-Cookie", make_session_cookie(request, "TOKEN"));
      respond(std::move(response));
    });
    router.add(Method::get, "/api/who", [](Request request, Respond respond) {
      auto const token = find_cookie(request.headers, session_cookie_name(request));
      respond(text_response(200, token ? std::string{*token} : "nobody"));
    });
  }
  ~UnderTls() override { std::filesystem::remove_all(keys); }

  std::filesystem::path const keys = folder.string() + "-keys";
};

void expect_what_only_tls_gets(Client& client) {
  auto const welcome = client.ask(request_text("POST", "/api/sign-in"));
  EXPECT_EQ(welcome.status, 201);
  EXPECT_EQ(welcome.header("strict-transport-security"), "max-age=31536000");
  auto const cookie = welcome.header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("__Host-himpun_session=TOKEN; ")) << cookie;
  for (auto const* part : {"; Secure", "; HttpOnly", "; Path=/", "; SameSite="}) {
    EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
  }
  EXPECT_EQ(cookie.find("Domain"), std::string::npos) << "__Host- forbids it (RFC 6265bis 4.1.3.2)";
  EXPECT_EQ(client.ask(request_text("GET", "/api/who", "", "Cookie: __Host-himpun_session=A\r\n")).body, "A");
  EXPECT_EQ(client.ask(request_text("GET", "/api/who", "", "Cookie: himpun_session=A\r\n")).body, "nobody")
      << "a cookie that could have come without TLS counts for nothing";
}

TEST_F(UnderTls, AnswersAfterTheHandshake) {
  options.tls = make_certificate(keys);
  start();
  auto client = connect(Transport::tls);
  ASSERT_TRUE(client.connected());
  EXPECT_EQ(client.ask(request_text("GET", "/api/hello")).body, "hello");
  std::string const most(1024 * 1024, 'x');
  EXPECT_EQ(client.ask(request_text("POST", "/api/echo", most)).body, most);
}

TEST_F(UnderTls, GivesBrowsersWhatOnlyTlsGets) {
  options.tls = make_certificate(keys);
  start();
  auto client = connect(Transport::tls);
  expect_what_only_tls_gets(client);
}

TEST_F(UnderTls, GivesItBehindAProxyThatSpeaksTls) {
  options.behind_tls_proxy = true;
  start();
  auto client = connect();
  expect_what_only_tls_gets(client);
}

TEST_F(UnderTls, PromisesNothingOfItWithoutTls) {
  start();
  auto const welcome = connect().ask(request_text("POST", "/api/sign-in"));
  EXPECT_FALSE(welcome.has("strict-transport-security"));
  EXPECT_TRUE(welcome.header("set-cookie").starts_with("himpun_session=TOKEN; ")) << welcome.header("set-cookie");
  EXPECT_EQ(welcome.header("set-cookie").find("Secure"), std::string::npos);
}

TEST_F(UnderTls, SaysNothingToAClientWithoutTls) {
  options.tls = make_certificate(keys);
  start();
  EXPECT_EQ(connect().ask(request_text("GET", "/api/hello")).status, 0);
}

TEST_F(UnderTls, ClosesAConnectionWhoseHandshakeNeverComes) {
  options.tls = make_certificate(keys);
  options.times.header = std::chrono::milliseconds{80};
  start();
  EXPECT_TRUE(connect().is_closed());
  EXPECT_EQ(connect(Transport::tls).ask(request_text("GET", "/api/hello")).status, 200);
}

TEST_F(UnderTls, RefusesASlowHeaderUnderTlsToo) {
  options.tls = make_certificate(keys);
  options.times.header = std::chrono::milliseconds{300};
  start();
  auto client = connect(Transport::tls);
  client.send("GET /api/hello HTTP/1.1\r\nHost: himpun");
  EXPECT_EQ(client.read().status, 408);
}

TEST_F(UnderTls, DoesNotOpenWithACertificateThatIsNone) {
  options.tls = make_certificate(keys);
  std::filesystem::resize_file(options.tls->certificate_chain, 40);
  Server closed{std::move(router), options};
  auto const started = closed.start();
  ASSERT_FALSE(started);
  EXPECT_TRUE(started.error().is(server_certificate_unusable));
}

}  // namespace
}  // namespace himpun::http::test
