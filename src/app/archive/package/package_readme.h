#pragma once
// The text at the top of every package: what it is and how anybody checks it with standard tools, in Indonesian and
// then in English. The commands in it are run by a test.

#include <string>

namespace himpun::app {

struct ReadmeFacts {
  std::string agency;
  std::string number;
  std::string title;
  std::string key;  ///< the office's verifier key
  bool has_figures = false;
};

[[nodiscard]] std::string package_readme(ReadmeFacts const& facts);

}  // namespace himpun::app
