#include "app/archive/package/case_package.h"

#include <filesystem>
#include <fstream>

#include "app/archive/package/case_journal.h"
#include "app/archive/package/case_metadata.h"
#include "app/archive/package/certificates.h"
#include "app/archive/package/package_readme.h"
#include "app/checkpoints.h"
#include "app/sheets/figure_export.h"
#include "app/views/sheet_view.h"
#include "base/embedded.h"
#include "base/ensure.h"
#include "base/json_map.h"
#include "core/archive/bag/path.h"

namespace himpun::app {
namespace {

namespace fs = std::filesystem;

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string version_folder(std::string const& paper, std::int64_t number) {
  return "data/papers/" + archive::plain_name(paper) + "/v" + two_digits(number) + "/";
}

std::string_view shipped(char const* name) {
  auto const* file = find_embedded(name);
  ensure(file != nullptr, name);
  return file->bytes;
}

std::string read_text(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (file.bad()) throw StoreFailure(path + ": cannot be read");
  return text;
}

/// The carried-out disposal under which a content of this case was removed; null when it was not.
archive::Proposal const* removed_under(archive::Register const& all, archive::FiledId const& file,
                                       std::string const& sha256) {
  if (!all.destroyed.contains(file)) return nullptr;
  for (auto const& [id, proposal] : all.proposals) {
    for (auto const& each : proposal.contents) {
      if (each.sha256 == sha256 && each.kept_for.empty()) return &proposal;
    }
  }
  return nullptr;
}

/// Gathers the parts of one case's package.
class Planner {
 public:
  Planner(Sight& sight, RunningCase const& running) : sight_(sight), running_(running) {}

  Result<CasePackage> plan() {
    auto journal = collect_case_journal(sight_, file());
    if (!journal) return std::unexpected(journal.error());
    package_.folder = archive::plain_name(file().number.empty() ? file().id.value : file().number);
    add_metadata(*journal);
    add_papers();
    if (auto ok = add_figures(); !ok) return std::unexpected(ok.error());
    add_files(files_named_by(journal->own));
    for (auto& each : certificates_for(sight_.reader, file().id, journal->last_at)) {
      add("data/certificates/" + each.name, std::move(each.pem));
    }
    add_labels(*journal);
    add("data/journal/events.jsonl", std::move(journal->events));
    add("data/journal/proofs.jsonl", std::move(journal->proofs));
    add("data/journal/checkpoint.txt", std::move(journal->checkpoint));
    add("data/journal/key.txt", std::move(journal->key));
    return std::move(package_);
  }

 private:
  [[nodiscard]] workflow::Case const& file() const { return running_.state(); }
  /// Two papers whose keys look alike on some file system get folders of their own.
  [[nodiscard]] std::string unused(std::string const& path) {
    auto fresh = path;
    for (int number = 2; !used_.insert(archive::same_name(fresh)).second; ++number) {
      auto const ending = path.rfind('.');
      fresh = path.substr(0, ending) + "-" + std::to_string(number) +
              (ending == path.npos ? std::string{} : path.substr(ending));
    }
    return fresh;
  }
  void add(std::string const& path, std::string text) {
    package_.parts.push_back({unused(path), std::move(text), {}});
  }

  void add_metadata(CaseJournal const& journal) {
    auto key = journal.key;
    while (key.ends_with('\n')) key.pop_back();
    add("README.txt", package_readme({sight_.agency().name, file().number, file().title, key}));
    add("tools/check_proof.py", std::string{shipped("reference/check_proof.py")});
    add("tools/journal-format.md", std::string{shipped("reference/journal-format.md")});
    add("data/metadata/case.json", write_json(case_metadata(sight_, running_)) + "\n");
    auto const* version = procedure::find_version(running_.book->state, file().procedure_version);
    if (version) add("data/metadata/procedure.yaml", version->source);
    add("data/metadata/sheet.json", write_json(sheet_view(*running_.procedure)) + "\n");
  }

  /// What somebody typed stands in the journal; it gets a file of its own, whose SHA-256 is the version's.
  void add_papers() {
    for (auto const& paper : file().papers) {
      for (auto const& version : paper.versions) {
        if (version.content.file) continue;
        add(version_folder(paper.key, version.number) + "naskah.txt", version.content.text);
      }
    }
  }

