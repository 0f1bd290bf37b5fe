#include "app/views/cases/history_words.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::app {
namespace {

using namespace workflow;
using Text = std::string;

/// With a full stop, unless the words already end.
Text ended(Text text) {
  if (text.empty() || text.back() == '.' || text.back() == '!' || text.back() == '?') return text;
  return text + ".";
}

Text quoted(std::string_view text) { return "\"" + Text{text} + "\""; }

/// "ERLINAWATY, SH (Plh. Sekretaris Dinas)"
Text spell(ByView const& by) {
  if (!by.position_name) return by.name;
  Text title;
  if (by.standing == access::Standing::plt) title = "Plt. ";
  if (by.standing == access::Standing::plh) title = "Plh. ";
  if (by.standing == access::Standing::delegation) title = "a.n. ";
  return by.name + " (" + title + *by.position_name + ")";
}

Text two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

class Teller {
 public:
  Teller(CaseScene const& scene, ByView const& by) : scene_(scene), who_(spell(by)) {}

  Told operator()(CaseStarted const& event) const {
    auto const what = " " + event.number + ": " + ended(event.title);
    return {{who_ + " memulai berkas" + what, who_ + " started case" + what}};
  }

  Told operator()(StepOpened const& event) const {
    std::vector<HolderId> leading;
    std::vector<HolderId> asked;
    for (auto const& task : event.tasks) (task.action == Action::answer ? asked : leading).push_back(task.holder);
    auto const due = due_words(event.due_at);
    Words words{row(event.step, false) + (event.sent_back ? " kembali ke " : " sampai di ") + names(leading) + due.id,
                row(event.step, true) + (event.sent_back ? " went back to " : " reached ") + names(leading) + due.en};
    if (!asked.empty()) {
      words.id += " Permintaan data dikirim ke " + ended(names(asked));
      words.en += " Data were requested from " + ended(names(asked));
    }
    return {words, event.step};
  }

  Told operator()(TaskRead const& event) const {
    return about(event.task, {who_ + " membaca tugasnya di ", who_ + " read the task of "}, true);
  }

  Told operator()(InputPresented const& event) const {
    auto const step = step_of(event.task);
    auto const place = scene_.find_step(step);
    auto const index = static_cast<std::size_t>(event.index);
    auto const name = place.step && index < place.step->inputs.size() ? place.step->inputs[index].name : Text{};
    auto const how = content_words(event.content);
    return {{who_ + " menunjukkan kelengkapan " + quoted(name) + ": " + how.id,
             who_ + " presented " + quoted(name) + ": " + how.en},
            step};
  }

  Told operator()(PaperWritten const& event) const {
    auto const paper = version_words(event.paper, event.number);
    return {{who_ + " menulis " + paper.id + ".", who_ + " wrote " + paper.en + "."}, step_of(event.task)};
  }

  Told operator()(PaperRenewed const& event) const {
    auto const paper = version_words(event.paper, event.number);
    return {{"Bagian data pada " + paper.id + " diperbarui karena angka berubah.",
             "The data part of " + paper.en + " was renewed because a figure changed."},
            {}};
  }

  Told operator()(MarkVoided const& event) const {
    auto const* mark = find_mark(event);
    bool const is_signature = mark && mark->kind == MarkKind::signature;
    auto const name = mark ? person_name(scene_.agency, mark->by.person) : Text{};
    auto const paper = version_words(event.paper, event.number);
    return {{(is_signature ? "Tanda tangan " : "Paraf ") + name + " pada " + paper.id + " gugur: naskah diubah.",
             (is_signature ? "The signature of " : "The initials of ") + name + " on " + paper.en +
                 " became void: the paper was changed."},
            step_of(event.task)};
  }

  Told operator()(DispositionGiven const& event) const {
    auto const to = ended(names(event.disposition.to));
    return {{who_ + " memberi disposisi kepada " + to, who_ + " gave a disposition to " + to}, step_of(event.task)};
  }

  Told operator()(DispositionWithdrawn const& event) const {
    return {{who_ + " menarik disposisi yang belum dibaca: " + ended(event.reason),
             who_ + " withdrew the unread disposition: " + ended(event.reason)}};
  }

  Told operator()(RequestAnswered const& event) const {
    auto const holder = holder_of(event.task);
    return {{who_ + " menjawab permintaan data untuk " + ended(holder),
             who_ + " answered the request for data on behalf of " + ended(holder)},
            step_of(event.task)};
  }

