#include "base/unicode.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "base/ensure.h"
#include "base/text.h"

namespace himpun {

std::string fold_name(std::string_view text) {
  ensure(is_utf8(text), "names are UTF-8");
  utf8proc_uint8_t* folded = nullptr;
  auto const options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  auto const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
  ensure(size >= 0, "well-formed UTF-8 can be folded");
  std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner{folded, &std::free};
  return {reinterpret_cast<char const*>(folded), static_cast<std::size_t>(size)};
}

}  // namespace himpun
