// How fast the archive package of a case with 10,000 files (2 GB) is written and verified, and with how much memory:
// kept files as a data folder holds them, a bag with both manifests, every byte hashed twice on the way out and twice on
// the way in. Every figure is measured in a process of its own. Prints `name value unit` lines.
//
//   bench_package [FILES [BYTES_EACH]]

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>

#include "adapters/blobs/file_blobs.h"
#include "adapters/packages/packages.h"
#include "app/archive/package/bag_writer.h"
#include "app/archive/package/package_check.h"
#include "base/ensure.h"
#include "base/sha256.h"
#include "figures.h"
#include "support/temporary_folder.h"

namespace {

using namespace himpun;

struct Size {
  int files = 10'000;
  std::int64_t bytes = 200'000;  ///< of each file
};

/// Runs `work` in a process of its own and prints its time and the peak of its memory.
void measure(char const* name, std::function<void()> const& work) {
  auto const begin = bench::Clock::now();
  auto const process = ::fork();
  if (process == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  ensure(::wait4(process, &status, 0, &used) == process && status == 0, name);
  bench::print(std::string{name} + "_seconds", bench::seconds_since(begin), "s");
  bench::print(std::string{name} + "_cpu_seconds",
               static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                   static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
               "s");
  bench::print(std::string{name} + "_memory_peak", static_cast<double>(used.ru_maxrss) / 1024.0, "MB");
}

/// Contents that no compression makes small, each with its own hash.
std::vector<FileRef> keep_files(app::BlobStore& blobs, std::string const& folder, Size size) {
  std::vector<FileRef> files;
  std::mt19937_64 random{20260105};
  std::string content(static_cast<std::size_t>(size.bytes), '\0');
  for (int number = 0; number < size.files; ++number) {
    for (std::size_t at = 0; at + 8 <= content.size(); at += 4096) {
      auto const word = random();
      std::memcpy(content.data() + at, &word, 8);
    }
    auto const hash = to_hex(sha256(content));
    auto const path = folder + "/upload";
    std::ofstream{path, std::ios::binary} << content;
    blobs.keep(path, hash, size.bytes);
    files.push_back({hash, "bukti-" + std::to_string(number) + ".pdf", "application/pdf", size.bytes});
  }
  return files;
}

void write_package(app::BlobStore& blobs, std::vector<FileRef> const& files, std::string const& path) {
  auto const packages = packages::with_libarchive();
  auto const out = packages->create(path);
  app::BagWriter bag{*out, "0001-2026"};
  for (auto const& file : files) {
    ensure(bag.add("data/files/" + file.sha256.substr(0, 12) + "-" + file.name, blobs, file).has_value(), "added");
  }
  bag.finish({{"Source-Organization", "Dinas Contoh"}});
  out->finish();
}

void verify_package(std::string const& path, int files) {
  auto const packages = packages::with_libarchive();
  auto const verdict = app::check_package(*packages, path, {}, {}, {});
  ensure(verdict && verdict->ok() && verdict->files > files, "the package is whole");
}

}  // namespace

int main(int argc, char** argv) {
  Size size;
  if (argc > 1) size.files = std::atoi(argv[1]);
  if (argc > 2) size.bytes = std::atoll(argv[2]);
  test::TemporaryFolder const folder;
  auto const blobs = blobs::in_folder(folder.file("blobs"));
  auto const files = keep_files(*blobs, folder.path().string(), size);
  auto const path = folder.file("arsip.zip");
  bench::state("package: " + std::to_string(size.files) + " files of " + std::to_string(size.bytes) +
               " bytes in the temporary directory; contents are in the page cache, the package is synced to disk");
  measure("package_write", [&] { write_package(*blobs, files, path); });
  measure("package_verify", [&] { verify_package(path, size.files); });
  bench::print("package_size", static_cast<double>(std::filesystem::file_size(path)) / 1e6, "MB");
  return 0;
}
