// Every way in which a signed paper is forged or spoilt is refused with its own reason.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "adapters/pdf_signing/reading/signature_value.h"
#include "adapters/pdf_signing/signature_field.h"
#include "adapters/pdf_signing/signature_gap.h"
#include "adapters/pdf_signing/signed_papers.h"
#include "support/commands.h"
#include "support/temporary_folder.h"

namespace himpun {
namespace {

using namespace test;
using pdf_signing::PdfUpdate;

struct Forgery : testing::Test {
  TestAuthority authority;
  pdf_signing::TrustSource trust{{authority.files.certificate}, {}};
  app::IssuedKey key = authority.issue("Kepala Dinas");
  std::string pdf = signed_by(small_pdf(), signature("Kepala Dinas"), key);

  [[nodiscard]] std::vector<std::string> faults_of(std::string const& bytes) const {
    auto const verdict = verdict_of(bytes, trust);
    EXPECT_EQ(verdict.standing, signing::Standing::refused);
    for (auto const fault : verdict.faults) {
      EXPECT_FALSE(signing::words_of(fault).id.empty());
      EXPECT_FALSE(signing::words_of(fault).en.empty());
    }
    return fault_words(verdict);
  }
  [[nodiscard]] bool has(std::string const& bytes, std::string const& fault) const {
    return std::ranges::count(faults_of(bytes), fault) == 1;
  }
  static PdfUpdate begin(std::string const& bytes) {
    auto update = PdfUpdate::begin(bytes);
    EXPECT_TRUE(update.has_value());
    return std::move(*update);
  }
};

TEST_F(Forgery, a_flipped_byte_is_seen) {
  auto const at = pdf.find("naskah");
  ASSERT_NE(at, std::string::npos);
  auto spoilt = pdf;
  spoilt[at] = 'N';
  EXPECT_EQ(faults_of(spoilt), std::vector<std::string>{"bytes_changed"});
}

TEST_F(Forgery, a_flipped_byte_of_the_signature_itself_is_seen) {
  auto spoilt = pdf;
  auto const at = spoilt.find("/Contents <") + 11 + 2 * 1500;
  spoilt[at] = spoilt[at] == '0' ? '1' : '0';
  EXPECT_FALSE(faults_of(spoilt).empty());
}

TEST_F(Forgery, an_appended_page_is_seen) {
  auto update = begin(pdf);
  auto root = update.document().getRoot();
  auto pages = root.getKey("/Pages");
  auto const page = update.add();
  update.put(page, "<< /Type /Page /Parent " + pages.unparse() + " /MediaBox [0 0 595 842] /Resources << >> >>");
  std::string kids;
  for (auto& kid : pages.getKey("/Kids").getArrayAsVector()) kids += kid.unparse() + " ";
  update.put(pages.getObjGen(),
             "<< /Type /Pages /Count 3 /Kids [" + kids + PdfUpdate::reference(page) + "] >>");
  EXPECT_TRUE(has(update.finish(), "page_added"));
}

TEST_F(Forgery, a_removed_page_is_seen) {
  auto update = begin(pdf);
  auto pages = update.document().getRoot().getKey("/Pages");
  auto const first = pages.getKey("/Kids").getArrayItem(0).unparse();
  update.put(pages.getObjGen(), "<< /Type /Pages /Count 1 /Kids [" + first + "] >>");
  EXPECT_EQ(faults_of(update.finish()), std::vector<std::string>{"page_removed"});
}

TEST_F(Forgery, an_annotation_laid_over_the_text_is_seen) {
  auto update = begin(pdf);
  auto page = update.document().getAllPages().front();
  auto const note = update.add();
  update.put(note, "<< /Type /Annot /Subtype /FreeText /Rect [72 740 300 780] /Contents (lain) /DA (/Helv 12 Tf) >>");
  update.put(page.getObjGen(), "<< " + PdfUpdate::members(page, {"/Annots"}) + "/Annots [" +
                                   PdfUpdate::reference(note) + "] >>");
  EXPECT_TRUE(has(update.finish(), "annotation_added"));
}

TEST_F(Forgery, a_field_that_is_added_is_seen) {
  auto update = begin(pdf);
  auto root = update.document().getRoot();
  auto form = root.getKey("/AcroForm");
  auto const field = update.add();
  update.put(field, "<< /FT /Tx /T (Catatan) /V (lain) >>");
  std::string fields;
  for (auto& each : form.getKey("/Fields").getArrayAsVector()) fields += each.unparse() + " ";
  update.put(root.getObjGen(), "<< " + PdfUpdate::members(root, {"/AcroForm"}) + "/AcroForm << /SigFlags 3 /Fields [" +
                                   fields + PdfUpdate::reference(field) + "] >> >>");
  EXPECT_TRUE(has(update.finish(), "field_added"));
}

TEST_F(Forgery, text_that_is_replaced_is_seen) {
  auto update = begin(pdf);
  auto page = update.document().getAllPages().front();
  auto content = page.getKey("/Contents");
  update.put(content.getObjGen(), PdfUpdate::stream("", "BT /F1 14 Tf 72 760 Td (isi lain) Tj ET"));
  EXPECT_TRUE(has(update.finish(), "page_changed"));
}

TEST_F(Forgery, bytes_behind_the_end_are_seen) {
  EXPECT_EQ(faults_of(pdf + "% catatan\n"), std::vector<std::string>{"trailing_data"});
}

TEST_F(Forgery, a_signature_after_the_closing_one_is_seen) {
  auto const more = signed_by(pdf, initials("Orang lain"), authority.issue("Orang lain"));
  EXPECT_TRUE(has(more, "signed_after_closing"));
}

TEST_F(Forgery, padding_that_is_not_zero_is_seen) {
  auto spoilt = pdf;
  auto const end = spoilt.find('>', spoilt.find("/Contents <"));
  spoilt[end - 1] = 'a';
  EXPECT_EQ(faults_of(spoilt), std::vector<std::string>{"padding_not_zero"});
}

/// Signs as we do, but leaves sixteen more bytes before the value out of the range.
TEST_F(Forgery, a_gap_in_the_byte_range_is_seen) {
  auto const begin_range = pdf.find("/ByteRange [0 ") + 14;
  auto const first = std::stoul(pdf.substr(begin_range, 10));
  auto spoilt = pdf;
  char text[16];
  std::snprintf(text, sizeof text, "%-10lu", first - 16);
  spoilt.replace(begin_range, 10, text);
  EXPECT_TRUE(has(spoilt, "range_gap"));
}

TEST_F(Forgery, a_signature_copied_from_another_file_is_seen) {
  // The other paper gets a signature object of the same size, and then the first one's whole dictionary.
  auto const other = signed_by(small_pdf("lainya"), signature("Kepala Dinas"), key);
  ASSERT_EQ(other.size(), pdf.size());
  auto const from = pdf.find("/ByteRange");
  auto const to = pdf.find("/Reference", from);
  auto spoilt = other;
  spoilt.replace(from, to - from, pdf.substr(from, to - from));
  EXPECT_EQ(faults_of(spoilt), std::vector<std::string>{"copied_from_other_file"});
}

/// Another certificate of the same issuer and serial number, for the same key, in the place of the right one.
TEST_F(Forgery, a_swapped_certificate_is_seen) {
  auto const document = pdf_signing::open_pdf(pdf);
  auto const values = pdf_signing::signature_values(**document, pdf);
  auto const certificate = pdf_signing::certificates_of(key.certificate);
  auto const right = pdf_signing::der_of(certificate.front().get());
  auto const name = right.rfind("Kepala Dinas");
  ASSERT_NE(name, std::string::npos);
  auto swapped = right;
  swapped.replace(name, 12, "Kepala Lain.");
  auto contents = values.front().contents;
  auto const at = contents.find(right);
  ASSERT_NE(at, std::string::npos);
  contents.replace(at, right.size(), swapped);
  auto spoilt = pdf;
  spoilt.replace(spoilt.find("/Contents <") + 11, 2 * contents.size(), to_hex(contents));
  EXPECT_TRUE(has(spoilt, "certificate_swapped"));
}

TEST_F(Forgery, an_expired_certificate_is_refused_without_a_proven_time) {
  auto const old = authority.issue("Kepala Dinas", signing_day - std::chrono::days{30}, signing_day + std::chrono::hours{2});
  auto const spoilt = signed_by(small_pdf(), signature("Kepala Dinas"), old);
  EXPECT_EQ(faults_of(spoilt), std::vector<std::string>{"certificate_expired"});
}

TEST_F(Forgery, an_expired_certificate_is_good_when_the_journal_proves_the_time) {
  auto const old = authority.issue("Kepala Dinas", signing_day - std::chrono::days{30}, signing_day + std::chrono::hours{2});
  auto const facts = pdf_signing::read_pdf(signed_by(small_pdf(), signature("Kepala Dinas"), old), trust);
  ASSERT_TRUE(facts.has_value());
  signing::RecordedTimes const recorded{{facts->signatures[0].contents_sha256, signing_day}};
  auto const verdict = signing::judge(*facts, recorded, signing_day + std::chrono::days{400});
  EXPECT_EQ(verdict.standing, signing::Standing::valid);
  EXPECT_EQ(verdict.signatures[0].time_source, signing::TimeSource::journal);
}

TEST_F(Forgery, a_revoked_certificate_is_refused) {
  trust.revocation_lists.push_back(authority.revocation_list({{key.serial, signing_day}}));
  EXPECT_EQ(faults_of(pdf), std::vector<std::string>{"certificate_revoked"});
}

TEST_F(Forgery, a_certificate_that_is_not_yet_valid_is_refused) {
  auto const early =
      authority.issue("Kepala Dinas", signing_day + std::chrono::hours{1}, signing_day + std::chrono::days{90});
  EXPECT_TRUE(has(signed_by(small_pdf(), signature("Kepala Dinas"), early), "certificate_not_yet_valid"));
}

TEST_F(Forgery, a_paper_without_a_signature_says_so) {
  EXPECT_EQ(faults_of(small_pdf()), std::vector<std::string>{"not_signed"});
}

/// An official's certificate is no authority's: what it "issues" is no chain.
TEST_F(Forgery, a_certificate_that_an_official_issued_is_refused) {
  TemporaryFolder const folder;
  auto const write = [&](std::string const& name, std::string const& bytes) {
    std::ofstream{folder.file(name), std::ios::binary} << bytes;
  };
  write("kadis.p12", key.pkcs12);
  auto const made = run("cd " + folder.path().string() +
                        " && openssl pkcs12 -in kadis.p12 -passin 'pass:frasa sandi uji' -nodes -out kadis.pem"
                        " && openssl pkcs12 -in kadis.p12 -passin 'pass:frasa sandi uji' -nokeys -out all.pem"
                        " && openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -subj /CN=Palsu"
                        " -out k.csr && openssl x509 -req -in k.csr -CA kadis.pem -CAkey kadis.pem -set_serial 7 -days 4000"
                        " -out k.crt && openssl pkcs12 -export -inkey k.pem -in k.crt -certfile all.pem"
                        " -passout 'pass:frasa sandi uji' -out k.p12");
  ASSERT_EQ(made.exit, 0) << made.output;
  std::ifstream file{folder.file("k.p12"), std::ios::binary};
  app::IssuedKey forged;
  forged.pkcs12.assign(std::istreambuf_iterator<char>{file}, {});
  // openssl gives it the time of today, which is not that of the paper.
  auto const faults = faults_of(signed_by(small_pdf(), signature("Palsu"), forged));
  EXPECT_NE(std::ranges::find(faults, "chain_broken"), faults.end());
}

/// The time-stamp of one signature put behind another one.
TEST_F(Forgery, a_time_stamp_over_something_else_is_refused) {
  auto const cms = pdf_signing::sign_digest(sha256("isi"), credential_of(key));
  ASSERT_TRUE(cms.has_value());
  auto const foreign = pdf_signing::der_of(cms->get());
  // No authority is asked: a signed message that is no time-stamp at all stands where one belongs.
  auto update = pdf_signing::PdfUpdate::begin(small_pdf());
  ASSERT_TRUE(update.has_value());
  auto const object = pdf_signing::add_signature_field(*update, signature("Kepala Dinas"), 12'000);
  auto written = update->finish();
  pdf_signing::SignatureGap gap{written, update->offset_of(object), 12'000};
  auto own = pdf_signing::sign_digest(gap.digest(), credential_of(key));
  ASSERT_TRUE(own.has_value());
  pdf_signing::add_time_stamp(own->get(), foreign);
  ASSERT_TRUE(gap.fill(pdf_signing::der_of(own->get())));
  EXPECT_EQ(faults_of(written), std::vector<std::string>{"time_stamp_wrong"});
}

TEST_F(Forgery, of_an_authority_with_the_same_name_is_not_trusted) {
  TestAuthority const other;
  auto const theirs = signed_by(small_pdf(), signature("Kepala Dinas"), other.issue("Kepala Dinas"));
  EXPECT_NE(verdict_of(theirs, trust).standing, signing::Standing::valid);
}

}  // namespace
}  // namespace himpun
