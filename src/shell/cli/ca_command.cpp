// The office's own certificate authority: made, used and undone from the command line, where its key lies.

#include <fstream>
#include <iostream>
#include <iterator>

#include "app/signing/signers_desk.h"
#include "base/text.h"
#include "shell/cli/commands.h"
#include "shell/cli/key_files.h"

namespace himpun::cli {
namespace {

constexpr ProblemType certificate_unreadable{"signing.file_unreadable", ProblemKind::not_found,
                                             "Berkas tidak dapat dibaca", "The file cannot be read"};
constexpr char const* what_it_is_not =
    "Sertifikat dari otoritas internal ini BUKAN sertifikat tersertifikasi (BSrE) dan tidak berkekuatan\n"
    "hukum seperti tanda tangan elektronik tersertifikasi. Gunanya: bukti utuh di dalam kantor, sampai\n"
    "kantor memperoleh sertifikat BSrE.";

struct CaOptions {
  app::Place place;
  std::string passphrase_file;
  std::string key_passphrase_file;
  std::string person;
  std::string username;
  std::string key;
  std::string serial;
  std::string reason;
  std::string file;
  std::int64_t days = 730;
  bool is_rsa = false;

  [[nodiscard]] app::KeyKind kind() const { return is_rsa ? app::KeyKind::rsa3072 : app::KeyKind::p256; }
};

std::string read_certificate(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The first line of a file, or of standard input: never an argument, which others could see.
Secret read_secret(Frame& frame, std::string const& path, char const* what) {
  std::string line;
  if (path.empty()) {
    frame.err << what << ", lalu Enter: ";
    std::getline(std::cin, line);
  } else {
    std::ifstream file{path};
    std::getline(file, line);
  }
  return Secret{std::string{trim(line)}};
}

Result<void> make(CaOptions const& options, Frame& frame, app::Installation& installation) {
  auto const secret = read_secret(frame, options.passphrase_file, "Frasa sandi otoritas (paling sedikit 8 huruf)");
  auto const made = make_authority_files(installation, options.place.data_folder, options.kind(), secret);
  if (!made) return made;
  frame.out << "Otoritas sertifikat dibuat di " << options.place.data_folder << "/ca.\n" << what_it_is_not << '\n';
  return {};
}

Result<access::PersonId> find_person(CaOptions const& options, app::Installation& installation) {
  if (!options.person.empty()) return access::PersonId{options.person};
  Result<access::PersonId> found = refuse(access::account_unknown, {options.username, options.username});
  auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
    auto const* account = access::find_account(sight.agency(), options.username);
    if (account && account->person) found = *account->person;
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return found;
}

Result<void> issue(CaOptions const& options, Frame& frame, app::Installation& installation) {
  auto const person = find_person(options, installation);
  if (!person) return std::unexpected(person.error());
  auto const secret = read_secret(frame, options.passphrase_file, "Frasa sandi otoritas");
  auto const own = read_secret(frame, options.key_passphrase_file, "Frasa sandi pejabat (paling sedikit 8 huruf)");
  auto const made = issue_key_file(installation, options.place.data_folder,
                                   {*person, options.key, options.days, options.kind()}, secret, own);
  if (!made) return std::unexpected(made.error());
  frame.out << "Kunci " << made->name << " ditulis ke " << options.place.data_folder << "/signers/" << options.key
            << "; nomor seri " << made->serial << ".\n";
  return {};
}

Result<void> revoke(CaOptions const& options, Frame& frame, app::Installation& installation) {
  auto const secret = read_secret(frame, options.passphrase_file, "Frasa sandi otoritas");
  auto const done = revoke_certificate(installation, options.place.data_folder, options.serial, options.reason, secret);
  if (!done) return done;
  frame.out << "Sertifikat " << options.serial << " dicabut.\n";
  return {};
}

Result<void> trust(CaOptions const& options, Frame& frame, app::Installation& installation) {
  auto const pem = read_certificate(options.file);
  if (pem.find("-----BEGIN CERTIFICATE-----") == std::string::npos) {
    return refuse(certificate_unreadable,
                  {options.file + " bukan sertifikat PEM.", options.file + " is no PEM certificate."});
  }
  auto const recorded = record_signers(installation, {signing::TrustAnchor{pem, options.reason}});
  if (!recorded) return std::unexpected(recorded.error());
  frame.out << "Penerbit di " << options.file << " dipercaya oleh kantor ini.\n";
  return {};
}

Result<void> list(CaOptions const&, Frame& frame, app::Installation& installation) {
  auto const listed =
      installation.office->look({}, [&](app::Sight& sight) { return app::list_signers(*installation.signing, sight); });
  if (!listed) return std::unexpected(listed.error());
  frame.out << write_json(*listed->find("body")) << '\n';
  return {};
}

using CaRun = Result<void> (*)(CaOptions const&, Frame&, app::Installation&);

std::pair<CLI::App*, std::shared_ptr<CaOptions>> add_one(CLI::App& group, Frame& frame, char const* name,
                                                         char const* about, CaRun run) {
  auto options = std::make_shared<CaOptions>();
  auto* command = group.add_subcommand(name, about);
  Frame::add_place(*command, options->place);
  command->callback([options, &frame, run] {
    frame.with_office(options->place, [&](app::Installation& installation) {
      if (auto done = run(*options, frame, installation); !done) frame.refused(done.error());
    });
  });
  return {command, options};
}

void add_passphrase(CLI::App& command, std::shared_ptr<CaOptions> const& options) {
  command.add_option("--passphrase-file", options->passphrase_file,
                     "Berkas berisi frasa sandi otoritas (bawaan: dari masukan baku)");
}

void add_making(CLI::App& group, Frame& frame) {
  auto [making, made] = add_one(group, frame, "init", "Membuat otoritas sertifikat internal kantor", make);
  add_passphrase(*making, made);
  making->add_flag("--rsa", made->is_rsa, "Kunci RSA 3072 (bawaan: P-256)");
  making->footer(std::string{what_it_is_not} + "\n\nContoh:\n  himpun ca init --data kantor < frasa.txt");

  auto [issuing, issued] =
      add_one(group, frame, "issue", "Membuat kunci PKCS#12 seorang pejabat dan memakainya", issue);
  add_passphrase(*issuing, issued);
  issuing->add_option("--key-passphrase-file", issued->key_passphrase_file,
                      "Berkas berisi frasa sandi pejabat (bawaan: dari masukan baku)");
  auto* person = issuing->add_option("--person", issued->person, "Id pegawai");
  issuing->add_option("--user", issued->username, "Atau nama penggunanya")->excludes(person);
  issuing->add_option("--key", issued->key, "Nama berkas kunci, misalnya kadis.p12")->required();
  issuing->add_option("--days", issued->days, "Masa berlaku, hari")->default_val(730)->check(CLI::Range(1, 1830));
  issuing->add_flag("--rsa", issued->is_rsa, "Kunci RSA 3072 (bawaan: P-256)");
  issuing->footer("Contoh:\n  himpun ca issue --data kantor --user kadis --key kadis.p12");
}

}  // namespace

void add_ca(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("ca", "Otoritas sertifikat internal kantor: kunci para pejabat");
  group->require_subcommand(1);
  group->footer(std::string{what_it_is_not} + "\n\nContoh:\n  himpun ca init --data kantor");
  add_making(*group, frame);

  auto [revoking, revoked] = add_one(*group, frame, "revoke", "Mencabut sertifikat seorang pejabat", revoke);
  add_passphrase(*revoking, revoked);
  revoking->add_option("SERIAL", revoked->serial, "Nomor seri (lihat: himpun ca list)")->required();
  revoking->add_option("--reason", revoked->reason, "Alasannya")->required();
  revoking->footer("Contoh:\n  himpun ca revoke --data kantor 5f3a... --reason \"Laptop hilang\"");

  auto [trusting, trusted] = add_one(*group, frame, "trust", "Mempercayai penerbit lain, misalnya induk BSrE", trust);
  trusting->add_option("FILE", trusted->file, "Sertifikat PEM")->required();
  trusting->add_option("--reason", trusted->reason, "Dari mana sertifikat ini diperoleh")->required();
  trusting->footer("Contoh:\n  himpun ca trust --data kantor root-bsre.pem --reason \"Diunduh dari bsre.go.id\"");

  auto [listing, listed] = add_one(*group, frame, "list", "Menampilkan penanda tangan dan sertifikat (JSON)", list);
  static_cast<void>(listed);
  listing->footer("Contoh:\n  himpun ca list --data kantor");
}

}  // namespace himpun::cli
