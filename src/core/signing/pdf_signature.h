#pragma once
// One signature that is to be put into a PDF: what its visible stamp says, what its dictionary says, and whether it is
// the last one. It holds no key and no bytes.

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"

namespace himpun::signing {

/// Initials of those who checked the paper, or the signature of the one who answers for it.
enum class SignatureKind : std::uint8_t { initials, signature };
BOOST_DESCRIBE_ENUM(SignatureKind, initials, signature)

/// Whether the paper may be signed again afterwards. A closing signature carries DocMDP.
enum class Closing : std::uint8_t { open, closing };
BOOST_DESCRIBE_ENUM(Closing, open, closing)

/// A signature place that the paper's maker left: page from 1, lower left corner and size in points.
struct StampBox {
  std::int32_t page = 1;
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// What stands in the visible place.
struct Stamp {
  std::int32_t slot = 0;  ///< which place at the foot, from 0, when there is no named one
  std::string position;   ///< "Kepala Dinas Perpustakaan dan Kearsipan"
  std::string name;
  std::string nip;
  std::string url;  ///< of the QR code: where anybody can check the paper
  std::optional<StampBox> box{};  ///< absent: the foot of the last page
};

struct PdfSignature {
  SignatureKind kind = SignatureKind::signature;
  Closing closing = Closing::open;
  std::string field;  ///< "Paraf 1"
  std::string reason;
  std::string location;
  Instant at{};  ///< claimed, in /M
  Stamp stamp;
};

/// "Ditandatangani secara elektronik oleh" / "Diparaf secara elektronik oleh".
[[nodiscard]] inline char const* stamp_heading(SignatureKind kind) {
  return kind == SignatureKind::initials ? "Diparaf secara elektronik oleh" : "Ditandatangani secara elektronik oleh";
}

}  // namespace himpun::signing
