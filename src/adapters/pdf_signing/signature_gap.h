#pragma once
// The hole in a PDF where a signature value will stand, and the bytes around it that the signature covers
// (ISO 32000-1, 12.8.1). Fills in /ByteRange and, once it is known, /Contents.

#include <string>
#include <string_view>

#include "base/sha256.h"

namespace himpun::pdf_signing {

/// Members of a signature dictionary with room for `capacity` bytes of signature.
[[nodiscard]] std::string gap_entries(std::size_t capacity);

class SignatureGap {
 public:
  /// `object`: where in `pdf` the object with the gap begins. Fills in /ByteRange.
  SignatureGap(std::string& pdf, std::size_t object, std::size_t capacity);

  [[nodiscard]] Sha256 digest() const;
  /// False when the signature is too long for the gap.
  [[nodiscard]] bool fill(std::string_view signature);

 private:
  std::string& pdf_;
  std::size_t begin_ = 0;  ///< of `<`
  std::size_t end_ = 0;    ///< behind `>`
};

}  // namespace himpun::pdf_signing
