#pragma once
// Every entry of a zip in memory, for tests that read what we wrote.

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace himpun::test {

inline std::map<std::string, std::string> unzip(std::string const& bytes) {
  std::map<std::string, std::string> entries;
  auto* zip = archive_read_new();
  archive_read_support_format_zip(zip);
  EXPECT_EQ(archive_read_open_memory(zip, bytes.data(), bytes.size()), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    auto& content = entries[archive_entry_pathname(entry)];
    content.resize(static_cast<std::size_t>(archive_entry_size(entry)));
    EXPECT_EQ(archive_read_data(zip, content.data(), content.size()), static_cast<la_ssize_t>(content.size()));
  }
  archive_read_free(zip);
  return entries;
}

}  // namespace himpun::test
