#include <iostream>
#include <sstream>

#include "app/founding.h"
#include "base/text.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct InitOptions {
  app::Place place;
  app::Founding founding;
};

/// One line from standard input, without echo concerns: meant for a pipe or a password file.
std::string read_line() {
  std::string line;
  std::getline(std::cin, line);
  return std::string{trim(line)};
}

void run_init(InitOptions& options, Frame& frame) {
  if (auto ok = frame.assembly.prepare(options.place); !ok) return frame.refused(ok.error());
  frame.with_office(options.place, [&](app::Installation& installation) {
    app::SessionDesk sessions{*installation.office};
    if (options.founding.password.empty()) {
      frame.err << "Kata sandi administrator (paling sedikit 12 huruf), lalu Enter: ";
      options.founding.password = read_line();
    }
    auto const founded = app::found_office(*installation.office, sessions, options.founding);
    if (!founded) return frame.refused(founded.error());
    frame.out << "Kantor \"" << options.founding.name << "\" siap. Buka dengan: himpun serve --data "
              << options.place.data_folder << '\n';
  });
}

}  // namespace

void add_init(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<InitOptions>();
  auto* command = app.add_subcommand("init", "Membuat kantor baru dan administrator pertamanya");
  Frame::add_place(*command, options->place);
  command->add_option("--name", options->founding.name, "Nama perangkat daerah")->required();
  command->add_option("--region", options->founding.region, "Kabupaten/kota/provinsi")->required();
  command->add_option("--admin", options->founding.username, "Nama pengguna administrator")->default_val("admin");
  command->footer(
      "Hanya dapat selama belum ada pengguna. Kata sandi dibaca dari masukan baku, supaya tidak\n"
      "tertinggal di riwayat perintah.\n\nContoh:\n"
      "  himpun init --data kantor --name \"Dinas Perpustakaan dan Kearsipan\" \\\n"
      "      --region \"Kabupaten Contoh\" --admin admin < sandi.txt");
  command->callback([options, &frame] { run_init(*options, frame); });
}

}  // namespace himpun::cli
