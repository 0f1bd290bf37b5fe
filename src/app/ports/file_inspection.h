#pragma once
// What looks at a file from outside before it is kept: its media type by its content, and a virus scanner. Neither
// decides what is refused; app/files does.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace himpun::app {

class FileTypes {
 public:
  virtual ~FileTypes() = default;
  /// The media type of a file that begins so; `application/octet-stream` when it is nothing known. From any thread.
  [[nodiscard]] virtual std::string type_of(std::string_view beginning) = 0;
};

enum class ScanVerdict : std::uint8_t { clean, infected, not_scanned };

struct Scan {
  ScanVerdict verdict = ScanVerdict::clean;
  std::string words{};  ///< the signature that was found, or why the file was not scanned
};

class VirusScanner {
 public:
  virtual ~VirusScanner() = default;
  /// Waits for the scanner, within its time-out. From any thread.
  [[nodiscard]] virtual Scan scan(std::string const& path) = 0;
};

/// What becomes of a file that could not be scanned.
enum class ScanPolicy : std::uint8_t { where_possible, required };

/// The office's scanner; null: files are not scanned.
struct Scanning {
  std::unique_ptr<VirusScanner> scanner{};
  ScanPolicy policy = ScanPolicy::where_possible;
};

}  // namespace himpun::app
