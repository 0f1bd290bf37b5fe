#pragma once
// Writes one zip: stored, in the order of the calls, with the same bytes for the same calls.

#include <string>

#include "adapters/packages/handles.h"
#include "app/ports/packages.h"

namespace himpun::packages {

class ZipWriter final : public app::PackageWriter {
 public:
  explicit ZipWriter(std::string path);
  ~ZipWriter() override;
  void begin(std::string const& path, std::int64_t size) override;
  void write(std::string_view piece) override;
  void finish() override;

 private:
  void must(int code);

  std::string path_;
  int file_ = -1;
  std::int64_t owed_ = 0;  ///< bytes of the present file that are still to come
  WriteHandle archive_;
};

}  // namespace himpun::packages
