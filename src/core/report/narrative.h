#pragma once
// Where the words that people wrote stand in a paper that is assembled. A first-level heading of the manuscript that is
// called like a chapter puts what follows into that chapter; everything else belongs to the first one.

#include <map>
#include <string>
#include <vector>

#include "core/report/pieces.h"

namespace himpun::report {

class Narrative {
 public:
  /// `chapters`: the names of the paper's chapters, as they are printed; letter case and numbering do not matter.
  Narrative(Blocks const& manuscript, std::vector<std::string> const& chapters);

  /// What was written for a chapter; headings below it begin at level 2.
  [[nodiscard]] Blocks const& of(std::string const& chapter) const;
  [[nodiscard]] bool has(std::string const& chapter) const { return !of(chapter).empty(); }

 private:
  std::map<std::string, Blocks> chapters_;
};

}  // namespace himpun::report
