// A key in a PKCS#11 device: SoftHSM stands in for the token.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "adapters/pdf_signing/signed_papers.h"
#include "adapters/signers/local_signers.h"
#include "adapters/signers/revocation/fetch.h"
#include "support/temporary_folder.h"

namespace himpun {
namespace {

using namespace test;

constexpr char const* module = "/usr/lib/softhsm/libsofthsm2.so";
constexpr char const* address = "pkcs11:token=kantor;object=kadis";

/// SoftHSM reads where its tokens lie once a process: one token for all tests.
struct Token {
  TestAuthority authority;
  TemporaryFolder folder;

  void run(std::string const& command) const {
    EXPECT_EQ(std::system(("cd " + folder.path().string() + " && " + command + " >log 2>&1").c_str()), 0) << command;
  }
  void write(std::string const& name, std::string const& bytes) const {
    std::ofstream{folder.file(name), std::ios::binary} << bytes;
  }
  Token() {
    std::filesystem::create_directory(folder.path() / "tokens");
    write("softhsm2.conf", "directories.tokendir = " + folder.file("tokens") + "\nobjectstore.backend = file\n");
    ::setenv("SOFTHSM2_CONF", folder.file("softhsm2.conf").c_str(), 1);
    write("kadis.p12", authority.issue("Kepala Dinas").pkcs12);
    write("ca.pem", authority.files.certificate);
    std::string const p12 = "openssl pkcs12 -in kadis.p12 -passin 'pass:frasa sandi uji' ";
    run(p12 + "-nocerts -nodes | openssl pkcs8 -topk8 -nocrypt -out key.pem");
    run(p12 + "-nokeys -clcerts | openssl x509 -outform DER -out cert.der");
    run("softhsm2-util --init-token --free --label kantor --pin 123456 --so-pin 654321");
    run("softhsm2-util --import key.pem --token kantor --label kadis --id a1 --pin 123456");
    run(std::string{"pkcs11-tool --module "} + module +
        " --token-label kantor --login --pin 123456 --write-object cert.der --type cert --id a1 --label kadis");
  }
};

struct Device : testing::Test {
  static Token const& token() {
    static Token const made;
    return made;
  }
  [[nodiscard]] Result<std::string> sign(std::string const& pin) const {
    auto const signer = signers::pkcs11_signer({module, token().folder.file("ca.pem")}, {});
    Result<std::string> answer = refuse(signing::pdf_unreadable);
    signer->sign({small_pdf(), signature("Kepala Dinas"), address, Secret{pin}, {}},
                 [&](Result<std::string> done) { answer = std::move(done); });
    return answer;
  }
};

TEST_F(Device, signs_with_its_pin_and_refuses_a_wrong_one) {
  auto const wrong = sign("000000");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().type->code, "signing.passphrase_wrong");
  auto const right = sign("123456");
  ASSERT_TRUE(right.has_value()) << right.error().type->code << " " << right.error().detail.en;
  EXPECT_EQ(verdict_of(*right, {{token().authority.files.certificate}, {}}).standing, signing::Standing::valid);
}

TEST_F(Device, leaves_the_keys_of_others_alone) {
  ASSERT_TRUE(sign("123456").has_value());
  // libcurl starts, and with it registers every engine that OpenSSL lists.
  EXPECT_FALSE(signers::fetch({"http://127.0.0.1:1/", {}, {}}, {}));
  ASSERT_TRUE(sign("123456").has_value());
  TestAuthority const other;
  auto const pdf = signed_by(small_pdf(), signature("Kepala Dinas"), other.issue("Kepala Dinas"));
  EXPECT_EQ(verdict_of(pdf, {{other.files.certificate}, {}}).standing, signing::Standing::valid);
}

}  // namespace
}  // namespace himpun
