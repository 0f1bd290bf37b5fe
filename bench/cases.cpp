// Complete seed cases through HTTP at 1, 16 and 128 clients, and the same writes in a bare SQLite loop, in one run on
// one machine. Durability: WAL, synchronous=FULL, an answer only after its commit. Clients and server share the cores.
// Prints `name value unit` lines; bench/README.md says how to read them.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "adapters/sqlite/database.h"
#include "app/demo/demo.h"
#include "assembly/assembly.h"
#include "recording_store.h"
#include "seed_case.h"
#include "server_process.h"
#include "shell/http/door.h"

namespace {

using namespace himpun;
using namespace himpun::bench;
using Clock = std::chrono::steady_clock;

void print(std::string const& name, double value, char const* unit) {
  std::printf("%s %.2f %s\n", name.c_str(), value, unit);
  std::fflush(stdout);
}

double percentile(std::vector<double> const& sorted, int percent) {
  return sorted.empty() ? 0
                        : sorted[std::min(sorted.size() - 1, sorted.size() * static_cast<std::size_t>(percent) / 100)];
}

struct Load {
  double cases_per_second = 0;
  double requests_per_second = 0;
  double p50 = 0;
  double p99 = 0;
};

/// `clients` connections, each carrying out one case after another for `seconds`.
Load load(int port, DemoOffice const& office, int clients, double seconds) {
  std::atomic<int> cases{0};
  std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
  auto const begin = Clock::now();
  auto const end = begin + std::chrono::duration<double>(seconds);
  {
    std::vector<std::jthread> threads;
    for (auto& own : times) {
      threads.emplace_back([&, port] {
        HttpClient client{port};
        while (Clock::now() < end) {
          run_case(client, office, [&](double milliseconds) { own.push_back(milliseconds); });
          ++cases;
        }
      });
    }
  }
  auto const took = std::chrono::duration<double>(Clock::now() - begin).count();
  std::vector<double> all;
  for (auto const& own : times) all.insert(all.end(), own.begin(), own.end());
  std::ranges::sort(all);
  return {cases / took, static_cast<double>(all.size()) / took, percentile(all, 50), percentile(all, 99)};
}

/// Writes of `cases` cases as the office makes them, recorded through the same server code in this process.
std::vector<RecordedWork> record_works(std::string const& folder, int cases, std::string const& copy_before) {
  auto installation = assembly::open({folder, ""});
  if (!installation) throw std::runtime_error("cannot open the recording office");
  auto const agency = installation->office->world().agency;
  installation->store->stop();
  std::filesystem::copy_file(folder + "/himpun.db", copy_before);
  installation->store = std::make_unique<RecordingStore>(folder + "/himpun.db", agency);
  auto& store = static_cast<RecordingStore&>(*installation->store);
  auto world = installation->office->world();
  installation->office = std::make_unique<app::Office>(
      app::World{store, world.blobs, world.hasher, world.key, world.clock, world.make_id, world.make_token, agency, world.sheets,
                 world.scratch_folder});
  http::Door door{*installation, {}};
  if (!door.open()) throw std::runtime_error("cannot open the recording door");
  auto const office = sign_in_everybody(door.port());
  static_cast<void>(store.take_works());
  HttpClient client{door.port()};
  for (int i = 0; i < cases; ++i) run_case(client, office, [](double) {});
  auto works = store.take_works();
  door.close();
  return works;
}

double bare(std::string const& original, std::vector<RecordedWork> const& works, std::size_t batch) {
  auto const copy = original + ".replay";
  for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(copy + end);
  std::filesystem::copy_file(original, copy);
  return replay(copy, works, batch);
}

void make_office(std::string const& folder) {
  if (!assembly::prepare({folder, ""})) throw std::runtime_error("cannot prepare");
  auto installation = assembly::open({folder, ""});
  app::SessionDesk sessions{*installation->office};
  if (!app::make_demo_office(*installation->office, sessions)) throw std::runtime_error("cannot make the demo office");
  installation->store->stop();
}

}  // namespace

int main(int argc, char** argv) {
  std::string const program = argc > 1 ? argv[1] : "build/himpun";
  double const seconds = argc > 2 ? std::stod(argv[2]) : 8;
  auto const folder = make_folder();
  auto const recording = make_folder();
  try {
    make_office(folder);
    print("binary_size", static_cast<double>(std::filesystem::file_size(program)) / 1e6, "MB");
    ServerProcess server{program, folder};
    print("start_to_first_answer_existing_database", server.start_milliseconds(), "ms");
    print("memory_idle", server.resident_megabytes(), "MB");
    auto const office = sign_in_everybody(server.port());
    Load most;
    for (int const clients : {1, 16, 128}) {
      auto const result = load(server.port(), office, clients, seconds);
      auto const at = "_clients_" + std::to_string(clients);
      print("seed_cases_per_second" + at, result.cases_per_second, "cases/s");
      print("requests_per_second" + at, result.requests_per_second, "requests/s");
      print("step_p50" + at, result.p50, "ms");
      print("step_p99" + at, result.p99, "ms");
      most = result;
    }
    print("memory_under_load", server.resident_megabytes(), "MB");
    server.stop();

    make_office(recording);
    auto const before = recording + "/before.db";
    auto const works = record_works(recording, 500, before);
    double statements = 0;
    for (auto const& work : works) statements += static_cast<double>(work.size());
    print("statements_per_request", statements / static_cast<double>(works.size()), "statements");
    auto const batched = bare(before, works, 64);
    auto const single = bare(before, works, 1);
    print("bare_loop_batched_64", batched, "works/s");
    print("bare_loop_one_per_commit", single, "works/s");
    print("ratio_128_clients_to_bare_batched", most.requests_per_second / batched, "ratio");
    print("ratio_128_clients_to_bare_one_per_commit", most.requests_per_second / single, "ratio");
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    remove_folder(folder);
    remove_folder(recording);
    return 1;
  }
  remove_folder(folder);
  remove_folder(recording);
  return 0;
}
