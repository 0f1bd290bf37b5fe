#pragma once
// The zip around a workbook. Before anything of it is used, every entry is read to its end within the limits and its
// checksum compared; what is encrypted, named twice, named like a path out of the archive, or swells beyond reason is
// refused. It does not know what the entries mean.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/sheets/input.h"

struct zip;

namespace himpun::sheets {

class Archive {
 public:
  /// `input` must outlive the archive. Throws StoreFailure when the disk does not answer.
  [[nodiscard]] static Result<Archive> open(Input const& input);

  [[nodiscard]] bool has(std::string_view name) const;
  /// Every name, with small letters: the names of a package do not tell capitals apart (ECMA-376 part 2).
  [[nodiscard]] std::map<std::string, std::uint64_t> const& entries() const { return entries_; }
  [[nodiscard]] Result<void> read(std::string_view name,
                                  std::function<Result<void>(std::string_view)> const& sink) const;
  [[nodiscard]] app::SheetReading const& reading() const { return *reading_; }

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  Archive(zip* archive, app::SheetReading const& reading) : zip_(archive), reading_(&reading) {}
  [[nodiscard]] Result<void> list();
  [[nodiscard]] Result<void> check_all() const;
  [[nodiscard]] Result<void> check_entry(std::uint64_t index);
  [[nodiscard]] Result<std::int64_t> read_entry(std::uint64_t index,
                                                std::function<Result<void>(std::string_view)> const& sink) const;

  std::unique_ptr<zip, Closer> zip_;
  app::SheetReading const* reading_;
  std::map<std::string, std::uint64_t> entries_;
};

}  // namespace himpun::sheets
