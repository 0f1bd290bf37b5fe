#pragma once
// One command line as a person types it, with what it prints: the real frame and the real adapters.

#include <initializer_list>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "assembly/assembly.h"
#include "shell/cli/cli.h"

namespace himpun::cli::test {

struct Said {
  int exit = 0;
  std::string out;
  std::string err;
};

/// Standard input for the command, for passwords.
class Typed {
 public:
  explicit Typed(std::string const& text) : input_(text), before_(std::cin.rdbuf(input_.rdbuf())) {}
  ~Typed() { std::cin.rdbuf(before_); }
  Typed(Typed const&) = delete;
  Typed& operator=(Typed const&) = delete;

 private:
  std::istringstream input_;
  std::streambuf* before_;
};

inline Said say(std::vector<std::string> words, std::string const& typed = {}) {
  words.insert(words.begin(), "himpun");
  std::vector<char const*> argv;
  for (auto const& word : words) argv.push_back(word.c_str());
  std::ostringstream out;
  std::ostringstream err;
  Frame frame{assembly::make_assembly(), out, err};
  Typed const input{typed};
  auto const exit = run(static_cast<int>(argv.size()), argv.data(), frame);
  return {exit, out.str(), err.str()};
}

}  // namespace himpun::cli::test
