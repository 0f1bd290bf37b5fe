#pragma once
// The printer: a finished HTML page becomes a PDF that can be kept for decades. It runs outside this process, bounded
// in time and memory and without network; what it sees is the page and the pictures named in the order, nothing else.
// It knows neither cases nor letterheads.

#include <chrono>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/time.h"
#include "core/document/case_papers.h"
#include "core/document/paper.h"

namespace himpun::app {

inline constexpr ProblemType printer_missing{"printer.missing", ProblemKind::unavailable,
                                             "Server ini belum dapat mencetak naskah ke PDF",
                                             "This server cannot print papers to PDF yet"};
inline constexpr ProblemType printer_failed{"printer.failed", ProblemKind::unavailable, "Naskah gagal dicetak ke PDF",
                                            "The paper could not be printed to PDF"};

struct PrintOrder {
  std::string html;
  document::OfficialPaper const& paper;  ///< its properties, places and attached files
  std::string author;                    ///< the agency
  Instant dated{};                       ///< what the PDF says when it was made; the same order gives the same bytes
};

struct Printed {
  std::string pdf;
  std::vector<document::PrintedPlace> places;
  int pages = 0;
  std::string made_with;  ///< "WeasyPrint 57.2"
};

class Renderer {
 public:
  virtual ~Renderer() = default;
  /// Waits for the printer. Refused with `printer.failed`: it crashed, took too long or too much, or its page was
  /// refused; the detail says which.
  [[nodiscard]] virtual Result<Printed> print(PrintOrder const& order) = 0;
};

/// What to tell somebody who wants a PDF where nothing can print.
[[nodiscard]] inline std::unexpected<Problem> refuse_without_printer() {
  return refuse(printer_missing, {"Pasang paket Debian weasyprint di server, lalu mulai ulang Himpun. Sementara itu "
                                  "lembar SOP dan naskah tetap dapat dilihat dan dicetak dari peramban.",
                                  "Install the Debian package weasyprint on the server and restart Himpun. Until then "
                                  "sheets and papers can be seen and printed from the browser."});
}

}  // namespace himpun::app
