#pragma once
// Bodies of initialling and signing, member by member as the contract has them (api/openapi.yaml).

#include "shell/http/routes/bodies.h"

namespace himpun::http {

struct MarkBody {
  std::string password;
  std::string sha256;
  std::optional<std::string> passphrase;  ///< of the electronic signature, where the person's signer needs one
};
BOOST_DESCRIBE_STRUCT(MarkBody, (), (password, sha256, passphrase))

struct PrintBody {
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(PrintBody, (), (sha256))

/// Wet ink: the scan of the paper that was printed and signed.
struct ScanBody {
  std::string password;
  std::string sha256;
  workflow::FileRef file;
};
BOOST_DESCRIBE_STRUCT(ScanBody, (), (password, sha256, file))

inline void check(MarkBody const& body, FieldChecks& checks) {
  checks.text("/password", body.password, 1, 1024);
  checks.sha256("/sha256", body.sha256);
  checks.text("/passphrase", body.passphrase, 1, 1024);
}
inline void check(PrintBody const& body, FieldChecks& checks) { checks.sha256("/sha256", body.sha256); }
inline void check(ScanBody const& body, FieldChecks& checks) {
  checks.text("/password", body.password, 1, 1024);
  checks.sha256("/sha256", body.sha256);
  checks.file("/file", body.file);
}

}  // namespace himpun::http
