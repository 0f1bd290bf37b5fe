#include "bare_loop.h"

#include <filesystem>

#include "app/demo/demo.h"
#include "assembly/assembly.h"
#include "load.h"
#include "seed_case.h"
#include "shell/http/door.h"

namespace himpun::bench {
void make_office(std::string const& folder) {
  if (!assembly::prepare({folder, ""})) throw std::runtime_error("cannot prepare");
  auto installation = assembly::open({folder, ""});
  if (!installation) throw std::runtime_error("cannot open the office");
  app::SessionDesk sessions{*installation->office};
  if (!app::make_demo_office(*installation->office, sessions)) throw std::runtime_error("cannot make the demo office");
  installation->store->stop();
}

BareLoop::BareLoop(std::string const& folder, int clients, int cases_each) : before_(folder + "/before.db") {
  make_office(folder);
  auto const path = folder + "/himpun.db";
  std::filesystem::copy_file(path, before_);
  // The same office on a store that remembers what is written.
  auto const recording = [&](app::Place const&, std::string const& agency) {
    return Result<std::unique_ptr<app::Store>>{std::make_unique<RecordingStore>(path, agency)};
  };
  auto installation = assembly::open_with(recording, {folder, ""});
  if (!installation) throw std::runtime_error("cannot open the recording office");
  auto& store = static_cast<RecordingStore&>(*installation->store);
  http::Door door{*installation, {}};
  if (!door.open()) throw std::runtime_error("cannot open the recording door");
  auto const office = sign_in_everybody(door.port());
  static_cast<void>(store.take_works());
  on_threads(clients, [&](std::size_t) {
    HttpClient client{door.port()};
    for (int i = 0; i < cases_each; ++i) run_case(client, office, {.timed = [](double) {}});
  });
  works_ = store.take_works();
  door.close();
}

Replay BareLoop::run(std::size_t batch, double seconds) const {
  auto const copy = before_ + ".replay";
  for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(copy + end);
  std::filesystem::copy_file(before_, copy);
  return replay(copy, works_, batch, seconds);
}

double BareLoop::statements_per_work() const {
  double statements = 0;
  for (auto const& work : works_) statements += static_cast<double>(work.size());
  return statements / static_cast<double>(works_.size());
}

}  // namespace himpun::bench
