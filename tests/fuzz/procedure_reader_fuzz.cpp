// Any bytes at all: the reader either reads them or refuses them with words and a place; what it reads can be proven,
// written and read back.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.h"
#include "base/json_map.h"
#include "core/procedure/reader.h"
#include "core/procedure/soundness.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  auto const read = procedure::read_procedure({reinterpret_cast<char const*>(data), size}, "fuzz.yaml");
  if (!read) {
    ensure(!read.error().empty(), "a refusal says why");
    for (auto const& problem : read.error()) {
      ensure(problem.where && problem.where->line > 0 && problem.where->column > 0, "a refusal says where");
      ensure(!problem.detail.id.empty() && !problem.detail.en.empty(), "a refusal has words");
    }
    return 0;
  }
  static_cast<void>(procedure::prove_soundness(read->procedure));
  auto const back = from_json<procedure::Procedure>(to_json(read->procedure));
  ensure(back && *back == read->procedure, "a procedure survives as JSON");
  return 0;
}
