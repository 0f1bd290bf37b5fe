#include "adapters/store/contract.h"

#include "adapters/memory/store.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"

namespace himpun::testing {

void StoreContract::SetUp() {
  switch (kind()) {
    case Kind::memory:
      store_ = memory::make_store();
      return;
    case Kind::sqlite:
      ASSERT_TRUE(sqlite::migrate(folder_.file("himpun.db"), agency, instant(0)));
      break;
  }
  store_ = open_again();
}

void StoreContract::TearDown() {
  if (store_) store_->stop();
}

std::unique_ptr<app::Store> StoreContract::open_again(QueueLimits limits) {
  auto opened = sqlite::open({.path = folder_.file("himpun.db"),
                              .agency = agency,
                              .queue_capacity = limits.capacity,
                              .batch_size = limits.batch});
  ensure(opened.has_value(), "the database of this test opens");
  return std::move(*opened);
}

}  // namespace himpun::testing
