#include "app/reports/case_reports.h"

#include <algorithm>
#include <charconv>

#include "app/papers/printing.h"
#include "app/reports/maker.h"
#include "core/report/attachments.h"

namespace himpun::app {
namespace {

using workflow::Action;

struct Key {
  std::string_view kind;
  std::string_view rest;
};

Key split_key(std::string_view key) {
  auto const colon = key.find(':');
  if (colon == std::string_view::npos) return {key, {}};
  return {key.substr(0, colon), key.substr(colon + 1)};
}

std::vector<workflow::Task const*> requests_of(workflow::Case const& file) {
  std::vector<workflow::Task const*> newest;
  for (auto const& task : file.tasks) {
    if (task.action != Action::answer || task.state == workflow::TaskState::withdrawn) continue;
    std::erase_if(newest, [&](auto const* each) { return each->holder == task.holder; });
    newest.push_back(&task);
  }
  return newest;
}

workflow::Task const* request_to(workflow::Case const& file, std::string_view unit) {
  auto const requests = requests_of(file);
  auto const found = std::ranges::find_if(requests, [&](auto const* each) { return each->holder.value == unit; });
  return found == requests.end() ? nullptr : *found;
}

workflow::GivenDisposition const* disposition_at(workflow::Case const& file, std::string_view number) {
  std::size_t index = 0;
  auto const [end, fault] = std::from_chars(number.data(), number.data() + number.size(), index);
  bool const is_number = fault == std::errc{} && end == number.data() + number.size();
  return is_number && index >= 1 && index <= file.dispositions.size() ? &file.dispositions[index - 1] : nullptr;
}

/// The paper that the gathering of a case with figures writes.
std::string assembled_key(Sight& sight, RunningCase const& running) {
  if (!sight.books.collection(sight.reader, running.state().id.value)->state.exists()) return {};
  for (auto const& step : running.procedure->steps) {
    if (step.kind == procedure::StepKind::gathering) return workflow::paper_key(step);
  }
  return {};
}

Result<document::OfficialPaper> finished(Sight& sight, document::OfficialPaper paper) {
  paper.size = dressing_of(sight).letterhead.size;
  report::attach_tables(paper);
  return paper;
}

}  // namespace

bool is_assembled(Sight& sight, RunningCase const& running, std::string_view key) {
  auto const assembled = assembled_key(sight, running);
  return !assembled.empty() && assembled == key;
}

std::vector<ReportEntry> list_reports(Sight& sight, RunningCase const& running) {
  auto const scene = scene_of(sight, running, Language::indonesian);
  auto const& file = scene.file;
  std::vector<ReportEntry> entries;
  for (std::size_t i = 0; i < file.dispositions.size(); ++i) {
    auto const number = std::to_string(i + 1);
    auto const more = file.dispositions.size() > 1 ? " " + number : std::string{};
    entries.push_back({"disposition:" + number, "disposition", "Lembar disposisi" + more, 1});
  }
  for (auto const* request : requests_of(file)) {
    auto const name = access::holder_name(scene.agency, request->holder);
    entries.push_back({"request:" + request->holder.value, "request", "Surat permintaan data: " + name, 1});
    if (request->answers.empty()) continue;
    entries.push_back({"receipt:" + request->holder.value, "receipt", "Tanda terima data: " + name, 1});
  }
  auto const assembled = assembled_key(sight, running);
  if (assembled.empty()) return entries;
  auto const* latest = workflow::latest_version(file, assembled);
  entries.push_back({assembled, "mechanism", paper_name(scene, assembled), latest ? latest->number : 0});
  entries.push_back({"lkjip", "performance_report",
                     "Rancangan LKjIP tahun " + std::to_string(file.period.year), latest ? latest->number : 0});
  return entries;
}

Result<document::OfficialPaper> make_report(Sight& sight, RunningCase const& running, std::string_view key,
                                            std::int32_t version) {
  ReportMaker maker{sight, running};
  auto const [kind, rest] = split_key(key);
  auto const& file = running.state();
  if (kind == "disposition") {
    auto const* given = disposition_at(file, rest);
    if (given) return finished(sight, maker.disposition(*given));
  }
  if (kind == "request" || kind == "receipt") {
    auto const* request = request_to(file, rest);
    if (request && kind == "request") return finished(sight, maker.request(*request));
    if (request && !request->answers.empty()) return finished(sight, maker.receipt(*request));
  }
  auto const assembled = assembled_key(sight, running);
  if (assembled.empty()) return refuse(report_unknown);
  auto const* paper = workflow::find_paper(file, assembled);
  auto const newest = paper ? paper->latest().number : 0;
  if (version < 0 || version > newest) return refuse(report_unknown);
  auto const chosen = version == 0 ? newest : version;
  auto const* written = chosen > 0 ? &paper->versions[static_cast<std::size_t>(chosen - 1)] : nullptr;
  if (key == assembled) return finished(sight, maker.mechanism(assembled, written));
  if (key == "lkjip") return finished(sight, maker.performance_report(written));
  return refuse(report_unknown);
}

}  // namespace himpun::app
