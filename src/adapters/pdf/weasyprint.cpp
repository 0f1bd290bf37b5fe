#include "adapters/pdf/weasyprint.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <semaphore>
#include <sstream>

#include "adapters/pdf/finishing.h"
#include "app/ports/store.h"
#include "base/embedded.h"
#include "base/text.h"

namespace himpun::pdf {
namespace {

namespace fs = std::filesystem;

constexpr int at_once = 2;  ///< pages printed at the same time, each on a core with 100 MB
constexpr std::uintmax_t most_pdf_bytes = 64ULL << 20;

/// Seen by nobody else, and gone with everything in it.
class PrivateFolder {
 public:
  explicit PrivateFolder(std::string const& parent) : path_(parent + "/print-XXXXXX") {
    if (!mkdtemp(path_.data())) throw app::StoreFailure(parent + ": no folder can be made");
  }
  PrivateFolder(PrivateFolder const&) = delete;
  PrivateFolder& operator=(PrivateFolder const&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string const& path() const { return path_; }
  void write(char const* name, std::string_view text) const {
    std::ofstream file(path_ + "/" + name, std::ios::binary);
    file << text;
    if (!file.flush()) throw app::StoreFailure(path_ + "/" + name + " cannot be written");
  }
  [[nodiscard]] std::string read(char const* name) const {
    std::ifstream file(path_ + "/" + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
  }
  [[nodiscard]] std::uintmax_t size_of(char const* name) const {
    std::error_code error;
    auto const size = fs::file_size(path_ + "/" + name, error);
    return error ? 0 : size;
  }

 private:
  std::string path_;
};

std::unexpected<Problem> refuse_late(Limits const& limits) {
  auto const seconds = std::to_string(limits.time.count() / 1000);
  return refuse(app::printer_failed, {"Pencetak tidak selesai dalam " + seconds + " detik.",
                                      "The printer was not done within " + seconds + " seconds."});
}
std::unexpected<Problem> refuse_crash(std::string const& complaint) {
  auto const lines = split(trim(complaint), '\n');
  std::string const line{lines.back()};  // of a stack trace, the one that says what happened
  return refuse(app::printer_failed,
                {"Pencetak berhenti sebelum selesai. " + line, "The printer ended before it was done. " + line});
}

class WeasyPrint final : public app::Renderer {
 public:
  explicit WeasyPrint(Printer printer) : printer_(std::move(printer)) {}

  Result<app::Printed> print(app::PrintOrder const& order) override {
    free_.acquire();
    struct Release {
      std::counting_semaphore<at_once>& semaphore;
      ~Release() { semaphore.release(); }
    } const release{free_};
    PrivateFolder const folder(printer_.folder);
    folder.write("page.html", order.html);
    folder.write("print_page.py", printer_.script);
    auto const outcome = run_bounded(command(folder.path(), order.dated), printer_.limits);
    if (outcome.end == End::timed_out) return refuse_late(printer_.limits);
    auto const size = folder.size_of("page.pdf");
    if (outcome.end == End::failed || size == 0 || size > most_pdf_bytes) return refuse_crash(outcome.complaint);
    return finish(folder.read("page.pdf"), order, folder.read("printer.txt"));
  }

 private:
  [[nodiscard]] Command command(std::string const& folder, Instant dated) const {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(dated).time_since_epoch().count();
    return {{printer_.python, "-s", "-P", "-B", "print_page.py"},
            {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder, "TMPDIR=" + folder, "XDG_CACHE_HOME=" + folder,
             "PYTHONHASHSEED=0", "SOURCE_DATE_EPOCH=" + std::to_string(seconds)},
            folder};
  }

  Printer printer_;
  std::counting_semaphore<at_once> free_{at_once};
};

}  // namespace

std::unique_ptr<app::Renderer> renderer(Printer printer) { return std::make_unique<WeasyPrint>(std::move(printer)); }

std::unique_ptr<app::Renderer> find_renderer(std::string const& folder) {
  bool const is_installed = fs::exists("/usr/bin/python3") && fs::exists("/usr/lib/python3/dist-packages/weasyprint");
  auto const* script = find_embedded("papers/print_page.py");
  if (!is_installed || !script) return nullptr;
  return renderer({.script = std::string{script->bytes}, .folder = folder, .limits = {}});
}

}  // namespace himpun::pdf
