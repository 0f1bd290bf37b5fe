// The page where anybody checks a signed paper: what it says, and how often one address may ask.

#include "shell/http/routes/signing/verification_page.h"

#include "shell/http/routes/routed_office.h"
#include "shell/http/routes/signing/rate_limit.h"
#include "shell/http/routes/signing/verification_html.h"

namespace himpun::http {
namespace {

Instant const noon = parse_instant("2026-01-05T05:00:00Z").value();

app::CheckedPaper checked_paper() {
  signing::SignatureVerdict one{.standing = signing::Standing::valid, .signed_at = noon};
  one.facts.field = "Paraf 1";
  one.facts.name = "NAMA <KASUBAG>";
  one.facts.contents_sha256 = "01";
  one.facts.digest_matches = one.facts.signature_is_right = true;
  one.facts.certificate = signing::CertificateFacts{.name = "Kasubag", .issuer = "Otoritas"};
  return {.verdict = {.standing = signing::Standing::valid, .signatures = {one}}};
}
app::PaperRecord record() {
  app::RecordedSignature const one{
      .name = "Kasubag Contoh", .position = "Kasubag", .at = noon, .contents_sha256 = "01", .checkpoint = 17};
  return {.office = "Dinas",
          .case_number = "0001/2026",
          .paper = "Laporan",
          .version = 2,
          .latest_version = 2,
          .signatures = {one}};
}
std::string html_of(app::CheckedPaper checked, Language language = Language::indonesian) {
  return verification_html({.language = language, .office = "Dinas", .checked = std::move(checked)});
}
bool says(std::string const& html, std::string_view words) { return html.find(words) != std::string::npos; }

TEST(TheVerificationPage, ShowsTheRecordOfARecordedSignature) {
  auto checked = checked_paper();
  checked.record = record();
  checked.recorded_signatures = 1;
  auto const html = html_of(checked);
  EXPECT_TRUE(says(html, "verdict good"));
  EXPECT_TRUE(says(html, "Kasubag Contoh"));
  EXPECT_TRUE(says(html, "terbukti oleh titik periksa 17"));
  EXPECT_FALSE(says(html, "NAMA"));
  checked.verdict.signatures.push_back(checked.verdict.signatures[0]);
  EXPECT_TRUE(says(html_of(checked), "1 dari 2 tanda tangannya tercatat"));
}

TEST(TheVerificationPage, SaysThatACodeIsOfAnotherPaperAndShowsNoRecord) {
  auto checked = checked_paper();
  checked.names_other_paper = true;
  auto const html = html_of(checked);
  EXPECT_TRUE(says(html, "menunjuk naskah lain di kantor ini"));
  EXPECT_FALSE(says(html, "Menurut catatan kantor"));
  EXPECT_TRUE(says(html, "NAMA &lt;KASUBAG&gt;"));
  EXPECT_TRUE(says(html_of(checked, Language::english), "names another paper of this office"));
}

TEST(TheVerificationPage, SaysWhatIsKnownOfRevocation) {
  auto checked = checked_paper();
  EXPECT_TRUE(says(html_of(checked), "Pencabutan tidak diperiksa"));
  EXPECT_TRUE(says(html_of(checked, Language::english), "Revocation was not checked"));
  checked.verdict.signatures[0].facts.revocation_known = true;
  EXPECT_TRUE(says(html_of(checked), "Tidak dicabut, menurut penerbitnya"));
}

TEST(TheVerificationPage, WarnsOfANewerVersionAndOfARecall) {
  auto checked = checked_paper();
  checked.record = record();
  checked.record->latest_version = 3;
  checked.record->is_void = true;
  EXPECT_TRUE(says(html_of(checked), "Versi ini sudah diganti oleh versi 3."));
  EXPECT_TRUE(says(html_of(checked), "verdict warn"));
  checked.record = record();
  checked.record->recalled_at = noon;
  EXPECT_TRUE(says(html_of(checked), "ditarik kembali oleh kantor pada 5 Januari 2026"));
  EXPECT_TRUE(says(html_of(checked), "verdict warn"));
  EXPECT_TRUE(says(verification_html({.record = checked.record}), "ditarik kembali")) << "by its code alone too";
}

TEST(TheVerificationPage, NamesItsButtonForFilesInItsOwnLanguageAndWithoutScript) {
  for (auto const& [language, words] : {std::pair{Language::indonesian, "Pilih berkas"}, {Language::english, "Choose a file"}}) {
    auto const html = html_of(checked_paper(), language);
    EXPECT_TRUE(says(html, "<label class=\"pick\" for=\"berkas\">" + std::string{words} + "</label>")) << html;
    EXPECT_TRUE(says(html, "::file-selector-button{display:none}"));
    EXPECT_FALSE(says(html, "<script"));
  }
}

TEST(TheVerificationPage, TakesTwentyFilesAMinuteFromOneAddress) {
  RoutedOffice office;
  add_verification_page(office.api, office.signing);
  auto const send = [&] {
    return office.send({}, Method::post, "/verification",
                       {.body = "--b\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\n\r\n"
                                "bukan PDF\r\n--b--\r\n",
                        .headers = {{"Content-Type", "multipart/form-data; boundary=b"}}});
  };
  for (int i = 0; i < 20; ++i) EXPECT_EQ(send().status, 422) << i;
  auto const refused = send();
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("Retry-After"), "60");
  EXPECT_TRUE(says(std::get<std::string>(refused.response.body), "Terlalu sering memeriksa"));
}

TEST(ARateLimit, CountsAddressesApartForgetsAfterAMinuteAndBoundsAllAtOnce) {
  RateLimit limit{2, 3};
  auto const start = RateLimit::Clock::now();
  EXPECT_TRUE(limit.enter("a", start));
  EXPECT_TRUE(limit.enter("a", start));
  EXPECT_FALSE(limit.enter("a", start)) << "twice a minute";
  EXPECT_TRUE(limit.enter("b", start));
  EXPECT_FALSE(limit.enter("c", start)) << "three are inside";
  limit.leave();
  EXPECT_TRUE(limit.enter("c", start));
  limit.leave();
  EXPECT_FALSE(limit.enter("a", start + std::chrono::seconds{59}));
  EXPECT_TRUE(limit.enter("a", start + std::chrono::seconds{61}));
}

}  // namespace
}  // namespace himpun::http
