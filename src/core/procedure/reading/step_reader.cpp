#include "core/procedure/reading/step_reader.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/suggest.h"
#include "base/text.h"
#include "core/procedure/reader.h"
#include "core/procedure/reading/reader_problems.h"

namespace himpun::procedure {
namespace {

struct KindWord {
  char const* word;
  StepKind kind;
};
constexpr std::array kind_words{
    KindWord{"disposisi", StepKind::disposition},   KindWord{"tugas", StepKind::task},
    KindWord{"pengumpulan", StepKind::gathering},   KindWord{"pemeriksaan", StepKind::review},
    KindWord{"paraf", StepKind::initialing},        KindWord{"tanda_tangan", StepKind::signature},
    KindWord{"distribusi", StepKind::distribution},
};

std::vector<std::string> const& step_keys() {
  static std::vector<std::string> const keys{"id",     "jenis",    "aktivitas", "pelaksana",  "bersama", "kelengkapan",
                                             "waktu",  "output",   "ket",       "naskah",     "mulai",   "berikut",
                                             "lanjut", "menunggu", "kembali",   "disimpulkan"};
  return keys;
}

std::vector<std::string> const& input_keys() {
  static std::vector<std::string> const keys{"nama", "dari"};
  return keys;
}

std::vector<std::string> const& as_needed_words() {
  static std::vector<std::string> const words{"sesuai kebutuhan", "sesuai keperluan", "seperlunya"};
  return words;
}

StepKind read_kind(Reading& reading, Fields const& fields) {
  auto const word = fields.required_text("jenis");
  auto const found = std::ranges::find_if(kind_words, [&](KindWord const& each) { return each.word == word; });
  if (found != kind_words.end()) return found->kind;
  if (word.empty()) return StepKind::task;
  std::vector<std::string> words;
  for (auto const& each : kind_words) words.emplace_back(each.word);
  auto const hint = suggest(word, words);
  reading.refuse(
      kind_unknown, place_of(*fields.find("jenis")),
      {"Jenis " + quote(word) + " tidak dikenal." + hint.id, "The kind " + quote(word) + " is not known." + hint.en});
  return StepKind::task;
}

void read_time(Reading& reading, Fields const& fields, Step& step) {
  step.time_written = fields.required_text("waktu");
  if (step.time_written.empty()) return;
  auto const lower = lower_ascii(trim(step.time_written));
  if (std::ranges::find(as_needed_words(), lower) != as_needed_words().end()) return;
  if (auto const limit = calendar::parse_time_limit(step.time_written)) {
    step.time_limit = *limit;
    return;
  }
  auto const shown = quote(step.time_written);
  reading.refuse(
      time_unreadable, place_of(*fields.find("waktu")),
      {shown + " tidak dapat dibaca sebagai waktu. Tulis bilangan dan satuan (menit, jam, hari, hari kalender, "
               "minggu, bulan), misalnya `20 menit` atau `1-2 hari`; atau `sesuai kebutuhan`.",
       shown + " cannot be read as a time limit. Write a number and a unit (menit, jam, hari, hari kalender, "
               "minggu, bulan), like `20 menit` or `1-2 hari`; or `sesuai kebutuhan`."});
}

Input read_input(Reading& reading, LocatedNode const& item) {
  if (item.node->kind != YamlKind::map) return {read_text(reading, *item.node, "kelengkapan"), {}};
  Fields const fields{reading, *item.node, item.pointer, input_keys()};
  return {fields.required_text("nama"), fields.text("dari")};
}

std::vector<Input> read_inputs(Reading& reading, Fields const& fields) {
  std::vector<Input> inputs;
  auto const* node = fields.find("kelengkapan");
  if (!node) return inputs;
  for (auto const& item : items_of(reading, *node, fields.pointer_to("kelengkapan"), max_list_items)) {
    inputs.push_back(read_input(reading, item));
  }
  return inputs;
}

template <class AnyId>
std::vector<AnyId> read_ids(Reading& reading, Fields const& fields, std::string_view key) {
  std::vector<AnyId> ids;
  for (auto& each : fields.located_texts(key)) {
    AnyId id{std::move(each.text)};
    if (std::ranges::find(ids, id) != ids.end()) {
      reading.refuse_at(
          named_twice, each.pointer,
          {quote(id.value) + " sudah disebut di daftar ini.", quote(id.value) + " is already in this list."});
      continue;
    }
    ids.push_back(std::move(id));
  }
  return ids;
}

void read_outcomes(Reading& reading, Fields const& fields, Step& step) {
  auto const* node = fields.find("lanjut");
  if (!node) return;
  if (node->kind != YamlKind::map) {
    reading.refuse(
        type_wrong, place_of(*node),
        {"`lanjut` ditulis sebagai hasil dan tujuannya, misalnya `{perlu perbaikan: perbaikan, sudah baik: paraf}`.",
         "`lanjut` is written as outcomes with their targets, like `{perlu perbaikan: perbaikan, sudah baik: "
         "paraf}`."});
    return;
  }
  for (auto const& member : node->members) {
    reading.positions.add(fields.pointer_to("lanjut") / member.key, {member.line, member.column});
    auto target = read_text(reading, member.value, member.key);
    if (target.empty()) {
      reading.refuse(value_empty, {member.line, member.column},
                     {"Hasil " + quote(member.key) + " belum punya tujuan. Tulis pengenal langkah atau `selesai`.",
                      "The outcome " + quote(member.key) + " has no target. Write a step's id or `selesai`."});
    }
    step.outcomes.push_back({member.key, target == end_word ? StepId{} : StepId{std::move(target)}});
  }
}

void read_next(Reading& reading, Fields const& fields, WrittenStep& written) {
  auto const* node = fields.find("berikut");
  written.says_next = node || fields.find("lanjut");
  if (node && fields.find("lanjut")) {
    reading.refuse_at(keys_conflict, fields.pointer_to("berikut"),
                      {"Pakai `berikut` (semua dibuka) atau `lanjut` (salah satu dipilih), jangan keduanya.",
                       "Use `berikut` (all are opened) or `lanjut` (one is chosen), not both."});
  }
  auto next = read_ids<StepId>(reading, fields, "berikut");
  auto const end = std::ranges::find(next, StepId{std::string{end_word}});
  if (end != next.end() && next.size() > 1) {
    reading.refuse_at(keys_conflict, fields.pointer_to("berikut"),
                      {"`selesai` harus berdiri sendiri.", "`selesai` must stand alone."});
  }
  if (end != next.end()) next.clear();
  written.step.next = std::move(next);
}

void read_inferred(Reading& reading, Fields const& fields, Step& step) {
  for (auto& each : fields.located_texts("disimpulkan")) {
    if (std::ranges::find(step_keys(), each.text) == step_keys().end()) {
      auto const hint = suggest(each.text, step_keys());
      reading.refuse_at(word_unknown, each.pointer,
                        {"`disimpulkan` berisi nama kunci langkah; " + quote(each.text) + " bukan." + hint.id,
                         "`disimpulkan` holds names of step keys; " + quote(each.text) + " is none." + hint.en});
    }
    step.inferred.push_back(std::move(each.text));
  }
}

void check_kind(Reading& reading, Fields const& fields, Step const& step) {
  bool const gathers = step.kind == StepKind::gathering;
  if (gathers && !step.gathers_from) {
    reading.refuse_at(key_missing, fields.pointer_to("jenis"),
                      {"Langkah `pengumpulan` memerlukan `bersama`: pelaksana yang diminta menjawab.",
                       "A `pengumpulan` step needs `bersama`: the performer that is asked to answer."});
  }
  if (!gathers && step.gathers_from) {
    reading.refuse_at(keys_conflict, fields.pointer_to("bersama"),
                      {"`bersama` hanya untuk jenis `pengumpulan`. Kerja bersama ditulis `pelaksana: [a, b]`.",
                       "`bersama` is only for the kind `pengumpulan`. Joint work is written `pelaksana: [a, b]`."});
  }
  if (step.kind != StepKind::review && !step.outcomes.empty()) {
    reading.refuse_at(keys_conflict, fields.pointer_to("lanjut"),
                      {"`lanjut` (pilihan hasil) hanya untuk jenis `pemeriksaan`.",
                       "`lanjut` (a choice of outcomes) is only for the kind `pemeriksaan`."});
  }
}

}  // namespace

std::string_view word_of(StepKind kind) { return std::ranges::find(kind_words, kind, &KindWord::kind)->word; }

WrittenStep read_step(Reading& reading, YamlNode const& node, std::string pointer) {
  Fields const fields{reading, node, pointer, step_keys()};
  WrittenStep written;
  written.pointer = std::move(pointer);
  written.place = place_of(node);
  Step& step = written.step;
  step.id = StepId{fields.required_text("id")};
  step.kind = read_kind(reading, fields);
  step.activity = fields.required_text("aktivitas");
  if (fields.required("pelaksana")) step.performers = read_ids<ActorId>(reading, fields, "pelaksana");
  if (auto with = fields.text("bersama"); !with.empty()) step.gathers_from = ActorId{std::move(with)};
  step.inputs = read_inputs(reading, fields);
  read_time(reading, fields, step);
  step.outputs = fields.texts("output");
  step.remark = fields.text("ket");
  step.paper = fields.text("naskah");
  step.is_start = fields.yes_or_no("mulai") == Fields::Answer::yes;
  read_next(reading, fields, written);
  read_outcomes(reading, fields, step);
  step.waits_for = read_ids<StepId>(reading, fields, "menunggu");
  step.returns = read_ids<StepId>(reading, fields, "kembali");
  read_inferred(reading, fields, step);
  check_kind(reading, fields, step);
  return written;
}

}  // namespace himpun::procedure
