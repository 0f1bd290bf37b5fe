// Any bytes as a PDF that a stranger uploads, and (after the letter `c`) as the signature value in an honest one: the
// reader answers with facts that the verdict can judge, or refuses with words. A file is never called valid when its
// issuer was never trusted.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/reading/pdf_reader.h"
#include "adapters/pdf_signing/signature_field.h"
#include "adapters/pdf_signing/signature_gap.h"
#include "base/ensure.h"
#include "core/signing/verdict.h"

namespace himpun::pdf_signing {
namespace {

constexpr std::size_t capacity = 4096;

std::string const honest_page =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>\nendobj\n"
    "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \n"
    "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n203\n%%EOF\n";

/// An honest file around a signature value that is none.
std::string with_value(std::string_view value) {
  auto update = PdfUpdate::begin(honest_page);
  ensure(update.has_value(), "the honest page is one");
  auto const object = add_time_stamp_field(*update, capacity);
  auto pdf = update->finish();
  SignatureGap gap{pdf, update->offset_of(object), capacity};
  static_cast<void>(gap.fill(value.substr(0, capacity)));
  return pdf;
}

void read_all(std::string const& pdf) {
  auto const facts = read_pdf(pdf, {});
  if (!facts) {
    ensure(!facts.error().type->title_id.empty(), "a refusal has words");
    return;
  }
  auto const verdict = signing::judge(*facts, {}, Instant{});
  ensure(verdict.standing != signing::Standing::valid, "nobody was trusted");
  for (auto const fault : verdict.faults) ensure(!signing::words_of(fault).id.empty(), "a fault has words");
}

}  // namespace
}  // namespace himpun::pdf_signing

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const input{reinterpret_cast<char const*>(data), size};
  if (input.starts_with('c')) {
    himpun::pdf_signing::read_all(himpun::pdf_signing::with_value(input.substr(1)));
  } else {
    himpun::pdf_signing::read_all(std::string{input});
  }
  return 0;
}
