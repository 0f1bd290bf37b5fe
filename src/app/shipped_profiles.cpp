#include "app/shipped_profiles.h"

#include "base/embedded.h"
#include "base/ensure.h"
#include "core/performance/profile/profile_file.h"

namespace himpun::app {
namespace {

std::vector<performance::Profile> read_all() {
  std::vector<performance::Profile> profiles;
  for (auto const& file : embedded_files()) {
    if (!file.name.starts_with("data/profiles/")) continue;
    auto profile = performance::read_profile(file.bytes, std::string{file.name});
    ensure(profile.has_value(), "a shipped profile can be read");
    profiles.push_back(std::move(*profile));
  }
  return profiles;
}

}  // namespace

std::vector<performance::Profile> const& shipped_profiles() {
  static auto const profiles = read_all();
  return profiles;
}

}  // namespace himpun::app
