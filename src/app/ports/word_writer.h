#pragma once
// A paper as a file for a word processor, for those who must edit it.

#include <string>

#include "core/document/html/html.h"

namespace himpun::app {

inline constexpr char const* docx_media_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

class WordWriter {
 public:
  virtual ~WordWriter() = default;
  /// The bytes of a DOCX file; the same paper always gives the same.
  [[nodiscard]] virtual std::string write(document::OfficialPaper const& paper,
                                          document::Dressing const& dressing) = 0;
};

}  // namespace himpun::app
