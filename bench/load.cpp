#include "load.h"

#include <mutex>
#include <thread>

#include "fibers.h"
#include "figures.h"

namespace himpun::bench {
namespace {

constexpr double longest_wait_ms = 5000;

bool shows(HttpClient& client, Official const& reader, std::string const& case_id, std::int64_t version) {
  auto const reply = client.send("GET", "/api/v1/cases/" + case_id, reader.headers, "");
  if (reply.status != 200) throw std::runtime_error("cannot read a case: " + reply.body);
  return number_at(reply.json(), "version") >= version;
}

/// The receipt of a started case calls it `id`, that of a step `case_id`.
std::string case_of(Json const& receipt) {
  return receipt.find("case_id") ? text_at(receipt, "case_id") : text_at(receipt, "id");
}

/// What one client sees of its own cases.
Visibility look(int port, DemoOffice const& office, int cases) {
  Visibility seen;
  HttpClient acting{port};
  HttpClient reading{port};
  auto const look_again = [&](Json const& receipt) {
    auto const begin = Clock::now();
    auto const id = case_of(receipt);
    auto const version = number_at(receipt, "version");
    ++seen.reads;
    if (shows(reading, office.kearsipan, id, version)) return;
    ++seen.stale;
    while (!shows(reading, office.kearsipan, id, version)) {
      if (milliseconds_since(begin) > longest_wait_ms) throw std::runtime_error("an acknowledged step never appears");
    }
    seen.delay_ms = std::max(seen.delay_ms, milliseconds_since(begin));
  };
  for (int i = 0; i < cases; ++i) run_case(acting, office, {.timed = [](double) {}, .acknowledged = look_again});
  return seen;
}

}  // namespace

void on_threads(int count, std::function<void(std::size_t)> const& body) {
  std::exception_ptr failure;
  std::mutex mutex;
  {
    std::vector<std::jthread> threads;
    for (std::size_t number = 0; number < static_cast<std::size_t>(count); ++number) {
      threads.emplace_back([&, number] {
        try {
          body(number);
        } catch (...) {
          std::lock_guard const lock(mutex);
          failure = std::current_exception();
        }
      });
    }
  }
  if (failure) std::rethrow_exception(failure);
}

Load load(int port, DemoOffice const& office, int clients, double seconds) {
  int cases = 0;
  std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
  auto const begin = Clock::now();
  on_fibers(clients, [&](std::size_t number) {
    auto& own = times[number];
    HttpClient client{port};
    while (seconds_since(begin) < seconds) {
      run_case(client, office, {.timed = [&](double milliseconds) { own.push_back(milliseconds); }});
      ++cases;
    }
  });
  auto const took = seconds_since(begin);
  std::vector<double> all;
  for (auto const& own : times) all.insert(all.end(), own.begin(), own.end());
  auto const p50 = percentile(all, 50);
  auto const requests = static_cast<double>(all.size());
  return {static_cast<double>(cases) / took, requests / took, p50, percentile(all, 99), requests};
}

Visibility look_after_every_step(int port, DemoOffice const& office, int clients, int cases_each) {
  std::vector<Visibility> seen(static_cast<std::size_t>(clients));
  on_threads(clients, [&](std::size_t number) { seen[number] = look(port, office, cases_each); });
  Visibility all;
  for (auto const& each : seen) {
    all.reads += each.reads;
    all.stale += each.stale;
    all.delay_ms = std::max(all.delay_ms, each.delay_ms);
  }
  return all;
}

}  // namespace himpun::bench
