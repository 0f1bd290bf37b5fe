#include "adapters/memory/store.h"

#include <mutex>

#include "adapters/memory/transaction.h"

namespace himpun::memory {
namespace {

using Listener = std::function<void(std::vector<std::string> const&)>;

class MemoryStore final : public app::Store {
 public:
  void submit(app::Work work, app::Done done) override {
    std::vector<std::string> topics;
    auto const answer = run(work, topics);
    for (auto const& listener : listeners_for(topics)) listener(topics);
    done(answer);
  }

  void read(std::function<void(app::Reader&)> const& view) override {
    std::lock_guard const lock(mutex_);
    Transaction transaction(tables_);
    view(transaction);
  }

  void listen(Listener listener) override {
    std::lock_guard const lock(mutex_);
    listeners_.push_back(std::move(listener));
  }

  void stop() override {
    std::lock_guard const lock(mutex_);
    stopped_ = true;
  }

 private:
  Result<void> run(app::Work const& work, std::vector<std::string>& topics) {
    std::lock_guard const lock(mutex_);
    if (stopped_) return refuse(app::store_unavailable);
    Transaction transaction(tables_);
    Result<void> answer;
    try {
      answer = work(transaction);
    } catch (Conflict const&) {
      answer = refuse(app::store_conflict);
    } catch (...) {
      transaction.roll_back();
      throw;
    }
    if (!answer) transaction.roll_back();
    topics = transaction.topics();
    return answer;
  }

  std::vector<Listener> listeners_for(std::vector<std::string> const& topics) {
    std::lock_guard const lock(mutex_);
    return topics.empty() ? std::vector<Listener>{} : listeners_;
  }

  std::recursive_mutex mutex_;  ///< recursive: a view may look at the store again
  Tables tables_;
  std::vector<Listener> listeners_;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<app::Store> make_store() { return std::make_unique<MemoryStore>(); }

}  // namespace himpun::memory
