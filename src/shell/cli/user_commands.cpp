#include <iostream>
#include <limits>

#include "app/desks/agency_desk.h"
#include "base/text.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct UserOptions {
  app::Place place;
  std::string username;
  std::string person;
  std::vector<std::string> roles;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

/// From standard input, so that it stays out of the shell's history.
std::string read_password(Frame& frame) {
  frame.err << "Kata sandi (paling sedikit 12 huruf), lalu Enter: ";
  std::string line;
  std::getline(std::cin, line);
  return std::string{trim(line)};
}

std::vector<access::Role> roles_of(UserOptions const& options) {
  std::vector<access::Role> roles;
  for (auto const& role : options.roles) {
    roles.push_back(role == "auditor" ? access::Role::auditor : access::Role::administrator);
  }
  return roles;
}

void say(UserOptions const& options, Frame& frame, Json const& versioned, char const* done) {
  auto const& account = *versioned.find("body");
  if (options.json) {
    frame.out << write_json(account) << '\n';
  } else {
    frame.out << "Akun " << *account.find("username")->get_if<std::string>() << ' ' << done << ".\n";
  }
}

void add_one(UserOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    app::SessionDesk sessions{*installation.office};
    auto const hash = sessions.hash_new(read_password(frame));
    if (!hash) return frame.refused(hash.error(), options.form());
    app::AccountOpening opening{options.username, {}, roles_of(options), ""};
    if (!options.person.empty()) opening.person = access::PersonId{options.person};
    auto const opened =
        installation.office->carry_out({}, [&](app::Desk& desk) { return app::open_account(desk, opening, *hash); });
    if (!opened) return frame.refused(opened.error(), options.form());
    say(options, frame, *opened, "dibuka; kata sandinya harus diganti pada saat masuk pertama");
  });
}

std::string text_of(Json const& json, char const* name) {
  auto const* member = json.find(name);
  auto const* text = member ? member->get_if<std::string>() : nullptr;
  return text ? *text : std::string{};
}

void print_account(Frame& frame, Json const& account) {
  frame.out << text_of(account, "username");
  if (auto const* person = account.find("person")) frame.out << "  " << text_of(*person, "name");
  for (auto const& role : *account.find("roles")->get_if<Json::Array>()) {
    frame.out << "  [" << *role.get_if<std::string>() << ']';
  }
  if (*account.find("closed")->get_if<bool>()) frame.out << "  (ditutup)";
  frame.out << '\n';
}

void list_all(UserOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const listed = installation.office->look(
        {}, [](app::Sight& sight) { return app::list_accounts(sight, {.limit = std::numeric_limits<int>::max()}); });
    if (!listed) return frame.refused(listed.error(), options.form());
    auto const& items = *listed->find("items");
    if (options.json) {
      frame.out << write_json(items) << '\n';
      return;
    }
    for (auto const& account : *items.get_if<Json::Array>()) print_account(frame, account);
  });
}

/// The account with the given name, as the office has it now.
Result<access::Account> find_account(app::Installation& installation, std::string const& username) {
  Result<access::Account> found = refuse(access::account_unknown, {username, username});
  auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
    if (auto const* account = access::find_account(sight.agency(), username)) found = *account;
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return found;
}

void set_password(UserOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const account = find_account(installation, options.username);
    if (!account) return frame.refused(account.error(), options.form());
    app::SessionDesk sessions{*installation.office};
    auto const set = sessions.set_password({}, account->id, read_password(frame));
    if (!set) return frame.refused(set.error(), options.form());
    frame.out << (options.json ? "{}" : "Kata sandi diganti; harus diganti lagi oleh pemiliknya saat masuk.") << '\n';
  });
}

void close_one(UserOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const account = find_account(installation, options.username);
    if (!account) return frame.refused(account.error(), options.form());
    auto const closed = installation.office->carry_out({}, [&](app::Desk& desk) {
      return app::change_account(desk, desk.agency_book->head.version, account->id,
                                 {account->person, account->roles, true});
    });
    if (!closed) return frame.refused(closed.error(), options.form());
    say(options, frame, *closed, "ditutup; sesinya berakhir");
  });
}

using UserRun = void (*)(UserOptions const&, Frame&);

std::pair<CLI::App*, std::shared_ptr<UserOptions>> add_command(CLI::App& group, Frame& frame, char const* name,
                                                               char const* about, UserRun run) {
  auto options = std::make_shared<UserOptions>();
  auto* command = group.add_subcommand(name, about);
  Frame::add_place(*command, options->place);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->callback([options, &frame, run] { run(*options, frame); });
  return {command, options};
}

void add_commands_of(CLI::App& group, Frame& frame) {
  auto [add, adding] = add_command(group, frame, "add", "Membuka akun; kata sandi dibaca dari masukan baku", add_one);
  add->add_option("USERNAME", adding->username, "Nama pengguna")->required();
  add->add_option("--person", adding->person, "Id pegawai yang memakai akun ini");
  add->add_option("--role", adding->roles, "administrator atau auditor")
      ->check(CLI::IsMember({"administrator", "auditor"}));
  add->footer("Contoh:\n  himpun user add --data kantor pemeriksa --role auditor < sandi.txt");

  auto [list, listing] = add_command(group, frame, "list", "Menampilkan semua akun", list_all);
  list->footer("Contoh:\n  himpun user list --data kantor");

  auto [password, setting] =
      add_command(group, frame, "password", "Mengganti kata sandi sebuah akun dan membuka kuncinya", set_password);
  password->add_option("USERNAME", setting->username, "Nama pengguna")->required();
  password->footer("Contoh:\n  himpun user password --data kantor kadis < sandi.txt");

  auto [close, closing] = add_command(group, frame, "close", "Menutup akun dan mengakhiri sesinya", close_one);
  close->add_option("USERNAME", closing->username, "Nama pengguna")->required();
  close->footer("Contoh:\n  himpun user close --data kantor pemeriksa");
}

}  // namespace

void add_user(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("user", "Akun: membuka, melihat, mengganti kata sandi, menutup");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun user list --data kantor");
  add_commands_of(*group, frame);
}

}  // namespace himpun::cli
