#include "core/procedure/reader.h"

#include <algorithm>

#include "base/text.h"
#include "core/procedure/reading/fields.h"
#include "core/procedure/reading/reader_problems.h"
#include "core/procedure/reading/step_reader.h"

namespace himpun::procedure {
namespace {

std::vector<std::string> const procedure_keys{"prosedur",    "nomor",         "nama",        "unit",
                                              "tanggal",     "disahkan_oleh", "dasar_hukum", "kualifikasi_pelaksana",
                                              "keterkaitan", "peralatan",     "peringatan",  "pencatatan",
                                              "judul_alur",  "klasifikasi",   "pelaksana",   "naskah",
                                              "langkah"};
std::vector<std::string> const date_keys{"pembuatan", "revisi", "pengesahan", "efektif"};
std::vector<std::string> const approver_keys{"jabatan", "nama", "pangkat", "nip"};
std::vector<std::string> const actor_keys{"nama", "jamak"};

void read_head(Reading& reading, Fields const& fields, Procedure& out) {
  out.id = ProcedureId{fields.required_text("prosedur")};
  if (!out.id.empty()) check_identifier(reading, out.id.value, place_of(*fields.find("prosedur")));
  out.number = fields.required_text("nomor");
  out.name = fields.required_text("nama");
  out.unit = fields.required_text("unit");
  out.flow_title = fields.text("judul_alur");
  out.classification = fields.text("klasifikasi");
  if (auto const* node = fields.find("tanggal")) {
    Fields const dates{reading, *node, fields.pointer_to("tanggal"), date_keys};
    out.dates = {dates.text("pembuatan"), dates.text("revisi"), dates.text("pengesahan"), dates.text("efektif")};
  }
  if (auto const* node = fields.find("disahkan_oleh")) {
    Fields const by{reading, *node, fields.pointer_to("disahkan_oleh"), approver_keys};
    out.approved_by = {by.text("jabatan"), by.text("nama"), by.text("pangkat"), by.text("nip")};
  }
}

void read_boxes(Fields const& fields, Procedure& out) {
  out.legal_basis = fields.texts("dasar_hukum");
  out.qualifications = fields.texts("kualifikasi_pelaksana");
  out.related = fields.texts("keterkaitan");
  out.equipment = fields.texts("peralatan");
  out.warnings = fields.texts("peringatan");
  out.recording = fields.texts("pencatatan");
}

/// The members of a map node such as `pelaksana:`, with their pointers remembered and their keys checked as ids.
std::vector<YamlMember const*> named_members(Reading& reading, Fields const& fields, std::string_view key,
                                             std::size_t most) {
  std::vector<YamlMember const*> members;
  auto const* node = fields.find(key);
  if (!node || node->kind == YamlKind::empty) return members;
  if (node->kind != YamlKind::map) {
    std::string const name{key};
    reading.refuse(type_wrong, place_of(*node),
                   {"`" + name + "` ditulis sebagai `pengenal: Nama`, satu per baris.",
                    "`" + name + "` is written as `id: Name`, one a line."});
    return members;
  }
  if (node->members.size() > most) {
    auto const limit = std::to_string(most);
    reading.refuse(too_many_items, place_of(*node),
                   {"Paling banyak " + limit + " di sini.", "At most " + limit + " here."});
  }
  for (auto const& member : node->members) {
    if (members.size() == most) break;
    Place const place{member.line, member.column};
    reading.positions.add(fields.pointer_to(key) / member.key, place);
    check_identifier(reading, member.key, place);
    members.push_back(&member);
  }
  return members;
}

std::string required_name(Reading& reading, YamlMember const& member) {
  auto const before = reading.problems.size();
  auto name = read_text(reading, member.value, member.key);
  if (trim(name).empty() && reading.problems.size() == before) {
    reading.refuse(value_empty, {member.line, member.column},
                   {quote(member.key) + " belum diberi nama.", quote(member.key) + " has no name."});
  }
  return name;
}

void read_actors(Reading& reading, Fields const& fields, Procedure& out) {
  static_cast<void>(fields.required("pelaksana"));
  for (auto const* member : named_members(reading, fields, "pelaksana", max_actors)) {
    Actor actor{.id = ActorId{member->key}, .name = {}, .plural = false};
    if (member->value.kind == YamlKind::map) {
      Fields const inner{reading, member->value, fields.pointer_to("pelaksana") / member->key, actor_keys};
      actor.name = inner.required_text("nama");
      actor.plural = inner.yes_or_no("jamak") == Fields::Answer::yes;
    } else {
      actor.name = required_name(reading, *member);
    }
    out.actors.push_back(std::move(actor));
  }
}

void read_papers(Reading& reading, Fields const& fields, Procedure& out) {
  for (auto const* member : named_members(reading, fields, "naskah", max_papers)) {
    if (member->key == letter_source || member->key == requests_source) {
      reading.refuse(id_reserved, {member->line, member->column},
                     {quote(member->key) + " sudah ada di setiap berkas perkara. Pakai kunci lain.",
                      quote(member->key) + " exists in every case. Use another key."});
    }
    out.papers.push_back({member->key, required_name(reading, *member)});
  }
}

void read_steps(Reading& reading, Fields const& fields, Procedure& out) {
  auto const* node = fields.required("langkah");
  if (!node) return;
  if (node->kind != YamlKind::list || node->items.empty()) {
    reading.refuse(type_wrong, place_of(*node),
                   {"`langkah` harus berupa daftar baris, masing-masing diawali `- id:`.",
                    "`langkah` must be a list of rows, each beginning with `- id:`."});
    return;
  }
  std::vector<WrittenStep> steps;
  for (auto const& item : items_of(reading, *node, fields.pointer_to("langkah"), max_steps)) {
    steps.push_back(read_step(reading, *item.node, item.pointer));
  }
  link_steps(reading, out, steps);
  for (auto& written : steps) out.steps.push_back(std::move(written.step));
}

}  // namespace

std::expected<ReadProcedure, std::vector<Problem>> read_procedure(std::string_view text, std::string const& file) {
  auto const root = read_yaml(text, file);
  if (!root) return std::unexpected(std::vector<Problem>{root.error()});
  Reading reading{file};
  Procedure procedure;
  Fields const fields{reading, *root, "", procedure_keys};
  if (root->kind == YamlKind::map) {
    read_head(reading, fields, procedure);
    read_boxes(fields, procedure);
    read_actors(reading, fields, procedure);
    read_papers(reading, fields, procedure);
    read_steps(reading, fields, procedure);
  }
  if (reading.problems.empty()) return ReadProcedure{std::move(procedure), std::move(reading.positions)};
  std::ranges::stable_sort(reading.problems, {}, [](Problem const& each) {
    auto const where = each.where.value_or(SourcePosition{});
    return std::pair{where.line, where.column};
  });
  return std::unexpected(std::move(reading.problems));
}

}  // namespace himpun::procedure
