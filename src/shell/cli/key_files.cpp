#include "shell/cli/key_files.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/signing/signers_desk.h"

namespace himpun::cli {
namespace {

namespace fs = std::filesystem;

std::string read_key_file(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write_private(fs::path const& path, std::string const& bytes) {
  fs::create_directories(path.parent_path());
  fs::permissions(path.parent_path(), fs::perms::owner_all);
  auto const old = ::umask(0077);
  {
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    file << bytes;
    if (!file.flush()) throw app::StoreFailure(path.string() + ": cannot be written");
  }
  ::umask(old);
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

Result<app::AuthorityFiles> read_authority(fs::path const& folder) {
  app::AuthorityFiles files{read_key_file(folder / "ca" / "authority.key"),
                            read_key_file(folder / "ca" / "authority.pem")};
  if (files.key.empty() || files.certificate.empty()) return refuse(signing::authority_missing);
  return files;
}

Instant now_of(app::Installation& installation) {
  return std::chrono::floor<std::chrono::seconds>(installation.office->world().clock());
}

/// The person's own words for the certificate: name, the position held today, NIP.
Result<app::KeySubject> subject_of(app::Installation& installation, access::PersonId const& person) {
  Result<app::KeySubject> found = refuse(access::person_unknown);
  auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
    auto const known = sight.agency().people.find(person);
    if (known == sight.agency().people.end()) return Json{};
    auto const posts = access::posts_of(sight.agency(), person, sight.today());
    auto const position =
        posts.empty() ? std::string{} : access::holder_name(sight.agency(), access::holder(posts.front().position));
    found = app::KeySubject{known->second.name, position, sight.agency().name, known->second.nip};
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return found;
}

std::string office_name(app::Installation& installation) {
  std::string name;
  auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
    name = sight.agency().name;
    return Json{};
  });
  return looked ? name : std::string{};
}

struct RevokedSoFar {
  std::vector<app::RevokedSerial> serials;
  std::int64_t number = 1;  ///< of the next list
};

Result<RevokedSoFar> revoked_so_far(app::Installation& installation, std::string const& serial) {
  RevokedSoFar revoked;
  bool is_known = false;
  installation.store->read([&](app::Reader& reader) {
    auto const signers = installation.signing->signers(reader);
    revoked.number = signers->head.version + 1;
    for (auto const& [number, one] : signers->state.issued) {
      is_known = is_known || number == serial;
      if (one.revoked_at) revoked.serials.push_back({number, *one.revoked_at});
    }
  });
  if (!is_known) return refuse(signing::certificate_unknown);
  return revoked;
}

}  // namespace

Result<Json> record_signers(app::Installation& installation, std::vector<signing::SignersCommand> const& commands) {
  return installation.office->carry_out(
      {}, [&](app::Desk& desk) { return app::record_signers(*installation.signing, desk, commands); });
}

Result<void> make_authority_files(app::Installation& installation, std::string const& data_folder, app::KeyKind kind,
                                  Secret const& passphrase) {
  auto const folder = fs::path{data_folder} / "ca";
  if (fs::exists(folder / "authority.key")) return refuse(signing::authority_exists);
  auto& authority = installation.signing->authority();
  auto const now = now_of(installation);
  auto const files = authority.make(office_name(installation), kind, passphrase, now);
  if (!files) return std::unexpected(files.error());
  auto const list = authority.revocation_list(*files, passphrase, {}, 1, now);
  if (!list) return std::unexpected(list.error());
  auto const recorded = record_signers(installation, {signing::RecordAuthority{files->certificate, *list}});
  if (!recorded) return std::unexpected(recorded.error());
  write_private(folder / "authority.key", files->key);
  write_private(folder / "authority.pem", files->certificate);
  return {};
}

Result<KeyMade> issue_key_file(app::Installation& installation, std::string const& data_folder, KeyOrder const& order,
                               Secret const& authority_passphrase, Secret const& own_passphrase) {
  auto const authority = read_authority(data_folder);
  if (!authority) return std::unexpected(authority.error());
  auto const subject = subject_of(installation, order.person);
  if (!subject) return std::unexpected(subject.error());
  auto const now = now_of(installation);
  auto const key =
      installation.signing->authority().issue(*authority, authority_passphrase, *subject, order.kind, own_passphrase,
                                              now - std::chrono::minutes{5}, now + std::chrono::days{order.days});
  if (!key) return std::unexpected(key.error());
  auto const recorded = record_signers(
      installation, {signing::RecordIssue{{key->serial, order.person, subject->name, key->sha256, key->not_after}},
                     signing::NameSigner{{order.person, signing::SignerKind::pkcs12, order.key}}});
  if (!recorded) return std::unexpected(recorded.error());
  write_private(fs::path{data_folder} / "signers" / order.key, key->pkcs12);
  return KeyMade{subject->name, key->serial};
}

Result<void> revoke_certificate(app::Installation& installation, std::string const& data_folder,
                                std::string const& serial, std::string const& reason, Secret const& passphrase) {
  auto const authority = read_authority(data_folder);
  if (!authority) return std::unexpected(authority.error());
  auto revoked = revoked_so_far(installation, serial);
  if (!revoked) return std::unexpected(revoked.error());
  auto const now = now_of(installation);
  revoked->serials.push_back({serial, now});
  auto const list =
      installation.signing->authority().revocation_list(*authority, passphrase, revoked->serials, revoked->number, now);
  if (!list) return std::unexpected(list.error());
  auto const recorded = record_signers(installation, {signing::RecordRevocation{{serial, now, reason, *list}}});
  if (!recorded) return std::unexpected(recorded.error());
  write_private(fs::path{data_folder} / "ca" / "revoked.crl", *list);
  return {};
}

Result<void> make_demo_keys(app::Installation& installation, std::string const& data_folder) {
  Secret const passphrase{demo_passphrase};
  auto const made = make_authority_files(installation, data_folder, app::KeyKind::p256, passphrase);
  if (!made && made.error().is(signing::authority_exists)) return {};
  if (!made) return made;
  for (std::string const username : {"kasubag", "sekretaris", "kadis"}) {
    std::optional<access::PersonId> person;
    auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
      auto const* account = access::find_account(sight.agency(), username);
      if (account) person = account->person;
      return Json{};
    });
    if (!looked) return std::unexpected(looked.error());
    if (!person) continue;
    auto const issued = issue_key_file(installation, data_folder, {*person, username + ".p12"}, passphrase, passphrase);
    if (!issued) return std::unexpected(issued.error());
  }
  return {};
}

}  // namespace himpun::cli
