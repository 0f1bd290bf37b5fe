// A request body of every kind (the first byte says which) from any bytes: it is read strictly, with all wrong fields
// named; what passes the checks of lengths is written and read back as the same value.

#include "base/ensure.h"
#include "bytes.h"
#include "shell/http/routes/bodies.h"

namespace himpun::http {
namespace {

template <class Body>
void try_body(Json const& json) {
  auto const body = from_json<Body>(json);
  if (!body) {
    ensure(!body.error().fields.empty(), "a refusal names what is wrong");
    return;
  }
  FieldChecks checks;
  check(*body, checks);
  (void)checks.finish();
  auto const text = write_json(to_json(*body));
  auto const again = parse_json(text);
  ensure(again.has_value(), "what is written is JSON");
  auto const back = from_json<Body>(*again);
  ensure(back && write_json(to_json(*back)) == text, "a body survives as JSON");
}

using Try = void (*)(Json const&);
constexpr Try tries[] = {
    try_body<NothingBody>,    try_body<ReasonBody>,       try_body<InputPresentationBody>, try_body<PaperWritingBody>,
    try_body<CompletionBody>, try_body<ReturnBody>,       try_body<MarkingBody>,           try_body<AnswerBody>,
    try_body<RejectionBody>,  try_body<DistributionBody>, try_body<ArchivingBody>,         try_body<CaseStartBody>,
    try_body<CorrectionBody>, try_body<MigrationBody>,
};

}  // namespace
}  // namespace himpun::http

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  fuzz::Bytes bytes{data, size};
  auto const kind = bytes.number(std::size(http::tries));
  if (auto const json = parse_json(bytes.rest())) http::tries[kind](*json);
  return 0;
}
