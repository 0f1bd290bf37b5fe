#pragma once
// What an installation signs with, from the file `signing.yaml` in its data folder. Without the file: key files only.
// Passwords of services stand in files of their own, which it names.

#include <optional>

#include "base/problem.h"

namespace himpun::signers {

inline constexpr ProblemType settings_invalid{"signing.settings_invalid", ProblemKind::invalid,
                                              "Pengaturan tanda tangan tidak benar",
                                              "The settings for signing are not right"};

struct TimeStampSettings {
  std::string url;
};
struct DeviceSettings {
  std::string module;  ///< path of the PKCS#11 library
  std::string chain;   ///< path of a PEM file with the certificates above the signer's; may be empty
};
struct ServiceSettings {
  std::string url;  ///< of the e-sign client service, without /api
  std::string user;
  std::string password_file;
  std::string trusted_file;
  std::int64_t seconds = 20;
};

struct Settings {
  std::string public_address;
  std::string key_folder;  ///< set by whoever opens the office
  std::optional<TimeStampSettings> time_stamp;
  std::optional<DeviceSettings> pkcs11;
  std::optional<ServiceSettings> bsre_v1;
  std::optional<ServiceSettings> bsre_v2;
};

/// `path` may be missing.
[[nodiscard]] Result<Settings> read_settings(std::string const& path);

}  // namespace himpun::signers
