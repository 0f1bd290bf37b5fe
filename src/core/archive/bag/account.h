#pragma once
// What is in a bag against what its manifests say: every fault by name, none left out. The caller has read every file
// and computed its checksums; this only compares. It reads no file and unpacks nothing.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "core/archive/bag/manifest.h"

namespace himpun::archive {

/// One file as it really is.
struct BagFile {
  std::int64_t size = 0;
  std::string sha256;  ///< lowercase hexadecimal
  std::string sha512;
};

/// Everything that was read, by name from the bag's folder.
struct BagContents {
  std::map<std::string, BagFile> files;
  /// Texts of the tag files (everything outside data/ that begins with bagit, bag-info, manifest- or tagmanifest-).
  std::map<std::string, std::string> texts;
};

enum class BagFault : std::uint8_t {
  malformed,   ///< a tag file cannot be read
  missing,     ///< named, but not there
  unlisted,    ///< there, but in no manifest
  altered,     ///< the checksum is another one
  incomplete,  ///< a manifest does not name what the other one does
  miscounted,  ///< Payload-Oxum says something else
  remote,      ///< fetch.txt: parts of it would have to be fetched from elsewhere
};
BOOST_DESCRIBE_ENUM(BagFault, malformed, missing, unlisted, altered, incomplete, miscounted, remote)

struct BagFinding {
  BagFault fault = BagFault::malformed;
  std::string path;
  Words words;
};

/// Whether the text of this file is needed (and must be kept while the bag is read).
[[nodiscard]] bool is_tag_text(std::string_view path);

/// Nothing: the bag is complete and valid.
[[nodiscard]] std::vector<BagFinding> check_bag(BagContents const& contents);

}  // namespace himpun::archive
