#include <gtest/gtest.h>

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "core/document/manuscript/manuscript.h"
#include "core/document/stationery/rules.h"
#include "support/files.h"

namespace himpun::document {
namespace {

constexpr PaperKind templated[] = {PaperKind::case_paper, PaperKind::data_request, PaperKind::data_receipt,
                                   PaperKind::disposal_record};

std::string shipped(PaperKind kind) {
  return himpun::test::read_source_file(std::string{"papers/"} + boost::describe::enum_to_string(kind, "") + ".md");
}

/// What a refusal says, in Indonesian, one fault a line.
std::string faults_of(PaperKind kind, std::string_view text) {
  auto const checked = check_template(kind, text);
  if (checked) return {};
  EXPECT_EQ(checked.error().type->code, template_invalid.code);
  std::string faults;
  for (auto const& each : checked.error().fields) faults += each.pointer + " " + each.message.id + "\n";
  return faults;
}

std::string filled(std::string_view text, Filling const& filling) {
  return write_manuscript(fill_template(text, filling));
}

TEST(Templates, ThatAreShippedAreRight) {
  for (auto const kind : templated) {
    EXPECT_FALSE(shipped(kind).empty());
    EXPECT_EQ(faults_of(kind, shipped(kind)), "") << shipped(kind);
  }
}

TEST(Templates, HaveFieldsWithAMeaningInBothLanguages) {
  for (auto const kind : templated) {
    auto const fields = fields_of(kind);
    EXPECT_GT(fields.size(), 6u);
    for (auto const& field : fields) {
      EXPECT_FALSE(field.meaning.id.empty() || field.meaning.en.empty()) << field.name;
      EXPECT_EQ(std::ranges::count(fields, field.name, &TemplateField::name), 1) << field.name;
    }
  }
}

TEST(Templates, OfPapersMadeFromDataAloneThereAreNone) {
  for (auto const kind : {PaperKind::disposition_sheet, PaperKind::mechanism, PaperKind::performance_report}) {
    EXPECT_TRUE(fields_of(kind).empty());
    EXPECT_NE(faults_of(kind, "Kata.").find("/kind"), std::string::npos);
  }
}

TEST(ATemplateIsRefused, WithTheLineAndTheNearestFieldForOneThatIsUnknown) {
  auto const faults = faults_of(PaperKind::data_request, "Kepada {{bidng}}\nperihal {{judul_berkas}}\n{{dasar}}");
  EXPECT_NE(faults.find("/text Baris 1: isian {{bidng}} tidak dikenal. Maksud Anda `bidang`?"), std::string::npos)
      << faults;
  EXPECT_NE(faults.find("Baris 3: isian {{dasar}} tidak dikenal."), std::string::npos)
      << "a field of another kind of paper: " << faults;
  EXPECT_EQ(std::ranges::count(faults, '\n'), 2) << faults;
}

TEST(ATemplateIsRefused, ForBracesThatDoNotMatch) {
  EXPECT_NE(faults_of(PaperKind::data_request, "Satu\n{{bidang").find("Baris 2: kurung isian"), std::string::npos);
  EXPECT_NE(faults_of(PaperKind::data_request, "bidang}}").find("Baris 1: kurung isian"), std::string::npos);
}

TEST(ATemplateIsRefused, ForANeededFieldThatItNamesNowhere) {
  EXPECT_EQ(faults_of(PaperKind::case_paper, "Pembuka."),
            "/text Tulis {{isi}} pada baris tersendiri: di sanalah isi naskah dicetak.\n");
  EXPECT_NE(faults_of(PaperKind::data_receipt, "Pembuka.").find("Tulis {{rincian}} pada baris tersendiri"),
            std::string::npos);
  EXPECT_EQ(faults_of(PaperKind::disposal_record, "Telah dimusnahkan {{jumlah}} berkas."),
            "/text Tulis {{persetujuan}}: naskah ini harus menyebut keputusan yang menyetujui.\n");
  EXPECT_EQ(faults_of(PaperKind::disposal_record, "Berdasarkan {{persetujuan}} telah dimusnahkan."), "");
  EXPECT_EQ(faults_of(PaperKind::data_request, "Mohon data."), "") << "a letter may say what the office wants";
}

TEST(ATemplateIsRefused, ForAFieldOfBlocksAmongOtherWords) {
  for (auto const* text : {"Catatan: {{kalimat_tenggat}}", "- {{kalimat_tenggat}}", "**{{kalimat_tenggat}}**",
                           "| {{kalimat_tenggat}} | {{bidang}} |"}) {
    EXPECT_EQ(faults_of(PaperKind::data_request, text),
              "/text Baris 1: tulis {{kalimat_tenggat}} pada baris tersendiri, tanpa kata lain di baris itu.\n");
  }
  EXPECT_EQ(faults_of(PaperKind::data_request, "Atas\n  {{ kalimat_tenggat }}  \nbawah"), "");
}

TEST(ATemplate, IsFilledWithWordsThatAreNeverMarkup) {
  Filling const filling{.words = {{"bidang", "**B** {{sop}}\n# bukan judul"}, {"sop", "SOP"}}, .blocks = {}};
  auto const blocks = fill_template("# {{bidang}}\n\nKepada *{{bidang}}*", filling);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(std::get<Heading>(blocks[0].what).text, (Spans{{"**B** {{sop}}\n# bukan judul"}}));
  EXPECT_EQ(std::get<Paragraph>(blocks[1].what).text,
            (Spans{{"Kepada "}, {"**B** {{sop}}\n# bukan judul", Emphasis::italic}}));
}

TEST(ATemplate, TakesBlocksWhereverTheirFieldStandsAloneOnALine) {
  Filling const filling{.words = {}, .blocks = {{"isi", read_manuscript("# Isi\n\nKata.")}}};
  EXPECT_EQ(filled("Atas\n{{isi}}\nbawah", filling), "Atas\n\n# Isi\n\nKata.\n\nbawah\n");
  EXPECT_EQ(filled("- satu\n  {{ isi }}\n- dua", filling), "- satu\n\n# Isi\n\nKata.\n\n- dua\n");
  EXPECT_EQ(filled("# Judul\n{{isi}}", filling), "# Judul\n\n# Isi\n\nKata.\n");
}

TEST(ATemplate, PrintsNothingForBlocksThatThereAreNone) {
  Filling const filling{.words = {}, .blocks = {{"kalimat_tenggat", {}}}};
  EXPECT_EQ(filled("Atas.\n\n{{kalimat_tenggat}}\n\nBawah.", filling), "Atas.\n\nBawah.\n");
}

TEST(ATemplateIsKept, UntilAnEmptyTextGoesBackToTheShippedOne) {
  Stationery stationery;
  auto const set = [&](std::string const& text) {
    auto const events = set_template(stationery, PaperKind::data_request, text);
    if (!events) return std::size_t{99};
    for (auto const& event : *events) evolve(stationery, event);
    return events->size();
  };
  EXPECT_EQ(set(""), 0u) << "it is already so";
  EXPECT_EQ(set("Mohon data {{periode}}."), 1u);
  EXPECT_EQ(set("Mohon data {{periode}}."), 0u);
  EXPECT_EQ(stationery.templates,
            (std::map<PaperKind, std::string>{{PaperKind::data_request, "Mohon data {{periode}}."}}));
  EXPECT_EQ(set("{{tidak_ada}}"), 99u);
  EXPECT_EQ(set(""), 1u);
  EXPECT_TRUE(stationery.templates.empty());
}

}  // namespace
}  // namespace himpun::document
