#pragma once
// A file that is made to be sent once: removed when nobody holds it any more. What a crash leaves behind is swept up
// with unfinished uploads.

#include <memory>
#include <string>

#include "app/office.h"

namespace himpun::app {

class ScratchFile {
 public:
  explicit ScratchFile(World const& world);
  ScratchFile(ScratchFile const&) = delete;
  ScratchFile& operator=(ScratchFile const&) = delete;
  ~ScratchFile();

  [[nodiscard]] std::string const& path() const { return path_; }

 private:
  std::string path_;
};

/// A document that was made, and what the reader's program calls it.
struct MadeFile {
  std::shared_ptr<ScratchFile const> file;
  std::string name;
  std::string media_type;
};

inline constexpr char const* xlsx_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr char const* csv_media_type = "text/csv; charset=utf-8";
inline constexpr char const* json_media_type = "application/json";

}  // namespace himpun::app
