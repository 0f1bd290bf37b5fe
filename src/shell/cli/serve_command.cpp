#include <csignal>
#include <fstream>
#include <ostream>
#include <thread>

#include "app/demo/demo.h"
#include "base/json.h"
#include "core/archive/sending/decide.h"
#include "shell/cli/commands.h"
#include "shell/cli/key_files.h"
#include "shell/http/door.h"

namespace himpun::cli {
namespace {

struct ServeOptions {
  app::Place place;
  http::DoorOptions door;
  std::string certificate;
  std::string private_key;
  app::MailSettings mail;
  std::string mail_password_file;
  std::string public_url;
  std::string virus_scanner;
  bool virus_scanner_required = false;
  int port = 8080;
  std::size_t sign_ins_a_minute = 0;
  bool list_routes = false;
  bool print_json = false;
  bool signing_keys = false;
};

/// Blocks SIGINT and SIGTERM before any thread starts, and waits for one of them later.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_;
};

void add_server_options(CLI::App& command, ServeOptions& options) {
  Frame::add_place(command, options.place);
  command.add_option("--port", options.port, "Porta (0: yang mana saja yang bebas)")
      ->default_val(8080)
      ->check(CLI::Range(0, 65535));
  command.add_option("--address", options.door.server.address, "Alamat; 0.0.0.0 untuk seluruh jaringan kantor")
      ->default_val("127.0.0.1");
  command.add_option("--mail-server", options.mail.url, "Server surel kantor: smtp://host:587 atau smtps://host:465");
  command.add_option("--mail-from", options.mail.from, "Alamat surel kantor sebagai pengirim");
  command.add_option("--mail-user", options.mail.user, "Nama pengguna pada server surel");
  command.add_option("--mail-password-file", options.mail_password_file, "Berkas berisi kata sandi surel");
  command.add_option("--mail-tls", options.mail.tls, "required, opportunistic atau none")
      ->default_val("required")
      ->check(CLI::IsMember({"required", "opportunistic", "none"}));
  command.add_option("--mail-ca", options.mail.ca_file, "Sertifikat CA server surel (PEM)");
  command.add_option("--public-url", options.public_url, "Alamat server ini bagi penerima luar, untuk tautan di surel");
  auto* scanner = command.add_option("--virus-scanner", options.virus_scanner,
                                     "clamd pemindai berkas: unix:/run/clamav/clamd.ctl atau tcp:host:porta");
  command
      .add_flag("--virus-scanner-required", options.virus_scanner_required,
                "Tanpa pemindai, tidak ada berkas yang diterima")
      ->needs(scanner);
  command.add_option("--sign-ins-a-minute", options.sign_ins_a_minute,
                     "Percobaan masuk per menit dari satu alamat (0: tanpa batas)")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command.add_option("--io-threads", options.door.server.io_threads, "Utas untuk sambungan")->default_val(2);
}

std::string url_of(ServeOptions const& options, std::uint16_t port) {
  auto const host = options.door.server.address == "127.0.0.1" ? "localhost" : options.door.server.address;
  return (options.certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(port);
}

constexpr ProblemType mail_settings_wrong{"mail.settings_wrong", ProblemKind::invalid,
                                          "Pengaturan surel belum benar", "The mail settings are not right"};

/// Without --mail-server no mail leaves the office; outside recipients are then reached by post.
Result<void> set_up_mail(Frame& frame, ServeOptions& options, app::Installation& installation) {
  while (options.public_url.ends_with('/')) options.public_url.pop_back();
  installation.public_url = options.public_url;
  if (options.mail.url.empty()) return {};
  bool const is_right = (options.mail.url.starts_with("smtp://") || options.mail.url.starts_with("smtps://")) &&
                        archive::is_mail_address(options.mail.from);
  if (!is_right) {
    return refuse(mail_settings_wrong, {"Isi --mail-server smtp://host:587 dan --mail-from alamat@kantor.",
                                        "Give --mail-server smtp://host:587 and --mail-from address@office."});
  }
  if (!options.mail_password_file.empty()) {
    std::ifstream file{options.mail_password_file};
    if (!std::getline(file, options.mail.password)) {
      return refuse(mail_settings_wrong, {options.mail_password_file + " tidak dapat dibaca.",
                                          options.mail_password_file + " cannot be read."});
    }
  }
  installation.mailer = frame.assembly.make_mailer(options.mail);
  return {};
}

Result<void> set_up_scanner(ServeOptions const& options, app::Installation& installation) {
  if (options.virus_scanner.empty()) return {};
  auto scanner = installation.make_scanner(options.virus_scanner);
  if (!scanner) return std::unexpected(scanner.error());
  installation.scanning = {std::move(*scanner), options.virus_scanner_required ? app::ScanPolicy::required
                                                                               : app::ScanPolicy::where_possible};
  return {};
}

/// Behind a proxy everybody comes from its address: then only the proxy can limit them.
void set_up_limits(ServeOptions& options) {
  bool const is_limited = options.sign_ins_a_minute > 0 && !options.door.server.behind_tls_proxy;
  if (is_limited) options.door.facilities.sign_ins_a_minute = options.sign_ins_a_minute;
}

/// Opens the door, says so, and keeps it open until somebody asks to stop.
void serve(Frame& frame, ServeOptions& options, app::Installation& installation, StopSignals& signals,
           std::function<void(std::string const& url)> const& say_ready) {
  options.door.server.port = static_cast<std::uint16_t>(options.port);
  if (auto ok = set_up_mail(frame, options, installation); !ok) return frame.refused(ok.error());
  if (auto ok = set_up_scanner(options, installation); !ok) return frame.refused(ok.error());
  set_up_limits(options);
  if (!options.certificate.empty()) options.door.server.tls = {{options.certificate, options.private_key}};
  http::Door door{installation, options.door};
  if (auto opened = door.open(); !opened) return frame.refused(opened.error());
  say_ready(url_of(options, door.port()));
  frame.out.flush();
  signals.wait();
  door.close();
}

void run_serve(Frame& frame, ServeOptions& options) {
  if (options.list_routes) {
    auto blank = frame.assembly.blank();
    for (auto const& line : http::list_routes(blank)) frame.out << line << '\n';
    return;
  }
  StopSignals signals;
  frame.with_office(options.place, [&](app::Installation& installation) {
    serve(frame, options, installation, signals,
          [&](std::string const& url) { frame.out << "Himpun terbuka di " << url << " (Ctrl+C untuk menutup)\n"; });
  });
}

void say_demo(std::ostream& out, std::string const& url) {
  out << "\nKantor contoh terbuka di " << url << "\n\n"
      << "  Nama pengguna  Sebagai\n";
  for (auto const& account : app::demo_accounts()) {
    out << "  " << account.username << std::string(15 - account.username.size(), ' ') << account.position << '\n';
  }
  out << "\n  Kata sandi untuk semuanya: " << app::demo_accounts().front().password << "\n\n"
      << "Mulai di sini. Setiap orang menemukan gilirannya di Kotak tugas:\n"
      << "  1. kadis membuka tugas Disposisi dan meneruskannya kepada Sekretaris Dinas.\n"
      << "  2. sekretaris melengkapi Data Awal, menulis perintah, lalu menyelesaikan langkahnya.\n"
      << "  3. perpustakaan, kearsipan dan umum mengisi formulirnya; analis menerima data dan menulis rancangan.\n"
      << "  4. kasubag memeriksa dan memaraf, sekretaris memaraf, kadis menandatangani.\n"
      << "  5. analis mendistribusikan dan mengarsipkan; auditor memeriksa Jurnal.\n\n"
      << "Jendela samaran (incognito) peramban memudahkan masuk sebagai orang kedua. Panduan: docs/manual/panduan.md\n"
      << "Ctrl+C menutup; data tetap ada.\n";
}

void say_demo_keys(std::ostream& out) {
  out << "Kasubag, Sekretaris dan Kadis menandatangani PDF dengan kunci contoh; frasa sandinya: " << demo_passphrase
      << "\n(kunci contoh, bukan sertifikat BSrE; hanya untuk kantor contoh)\n";
}

Json demo_json(std::string const& url) {
  Json::Array accounts;
  for (auto const& account : app::demo_accounts()) {
    accounts.push_back(
        Json{}.add("username", account.username).add("password", account.password).add("position", account.position));
  }
  return Json{}.add("url", url).add("accounts", std::move(accounts));
}

void run_demo(Frame& frame, ServeOptions& options) {
  StopSignals signals;
  if (auto ok = frame.assembly.prepare(options.place); !ok) return frame.refused(ok.error());
  frame.with_office(options.place, [&](app::Installation& installation) {
    {
      app::SessionDesk sessions{*installation.office};
      if (auto ok = app::make_demo_office(*installation.office, sessions); !ok) return frame.refused(ok.error());
    }
    if (options.signing_keys) {
      if (auto ok = make_demo_keys(installation, options.place.data_folder); !ok) return frame.refused(ok.error());
    }
    serve(frame, options, installation, signals, [&](std::string const& url) {
      if (options.print_json) {
        frame.out << write_json(demo_json(url)) << '\n';
      } else {
        say_demo(frame.out, url);
        if (options.signing_keys) say_demo_keys(frame.out);
      }
    });
  });
}

}  // namespace

void add_serve(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<ServeOptions>();
  options->sign_ins_a_minute = 30;
  auto* command = app.add_subcommand("serve", "Membuka kantor di jaringan");
  add_server_options(*command, *options);
  auto* certificate = command->add_option("--tls-certificate", options->certificate, "Sertifikat TLS (PEM)");
  auto* key = command->add_option("--tls-key", options->private_key, "Kunci pribadi TLS (PEM)");
  certificate->needs(key);
  key->needs(certificate);
  command->add_flag("--behind-tls-proxy", options->door.server.behind_tls_proxy,
                    "Peramban memakai TLS ke perantara di depan server ini");
  command->add_flag("--list-routes", options->list_routes, "Hanya mencetak daftar alamat API");
  command->footer(
      "Contoh:\n  himpun serve --data kantor --address 0.0.0.0 --port 443 \\\n"
      "      --tls-certificate kantor.pem --tls-key kantor.key\n"
      "  himpun serve --database postgresql://himpun@db/himpun --data simpul1");
  command->callback([options, &frame] { run_serve(frame, *options); });
}

void add_demo(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<ServeOptions>();
  auto* command = app.add_subcommand("demo", "Membuat kantor contoh dan membukanya");
  add_server_options(*command, *options);
  command->add_flag("--signing-keys", options->signing_keys,
                    "Kasubag, Sekretaris dan Kadis menandatangani PDF dengan kunci contoh");
  command->add_flag("--print-json", options->print_json, "Mencetak alamat dan akun sebagai satu baris JSON");
  command->footer(
      "Sekali dibuat, kantor contoh tetap ada di folder datanya.\n\nContoh:\n"
      "  himpun demo --data demo-data --port 8080");
  command->callback([options, &frame] { run_demo(frame, *options); });
}

}  // namespace himpun::cli
