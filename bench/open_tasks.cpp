#include "open_tasks.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "app/demo/demo.h"
#include "assembly/assembly.h"

namespace himpun::bench {
namespace {

using namespace std::chrono_literals;

constexpr int tasks_per_commit = 20'000;
constexpr std::array actions{"work", "review", "initial", "sign", "answer", "receive"};

/// The one open task of a fresh demo office.
app::TaskRow find_sample(app::Store& store, std::vector<std::string> const& holders) {
  std::vector<app::TaskRow> found;
  store.read([&](app::Reader& reader) {
    for (auto const& holder : holders) {
      auto rows = reader.list_tasks({.holder = holder, .action = "dispose", .search = {}, .limit = 1});
      if (!rows.empty()) found.push_back(std::move(rows.front()));
    }
  });
  if (found.empty()) throw std::runtime_error("the demo office has no open task");
  return found.front();
}

std::string padded(int number) {
  auto text = std::to_string(number);
  return std::string(8 - text.size(), '0') + text;
}

class Generator {
 public:
  Generator(app::TaskRow sample, std::vector<std::string> const& holders, Instant now)
      : sample_(std::move(sample)), holders_(holders), now_(now) {}

  /// `share`, from 0 up to 1, says how far the batch is. One holder after the other, each with dates from 30 days ago
  /// to 60 days ahead: in the order of the table, because a million rows put anywhere would take minutes.
  [[nodiscard]] app::TaskRow row(int number, double share) const {
    auto const place = share * static_cast<double>(holders_.size());
    auto const holder = static_cast<std::size_t>(place);
    auto row = sample_;
    row.case_id = "01J0000000000000000" + padded(number).substr(1);
    row.task = row.case_id + "-t1";
    row.case_number = padded(number) + "/2026";
    row.case_title = "Pengumpulan data kinerja ke-" + std::to_string(number);
    row.action = actions[static_cast<std::size_t>(number) % actions.size()];
    row.holder = holders_[holder];
    auto const minute = static_cast<std::int64_t>((place - static_cast<double>(holder)) * 90 * 24 * 60);
    row.due_at = now_ - 30 * 24h + std::chrono::minutes{minute};
    row.at_risk_at = row.due_at - 48h;
    row.since = row.due_at - 5 * 24h;
    return row;
  }

 private:
  app::TaskRow sample_;
  std::vector<std::string> const& holders_;
  Instant now_;
};

}  // namespace

void add_open_tasks(std::string const& folder, std::vector<std::string> const& holders, int first, int end) {
  auto installation = assembly::open({folder, ""});
  if (!installation) throw std::runtime_error("cannot open the office");
  auto& store = *installation->store;
  Generator const generator{find_sample(store, holders), holders, installation->office->world().clock()};
  for (int from = first; from < end; from += tasks_per_commit) {
    auto const done = store.transact([&](app::Transaction& transaction) -> Result<void> {
      for (int number = from; number < std::min(end, from + tasks_per_commit); ++number) {
        auto const row = generator.row(number, static_cast<double>(number - first) / static_cast<double>(end - first));
        transaction.put(row);
        transaction.add_load(row.holder, row.action, 1);
      }
      return {};
    });
    if (!done) throw std::runtime_error("the tasks cannot be stored");
  }
  store.stop();
}

}  // namespace himpun::bench
