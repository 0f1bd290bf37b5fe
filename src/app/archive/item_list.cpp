#include "app/archive/item_list.h"

#include <algorithm>

namespace himpun::app {
namespace {

class Lister {
 public:
  Lister(Sight& sight, workflow::Case const& file)
      : sight_(sight), file_(file), offset_(calendar::offset_of(sight.calendar())) {}

  std::vector<ArchiveItem> list() {
    add_origin();
    for (auto const& each : file_.dispositions) add("Lembar disposisi", each.at, 1, "asli elektronik");
    for (auto const& run : file_.runs) {
      for (auto const& input : run.inputs) add_content("Kelengkapan", input.content, input.at);
    }
    for (auto const& paper : file_.papers) {
      for (auto const& version : paper.versions) {
        add_content("Naskah " + paper.key + " versi " + std::to_string(version.number), version.content, version.at);
      }
    }
    add_answers();
    add_evidence();
    std::ranges::stable_sort(items_, {}, &ArchiveItem::date);
    for (std::size_t i = 0; i < items_.size(); ++i) items_[i].number = static_cast<std::int32_t>(i + 1);
    return std::move(items_);
  }

 private:
  void add(std::string words, Instant at, std::size_t count, char const* kind) {
    items_.push_back({0, std::move(words), local_date(at, offset_), static_cast<std::int32_t>(count), kind});
  }
  void add_content(std::string words, workflow::Content const& content, Instant at) {
    if (content.kind == workflow::ContentKind::paper) return;  // listed as itself
    if (content.file) words += ": " + content.file->name;
    bool const is_elsewhere = content.kind == workflow::ContentKind::reference;
    if (is_elsewhere) words += ": " + content.text;
    add(std::move(words), at, 1, is_elsewhere ? "rujukan" : "asli elektronik");
  }
  void add_origin() {
    auto const& origin = file_.origin;
    if (origin.kind != workflow::OriginKind::letter) return;
    add("Surat " + origin.number + " dari " + origin.from + ": " + origin.subject, file_.started_at, 1,
        origin.file ? "salinan" : "rujukan");
  }
  void add_answers() {
    for (auto const& task : file_.tasks) {
      for (auto const& answer : task.answers) {
        add("Jawaban " + access::holder_name(sight_.agency(), task.holder), answer.at,
            std::max<std::size_t>(answer.files.size(), 1), "asli elektronik");
      }
    }
  }
  void add_evidence() {
    auto const collection = sight_.books.collection(sight_.reader, file_.id.value);
    for (auto const& [id, kept] : collection->state.evidence) {
      bool const is_file = kept.evidence.kind == performance::EvidenceKind::file;
      add("Data dukung: " + kept.evidence.title, kept.at, 1, is_file ? "salinan" : "rujukan");
    }
  }

  Sight& sight_;
  workflow::Case const& file_;
  UtcOffset offset_;
  std::vector<ArchiveItem> items_;
};

}  // namespace

std::vector<ArchiveItem> items_of(Sight& sight, workflow::Case const& file) { return Lister{sight, file}.list(); }

}  // namespace himpun::app
