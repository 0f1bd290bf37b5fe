#pragma once
// Owners of libarchive's handles, and the locale it needs to keep names as UTF-8 whatever the program's own is.

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <memory>

namespace himpun::packages {

struct CloseReader {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
struct CloseWriter {
  void operator()(archive* handle) const { archive_write_free(handle); }
};
struct CloseEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using ReadHandle = std::unique_ptr<archive, CloseReader>;
using WriteHandle = std::unique_ptr<archive, CloseWriter>;
using EntryHandle = std::unique_ptr<archive_entry, CloseEntry>;

/// Names are UTF-8 for this thread while it lives. Other threads and the program's own locale are untouched.
class Utf8Names {
 public:
  Utf8Names() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(own_ ? uselocale(own_) : nullptr) {}
  Utf8Names(Utf8Names const&) = delete;
  Utf8Names& operator=(Utf8Names const&) = delete;
  ~Utf8Names() {
    if (!own_) return;
    uselocale(before_);
    freelocale(own_);
  }

 private:
  locale_t own_;
  locale_t before_;
};

}  // namespace himpun::packages
