// Manifests, labels and declarations of packages (the first byte says which) on any bytes: what is taken is safe to use
// as names in a folder, and reads back as it was written.

#include <set>

#include "base/ensure.h"
#include "bytes.h"
#include "core/archive/bag/info.h"
#include "core/archive/bag/manifest.h"
#include "core/archive/bag/path.h"

namespace himpun::archive {
namespace {

void try_manifest(std::string_view text, Algorithm algorithm) {
  auto const manifest = read_manifest(text, algorithm, "manifest.txt");
  if (!manifest) {
    ensure(manifest.error().where && manifest.error().where->line > 0, "a refusal says where");
    return ensure(!manifest.error().detail.id.empty(), "a refusal has words");
  }
  std::set<std::string> names;
  for (auto const& [path, checksum] : *manifest) {
    ensure(!why_unsafe(path), "no unsafe name is taken");
    ensure(names.insert(same_name(path)).second, "no name is taken twice");
    ensure(checksum.size() == (algorithm == Algorithm::sha256 ? 64U : 128U), "checksums are whole");
  }
  auto const again = read_manifest(write_manifest(*manifest), algorithm, "manifest.txt");
  ensure(again && *again == *manifest, "a manifest reads back as it is written");
}

void try_labels(std::string_view text) {
  if (auto const labels = read_labels(text)) {
    for (auto const& [label, value] : *labels) {
      ensure(label.find('\n') == label.npos && value.find('\n') == value.npos, "a label is one line");
    }
  }
  if (auto const oxum = parse_oxum(text)) ensure(parse_oxum(to_text(*oxum)) == oxum, "an oxum survives its text");
}

void try_name(std::string_view text) {
  auto const plain = plain_name(text);
  ensure(!why_unsafe(plain) && plain.size() <= 61, "a plain name is safe");
  ensure(decode_path(encode_path(text)) == text, "names survive their encoding");
}

}  // namespace
}  // namespace himpun::archive

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  fuzz::Bytes bytes{data, size};
  auto const kind = bytes.number(5);
  auto const text = bytes.rest();
  if (kind == 0) archive::try_manifest(text, archive::Algorithm::sha256);
  if (kind == 1) archive::try_manifest(text, archive::Algorithm::sha512);
  if (kind == 2) archive::try_labels(text);
  if (kind == 3) (void)archive::read_declaration(text);
  if (kind == 4) archive::try_name(text);
  return 0;
}
