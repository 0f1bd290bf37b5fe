#include "adapters/signers/device_key.h"

#include <openssl/crypto.h>
#include <openssl/engine.h>
#include <openssl/err.h>

#include <mutex>

// The engine interface is the only way to this engine in OpenSSL 3.0; it is deprecated, not gone.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace himpun::signers {
namespace {

using pdf_signing::Certificate;
using pdf_signing::Credential;
using pdf_signing::Key;

/// Loaded once and never let go. Not in OpenSSL's list of engines: whoever registers all of that list (libcurl does when
/// it starts) would send every key of this process through the device.
ENGINE* load_engine() {
  ENGINE_load_dynamic();
  auto* engine = ENGINE_by_id("dynamic");
  auto const set = [&](char const* name, char const* value) {
    return ENGINE_ctrl_cmd_string(engine, name, value, 0) == 1;
  };
  bool const is_loaded = engine && set("ID", "pkcs11") && set("DIR_LOAD", "2") &&
                         set("DIR_ADD", OPENSSL_info(OPENSSL_INFO_ENGINES_DIR)) && set("LIST_ADD", "0") &&
                         set("LOAD", nullptr);
  if (is_loaded) return engine;
  ENGINE_free(engine);
  return nullptr;
}

/// A functional reference; letting it go logs out of the device.
class Session {
 public:
  explicit Session(ENGINE* engine) : engine_(engine) {}
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;
  ~Session() {
    if (is_open_) ENGINE_finish(engine_);
  }
  [[nodiscard]] bool open(std::string const& module, Secret const& pin) {
    is_open_ = ENGINE_ctrl_cmd_string(engine_, "MODULE_PATH", module.c_str(), 0) == 1 &&
               ENGINE_init(engine_) == 1;
    return is_open_ && ENGINE_ctrl_cmd_string(engine_, "PIN", pin.reveal().c_str(), 0) == 1;
  }
  [[nodiscard]] Key load_key(std::string const& address) const {
    return Key{ENGINE_load_private_key(engine_, address.c_str(), nullptr, nullptr)};
  }
  [[nodiscard]] Certificate load_certificate(std::string const& address) const {
    struct {
      char const* address;
      X509* certificate;
    } wanted{address.c_str(), nullptr};
    ENGINE_ctrl_cmd(engine_, "LOAD_CERT_CTRL", 0, &wanted, nullptr, 1);
    return Certificate{wanted.certificate};
  }

 private:
  ENGINE* engine_;
  bool is_open_ = false;
};

std::unexpected<Problem> missing(std::string const& id, std::string const& en) {
  ERR_clear_error();
  return refuse(device_missing, {id, en});
}

}  // namespace

Result<std::string> with_device_key(std::string const& module, std::string const& address, Secret const& pin,
                                    std::string const& chain, UseCredential const& use) {
  static std::mutex one_at_a_time;
  std::lock_guard const lock(one_at_a_time);
  static auto* const engine = load_engine();
  Session session{engine};
  if (!engine || !session.open(module, pin)) {
    return missing("Pustaka PKCS#11 tidak dapat dibuka.", "The PKCS#11 library cannot be opened.");
  }
  Credential credential{session.load_key(address), session.load_certificate(address),
                        pdf_signing::certificates_of(chain)};
  if (!credential.key) {
    ERR_clear_error();
    return refuse(app::passphrase_wrong, {"PIN salah, atau kunci " + address + " tidak ada di perangkat.",
                                          "The PIN is wrong, or the device has no key " + address + "."});
  }
  if (!credential.certificate) {
    return missing("Sertifikat kunci ini tidak ada di perangkat.", "The key's certificate is not in the device.");
  }
  return use(credential);
}

}  // namespace himpun::signers
