#pragma once
// A file whose content is kept by its hash. It is a name for the content, not the content.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>

namespace himpun {

struct FileRef {
  std::string sha256;  ///< lowercase hex
  std::string name;
  std::string media_type;
  std::int64_t size = 0;

  bool operator==(FileRef const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FileRef, (), (sha256, name, media_type, size))

}  // namespace himpun
