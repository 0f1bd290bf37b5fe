#include "app/archive/package/package_check.h"

#include "app/archive/package/journal_part_check.h"
#include "base/json_map.h"

namespace himpun::app {

Result<PackageVerdict> check_package(Packages& packages, std::string const& path,
                                     journal::VerifySignature const& verify,
                                     std::optional<journal::NoteKey> const& key, PackageProgress const& progress) {
  JournalPartCheck journal{verify, key};
  auto const contents = read_bag(packages, path, journal, progress);
  if (!contents) return std::unexpected(contents.error());
  PackageVerdict verdict;
  verdict.files = std::ssize(contents->files);
  for (auto const& [name, file] : contents->files) verdict.bytes += file.size;
  verdict.findings = archive::check_bag(*contents);
  journal.conclude(*contents, verdict);
  return verdict;
}

Json verdict_view(PackageVerdict const& verdict, Language language) {
  Json findings{Json::Array{}};
  for (auto const& each : verdict.findings) {
    findings.push(
        Json{}.add("fault", word_of(each.fault)).add("path", each.path).add("words", say(each.words, language)));
  }
  Json json;
  json.add("ok", verdict.ok())
      .add("files", verdict.files)
      .add("bytes", verdict.bytes)
      .add("findings", std::move(findings));
  if (auto const& part = verdict.journal) {
    json.add("journal", Json{}
                            .add("events", part->events)
                            .add("proofs", part->proofs)
                            .add("tree_size", part->tree_size)
                            .add("key", part->key)
                            .add("key_was_given", part->key_was_given));
  }
  return json;
}

}  // namespace himpun::app
