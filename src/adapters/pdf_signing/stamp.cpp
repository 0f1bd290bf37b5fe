#include "adapters/pdf_signing/stamp.h"

#include <qrencode.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

#include "adapters/pdf_signing/stamp_font.h"
#include "base/sha256.h"
#include "base/text.h"

namespace himpun::pdf_signing {
namespace {

constexpr double margin = 2;
constexpr double quiet_modules = 2;  ///< beside the margin: the stamp's ground is white all round
constexpr double line_step = 1.16;   ///< of the font's size

struct FreeQr {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// Black modules as rectangles, one for each run in a row.
std::string draw_qr(std::string const& text, double x, double y, double side) {
  std::unique_ptr<QRcode, FreeQr> const code{QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (!code) return {};
  auto const module = side / (code->width + 2 * quiet_modules);
  auto const dark = [&](int row, int column) { return (code->data[row * code->width + column] & 1) != 0; };
  std::string out;
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      if (!dark(row, column)) continue;
      auto const begin = column;
      while (column + 1 < code->width && dark(row, column + 1)) ++column;
      out += number_text(x + (begin + quiet_modules) * module) + " " +
             number_text(y + side - (row + 1 + quiet_modules) * module) + " " +
             number_text((column + 1 - begin) * module) + " " + number_text(module + 0.02) + " re\n";
    }
  }
  return out + "f\n";
}

struct Line {
  std::string text;  ///< WinAnsi
  double size = 6;   ///< points
  bool strong = false;
};

/// Words into lines no wider than `width`; a word that is too wide alone stays whole.
void wrap(std::vector<Line>& lines, std::string const& text, double size, double width, bool strong) {
  std::string line;
  for (auto const word : split(text, ' ')) {
    if (word.empty()) continue;
    auto const longer = line.empty() ? std::string{word} : line + " " + std::string{word};
    if (!line.empty() && width_of(longer) * size > width) {
      lines.push_back({line, size, strong});
      line = word;
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back({line, size, strong});
}

std::vector<Line> lines_of(signing::PdfSignature const& signature, double width, double scale) {
  std::vector<Line> lines;
  wrap(lines, to_win_ansi(signing::stamp_heading(signature.kind)), 5.6 * scale, width, false);
  wrap(lines, to_win_ansi(signature.stamp.position), 6.4 * scale, width, false);
  wrap(lines, to_win_ansi(signature.stamp.name), 7.2 * scale, width, true);
  if (!signature.stamp.nip.empty()) wrap(lines, to_win_ansi("NIP " + signature.stamp.nip), 5.6 * scale, width, false);
  return lines;
}

double height_of(std::vector<Line> const& lines) {
  double height = 0;
  for (auto const& line : lines) height += line.size * line_step;
  return height;
}

bool fit(std::vector<Line> const& lines, double width, double height) {
  return height_of(lines) <= height &&
         std::ranges::all_of(lines, [&](Line const& line) { return width_of(line.text) * line.size <= width; });
}

/// The largest of some sizes at which everything fits; the smallest when nothing does.
std::vector<Line> fitted(signing::PdfSignature const& signature, double width, double height) {
  double scale = 1.3;
  auto lines = lines_of(signature, width, scale);
  while (scale > 0.5 && !fit(lines, width, height)) {
    scale -= 0.05;
    lines = lines_of(signature, width, scale);
  }
  return lines;
}

std::string escaped(std::string_view text) {
  return "<" + to_hex(text) + ">";
}

std::string draw_lines(std::vector<Line> const& lines, double x, double top) {
  std::string out = "BT\n";
  auto y = top;
  for (auto const& line : lines) {
    y -= line.size * line_step;
    // Stroke and fill together stand in for a bold font, which would have to be embedded too.
    out += std::string{line.strong ? "2 Tr 0.18 w " : "0 Tr "} + "/F1 " + number_text(line.size) + " Tf 1 0 0 1 " +
           number_text(x) + " " + number_text(y + 0.28 * line.size) + " Tm " + escaped(line.text) + " Tj\n";
  }
  return out + "ET\n";
}

}  // namespace

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string_view view{text};
  while (view.ends_with('0')) view.remove_suffix(1);
  if (view.ends_with('.')) view.remove_suffix(1);
  return std::string{view == "-0" ? std::string_view{"0"} : view};
}

std::string draw_stamp(signing::PdfSignature const& signature, double width, double height) {
  auto const side = std::min(height, width / 2) - 2 * margin;
  auto const text_x = side + 2.5 * margin;
  auto const lines = fitted(signature, width - text_x - margin, height - 2 * margin);
  auto const top = height - (height - height_of(lines)) / 2;
  return "q\n1 g 0 0 " + number_text(width) + " " + number_text(height) + " re f\n0 g 0 G\n" +
         draw_qr(signature.stamp.url, margin, (height - side) / 2, side) + draw_lines(lines, text_x, top) + "Q\n";
}

}  // namespace himpun::pdf_signing
