#include "adapters/pdf_signing/signature_gap.h"

#include <cstdio>

#include "base/ensure.h"

namespace himpun::pdf_signing {
namespace {

constexpr std::string_view range_begin = "/ByteRange [0 ";
constexpr std::string_view contents_begin = "/Contents <";
constexpr std::size_t number_width = 10;

}  // namespace

std::string gap_entries(std::size_t capacity) {
  std::string const number(number_width, ' ');
  return std::string{range_begin} + number + " " + number + " " + number + "] " + std::string{contents_begin} +
         std::string(2 * capacity, '0') + ">";
}

SignatureGap::SignatureGap(std::string& pdf, std::size_t object, std::size_t capacity) : pdf_(pdf) {
  auto const range = pdf.find(range_begin, object);
  auto const contents = pdf.find(contents_begin, object);
  ensure(range != std::string::npos && contents != std::string::npos, "a signature object has its gap");
  begin_ = contents + contents_begin.size() - 1;
  end_ = begin_ + 2 * capacity + 2;
  char numbers[64];
  auto const written = std::snprintf(numbers, sizeof numbers, "%-10zu %-10zu %-10zu", begin_, end_, pdf.size() - end_);
  ensure(written == 3 * number_width + 2, "a PDF's size has at most ten digits");
  pdf.replace(range + range_begin.size(), static_cast<std::size_t>(written), numbers);
}

Sha256 SignatureGap::digest() const {
  Sha256Stream stream;
  std::string_view const bytes{pdf_};
  stream.update(bytes.substr(0, begin_));
  stream.update(bytes.substr(end_));
  return stream.finish();
}

bool SignatureGap::fill(std::string_view signature) {
  auto const hex = to_hex(signature);
  if (begin_ + 1 + hex.size() >= end_) return false;
  pdf_.replace(begin_ + 1, hex.size(), hex);
  return true;
}

}  // namespace himpun::pdf_signing
