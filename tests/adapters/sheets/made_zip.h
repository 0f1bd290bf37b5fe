#pragma once
// Zip files and workbooks made byte by byte, so that tests can make the ones no honest program writes.

#include <cstdint>
#include <string>
#include <vector>

namespace himpun::sheets::test {

struct MadeEntry {
  std::string name;
  std::string content;             ///< as it lies in the archive
  std::uint16_t method = 0;        ///< 0 stored, 8 deflated
  std::uint16_t flags = 0;         ///< 1 says "encrypted"
  std::uint32_t size = 0;          ///< unpacked; 0: that of the content
  std::uint32_t wrong_crc = 0;     ///< added to the right one
  std::uint32_t crc_of_zeros = 0;  ///< not 0: the checksum to state
  std::uint16_t mode = 0;          ///< not 0: the kind and rights of a Unix file
};

[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);
[[nodiscard]] std::string make_zip(std::vector<MadeEntry> const& entries);

/// Deflated: `size` times the letter a, in size / 158 bytes.
[[nodiscard]] MadeEntry swelling_entry(std::string name, std::uint32_t size);

/// What lies around one sheet "Isian" with this XML inside `worksheet`.
struct MadeWorkbook {
  std::string sheet;               ///< inside <worksheet>
  std::string shared_texts{};      ///< inside <sst>; empty: no such part
  std::string styles{};            ///< inside <styleSheet>; empty: no such part
  std::string workbook_options{};  ///< before <sheets>
  std::vector<MadeEntry> others{};
};
[[nodiscard]] std::vector<MadeEntry> parts_of(MadeWorkbook const& workbook);
[[nodiscard]] std::string make_workbook(MadeWorkbook const& workbook);
/// One row for each, with its `<c>` elements.
[[nodiscard]] std::string sheet_data(std::vector<std::string> const& rows);

}  // namespace himpun::sheets::test
