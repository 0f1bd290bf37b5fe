// Complete seed cases through HTTP at 1, 16 and 128 clients, and the same writes in a bare SQLite loop, in one run on
// one machine; what the program weighs; and whether an acknowledged step is visible at once. Prints `name value unit`
// lines; bench/README.md says how to read them.

#include <spdlog/spdlog.h>

#include <cstdio>
#include <filesystem>
#include <map>

#include "bare_loop.h"
#include "figures.h"
#include "load.h"
#include "server_process.h"

namespace {

using namespace himpun::bench;

constexpr int round_count = 3;
constexpr int most_clients = 128;

void measure_start(std::string const& program, std::string const& folder) {
  state("program: as built by `make build`; start: from exec to the first answer (/healthz) on an existing database,");
  state("median of 5; idle: resident memory (VmRSS) half a second after the start");
  print("binary_size", static_cast<double>(std::filesystem::file_size(program)) / 1e6, "MB");
  std::vector<double> starts;
  double idle = 0;
  for (int i = 0; i < 5; ++i) {
    ServerProcess const server{program, folder};
    starts.push_back(server.start_milliseconds());
    if (i == 4) idle = server.settled_megabytes();
  }
  print("start_to_first_answer", median(starts), "ms");
  print("memory_idle", idle, "MB");
}

void print_load(Load const& load, int clients) {
  auto const at = "_clients_" + std::to_string(clients);
  print("seed_cases_per_second" + at, load.cases_per_second, "cases/s");
  print("requests_per_second" + at, load.requests_per_second, "requests/s");
  print("step_p50" + at, load.p50, "ms");
  print("step_p99" + at, load.p99, "ms");
}

void measure_visibility(int port, DemoOffice const& office) {
  state("visibility: 16 clients; after every acknowledged step another official reads the case on another connection");
  auto const seen = look_after_every_step(port, office, 16, 10);
  print("visibility_reads", seen.reads, "reads");
  print("visibility_stale_reads", seen.stale, "reads");
  print("visibility_delay", seen.delay_ms, "ms");
}

/// Median over the rounds of each figure, by name.
class Rounds {
 public:
  void add(std::string const& name, double value) { values_[name].push_back(value); }
  [[nodiscard]] double of(std::string const& name) const { return median(values_.at(name)); }

 private:
  std::map<std::string, std::vector<double>> values_;
};

Load load_round(ServerProcess const& server, DemoOffice const& office, double seconds, Rounds& rounds) {
  auto const server_cpu = server.cpu_seconds();
  auto const own_cpu = own_cpu_seconds();
  auto const served = load(server.port(), office, most_clients, seconds);
  rounds.add("cases", served.cases_per_second);
  rounds.add("requests", served.requests_per_second);
  rounds.add("p50", served.p50);
  rounds.add("p99", served.p99);
  rounds.add("server_cpu", (server.cpu_seconds() - server_cpu) * 1e6 / served.requests);
  rounds.add("client_cpu", (own_cpu_seconds() - own_cpu) * 1e6 / served.requests);
  return served;
}

/// The server and the bare loop take turns, so that both meet the same machine.
void measure_ratio(ServerProcess const& server, DemoOffice const& office, BareLoop const& bare, double seconds) {
  Rounds each;
  for (int round = 0; round < round_count; ++round) {
    auto const served = load_round(server, office, seconds, each);
    auto const batched = bare.run(most_clients, seconds);
    auto const single = bare.run(1, seconds / 2);
    each.add("batched", batched.per_second);
    each.add("batched_cpu", batched.cpu_microseconds);
    each.add("single", single.per_second);
    each.add("to_batched", served.requests_per_second / batched.per_second);
    each.add("to_single", served.requests_per_second / single.per_second);
  }
  print_load({each.of("cases"), each.of("requests"), each.of("p50"), each.of("p99")}, most_clients);
  print("server_cpu_per_request", each.of("server_cpu"), "us");
  print("client_cpu_per_request", each.of("client_cpu"), "us");
  state(
      "bare loop: the statements of these requests, recorded at 128 clients, again through the SQLite C API by one "
      "thread;");
  state("WAL, synchronous=FULL; a work is what one request writes. Medians of 3 rounds in turns with the server");
  print("statements_per_work", bare.statements_per_work(), "statements");
  print("bare_loop_batched_128", each.of("batched"), "works/s");
  print("bare_loop_batched_128_cpu_per_work", each.of("batched_cpu"), "us");
  print("bare_loop_one_per_commit", each.of("single"), "works/s");
  print("ratio_128_clients_to_bare_batched", each.of("to_batched"), "ratio");
  print("ratio_128_clients_to_bare_one_per_commit", each.of("to_single"), "ratio");
}

void measure(std::string const& program, double seconds, std::string const& folder, std::string const& recording) {
  make_office(folder);
  measure_start(program, folder);
  BareLoop const bare{recording, most_clients, 16};
  ServerProcess server{program, folder};
  auto const office = sign_in_everybody(server.port());
  state(
      "seed cases: 22 requests each by seven officials, from the letter to the archive, about 300 bytes a body; "
      "SQLite");
  state(
      "WAL, synchronous=FULL, every answer after its commit; one kept connection a client; clients, server: one "
      "machine");
  for (int const clients : {1, 16}) print_load(load(server.port(), office, clients, seconds), clients);
  measure_ratio(server, office, bare, seconds);
  state("resident memory after the load above; up to 4096 cases are kept folded");
  print("memory_under_load", server.resident_megabytes(), "MB");
  measure_visibility(server.port(), office);
}

}  // namespace

int main(int argc, char** argv) {
  spdlog::set_level(spdlog::level::off);  // the recording runs the server's code in this process
  std::string const program = argc > 1 ? argv[1] : "build/himpun";
  double const seconds = argc > 2 ? std::stod(argv[2]) : 5;
  TemporaryFolder const folder;
  TemporaryFolder const recording;
  try {
    measure(program, seconds, folder.path(), recording.path());
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
