#pragma once
// The contract of the store runs on every implementation; this makes the one under test, fresh for each test.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "adapters/store/samples.h"
#include "support/postgres_server.h"
#include "support/temporary_folder.h"

namespace himpun::test {

enum class Kind { memory, sqlite, postgres };

inline std::string name_of(::testing::TestParamInfo<Kind> const& info) {
  switch (info.param) {
    case Kind::memory:
      return "memory";
    case Kind::sqlite:
      return "sqlite";
    case Kind::postgres:
      return "postgres";
  }
  return "unknown";
}

inline auto all_kinds() { return ::testing::Values(Kind::memory, Kind::sqlite, Kind::postgres); }

/// A refusal of a rule, as works return it.
inline constexpr ProblemType input_refused{"test.refused", ProblemKind::invalid, "Ditolak", "Refused"};

inline constexpr auto agency = "bps-3273";

struct QueueLimits {
  std::size_t capacity = 4096;
  std::size_t batch = 256;
  int writers = 2;  ///< where there may be more than one
};

class StoreContract : public ::testing::TestWithParam<Kind> {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// Another store on the same database: a second node, or the same one after a restart.
  std::unique_ptr<app::Store> open_again(QueueLimits limits = {});
  app::Store& store() { return *store_; }
  void close() { store_.reset(); }
  [[nodiscard]] Kind kind() const { return GetParam(); }

  template <class View>
  auto see(View const& view) {
    return look(*store_, view);
  }
  /// Runs a work that must succeed.
  void expect_done(app::Work work) {
    auto const answer = store_->transact(std::move(work));
    ASSERT_TRUE(answer.has_value()) << answer.error().type->code;
  }
  /// Runs writes that must succeed.
  void write(std::function<void(app::Transaction&)> writes) {
    expect_done([writes = std::move(writes)](app::Transaction& transaction) -> Result<void> {
      writes(transaction);
      return {};
    });
  }

  TemporaryFolder folder_;
  std::unique_ptr<PostgresDatabase> database_;
  std::unique_ptr<app::Store> store_;
};

}  // namespace himpun::test
