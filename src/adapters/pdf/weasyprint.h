#pragma once
// The printer on WeasyPrint 57 (Debian's package `weasyprint`), run as a bounded process in a private folder, and
// finished here (finishing.h).

#include <memory>

#include "adapters/pdf/bounded_process.h"
#include "app/ports/renderer.h"

namespace himpun::pdf {

struct Printer {
  std::string python = "/usr/bin/python3";
  std::string script;  ///< the text of papers/print_page.py
  std::string folder;  ///< where private folders are made
  Limits limits;
};

[[nodiscard]] std::unique_ptr<app::Renderer> renderer(Printer printer);
/// The printer of this machine; null when WeasyPrint is not installed.
[[nodiscard]] std::unique_ptr<app::Renderer> find_renderer(std::string const& folder);

}  // namespace himpun::pdf
