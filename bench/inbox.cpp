// How long an official waits for the inbox with 1,000, 100,000 and 1,000,000 open tasks in the office. Prints
// `name value unit` lines; bench/README.md says how to read them.

#include <cstdio>
#include <set>

#include "bare_loop.h"
#include "figures.h"
#include "load.h"
#include "open_tasks.h"
#include "seed_case.h"
#include "server_process.h"

namespace {

using namespace himpun;
using namespace himpun::bench;

constexpr int clients = 8;

std::vector<Official> officials_of(DemoOffice const& office) {
  return {office.kadis, office.sekretaris, office.kasubag, office.analis, office.perpustakaan, office.kearsipan};
}

std::vector<std::string> holders_of(std::vector<Official> const& officials) {
  std::set<std::string> holders;
  for (auto const& each : officials) holders.insert({each.position, each.unit});
  return {holders.begin(), holders.end()};
}

/// One official looks: the first page, the next one, one kind of task, what is late, what is on time.
class Browsing {
 public:
  Browsing(int port, std::vector<Official> const& officials) : client_(port), officials_(officials) {}

  void look(std::size_t turn, std::vector<double>& times) {
    official_ = &officials_[turn % officials_.size()];
    auto const first = get("", times);
    auto const* next = first.find("next");
    if (next) get("?after=" + text_at(first, "next"), times);
    get("?action=review", times);
    get("?due=late", times);
    get("?due=on_time", times);
  }

  /// A word that no task has: the longest search there is.
  void search(std::size_t turn, std::vector<double>& times) {
    official_ = &officials_[turn % officials_.size()];
    get("?q=tidak-ada", times);
  }

 private:
  Json get(std::string const& query, std::vector<double>& times) {
    auto const begin = Clock::now();
    auto const reply = client_.send("GET", "/api/v1/tasks" + query, official_->headers, "");
    times.push_back(milliseconds_since(begin));
    if (reply.status != 200) throw std::runtime_error("the inbox refuses: " + reply.body);
    return reply.json();
  }

  HttpClient client_;
  std::vector<Official> const& officials_;
  Official const* official_ = nullptr;
};

using Act = void (Browsing::*)(std::size_t, std::vector<double>&);

/// Times of all requests of all clients within `seconds`.
std::vector<double> browse(int port, std::vector<Official> const& officials, Act act, double seconds) {
  std::vector<std::vector<double>> times(clients);
  auto const begin = Clock::now();
  on_threads(clients, [&](std::size_t number) {
    Browsing browsing{port, officials};
    for (auto turn = number; seconds_since(begin) < seconds; ++turn) (browsing.*act)(turn, times[number]);
  });
  std::vector<double> all;
  for (auto const& own : times) all.insert(all.end(), own.begin(), own.end());
  return all;
}

/// The first start after the rows were added reads them once more, from the log into the file; those after it are
/// the starts of an existing database.
double usual_start_milliseconds(std::string const& program, std::string const& folder) {
  std::vector<double> starts;
  for (int i = 0; i < 4; ++i) starts.push_back(ServerProcess{program, folder}.start_milliseconds());
  starts.erase(starts.begin());
  return median(starts);
}

void measure(std::string const& program, std::string const& folder, double seconds, int tasks) {
  auto const at = "_tasks_" + std::to_string(tasks);
  print("start_to_first_answer" + at, usual_start_milliseconds(program, folder), "ms");
  ServerProcess const server{program, folder};
  auto const officials = officials_of(sign_in_everybody(server.port()));
  auto times = browse(server.port(), officials, &Browsing::look, seconds);
  print("inbox_requests_per_second" + at, static_cast<double>(times.size()) / seconds, "requests/s");
  print("inbox_p50" + at, percentile(times, 50), "ms");
  print("inbox_p99" + at, percentile(times, 99), "ms");
  auto searches = browse(server.port(), officials, &Browsing::search, seconds / 2);
  print("inbox_search_without_match_p50" + at, percentile(searches, 50), "ms");
  print("memory_inbox" + at, server.resident_megabytes(), "MB");
}

void measure_all(std::string const& program, std::string const& folder, double seconds) {
  make_office(folder);
  std::vector<std::string> holders;
  {
    ServerProcess const server{program, folder};
    holders = holders_of(officials_of(sign_in_everybody(server.port())));
  }
  state("inbox: GET /api/v1/tasks, 50 items a page (about 30 kB), " + std::to_string(clients) +
        " clients without a pause, six officials; the first page, the");
  state("next, one kind, late, on time in turn; the tasks lie on " + std::to_string(holders.size()) +
        " holders, a third of them late; SQLite");
  int made = 0;
  for (int const tasks : {1'000, 100'000, 1'000'000}) {
    auto const begin = Clock::now();
    add_open_tasks(folder, holders, made, tasks);
    state(std::to_string(tasks - made) + " rows added in " + std::to_string(seconds_since(begin)) + " s");
    made = tasks;
    measure(program, folder, seconds, tasks);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string const program = argc > 1 ? argv[1] : "build/himpun";
  double const seconds = argc > 2 ? std::stod(argv[2]) : 4;
  TemporaryFolder const folder;
  try {
    measure_all(program, folder.path(), seconds);
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
