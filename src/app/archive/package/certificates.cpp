#include "app/archive/package/certificates.h"

#include "app/signing/signing_room.h"
#include "app/streams.h"

namespace himpun::app {
namespace {

constexpr int signer_events_per_page = 500;

signing::Signers signers_at(Reader& reader, Instant until) {
  signing::Signers signers;
  for (std::int64_t version = 0;;) {
    auto const rows = reader.events(signers_stream, version, signer_events_per_page);
    for (auto const& row : rows) {
      auto const [envelope, event] = read_event<signing::SignersEvent>(row);
      if (envelope.at > until) return signers;
      evolve(signers, event, envelope.at);
      version = row.version;
    }
    if (std::ssize(rows) < signer_events_per_page) return signers;
  }
}

}  // namespace

std::vector<CertificateFile> certificates_for(Reader& reader, workflow::CaseId const& file, Instant until) {
  if (reader.head(signing_stream(file.value)).version == 0) return {};
  auto const signers = signers_at(reader, until);
  std::vector<CertificateFile> files;
  if (!signers.authority.empty()) files.push_back({"authority.pem", signers.authority});
  if (!signers.revocation_list.empty()) files.push_back({"revocation-list.pem", signers.revocation_list});
  for (std::size_t i = 0; i < signers.anchors.size(); ++i) {
    files.push_back({"trusted-" + std::to_string(i + 1) + ".pem", signers.anchors[i]});
  }
  return files;
}

}  // namespace himpun::app
