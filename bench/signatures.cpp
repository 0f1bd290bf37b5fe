// How many PDF signatures a second one thread makes (the writer, the digest and the key), with P-256 and with RSA-3072,
// and how many it checks. Prints `name value unit` lines.

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/reading/pdf_reader.h"
#include "adapters/signers/authority.h"
#include "core/signing/verdict.h"

namespace {

using namespace himpun;
using Clock = std::chrono::steady_clock;

constexpr auto long_enough = std::chrono::seconds{3};

/// A page of about 100 KB, like a document of 24 pages: what the digest has to read.
std::string paper() {
  std::string const filler(100'000, 'x');
  auto pdf = std::string{"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"};
  auto const pages = pdf.size();
  pdf += "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n";
  auto const page = pdf.size();
  pdf += "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>\nendobj\n";
  auto const data = pdf.size();
  pdf += "4 0 obj\n<< /Length " + std::to_string(filler.size()) + " >>\nstream\n" + filler + "\nendstream\nendobj\n";
  auto const xref = pdf.size();
  pdf += "xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n";
  for (auto const at : {pages, page, data}) {
    char line[24];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", at);
    pdf += line;
  }
  return pdf + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
}

/// Prints the rate by the clock, and by the processor time, which other programs on the machine do not spoil.
template <class Work>
void print_rate(std::string const& name, Work work) {
  work();
  auto const begin = Clock::now();
  auto const processor = std::clock();
  int done = 0;
  for (; Clock::now() - begin < long_enough; ++done) work();
  auto const seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  auto const spent = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
  std::printf("%s_per_second %.0f 1/s\n%s_per_processor_second %.0f 1/s\n", name.c_str(), done / seconds, name.c_str(),
              done / spent);
}

signing::PdfSignature signature(Instant now) {
  return {.kind = signing::SignatureKind::signature,
          .closing = signing::Closing::closing,
          .field = "Tanda tangan 1",
          .reason = "Pengesahan",
          .location = "Kuala Tungkal",
          .at = now,
          .stamp = {0, "Kepala Dinas", "Pejabat Kadis", "", "https://contoh.go.id/verifikasi?kode=1"}};
}

bool measure(char const* name, app::KeyKind kind) {
  Secret const word{"frasa sandi bench"};
  auto const now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  auto const authority = signers::make_authority("Dinas Contoh", kind, word, now);
  if (!authority) return false;
  auto const key = signers::issue_key(*authority, word, {"Pejabat Kadis", "Kepala Dinas", "Dinas Contoh", ""}, kind, word,
                                      now - std::chrono::hours{1}, now + std::chrono::days{30});
  if (!key) return false;
  auto const credential = signers::open_pkcs12(key->pkcs12, word);
  auto const base = paper();
  auto const what = signature(now);
  auto const signed_once = pdf_signing::sign_pdf(base, what, *credential);
  pdf_signing::TrustSource const trust{{authority->certificate}, {}};
  auto const facts = signed_once ? pdf_signing::read_pdf(*signed_once, trust) : std::unexpected(signed_once.error());
  if (!facts || signing::judge(*facts, {}, now).standing != signing::Standing::valid) return false;
  print_rate(std::string{"signatures_"} + name,
             [&] { static_cast<void>(pdf_signing::sign_pdf(base, what, *credential)); });
  print_rate(std::string{"signature_checks_"} + name,
             [&] { static_cast<void>(pdf_signing::read_pdf(*signed_once, trust)); });
  return true;
}

}  // namespace

int main() {
  bool const done = measure("p256", app::KeyKind::p256) && measure("rsa3072", app::KeyKind::rsa3072);
  if (!done) std::fputs("bench_signatures: what was signed does not verify\n", stderr);
  return done ? 0 : 1;
}
