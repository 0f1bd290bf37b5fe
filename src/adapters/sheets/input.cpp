#include "adapters/sheets/input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/ports/store.h"
#include "app/ports/world.h"

namespace himpun::sheets {
namespace {

Result<void> read_bytes(std::string_view bytes, std::function<Result<void>(std::string_view)> const& sink) {
  for (std::size_t at = 0; at < bytes.size(); at += piece_bytes) {
    if (auto taken = sink(bytes.substr(at, piece_bytes)); !taken) return taken;
  }
  return {};
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Result<void> read_path(std::string const& path, std::function<Result<void>(std::string_view)> const& sink) {
  std::unique_ptr<std::FILE, Closer> const file{std::fopen(path.c_str(), "rbe")};
  if (!file && errno == ENOENT) return refuse(app::file_missing);
  if (!file) throw app::StoreFailure(path + ": " + std::strerror(errno));
  std::string piece(piece_bytes, '\0');
  while (true) {
    auto const got = std::fread(piece.data(), 1, piece.size(), file.get());
    if (got == 0 && std::ferror(file.get()) != 0) throw app::StoreFailure(path + ": " + std::strerror(errno));
    if (got == 0) return {};
    if (auto taken = sink(std::string_view{piece}.substr(0, got)); !taken) return taken;
  }
}

}  // namespace

Result<void> read_input(Input const& input, std::function<Result<void>(std::string_view)> const& sink) {
  if (auto const* bytes = std::get_if<FileBytes>(&input.source)) return read_bytes(bytes->value, sink);
  return read_path(std::get<FilePath>(input.source).value, sink);
}

Result<std::string> first_bytes(Input const& input) {
  static constexpr ProblemType enough{"sheet.enough", ProblemKind::invalid, "", ""};
  std::string first;
  auto const read = read_input(input, [&](std::string_view piece) -> Result<void> {
    first = piece;
    return refuse(enough);
  });
  if (!read && !read.error().is(enough)) return std::unexpected(read.error());
  return first;
}

Problem file_problem(ProblemType const& type, app::SheetReading const& file, Words const& what) {
  auto const name = file.name.empty() ? std::string{} : " \"" + file.name + "\"";
  return {.type = &type, .detail = {"Berkas" + name + ": " + what.id, "File" + name + ": " + what.en}};
}

std::unexpected<Problem> refuse_file(ProblemType const& type, app::SheetReading const& file, Words const& what) {
  return std::unexpected(file_problem(type, file, what));
}

std::string spell_bytes(std::int64_t bytes) {
  if (bytes >= 1 << 20) return std::to_string(bytes >> 20) + " MiB";
  return std::to_string(std::max<std::int64_t>(bytes >> 10, 1)) + " KiB";
}

}  // namespace himpun::sheets
