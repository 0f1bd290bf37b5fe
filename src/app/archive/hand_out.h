#pragma once
// What somebody outside the office is given of one version of a paper: the PDF that bears the electronic signatures;
// else its printed edition, which is the uploaded file where it was a PDF; else the uploaded file. Where nothing can
// print, and for a mere reference, it is the words as they stand.

#include "app/papers/editions.h"

namespace himpun::app {

struct HandedPaper {
  std::string name;
  std::string media_type;
  std::optional<FileRef> file;
  std::string text;  ///< when there is no file
};

/// Nothing while its edition is not made; `request_edition` asks for it. Refused with `paper.version_unknown`, and with
/// `printer.failed` when the edition could not be made; it may be asked for again.
[[nodiscard]] Result<std::optional<HandedPaper>> paper_to_hand_out(Sight& sight, EditionName const& name);

/// The same, and asks for the edition when it is needed.
[[nodiscard]] Result<std::optional<HandedPaper>> prepare_hand_out(Desk& desk, EditionName const& name);

}  // namespace himpun::app
