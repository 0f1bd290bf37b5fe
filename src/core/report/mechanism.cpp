#include "core/report/mechanism.h"

#include <iterator>

#include "base/text.h"
#include "core/report/figures/collected.h"
#include "core/report/narrative.h"

namespace himpun::report {
namespace {

using namespace document;

enum class MechanismChapter { opening, law, roles, indicators, schedule, forms, data, evidence, remarks, approval };

std::string name_of(MechanismChapter chapter) { return mechanism_chapters[static_cast<std::size_t>(chapter)]; }

/// A chapter with what people wrote for it before what Himpun knows.
void begin(Blocks& blocks, Narrative const& narrative, MechanismChapter chapter) {
  auto const name = name_of(chapter);
  blocks.push_back(heading(1, name));
  append(blocks, narrative.of(name));
}

Block usual_opening(MechanismFacts const& facts, Period const& period) {
  return paragraph("Dokumen ini memuat mekanisme pengumpulan data kinerja " + facts.office.agency + " untuk " +
                   period_words(period).id + " beserta data yang terkumpul, disusun menurut " + facts.procedure + ".");
}

Table role_table(MechanismFacts const& facts) {
  Table table{"pelaksana",
              "Pelaksana menurut SOP dan jabatan yang melaksanakan",
              {{"Pelaksana (SOP)", Align::start, 50, {}}, {"Jabatan/unit", Align::start, 50, {}}},
              {}};
  for (auto const& role : facts.roles) table.rows.push_back(row({role.actor, join(role.holders, "\n")}));
  return table;
}

Table indicator_table(DataBooks const& books) {
  Table table{"indikator",
              {},
              {{"No", Align::centre, 5, {}},
               {"Indikator", Align::start, 20, {}},
               {"Definisi", Align::start, 24, {}},
               {"Rumus", Align::start, 18, {}},
               {"Sumber data", Align::start, 14, {}},
               {"Satuan", Align::start, 8, {}},
               {"Penyedia data", Align::start, 11, {}}},
              {}};
  for (auto const* each : performance::indicators_due(books.catalogue, books.period)) {
    auto const* sheet = performance::find_sheet(books.catalogue, each->id, books.period.year);
    if (!sheet) continue;
    table.rows.push_back(
        row({std::to_string(table.rows.size() + 1), sheet->name, sheet->definition, sheet->formula_words,
             sheet->data_source, sheet->unit_of_measure, books.unit_name(sheet->provider)}));
  }
  return table;
}

Table schedule_table(MechanismFacts const& facts) {
  Table table{"jadwal",
              {},
              {{"No", Align::centre, 5, {}},
               {"Kegiatan", Align::start, 41, {}},
               {"Pelaksana", Align::start, 22, {}},
               {"Waktu", Align::start, 8, {}},
               {"Batas waktu", Align::start, 12, {}},
               {"Selesai", Align::start, 12, {}}},
              {}};
  for (auto const& line : facts.schedule) {
    table.rows.push_back(
        row({std::to_string(line.number), line.activity, line.performers, line.time_limit, line.due, line.done}));
  }
  return table;
}

Table form_table(MechanismFacts const& facts) {
  Table table{"formulir",
              {},
              {{"No", Align::centre, 5, {}},
               {"Bidang", Align::start, 41, {}},
               {"Baris yang diminta", Align::end, 14, {}},
               {"Batas waktu", Align::start, 20, {}},
               {"Dikirim", Align::start, 20, {}}},
              {}};
  for (auto const& form : facts.forms) {
    table.rows.push_back(row({std::to_string(table.rows.size() + 1), form.unit, std::to_string(form.rows), form.due,
                              form.sent.empty() ? "belum" : form.sent}));
  }
  return table;
}

void add_form_words(Blocks& blocks) {
  blocks.push_back(
      paragraph("Setiap bidang mengisi formulir yang sama untuk indikator dan anggaran yang menjadi "
                "tanggung jawabnya. Isian formulir:"));
  blocks.push_back(bullets(
      {"realisasi (angka, pembilang dan penyebut, atau predikat; yang tidak tersedia disebut "
       "alasannya)",
       "faktor pendorong dan faktor penghambat", "tindak lanjut dengan penanggung jawab dan tanggal",
       "data dukung (berkas, tautan, atau tempat penyimpanan) dengan halamannya", "realisasi anggaran dan catatan"}));
}

void add_or_say(Blocks& blocks, Table table, std::string none) {
  if (table.rows.empty())
    blocks.push_back(paragraph(std::move(none)));
  else
    blocks.push_back({std::move(table)});
}

void add_roles(Blocks& blocks, MechanismFacts const& facts, Narrative const& narrative) {
  begin(blocks, narrative, MechanismChapter::roles);
  blocks.push_back({role_table(facts)});
  blocks.push_back(paragraph("Prosedur lengkap: lembar " + facts.procedure + " pada lampiran dokumen ini."));
}

void add_collected(Blocks& blocks, Narrative const& narrative, DataBooks const& books,
                   performance::Collection const& collection) {
  begin(blocks, narrative, MechanismChapter::data);
  append(blocks, collected_per_division(books, collection));
  if (collection.forms.empty()) blocks.push_back(paragraph("Berkas ini tidak mengumpulkan data lewat formulir."));
  begin(blocks, narrative, MechanismChapter::evidence);
  add_or_say(blocks, evidence_list(books, collection), "Belum ada data dukung.");
}

void add_approval(Blocks& blocks, MechanismFacts const& facts, Narrative const& narrative) {
  begin(blocks, narrative, MechanismChapter::approval);
  if (!facts.initials.empty()) blocks.push_back({Signatures{facts.initials}});
  blocks.push_back({Signatures{facts.signatures}});
}

}  // namespace

OfficialPaper make_mechanism(MechanismFacts const& facts, DataBooks const& books,
                             performance::Collection const& collection) {
  Narrative const narrative{facts.narrative, {std::begin(mechanism_chapters), std::end(mechanism_chapters)}};
  OfficialPaper paper;
  paper.title = facts.title;
  paper.subtitle = period_words(books.period).id;
  paper.subject = facts.title + " " + paper.subtitle;
  paper.title_look = TitleLook::cover;
  paper.numbering = Numbering::letters;
  paper.footer = "Berkas " + facts.case_number;
  auto& blocks = paper.blocks;
  blocks.push_back({Contents{}});
  blocks.push_back({PageBreak{}});
  begin(blocks, narrative, MechanismChapter::opening);
  if (!narrative.has(name_of(MechanismChapter::opening))) blocks.push_back(usual_opening(facts, books.period));
  begin(blocks, narrative, MechanismChapter::law);
  blocks.push_back(numbered(facts.legal_basis));
  add_roles(blocks, facts, narrative);
  begin(blocks, narrative, MechanismChapter::indicators);
  add_or_say(blocks, indicator_table(books), "Tidak ada indikator yang dilaporkan pada periode ini.");
  begin(blocks, narrative, MechanismChapter::schedule);
  blocks.push_back({schedule_table(facts)});
  begin(blocks, narrative, MechanismChapter::forms);
  add_form_words(blocks);
  add_or_say(blocks, form_table(facts), "Tidak ada formulir pada berkas ini.");
  add_collected(blocks, narrative, books, collection);
  begin(blocks, narrative, MechanismChapter::remarks);
  auto notes = collection_remarks(books, collection);
  notes.insert(notes.end(), facts.remarks.begin(), facts.remarks.end());
  blocks.push_back(notes.empty() ? paragraph("Tidak ada catatan.") : bullets(notes));
  add_approval(blocks, facts, narrative);
  blocks.push_back({EmbeddedSheet{facts.sheet}});
  return paper;
}

}  // namespace himpun::report