  Result<void> add_figures() {
    auto const collection = sight_.books.collection(sight_.reader, file().id.value);
    if (!collection->state.exists()) return {};
    auto const year = file().period.year;
    for (auto const format : {ExportFormat::csv, ExportFormat::json}) {
      ScratchFile const scratch{sight_.world};
      FigureExport const wanted{year, year, format, file().id.value};
      auto const written = export_figures(sight_, wanted, scratch.path(), {});
      if (!written) return std::unexpected(written.error());
      add("data/figures/figures." + word_of(format), read_text(scratch.path()));
    }
    return {};
  }

  [[nodiscard]] static std::string place_of(NamedFile const& named) {
    auto const name = named.file.sha256.substr(0, 12) + "-" + archive::plain_name(named.file.name);
    if (named.paper.empty() || named.number <= 0) return "data/files/" + name;
    return version_folder(named.paper, named.number) + name;
  }

  /// What was removed under a disposal is named with the number of its proposal and has no path.
  void add_files(std::vector<NamedFile> const& files) {
    auto const archive_book = sight_.books.archive(sight_.reader);
    archive::FiledId const filed{file().id.value};
    Json list{Json::Array{}};
    for (auto const& named : files) {
      auto const* proposal = removed_under(archive_book->state, filed, named.file.sha256);
      Json::Array events;
      for (auto const& event : named.events) events.push_back(event);
      Json entry;
      if (proposal) {
        entry.add("destroyed", proposal->number);
      } else {
        auto const path = unused(place_of(named));
        entry.add("path", path);
        package_.parts.push_back({path, {}, named.file});
      }
      list.push(entry.add("name", named.file.name)
                    .add("media_type", named.file.media_type)
                    .add("size", named.file.size)
                    .add("sha256", named.file.sha256)
                    .add("events", std::move(events)));
    }
    add("data/metadata/files.json", write_json(list) + "\n");
  }

  /// Nothing here depends on the hour of the export.
  void add_labels(CaseJournal const& journal) {
    auto const day = local_date(journal.last_at, calendar::offset_of(sight_.calendar()));
    package_.labels = {{"Source-Organization", sight_.agency().name},
                       {"External-Identifier", file().id.value},
                       {"Internal-Sender-Identifier", file().number},
                       {"External-Description", file().title},
                       {"Bagging-Date", to_text(day)},
                       {"Bag-Software-Agent", "Himpun"},
                       {"Himpun-Package-Format", "himpun-case-package/1"}};
  }

  Sight& sight_;
  RunningCase const& running_;
  CasePackage package_;
  std::set<std::string> used_;
};

}  // namespace

Result<CasePackage> plan_case_package(Sight& sight, workflow::CaseId const& id) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  return Planner{sight, *running}.plan();
}

Result<PackageSize> write_case_package(World const& world, CasePackage const& package, std::string const& path,
                                       std::function<void(std::int64_t, std::int64_t)> const& progress) {
  auto const aside = path + ".part";
  auto const write = [&]() -> Result<PackageSize> {
    auto const out = world.packages.create(aside);
    BagWriter bag{*out, package.folder};
    std::int64_t done = 0;
    for (auto const& part : package.parts) {
      if (part.file) {
        if (auto ok = bag.add(part.path, world.blobs, *part.file); !ok) return std::unexpected(ok.error());
      } else {
        bag.add(part.path, part.text);
      }
      if (progress) progress(++done, std::ssize(package.parts));
    }
    bag.finish(package.labels);
    out->finish();
    return PackageSize{bag.payload().files, bag.payload().bytes};
  };
  Result<PackageSize> written;
  try {
    written = write();
  } catch (...) {
    std::error_code ignored;
    fs::remove(aside, ignored);
    throw;
  }
  std::error_code error;
  if (written) {
    fs::rename(aside, path, error);
    if (error) throw StoreFailure(path + ": " + error.message());
  } else {
    fs::remove(aside, error);
  }
  return written;
}

Result<MadeFile> make_case_package(Office& office, access::AccountId const& account, workflow::CaseId const& id) {
  if (office.world().key.can_sign()) {
    if (auto const sealed = CheckpointMaker{office}.make_checkpoint(); !sealed) return std::unexpected(sealed.error());
  }
  Result<CasePackage> package{std::unexpect, Problem{.type = &file_missing}};
  auto const looked = office.look(account, [&](Sight& sight) -> Result<Json> {
    package = plan_case_package(sight, id);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  if (!package) return std::unexpected(package.error());
  auto file = std::make_shared<ScratchFile>(office.world());
  if (auto ok = write_case_package(office.world(), *package, file->path(), {}); !ok) return std::unexpected(ok.error());
  return MadeFile{std::move(file), package->folder + ".zip", "application/zip"};
}

}  // namespace himpun::app
