#include "app/archive/package/package_readme.h"

#include "base/embedded.h"
#include "base/ensure.h"

namespace himpun::app {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::string package_readme(ReadmeFacts const& facts) {
  auto const* form = find_embedded("data/archive/README.txt");
  ensure(form != nullptr, "the package's text is built in");
  std::string text{form->bytes};
  replace_all(text, "@agency@", facts.agency);
  replace_all(text, "@number@", facts.number);
  replace_all(text, "@title@", facts.title);
  replace_all(text, "@key@", facts.key);
  return text;
}

}  // namespace himpun::app
