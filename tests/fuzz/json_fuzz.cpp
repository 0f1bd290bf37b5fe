// Any bytes at all: what the JSON reader accepts has one text form that reads back as the same value; what it refuses
// has words and a place.

#include "base/ensure.h"
#include "base/json.h"
#include "base/text.h"
#include "bytes.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  auto const read = parse_json(fuzz::Bytes{data, size}.rest());
  if (!read) {
    auto const& problem = read.error();
    ensure(problem.where && problem.where->line > 0 && problem.where->column > 0, "a refusal says where");
    ensure(!problem.detail.id.empty() && !problem.detail.en.empty(), "a refusal has words");
    return 0;
  }
  auto const text = write_json(*read);
  ensure(is_utf8(text), "what is written is UTF-8");
  auto const back = parse_json(text);
  ensure(back && *back == *read, "what is written reads back as the same value");
  ensure(write_json(*back) == text, "a value has one text form");
  return 0;
}
