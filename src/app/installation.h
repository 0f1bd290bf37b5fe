#pragma once
// One opened installation: a data folder or a database server, with everything the use cases need. main.cpp makes it
// from the adapters; the doors only use it.

#include <memory>

#include "app/office.h"
#include "app/ports/file_inspection.h"
#include "app/ports/mail.h"
#include "app/ports/packages.h"
#include "app/ports/renderer.h"
#include "app/ports/sheets.h"
#include "app/ports/word_writer.h"
#include "app/signing/signing_room.h"

namespace himpun::app {

/// Where an office lives.
struct Place {
  std::string data_folder;
  std::string database_url;  ///< empty: SQLite in the data folder
};

struct Installation {
  std::unique_ptr<Store> store;
  std::unique_ptr<BlobStore> blobs;
  std::unique_ptr<PasswordHasher> hasher;
  std::unique_ptr<CheckpointKey> key;
  std::unique_ptr<Sheets> sheets;
  std::unique_ptr<Packages> packages;
  std::unique_ptr<WordWriter> words;
  std::unique_ptr<Renderer> renderer;  ///< null: this machine cannot print papers
  std::unique_ptr<Office> office;
  std::unique_ptr<SigningRoom> signing;  ///< goes first: what is being signed replies to the office
  std::unique_ptr<Mailer> mailer;        ///< null: no mail leaves this office
  std::string public_url;     ///< where others reach this office, without a slash at the end
  std::string upload_folder;  ///< for files on their way in; on the same disk as the blobs where possible
  std::unique_ptr<FileTypes> types;
  Scanning scanning;
  /// `unix:/path` or `tcp:host:port`; refused when it is neither.
  std::function<Result<std::unique_ptr<VirusScanner>>(std::string const& address)> make_scanner;
};

inline constexpr ProblemType installation_missing{"installation.missing", ProblemKind::not_found,
                                                  "Belum ada kantor di sini", "There is no office here yet"};
inline constexpr ProblemType installation_exists{"installation.exists", ProblemKind::conflict,
                                                 "Kantor di sini sudah ada", "There is an office here already"};

}  // namespace himpun::app
