// Any bytes at all: the YAML reader gives a tree within its bounds, in which every place is a place of the text, or a
// refusal with words and a place.

#include "base/ensure.h"
#include "base/yaml.h"
#include "bytes.h"

namespace himpun {
namespace {

std::size_t check_node(YamlNode const& node, std::size_t depth) {
  ensure(depth <= yaml_max_depth + 1, "the tree is not deep");
  ensure(node.line > 0 && node.column > 0, "every value has a place");
  std::size_t nodes = 1;
  for (auto const& item : node.items) nodes += check_node(item, depth + 1);
  for (auto const& member : node.members) {
    ensure(node.find(member.key) == &member.value, "every key occurs once");
    nodes += check_node(member.value, depth + 1);
  }
  return nodes;
}

}  // namespace
}  // namespace himpun

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  auto const read = read_yaml(fuzz::Bytes{data, size}.rest(), "fuzz.yaml");
  if (read) {
    ensure(check_node(*read, 1) <= yaml_max_nodes, "the tree is not large");
    return 0;
  }
  auto const& problem = read.error();
  ensure(problem.where && problem.where->line > 0 && problem.where->column > 0, "a refusal says where");
  ensure(!problem.detail.id.empty() && !problem.detail.en.empty(), "a refusal has words");
  return 0;
}
