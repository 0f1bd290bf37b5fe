#pragma once
// Programs that nobody here wrote, run by a test: what they said and how they ended.

#include <array>
#include <cstdio>
#include <string>

namespace himpun::test {

struct Ran {
  int exit = -1;
  std::string output;  ///< both streams
};

inline Ran run(std::string const& command) {
  Ran ran;
  auto* pipe = popen(("( " + command + " ) 2>&1").c_str(), "r");
  if (!pipe) return ran;
  std::array<char, 4096> buffer{};
  while (auto const read = std::fread(buffer.data(), 1, buffer.size(), pipe)) ran.output.append(buffer.data(), read);
  ran.exit = pclose(pipe);
  return ran;
}

inline int count(std::string const& text, std::string const& what) {
  int found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace himpun::test
