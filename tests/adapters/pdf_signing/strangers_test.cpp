// Programs that nobody here wrote accept what Himpun signs: pdfsig (poppler), mutool (MuPDF), openssl cms, qpdf.

#include <gtest/gtest.h>

#include <fstream>

#include "adapters/pdf_signing/reading/signature_value.h"
#include "adapters/pdf_signing/signed_papers.h"
#include "support/commands.h"
#include "support/temporary_folder.h"

namespace himpun {
namespace {

using namespace test;

struct Strangers : testing::TestWithParam<bool> {
  TestAuthority authority;
  TemporaryFolder folder;
  std::string pdf = three_signatures();
  std::string path = write("naskah.pdf", pdf);

  std::string write(std::string const& name, std::string const& bytes) const {
    auto const at = (folder.path() / name).string();
    std::ofstream{at, std::ios::binary} << bytes;
    return at;
  }

  std::string three_signatures() const {
    auto one = GetParam() ? packed_pdf() : small_pdf();
    one = signed_by(one, initials("Kasubag", 0), authority.issue("Kasubag"));
    one = signed_by(one, initials("Sekretaris", 1), authority.issue("Sekretaris"));
    return signed_by(one, signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  }
};
INSTANTIATE_TEST_SUITE_P(TablesAndStreams, Strangers, testing::Bool());

TEST_P(Strangers, qpdf_finds_no_fault_in_the_file) {
  auto const ran = run("qpdf --check " + path);
  EXPECT_EQ(ran.exit, 0) << ran.output;
  EXPECT_EQ(ran.output.find("WARNING"), std::string::npos) << ran.output;
}

TEST_P(Strangers, pdfsig_finds_every_signature_valid) {
  auto const ran = run("pdfsig -nocert " + path);
  EXPECT_EQ(count(ran.output, "Signature Validation: Signature is Valid."), 3) << ran.output;
  EXPECT_EQ(count(ran.output, "Signature Type: ETSI.CAdES.detached"), 3) << ran.output;
  EXPECT_EQ(count(ran.output, "- Total document signed"), 1) << ran.output;
}

TEST_P(Strangers, mutool_finds_every_signature_unchanged) {
  auto const ran = run("mutool sign -v " + path);
  EXPECT_EQ(count(ran.output, "Kasubag"), 1) << ran.output;
  EXPECT_EQ(count(ran.output, "Kepala Dinas"), 1) << ran.output;
  EXPECT_EQ(count(ran.output, "digest error"), 0) << ran.output;
  EXPECT_EQ(count(ran.output, "no signature"), 0) << ran.output;
}

TEST_P(Strangers, openssl_verifies_every_signature_against_the_authority) {
  auto const document = pdf_signing::open_pdf(pdf);
  ASSERT_TRUE(document.has_value());
  auto const ca = write("ca.pem", authority.files.certificate);
  auto const values = pdf_signing::signature_values(**document, pdf);
  ASSERT_EQ(values.size(), 3u);
  for (auto const& value : values) {
    auto const der = write("tanda.der", value.contents.substr(0, pdf_signing::der_length(value.contents)));
    auto const content =
        write("isi.bin", std::string{value.before(pdf)} + std::string{value.after(pdf)});
    auto const ran = run("openssl cms -verify -binary -inform DER -cades -purpose any -attime 1767600000 -in " + der +
                         " -content " + content + " -CAfile " + ca + " -out /dev/null");
    EXPECT_EQ(ran.exit, 0) << ran.output;
    auto const printed = run("openssl cms -cmsout -print -noout -inform DER -in " + der);
    EXPECT_EQ(printed.output.find("signingTime"), std::string::npos);
    EXPECT_NE(printed.output.find("id-smime-aa-signingCertificateV2"), std::string::npos);
  }
}

}  // namespace
}  // namespace himpun
