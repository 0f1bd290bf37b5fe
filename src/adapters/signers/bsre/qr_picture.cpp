#include "adapters/signers/bsre/qr_picture.h"

#include <qrencode.h>
#include <zlib.h>

#include <memory>

namespace himpun::signers {
namespace {

constexpr int quiet = 4;   ///< modules of white all round
constexpr int scale = 6;   ///< pixels a module

struct FreeQr {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xff);
}

void append_chunk(std::string& out, std::string const& name, std::string const& data) {
  append_number(out, static_cast<std::uint32_t>(data.size()));
  auto const body = name + data;
  out += body;
  append_number(out, static_cast<std::uint32_t>(
                         crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()))));
}

std::string deflated(std::string const& bytes) {
  auto size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<Bytef const*>(bytes.data()),
           static_cast<uLong>(bytes.size()));
  out.resize(size);
  return out;
}

/// Rows of grey bytes, each behind its filter byte 0.
std::string pixels_of(QRcode const& code) {
  auto const side = (code.width + 2 * quiet) * scale;
  std::string rows;
  for (int y = 0; y < side; ++y) {
    rows += '\0';
    for (int x = 0; x < side; ++x) {
      auto const column = x / scale - quiet;
      auto const row = y / scale - quiet;
      bool const inside = column >= 0 && row >= 0 && column < code.width && row < code.width;
      bool const dark = inside && (code.data[row * code.width + column] & 1) != 0;
      rows += dark ? '\0' : '\xff';
    }
  }
  return rows;
}

}  // namespace

std::string qr_png(std::string const& text) {
  std::unique_ptr<QRcode, FreeQr> const code{QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (!code) return {};
  auto const side = static_cast<std::uint32_t>((code->width + 2 * quiet) * scale);
  std::string header;
  append_number(header, side);
  append_number(header, side);
  header += std::string{"\x08\x00\x00\x00\x00", 5};  // 8 bits, grey, no interlace
  std::string png{"\x89PNG\r\n\x1a\n", 8};
  append_chunk(png, "IHDR", header);
  append_chunk(png, "IDAT", deflated(pixels_of(*code)));
  append_chunk(png, "IEND", "");
  return png;
}

}  // namespace himpun::signers
