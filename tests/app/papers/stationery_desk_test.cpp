// The office's letterhead and its templates of each kind of paper: shown, previewed, kept, given back.

#include "app/papers/letterhead_desk.h"
#include "app/papers/paper_words.h"
#include "app/test_office.h"

namespace himpun::app::test {
namespace {

using document::PaperKind;

std::string kind_word(PaperKind kind) { return *to_json(kind).get_if<std::string>(); }

struct TheStationery : ::testing::Test {
  TestOffice office;

  void SetUp() override { office.found(); }

  Json shown() {
    auto const seen = office.see(
        "acc-admin", [](Sight& sight) -> Result<Json> { return show_letterhead(sight, Language::indonesian); });
    EXPECT_TRUE(seen);
    return seen.value_or(Json{});
  }
  /// What the screen knows of the template of one kind.
  Json template_shown(PaperKind kind) {
    auto const all = shown();
    for (auto const& each : *all.find("body")->find("templates")->get_if<Json::Array>()) {
      if (*each.find("kind") == Json{kind_word(kind)}) return each;
    }
    ADD_FAILURE() << kind_word(kind) << " has no template";
    return {};
  }
  Result<Json> keep(PaperKind kind, std::string const& text) {
    auto const version = *shown().find("version")->get_if<std::int64_t>();
    return office.as("acc-admin", [&](Desk& desk) {
      return set_template(desk, version, kind_word(kind), text, Language::indonesian);
    });
  }
  Result<std::string> preview(PaperKind kind, std::string const& text, char const* account = "acc-admin") {
    StationeryDraft draft{.letterhead = {}, .kind = kind, .text = text};
    draft.letterhead.lines = {{"DINAS CONTOH", document::LineLook::large}};
    draft.letterhead.place = "Kota Contoh";
    draft.letterhead.size = document::PageSize::f4;
    std::string html;
    auto const seen = office.see(account, [&](Sight& sight) -> Result<Json> {
      auto const ready = preview_stationery(sight, draft);
      if (!ready) return std::unexpected(ready.error());
      EXPECT_EQ(ready->paper.size, document::PageSize::f4);
      html = to_html(*ready);
      return Json{};
    });
    if (!seen) return std::unexpected(seen.error());
    return html;
  }
};

constexpr std::pair<PaperKind, char const*> usual_words[] = {
    {PaperKind::case_paper, "Di sini tercetak isi naskah"},
    {PaperKind::data_request, "Dalam rangka pelaksanaan SOP Contoh"},
    {PaperKind::data_receipt, "Jumlah pemustaka"},
    {PaperKind::disposal_record, "Pada hari ini Selasa tanggal 7 April 2026"}};

TEST_F(TheStationery, ShowsTheShippedWordsOfEveryKindWithTheirFields) {
  for (auto const& [kind, words] : usual_words) {
    auto const seen = template_shown(kind);
    EXPECT_EQ(*seen.find("is_own"), Json{false});
    auto const text = *seen.find("text")->get_if<std::string>();
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(seen.find("fields")->get_if<Json::Array>()->size(), document::fields_of(kind).size());
    auto const html = preview(kind, text);
    ASSERT_TRUE(html) << html.error().type->code;
    EXPECT_NE(html->find(words), std::string::npos) << *html;
    EXPECT_EQ(html->find("{{"), std::string::npos) << "every field is filled: " << *html;
  }
}

TEST_F(TheStationery, SaysWhichFieldsStandAlone) {
  auto const seen = template_shown(PaperKind::disposal_record);
  std::vector<std::string> alone;
  for (auto const& field : *seen.find("fields")->get_if<Json::Array>()) {
    if (*field.find("is_alone") == Json{true}) alone.push_back(*field.find("name")->get_if<std::string>());
  }
  EXPECT_EQ(alone, (std::vector<std::string>{"bukti_jurnal"}));
}

TEST_F(TheStationery, PreviewsTheDraftsWordsOnAPaperOfItsKind) {
  for (auto const& [kind, words] : usual_words) {
    std::string text = "Kata kantor <b> {{tempat}}.\n\n";
    for (auto const& field : document::fields_of(kind)) text += "{{" + std::string{field.name} + "}}\n\n";
    auto const html = preview(kind, text);
    ASSERT_TRUE(html) << kind_word(kind);
    EXPECT_NE(html->find("Kata kantor &lt;b&gt; Kota Contoh."), std::string::npos) << *html;
  }
}

TEST_F(TheStationery, PreviewsOnlyWhatCouldBeKeptAndOnlyToAdministrators) {
  for (auto const& [kind, words] : usual_words) {
    EXPECT_EQ(preview(kind, "{{tidak_ada}}").error().type->code, document::template_invalid.code);
    EXPECT_TRUE(preview(kind, "", "acc-kadis").error().is(read_forbidden));
  }
  auto const none = preview(PaperKind::mechanism, "Kata.");
  EXPECT_EQ(none.error().fields.front().pointer, "/kind");
}

TEST_F(TheStationery, KeepsEachKindAloneAndGivesItBack) {
  ASSERT_TRUE(keep(PaperKind::data_request, "Mohon data {{periode}}."));
  ASSERT_TRUE(keep(PaperKind::data_receipt, "Telah diterima:\n{{rincian}}"));
  EXPECT_EQ(*template_shown(PaperKind::data_request).find("text"), Json{"Mohon data {{periode}}."});
  EXPECT_EQ(*template_shown(PaperKind::data_receipt).find("is_own"), Json{true});
  EXPECT_EQ(*template_shown(PaperKind::disposal_record).find("is_own"), Json{false});
  ASSERT_TRUE(keep(PaperKind::data_request, ""));
  EXPECT_EQ(*template_shown(PaperKind::data_request).find("is_own"), Json{false});
  EXPECT_EQ(*template_shown(PaperKind::data_receipt).find("is_own"), Json{true});
  EXPECT_EQ(keep(PaperKind::data_receipt, "Telah diterima.").error().type->code, document::template_invalid.code);
}

TEST_F(TheStationery, IsToldToReadersOfTheJournalByItsKind) {
  auto const told = [](std::string const& text) {
    journal::Envelope envelope;
    envelope.type = document::TemplateSet::event_name;
    envelope.type_version = document::TemplateSet::event_version;
    envelope.data = to_json(document::TemplateSet{PaperKind::disposal_record, text});
    return paper_words(envelope).value_or(Words{}).id;
  };
  EXPECT_EQ(told("Kata."), "Templat berita acara pemusnahan diubah.");
  EXPECT_EQ(told(""), "Templat berita acara pemusnahan dikembalikan ke bawaan.");
}

}  // namespace
}  // namespace himpun::app::test
