#pragma once
// Browsers that want to know when their inbox changes. Each is remembered with the positions and units its person acts
// for; a durable transaction that touched one of them is told at once. Who acts for what is looked up again every
// minute: appointments begin and end by themselves, and sessions end.

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "shell/http/api.h"

namespace himpun::http {

class InboxWatch {
 public:
  using Holders = std::set<std::string>;

  explicit InboxWatch(Api& api) : api_(api) {}
  InboxWatch(InboxWatch const&) = delete;
  InboxWatch& operator=(InboxWatch const&) = delete;
  ~InboxWatch();

  /// Holders of the account's person today; refused when the account is closed.
  [[nodiscard]] Result<Holders> find_holders(access::AccountId const& account);
  /// The stream that answers a request; `token` is the session's.
  [[nodiscard]] static EventStream stream(std::shared_ptr<InboxWatch> const& watch, app::Session const& session,
                                          std::string token, Holders holders);
  /// Something changed for these holders.
  void tell(std::vector<std::string> const& holders);

 private:
  struct Watcher {
    EventSink sink;
    access::AccountId account;
    std::string token;
    Holders holders;
  };
  using Number = std::uint64_t;

  void add(Number number, Watcher watcher);
  void remove(Number number);
  void refresh();
  void refresh_one(Number number, Watcher const& watcher);
  void run(std::stop_token const& stop);

  Api& api_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::map<Number, Watcher> watchers_;
  Number next_ = 1;
  std::jthread refresher_;  ///< begun with the first watcher
};

}  // namespace himpun::http
