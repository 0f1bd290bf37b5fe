#include "adapters/sheets/made_zip.h"

#include <array>

namespace himpun::sheets::test {
namespace {

void put16(std::string& bytes, std::uint32_t value) {
  bytes += static_cast<char>(value & 0xFF);
  bytes += static_cast<char>((value >> 8) & 0xFF);
}
void put32(std::string& bytes, std::uint32_t value) {
  put16(bytes, value & 0xFFFF);
  put16(bytes, value >> 16);
}

/// What the local header and the central one have in common.
std::string common_header(MadeEntry const& entry) {
  std::string bytes;
  put16(bytes, 20);
  put16(bytes, entry.flags);
  put16(bytes, entry.method);
  put32(bytes, 0x00210000);  // 1 January 1980
  put32(bytes, (entry.crc_of_zeros != 0 ? entry.crc_of_zeros : crc32_of(entry.content)) + entry.wrong_crc);
  put32(bytes, static_cast<std::uint32_t>(entry.content.size()));
  put32(bytes, entry.size != 0 ? entry.size : static_cast<std::uint32_t>(entry.content.size()));
  put16(bytes, static_cast<std::uint32_t>(entry.name.size()));
  put16(bytes, 0);
  return bytes;
}

constexpr std::uint32_t polynomial = 0xEDB88320;

class Crc {
 public:
  Crc() {
    for (std::uint32_t i = 0; i < 256; ++i) {
      auto value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
      table_[i] = value;
    }
  }
  void add(char c) { value_ = table_[(value_ ^ static_cast<unsigned char>(c)) & 0xFF] ^ (value_ >> 8); }
  [[nodiscard]] std::uint32_t value() const { return ~value_; }

 private:
  std::array<std::uint32_t, 256> table_{};
  std::uint32_t value_ = 0xFFFFFFFF;
};

/// Bits from the lowest of each byte upwards, as deflate has them (RFC 1951).
class Bits {
 public:
  void put(std::uint32_t bits, int count) {
    for (int i = 0; i < count; ++i) {
      if (used_ == 0) bytes_ += '\0';
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (((bits >> i) & 1) << used_));
      used_ = (used_ + 1) % 8;
    }
  }
  /// Huffman codes come with their highest bit first.
  void put_code(std::uint32_t code, int length) {
    for (int i = length - 1; i >= 0; --i) put((code >> i) & 1, 1);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  int used_ = 0;
};

std::string const main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
std::string const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
std::string const package = "http://schemas.openxmlformats.org/package/2006/";

std::string relation(std::string const& id, std::string const& type, std::string const& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + target + "\"/>";
}
std::string relations(std::string const& inside) {
  return "<Relationships xmlns=\"" + package + "relationships\">" + inside + "</Relationships>";
}

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  Crc crc;
  for (char const c : bytes) crc.add(c);
  return crc.value();
}

std::string make_zip(std::vector<MadeEntry> const& entries) {
  std::string bytes, directory;
  for (auto const& entry : entries) {
    auto const offset = static_cast<std::uint32_t>(bytes.size());
    bytes += "PK\x03\x04" + common_header(entry) + entry.name + entry.content;
    directory += "PK\x01\x02";
    put16(directory, entry.mode != 0 ? 0x0314 : 20);  // made on Unix
    directory += common_header(entry);
    directory += std::string(6, '\0');  // no comment, first disk
    put32(directory, std::uint32_t{entry.mode} << 16);
    put32(directory, offset);
    directory += entry.name;
  }
  auto const offset = static_cast<std::uint32_t>(bytes.size());
  bytes += directory + std::string{"PK\x05\x06\0\0\0\0", 8};
  put16(bytes, static_cast<std::uint32_t>(entries.size()));
  put16(bytes, static_cast<std::uint32_t>(entries.size()));
  put32(bytes, static_cast<std::uint32_t>(directory.size()));
  put32(bytes, offset);
  put16(bytes, 0);
  return bytes;
}

MadeEntry swelling_entry(std::string name, std::uint32_t size) {
  constexpr std::uint32_t longest_match = 258;
  Bits bits;
  Crc crc;
  bits.put(0b011, 3);            // the last block, with fixed codes
  bits.put_code(0x30 + 'a', 8);  // the letter once
  std::uint32_t made = 1;
  for (; made + longest_match <= size; made += longest_match) {
    bits.put_code(0b11000101, 8);  // then 258 times what stood one before
    bits.put_code(0, 5);
  }
  bits.put_code(0, 7);
  for (std::uint32_t i = 0; i < made; ++i) crc.add('a');
  return {.name = std::move(name), .content = bits.take(), .method = 8, .size = made, .crc_of_zeros = crc.value()};
}

std::vector<MadeEntry> parts_of(MadeWorkbook const& workbook) {
  std::vector<MadeEntry> parts;
  parts.push_back({"[Content_Types].xml", "<Types xmlns=\"" + package + "content-types\"/>"});
  parts.push_back({"_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))});
  auto links = relation("r1", "worksheet", "worksheets/sheet1.xml");
  if (!workbook.styles.empty()) {
    links += relation("r2", "styles", "/xl/styles.xml");
    parts.push_back({"xl/styles.xml", "<styleSheet xmlns=\"" + main_space + "\">" + workbook.styles + "</styleSheet>"});
  }
  if (!workbook.shared_texts.empty()) {
    links += relation("r3", "sharedStrings", "sharedStrings.xml");
    parts.push_back({"xl/sharedStrings.xml", "<sst xmlns=\"" + main_space + "\">" + workbook.shared_texts + "</sst>"});
  }
  parts.push_back({"xl/_rels/workbook.xml.rels", relations(links)});
  parts.push_back({"xl/workbook.xml",
                   "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + office + "\">" + workbook.workbook_options +
                       "<sheets><sheet name=\"Isian\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"});
  parts.push_back(
      {"xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main_space + "\">" + workbook.sheet + "</worksheet>"});
  parts.insert(parts.end(), workbook.others.begin(), workbook.others.end());
  return parts;
}

std::string make_workbook(MadeWorkbook const& workbook) { return make_zip(parts_of(workbook)); }

std::string sheet_data(std::vector<std::string> const& rows) {
  std::string data = "<sheetData>";
  for (std::size_t i = 0; i < rows.size(); ++i)
    data += "<row r=\"" + std::to_string(i + 1) + "\">" + rows[i] + "</row>";
  return data + "</sheetData>";
}

}  // namespace himpun::sheets::test
