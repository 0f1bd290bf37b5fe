// A paper of the real printer, initialled twice and signed: still PDF/A, and right by programs nobody here wrote.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "adapters/pdf/sample_paper.h"
#include "adapters/pdf/weasyprint.h"
#include "adapters/pdf_signing/reading/signature_value.h"
#include "adapters/pdf_signing/signed_papers.h"
#include "adapters/signers/scan/qr_reader.h"
#include "support/commands.h"
#include "support/pdfa_check.h"
#include "support/temporary_folder.h"

namespace himpun::pdf::test {
namespace {

using namespace himpun::test;

class SignedPrint : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!printer_) GTEST_SKIP() << "weasyprint is not installed";
    auto printed = app::print(printer_.get(), ready(sample_paper()));
    ASSERT_TRUE(printed) << printed.error().detail.en;
    places_ = printed->places;
    pdf_ = signed_by(printed->pdf, at_place(initials("Sekretaris Dinas"), 1), authority_.issue("Sekretaris Dinas"));
    pdf_ = signed_by(pdf_, initials("Kasubag Perencanaan", 1), authority_.issue("Kasubag Perencanaan"));
    pdf_ = signed_by(pdf_, at_place(signature("Kepala Dinas"), 0), authority_.issue("Kepala Dinas"));
    path_ = keep("naskah.pdf", pdf_);
  }

  /// Into the place that the paper left.
  signing::PdfSignature at_place(signing::PdfSignature what, std::size_t index) const {
    auto const& place = places_.at(index);
    what.stamp.box =
        signing::StampBox{place.page, place.x / 100.0, place.y / 100.0, place.width / 100.0, place.height / 100.0};
    return what;
  }
  std::string keep(std::string const& name, std::string const& bytes) const {
    std::ofstream{folder_.file(name), std::ios::binary} << bytes;
    return folder_.file(name);
  }

  TemporaryFolder folder_;
  std::unique_ptr<app::Renderer> printer_ = find_renderer(folder_.path().string());
  TestAuthority authority_;
  std::vector<document::PrintedPlace> places_;
  std::string pdf_;
  std::string path_;
};

TEST_F(SignedPrint, is_still_pdf_a) { EXPECT_EQ(find_pdfa_faults(pdf_), std::vector<std::string>{}); }

TEST_F(SignedPrint, is_valid_here_and_sound_for_pdfsig_mutool_and_qpdf) {
  EXPECT_EQ(verdict_of(pdf_, {{authority_.files.certificate}, {}}).standing, signing::Standing::valid);
  auto const poppler = run("pdfsig -nocert " + path_);
  EXPECT_EQ(count(poppler.output, "Signature Validation: Signature is Valid."), 3) << poppler.output;
  EXPECT_EQ(count(poppler.output, "- Total document signed"), 1) << poppler.output;
  auto const mupdf = run("mutool sign -v " + path_);
  for (auto const* name : {"Sekretaris Dinas", "Kasubag Perencanaan", "Kepala Dinas"}) {
    EXPECT_NE(mupdf.output.find(name), std::string::npos) << mupdf.output;
  }
  EXPECT_EQ(count(mupdf.output, "digest error"), 0) << mupdf.output;
  auto const qpdf = run("qpdf --check " + path_);
  EXPECT_EQ(qpdf.exit, 0) << qpdf.output;
  EXPECT_NE(qpdf.output.find("No syntax or stream encoding errors"), std::string::npos) << qpdf.output;
}

TEST_F(SignedPrint, openssl_verifies_every_signature) {
  auto const ca = keep("ca.pem", authority_.files.certificate);
  auto const document = pdf_signing::open_pdf(pdf_);
  ASSERT_TRUE(document.has_value());
  auto const values = pdf_signing::signature_values(**document, pdf_);
  ASSERT_EQ(values.size(), 3u);
  for (auto const& value : values) {
    auto const der = keep("tanda.der", value.contents.substr(0, pdf_signing::der_length(value.contents)));
    auto const content = keep("isi.bin", std::string{value.before(pdf_)} + std::string{value.after(pdf_)});
    auto const ran = run("openssl cms -verify -binary -inform DER -cades -purpose any -attime 1767600000 -in " + der +
                         " -content " + content + " -CAfile " + ca + " -out /dev/null");
    EXPECT_EQ(ran.exit, 0) << ran.output;
  }
}

TEST_F(SignedPrint, shows_position_and_name_as_words_and_the_address_as_a_code) {
  auto const text = run("pdftotext " + path_ + " - | tr -s '\\n ' ' '").output;
  for (auto const* words : {"Kepala Dinas Perpustakaan dan Kearsipan", "NIP 198001012005011001", "Kasubag Perencanaan",
                            "Kepala Subbagian Perencanaan", "Sekretaris Dinas"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << " in\n" << text;
  }
  auto const codes = signers::read_qr_codes(path_, "application/pdf");
  ASSERT_TRUE(codes) << codes.error().detail.en;
  EXPECT_NE(std::ranges::find(*codes, "https://contoh.go.id/verifikasi/2"), codes->end());
}

}  // namespace
}  // namespace himpun::pdf::test
