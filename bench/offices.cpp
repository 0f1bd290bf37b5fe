#include "offices.h"

#include <fstream>
#include <stdexcept>

#include "app/desks/import_desk.h"
#include "assembly/assembly.h"
#include "bare_loop.h"
#include "figure_rows.h"
#include "figures.h"
#include "load.h"

namespace himpun::bench {

app::Installation open_office(std::string const& folder) {
  auto installation = assembly::open({folder, ""});
  if (!installation) throw std::runtime_error("cannot open the office");
  return std::move(*installation);
}

void write_file(std::string const& path, std::string const& text) {
  std::ofstream file{path, std::ios::binary};
  file << text;
}

std::int64_t import(app::Installation& installation, std::string const& path) {
  auto const kept = [&] { return FileRef{std::string(64, '0'), path, app::media_type_of(path), 1}; };
  auto const done = app::import_catalogue(*installation.office, {.file = {path, path}, .keep_file = kept}, {});
  if (!done) {
    throw std::runtime_error(
        std::string{done.error().type->code} + " " +
        (done.error().fields.empty() ? done.error().detail.id : done.error().fields[0].message.id));
  }
  return number_at(*done->find("body")->find("counts"), "added");
}

void prepare_catalogue(std::string const& folder, int indicators, int year) {
  make_office(folder);
  auto installation = open_office(folder);
  write_file(folder + "/indicators.csv", indicators_csv(indicators, year));
  write_file(folder + "/targets.csv", targets_csv(indicators, year));
  import(installation, folder + "/indicators.csv");
  import(installation, folder + "/targets.csv");
  installation.store->stop();
}

std::int64_t make_offices(std::string const& folder, Offices const& wanted) {
  prepare_catalogue(folder, wanted.indicators, wanted.year);
  return add_figures(folder, {wanted.offices, wanted.indicators, 1, wanted.year, wanted.seed});
}

}  // namespace himpun::bench
