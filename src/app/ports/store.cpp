#include "app/ports/store.h"

#include <future>

namespace himpun::app {

Result<void> Store::transact(Work work) {
  auto promise = std::make_shared<std::promise<Result<void>>>();
  auto future = promise->get_future();
  submit(std::move(work), [promise](Result<void> result) { promise->set_value(std::move(result)); });
  return future.get();
}

}  // namespace himpun::app