  Told operator()(RequestReturned const& event) const {
    auto const rest = " " + holder_of(event.task) + ": " + ended(event.comment);
    return {{who_ + " mengembalikan jawaban" + rest, who_ + " returned the answer of" + rest}, step_of(event.task)};
  }

  Told operator()(RequestAccepted const& event) const {
    auto const holder = ended(holder_of(event.task));
    return {{who_ + " menerima jawaban " + holder, who_ + " accepted the answer of " + holder}, step_of(event.task)};
  }

  Told operator()(PartDone const& event) const {
    auto told = about(event.task, {who_ + " menyelesaikan bagiannya di ", who_ + " finished their part of "}, false);
    add_note(told.words, event.note);
    return told;
  }

  Told operator()(PaperMarked const& event) const {
    bool const is_signature = event.mark == MarkKind::signature;
    auto const paper = version_words(event.paper, event.number);
    return {{who_ + (is_signature ? " menandatangani " : " memaraf ") + paper.id + ".",
             who_ + (is_signature ? " signed " : " initialled ") + paper.en + "."},
            step_of(event.task)};
  }

  Told operator()(PaperDistributed const& event) const {
    std::vector<HolderId> recipients;
    for (auto const& each : event.recipients) recipients.push_back(each.holder);
    auto const paper = version_words(event.paper, event.number);
    auto const to = ended(names(recipients));
    Words words{who_ + " mengirim " + paper.id + " kepada " + to, who_ + " sent " + paper.en + " to " + to};
    add_note(words, event.note);
    return {words, step_of(event.task)};
  }

  Told operator()(ReceiptConfirmed const& event) const {
    auto const holder = ended(holder_of(event.task));
    return {{who_ + " mengonfirmasi penerimaan untuk " + holder, who_ + " confirmed receipt for " + holder},
            step_of(event.task)};
  }

  Told operator()(CaseArchived const& event) const {
    auto const& entry = event.entry;
    return {{who_ + " mengarsipkan berkas dengan kode " + entry.classification + " di " + ended(entry.location),
             who_ + " archived the case under " + entry.classification + " at " + ended(entry.location)},
            step_of(event.task)};
  }

  Told operator()(StepClosed const& event) const {
    auto words = closing_words(event);
    if (!event.outcome.empty()) {
      words.id += " dengan hasil " + quoted(event.outcome);
      words.en += " with the outcome " + quoted(event.outcome);
    }
    if (!event.missing.empty()) {
      words.id += " tanpa " + names(event.missing);
      words.en += " without " + names(event.missing);
    }
    auto const reason = event.reason.empty() ? Text{"."} : ": " + ended(event.reason);
    words.id += reason;
    words.en += reason;
    add_note(words, event.note);
    return {words, event.step};
  }

  Told operator()(JoinReached const& event) const {
    return {{row(event.from, false) + " sudah sampai; " + row_within(event.step, false) + " masih menunggu yang lain.",
             row(event.from, true) + " has arrived; " + row_within(event.step, true) + " still waits for others."},
            event.step};
  }

  Told operator()(CaseCompleted const&) const { return {{"Berkas selesai.", "The case is completed."}}; }

  Told operator()(CaseCancelled const& event) const {
    return {
        {who_ + " membatalkan berkas: " + ended(event.reason), who_ + " cancelled the case: " + ended(event.reason)}};
  }

  Told operator()(CaseSuspended const& event) const {
    return {
        {who_ + " menangguhkan berkas: " + ended(event.reason), who_ + " suspended the case: " + ended(event.reason)}};
  }

  Told operator()(CaseResumed const&) const { return {{who_ + " melanjutkan berkas.", who_ + " resumed the case."}}; }

  Told operator()(DeadlinesMoved const& event) const {
    bool const is_calendar = event.cause == DeadlineCause::calendar_changed;
    Words words{is_calendar ? "Kalender kerja berubah" : "Berkas dilanjutkan",
                is_calendar ? "The working calendar changed" : "The case was resumed"};
    Text separator = "; tenggat baru: ";
    Text separator_en = "; new due dates: ";
    for (auto const& moved : event.deadlines) {
      auto const at = moved.due_at ? instant_words(*moved.due_at) : Words{"tanpa tenggat", "no due date"};
      words.id += separator + row_within(moved.step, false) + " " + at.id;
      words.en += separator_en + row_within(moved.step, true) + " " + at.en;
      separator = separator_en = ", ";
    }
    return {{words.id + ".", words.en + "."}, event.deadlines.size() == 1 ? event.deadlines.front().step : StepId{}};
  }

  Told operator()(CorrectionRecorded const& event) const {
    auto const what = " " + std::to_string(event.event) + ": " + ended(event.text);
    return {{who_ + " mengoreksi catatan ke-" + what.substr(1), who_ + " corrected entry" + what}};
  }

