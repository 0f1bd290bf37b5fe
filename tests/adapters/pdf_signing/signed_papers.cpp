#include "adapters/pdf_signing/signed_papers.h"

#include <gtest/gtest.h>

#include <qpdf/QPDFWriter.hh>

#include "base/json_map.h"

namespace himpun::test {
namespace {

Secret word() { return Secret{"frasa sandi uji"}; }

std::string written(QPDF& document, qpdf_object_stream_e streams) {
  QPDFWriter writer{document};
  writer.setOutputMemory();
  writer.setObjectStreamMode(streams);
  writer.setDeterministicID(true);
  writer.write();
  auto const bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<char const*>(bytes->getBuffer()), bytes->getSize()};
}

std::string make_pdf(std::string const& mark, qpdf_object_stream_e streams) {
  QPDF document;
  document.emptyPDF();
  auto font = document.makeIndirectObject(
      QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
  for (auto const* words : {"Halaman pertama", "Halaman kedua"}) {
    auto content = QPDFObjectHandle::newStream(
        &document, "BT /F1 14 Tf 72 760 Td (" + std::string{words} + ": " + mark + ") Tj ET");
    auto page = document.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] >>"));
    auto resources = QPDFObjectHandle::parse("<< /Font << >> >>");
    resources.getKey("/Font").replaceKey("/F1", font);
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", content);
    document.addPage(page, false);
  }
  return written(document, streams);
}

}  // namespace

std::string small_pdf(std::string const& mark) { return make_pdf(mark, qpdf_o_disable); }
std::string packed_pdf(std::string const& mark) { return make_pdf(mark, qpdf_o_generate); }

TestAuthority::TestAuthority(std::string const& office) {
  auto made = signers::make_authority(office, app::KeyKind::p256, word(), signing_day - std::chrono::days{365});
  EXPECT_TRUE(made.has_value());
  files = std::move(*made);
}

app::IssuedKey TestAuthority::issue(std::string const& name, Instant from, Instant to, app::KeyKind kind) const {
  auto issued = signers::issue_key(files, word(), {name, "Kepala Dinas", "Dinas Contoh", "198001012005011001"}, kind,
                                   word(), from, to);
  EXPECT_TRUE(issued.has_value());
  return std::move(*issued);
}

std::string TestAuthority::revocation_list(std::vector<app::RevokedSerial> const& revoked) const {
  auto list = signers::make_revocation_list(files, word(), revoked, 1, signing_day + std::chrono::hours{1});
  EXPECT_TRUE(list.has_value());
  return *list;
}

pdf_signing::Credential credential_of(app::IssuedKey const& key) {
  auto opened = signers::open_pkcs12(key.pkcs12, word());
  EXPECT_TRUE(opened.has_value());
  return std::move(*opened);
}

signing::PdfSignature initials(std::string const& name, std::int32_t slot) {
  return {.kind = signing::SignatureKind::initials,
          .closing = signing::Closing::open,
          .field = "Paraf",
          .reason = "Paraf naskah",
          .location = "Kuala Tungkal",
          .at = signing_day,
          .stamp = {slot, "Kepala Subbagian Perencanaan", name, "", "https://contoh.go.id/verifikasi/1"}};
}

signing::PdfSignature signature(std::string const& name) {
  return {.kind = signing::SignatureKind::signature,
          .closing = signing::Closing::closing,
          .field = "Tanda tangan",
          .reason = "Pengesahan naskah",
          .location = "Kuala Tungkal",
          .at = signing_day,
          .stamp = {0, "Kepala Dinas Perpustakaan dan Kearsipan", name, "198001012005011001",
                    "https://contoh.go.id/verifikasi/2"}};
}

std::string signed_by(std::string pdf, signing::PdfSignature const& what, app::IssuedKey const& key,
                      pdf_signing::AskTime const& ask_time) {
  auto done = pdf_signing::sign_pdf(std::move(pdf), what, credential_of(key), ask_time);
  EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().detail.en);
  return done ? *done : std::string{};
}

signing::PdfVerdict verdict_of(std::string const& pdf, pdf_signing::TrustSource const& trust) {
  auto const facts = pdf_signing::read_pdf(pdf, trust);
  EXPECT_TRUE(facts.has_value()) << (facts ? "" : facts.error().detail.en);
  return facts ? signing::judge(*facts, {}, signing_day + std::chrono::days{1}) : signing::PdfVerdict{};
}

std::vector<std::string> fault_words(signing::PdfVerdict const& verdict) {
  std::vector<std::string> words;
  for (auto const fault : verdict.faults) words.push_back(word_of(fault));
  return words;
}

}  // namespace himpun::test
