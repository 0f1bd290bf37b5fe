#include "shell/cli/procedure_parts.h"

#include <fstream>

namespace himpun::cli {
namespace {

constexpr ProblemType file_unreadable{"file.unreadable", ProblemKind::not_found, "Berkas tidak dapat dibaca",
                                      "The file cannot be read"};
constexpr ProblemType file_unwritable{"file.unwritable", ProblemKind::invalid, "Berkas tidak dapat ditulis",
                                      "The file cannot be written"};

}  // namespace

Result<std::string> read_input_file(std::string const& path, std::size_t most_bytes) {
  std::ifstream file{path, std::ios::binary};
  std::string text(most_bytes + 1, '\0');
  if (file) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) {
    return refuse(file_unreadable, {path + ": tidak ada, atau tidak boleh dibaca.", path + ": missing or forbidden."});
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

Result<void> write_output(Frame& frame, std::string const& path, std::string const& bytes) {
  if (path.empty()) {
    frame.out << bytes;
    return {};
  }
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file << bytes;
  file.close();
  if (file) return {};
  return refuse(file_unwritable, {path + ": folder tidak ada, penuh, atau tidak boleh ditulisi.",
                                  path + ": the folder is missing, full or forbidden."});
}

}  // namespace himpun::cli
