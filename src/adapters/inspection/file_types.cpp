#include "adapters/inspection/file_types.h"

#include <magic.h>

#include <array>
#include <mutex>
#include <utility>

#include "app/ports/store.h"
#include "base/text.h"

namespace himpun::inspection {
namespace {

/// ECMA-376 part 2: a package is a zip file; the folder of its main part says what it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> office_parts{{
    {"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
}};

/// Where the name stands in the header of a file in a zip (APPNOTE.TXT 4.3.7).
constexpr std::string_view local_header{"PK\x03\x04"};
constexpr std::size_t name_offset = 30;

std::string_view look_into_zip(std::string_view bytes) {
  for (auto at = bytes.find(local_header); at != std::string_view::npos; at = bytes.find(local_header, at + 1)) {
    if (at + name_offset >= bytes.size()) break;
    auto const name = bytes.substr(at + name_offset);
    for (auto const& [folder, type] : office_parts) {
      if (name.starts_with(folder)) return type;
    }
  }
  return {};
}

class Libmagic final : public app::FileTypes {
 public:
  Libmagic() : cookie_(::magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR)) {
    if (!cookie_ || ::magic_load(cookie_, nullptr) != 0) {
      std::string const reason = cookie_ && ::magic_error(cookie_) ? ::magic_error(cookie_) : "no memory";
      if (cookie_) ::magic_close(cookie_);
      throw app::StoreFailure("libmagic: " + reason);
    }
  }
  Libmagic(Libmagic const&) = delete;
  Libmagic& operator=(Libmagic const&) = delete;
  ~Libmagic() override { ::magic_close(cookie_); }

  std::string type_of(std::string_view beginning) override {
    if (beginning.starts_with(local_header)) {
      if (auto const office = look_into_zip(beginning); !office.empty()) return std::string{office};
    }
    std::lock_guard const lock(mutex_);
    auto const* found = ::magic_buffer(cookie_, beginning.data(), beginning.size());
    return found ? lower_ascii(found) : "application/octet-stream";
  }

 private:
  ::magic_t cookie_;
  std::mutex mutex_;  ///< one question at a time
};

}  // namespace

std::unique_ptr<app::FileTypes> with_libmagic() { return std::make_unique<Libmagic>(); }

}  // namespace himpun::inspection