  Told operator()(CaseMoved const& event) const {
    auto const from = std::to_string(event.from_version);
    auto const to = std::to_string(event.to_version);
    return {{who_ + " memindahkan berkas dari SOP versi " + from + " ke versi " + to + ".",
             who_ + " moved the case from version " + from + " of the SOP to version " + to + "."}};
  }

 private:
  [[nodiscard]] StepId step_of(TaskId const& id) const {
    auto const* task = find_task(scene_.file, id);
    return task ? task->step : StepId{};
  }
  [[nodiscard]] Text holder_of(TaskId const& id) const {
    auto const* task = find_task(scene_.file, id);
    return task ? named(scene_.agency, task->holder).name : id.value;
  }
  [[nodiscard]] Text names(std::vector<HolderId> const& holders) const {
    std::vector<Text> list;
    for (auto const& each : holders) list.push_back(named(scene_.agency, each).name);
    return join(list, ", ");
  }
  /// "Langkah 3" at the beginning of a sentence.
  [[nodiscard]] Text row(StepId const& id, bool english) const {
    return (english ? "Step " : "Langkah ") + std::to_string(scene_.find_step(id).number);
  }
  [[nodiscard]] Text row_within(StepId const& id, bool english) const {
    return (english ? "step " : "langkah ") + std::to_string(scene_.find_step(id).number);
  }

  [[nodiscard]] Words instant_words(Instant at) const {
    auto const offset = calendar::offset_of(scene_.calendar);
    auto const date = local_date(at, offset);
    auto const minute = local_minute(at, offset).count();
    auto const hour = two_digits(minute / 60);
    auto const rest = two_digits(minute % 60);
    return {spell_date_id(date) + " pukul " + hour + "." + rest, spell_date_en(date) + " at " + hour + ":" + rest};
  }
  [[nodiscard]] Words due_words(std::optional<Instant> due_at) const {
    if (!due_at) return {".", "."};
    auto const at = instant_words(*due_at);
    return {", tenggat " + at.id + ".", ", due " + at.en + "."};
  }

  [[nodiscard]] Words version_words(Text const& key, std::int32_t number) const {
    auto const name = quoted(paper_name(scene_, key));
    auto const text = std::to_string(number);
    return {name + " versi " + text, name + " version " + text};
  }
  [[nodiscard]] Words content_words(Content const& content) const {
    if (content.kind == ContentKind::file && content.file) {
      return {"berkas " + ended(content.file->name), "file " + ended(content.file->name)};
    }
    if (content.kind == ContentKind::paper) {
      auto const paper = version_words(content.text, content.version.value_or(1));
      return {paper.id + ".", paper.en + "."};
    }
    return {ended(content.text), ended(content.text)};
  }

  [[nodiscard]] Words closing_words(StepClosed const& event) const {
    switch (event.ending) {
      case Ending::returned:
        return {who_ + " mengembalikan " + row_within(event.step, false),
                who_ + " sent back " + row_within(event.step, true)};
      case Ending::withdrawn:
        return {row(event.step, false) + " ditarik", row(event.step, true) + " was withdrawn"};
      case Ending::completed:
        break;
    }
    return {who_ + " menyelesaikan " + row_within(event.step, false),
            who_ + " finished " + row_within(event.step, true)};
  }

  [[nodiscard]] Mark const* find_mark(MarkVoided const& event) const {
    auto const* paper = find_paper(scene_.file, event.paper);
    if (!paper) return nullptr;
    for (auto const& version : paper->versions) {
      if (version.number != event.number) continue;
      auto const found = std::ranges::find(version.marks, event.task, &Mark::task);
      if (found != version.marks.end()) return &*found;
    }
    return nullptr;
  }

  [[nodiscard]] Told about(TaskId const& task, Words const& beginning, bool with_holder) const {
    auto const step = step_of(task);
    auto const more = with_holder ? " (" + holder_of(task) + ")" : Text{};
    return {{beginning.id + row_within(step, false) + more + ".", beginning.en + row_within(step, true) + more + "."},
            step};
  }

  static void add_note(Words& words, Text const& note) {
    if (note.empty()) return;
    words.id += " Catatan: " + ended(note);
    words.en += " Note: " + ended(note);
  }

  CaseScene const& scene_;
  Text who_;
};

}  // namespace

Told tell(CaseScene const& scene, Event const& event, ByView const& by) { return std::visit(Teller{scene, by}, event); }

}  // namespace himpun::app
