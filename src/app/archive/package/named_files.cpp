#include "app/archive/package/named_files.h"

#include <map>
#include <tuple>

#include "base/json_map.h"
#include "core/journal/event.h"

namespace himpun::app {
namespace {

std::optional<FileRef> file_in(Json const& json) {
  if (!json.find("sha256") || !json.find("media_type")) return std::nullopt;
  auto file = from_json<FileRef>(json);
  return file ? std::optional{std::move(*file)} : std::nullopt;
}

class Finder {
 public:
  void look_into(std::string const& event, std::string_view type, Json const& data) {
    event_ = event;
    bool const is_papers = type == "workflow.paper_written" || type == "workflow.paper_renewed" ||
                           type.starts_with("document.") || type.starts_with("signing.");
    paper_ = is_papers ? text_of(data, "paper") : std::string{};
    number_ = number_of(data, "number");
    if (type.starts_with("signing.")) recall_subject(data);
    walk(data);
  }
  std::vector<NamedFile> take() { return std::move(files_); }

 private:
  /// Only the request says what is signed; what ends it names the request.
  void recall_subject(Json const& data) {
    auto const id = number_of(data, "id");
    if (auto const* subject = data.find("subject")) {
      subjects_[id] = {text_of(*subject, "paper"), number_of(*subject, "number")};
    }
    std::tie(paper_, number_) = subjects_[id];
  }

  void walk(Json const& json) {
    if (auto const* items = json.get_if<Json::Array>()) {
      for (auto const& item : *items) walk(item);
    } else if (auto const* members = json.get_if<Json::Object>()) {
      if (auto const file = file_in(json)) return note(*file);
      for (auto const& [name, member] : *members) walk(member);
    }
  }

  void note(FileRef const& file) {
    auto const [place, is_new] = places_.try_emplace(file.sha256, files_.size());
    if (is_new) files_.push_back({file, {}, paper_, number_});
    files_[place->second].events.insert(event_);
  }

  std::string event_;
  std::string paper_;
  std::int64_t number_ = 0;
  std::map<std::int64_t, std::pair<std::string, std::int64_t>> subjects_;  ///< of the case's signatures
  std::vector<NamedFile> files_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

std::vector<NamedFile> files_named_by(std::vector<EventRow> const& events) {
  Finder finder;
  for (auto const& row : events) {
    auto const envelope = journal::parse_envelope(row.bytes);
    if (!envelope) continue;
    finder.look_into(journal::to_text(journal::EventId{row.stream, row.version}), envelope->type, envelope->data);
  }
  return finder.take();
}

}  // namespace himpun::app
