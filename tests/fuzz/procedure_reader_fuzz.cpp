// Any bytes at all: the reader either reads them or refuses them with words and a place; what it reads can be proven,
// written and read back.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.h"
#include "core/journal/typed.h"
#include "core/procedure/book.h"
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
  procedure::Book book;
  for (auto const& event : procedure::adopt(book, read->procedure, {})) {
    auto const stored = journal::to_data(event);
    auto const back = journal::from_data<procedure::Event>(stored.type, stored.version, stored.data);
    ensure(back.has_value(), "its events can be read");
    procedure::evolve(book, *back, {});
  }
  ensure(book.latest().procedure == read->procedure, "a procedure survives its events");
  return 0;
}
