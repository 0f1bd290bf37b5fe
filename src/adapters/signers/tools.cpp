#include "adapters/signers/tools.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/reading/pdf_reader.h"
#include "adapters/signers/authority.h"
#include "adapters/signers/bsre/service.h"
#include "adapters/signers/lasting.h"
#include "adapters/signers/local_signers.h"
#include "adapters/signers/scan/qr_reader.h"

namespace himpun::signers {
namespace {

using signing::SignerKind;

constexpr std::size_t threads = 4;
constexpr std::size_t longest_queue = 64;

inline constexpr ProblemType queue_full{"signing.queue_full", ProblemKind::unavailable,
                                        "Terlalu banyak penandatanganan sekaligus",
                                        "Too many signatures at the same time"};

/// Jobs on a few threads, made when the first job comes; at the end what is queued is still done.
class Threads {
 public:
  Threads() = default;
  Threads(Threads const&) = delete;
  Threads& operator=(Threads const&) = delete;
  ~Threads() {
    {
      std::lock_guard const lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
  }

  [[nodiscard]] bool has_room() {
    std::lock_guard const lock(mutex_);
    return jobs_.size() < longest_queue;
  }
  void add(std::move_only_function<void()> job) {
    {
      std::lock_guard const lock(mutex_);
      jobs_.push_back(std::move(job));
      if (threads_.size() < threads) threads_.emplace_back([this] { loop(); });
    }
    changed_.notify_one();
  }

 private:
  void loop() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::move_only_function<void()>> jobs_;
  std::vector<std::thread> threads_;
  bool stopping_ = false;
};

class Background final : public app::Signer {
 public:
  Background(Threads& where, std::unique_ptr<app::Signer> signer) : where_(where), signer_(std::move(signer)) {}

  void sign(app::SigningWork work, app::Signed done) override {
    if (!where_.has_room()) return done(refuse(queue_full));
    where_.add([this, work = std::move(work), done = std::move(done)]() mutable {
      signer_->sign(std::move(work), std::move(done));
    });
  }

 private:
  Threads& where_;
  std::unique_ptr<app::Signer> signer_;
};

/// The person signs; there is nothing to ask.
class Paper final : public app::Signer {
 public:
  void sign(app::SigningWork, app::Signed done) override { done(refuse(scan_unreadable)); }
};

class Tools final : public app::SigningTools {
 public:
  explicit Tools(Settings settings) : settings_(std::move(settings)) {
    if (settings_.time_stamp) ask_time_ = time_authority(settings_.time_stamp->url);
    add(SignerKind::pkcs12, pkcs12_signer(settings_.key_folder, ask_time_));
    if (settings_.pkcs11) add(SignerKind::pkcs11, pkcs11_signer(*settings_.pkcs11, ask_time_));
    if (settings_.bsre_v1) add(SignerKind::bsre_v1, bsre_v1_signer(*settings_.bsre_v1));
    if (settings_.bsre_v2) add(SignerKind::bsre_v2, bsre_v2_signer(*settings_.bsre_v2));
    signers_[SignerKind::wet_ink] = std::make_unique<Paper>();
  }

  app::Signer* find_signer(SignerKind kind) override {
    auto const found = signers_.find(kind);
    return found == signers_.end() ? nullptr : found->second.get();
  }
  Result<signing::PdfFacts> read(std::string const& pdf, app::TrustedSigners const& trust) override {
    return pdf_signing::read_pdf(pdf, {trust.anchors, trust.revocation_lists});
  }
  Result<std::string> with_stamp(std::string pdf, signing::PdfSignature const& signature) override {
    return pdf_signing::stamp_pdf(std::move(pdf), signature);
  }
  Result<std::vector<std::string>> read_codes(std::string const& path, std::string const& media_type) override {
    return read_qr_codes(path, media_type);
  }
  std::string public_address() const override { return settings_.public_address; }

 private:
  void add(SignerKind kind, std::unique_ptr<app::Signer> signer) {
    signers_[kind] = std::make_unique<Background>(threads_, lasting(std::move(signer), ask_time_));
  }

  Settings settings_;
  pdf_signing::AskTime ask_time_;
  std::map<SignerKind, std::unique_ptr<app::Signer>> signers_;
  Threads threads_;  ///< ends before the signers it works with
};

class OpensslAuthority final : public app::KeyAuthority {
 public:
  Result<AuthorityFiles> make(std::string const& office, KeyKind kind, Secret const& passphrase, Instant now) override {
    return make_authority(office, kind, passphrase, now);
  }
  Result<IssuedKey> issue(AuthorityFiles const& authority, Secret const& passphrase, KeySubject const& subject,
                          KeyKind kind, Secret const& key_passphrase, Instant from, Instant to) override {
    return issue_key(authority, passphrase, subject, kind, key_passphrase, from, to);
  }
  Result<std::string> revocation_list(AuthorityFiles const& authority, Secret const& passphrase,
                                      std::vector<RevokedSerial> const& revoked, std::int64_t number,
                                      Instant now) override {
    return make_revocation_list(authority, passphrase, revoked, number, now);
  }
};

}  // namespace

std::unique_ptr<app::SigningTools> open_tools(Settings settings) { return std::make_unique<Tools>(std::move(settings)); }

std::unique_ptr<app::KeyAuthority> key_authority() { return std::make_unique<OpensslAuthority>(); }

}  // namespace himpun::signers
