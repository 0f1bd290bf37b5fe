#include "adapters/store/contract.h"

#include <algorithm>

#include "adapters/memory/store.h"
#include "adapters/postgres/database.h"
#include "adapters/postgres/store.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"

namespace himpun::test {

void StoreContract::SetUp() {
  switch (kind()) {
    case Kind::memory:
      store_ = memory::make_store();
      return;
    case Kind::sqlite:
      ASSERT_TRUE(sqlite::migrate(folder_.file("himpun.db"), agency, instant(0)));
      break;
    case Kind::postgres:
      database_ = std::make_unique<PostgresDatabase>();
      ASSERT_TRUE(postgres::migrate(database_->where(), agency, instant(0)));
      break;
  }
  store_ = open_again();
}

void StoreContract::TearDown() {
  if (store_) store_->stop();
  store_.reset();
  database_.reset();
}

std::unique_ptr<app::Store> StoreContract::open_again(QueueLimits limits) {
  if (kind() == Kind::postgres) {
    auto opened = postgres::open({.where = database_->where(),
                                  .agency = agency,
                                  .queue_capacity = limits.capacity,
                                  .batch_size = std::min<std::size_t>(limits.batch, 32),
                                  .writers = limits.writers});
    ensure(opened.has_value(), "the database of this test opens");
    return std::move(*opened);
  }
  auto opened = sqlite::open({.path = folder_.file("himpun.db"),
                              .agency = agency,
                              .queue_capacity = limits.capacity,
                              .batch_size = limits.batch});
  ensure(opened.has_value(), "the database of this test opens");
  return std::move(*opened);
}

}  // namespace himpun::test
