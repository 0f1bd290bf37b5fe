// BPMN files of others, and files made to hurt.

#include <gtest/gtest.h>

#include "core/document/bpmn/importer.h"
#include "core/document/bpmn/samples.h"
#include "core/document/bpmn/writer.h"
#include "core/procedure/check.h"
#include "support/procedures.h"
#include "support/random_procedure.h"

namespace himpun::document::bpmn {
namespace {

Problem refusal_of(std::string const& text) {
  auto const imported = import_bpmn_file(text, "uji.bpmn");
  EXPECT_FALSE(imported.has_value());
  return imported ? Problem{.type = &xml_malformed} : imported.error();
}

Imported import(std::string const& text) {
  auto imported = import_bpmn_file(text, "uji.bpmn");
  EXPECT_TRUE(imported.has_value()) << (imported ? "" : imported.error().detail.en);
  return imported ? std::move(*imported) : Imported{};
}

/// The words of the notes about an element.
std::string notes_about(Imported const& imported, std::string const& element) {
  std::string words;
  for (auto const& note : imported.notes) {
    if (note.element == element) words += note.words.en + "\n";
  }
  return words;
}

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

std::string in_process(std::string const& inside) {
  return R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:h="https://himpun.example/reference/bpmn">)"
         R"(<process id="p">)" +
         inside + "</process></definitions>";
}

// --- bytes ------------------------------------------------------------------------------------------------------

TEST(BpmnXml, of_random_procedures_is_read_as_it_was_written) {
  for (std::uint64_t seed = std::random_device{}(), end = seed + 50; seed < end; ++seed) {
    auto const procedure = himpun::test::RandomProcedure{seed}.make();
    auto const xml = write_bpmn_file(procedure);
    auto const imported = import(xml);
    EXPECT_TRUE(imported.procedure == procedure) << "seed " << seed;
    EXPECT_TRUE(imported.notes.empty()) << "seed " << seed;
    ASSERT_EQ(write_bpmn_file(imported.procedure), xml) << "seed " << seed;
  }
}

TEST(BpmnXml, with_a_document_type_is_refused_where_it_stands) {
  auto const problem =
      refusal_of("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>");
  EXPECT_EQ(problem.type->code, "xml.unsafe");
  EXPECT_EQ(problem.where->line, 2);
}

TEST(BpmnXml, with_an_external_entity_is_refused) {
  auto const problem = refusal_of("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>");
  EXPECT_EQ(problem.type->code, "xml.unsafe");
}

TEST(BpmnXml, that_is_nested_too_deep_is_refused) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_EQ(refusal_of(deep).type->code, "xml.unsafe");
}

TEST(BpmnXml, with_too_many_elements_is_refused) {
  std::string wide = "<a>";
  for (int i = 0; i < 110'000; ++i) wide += "<b/>";
  EXPECT_EQ(refusal_of(wide + "</a>").type->code, "xml.unsafe");
}

TEST(BpmnXml, that_is_too_large_is_refused_before_it_is_read) {
  EXPECT_EQ(refusal_of(std::string(xml_max_bytes + 1, ' ')).type->code, "xml.too_large");
}

TEST(BpmnXml, that_is_not_well_formed_is_refused_with_its_place) {
  for (std::string const text : {"", "   ", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&unknown;</a>", "<x:a/>",
                                 "<a/><a/>", "prosedur: surat-masuk"}) {
    auto const problem = refusal_of(text);
    EXPECT_EQ(problem.type->code, "xml.malformed") << text;
    EXPECT_GE(problem.where->line, 1) << text;
  }
}

TEST(BpmnXml, in_another_encoding_is_refused) {
  EXPECT_EQ(refusal_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>").type->code, "xml.not_utf8");
  EXPECT_EQ(refusal_of("\xFF\xFE<\0a\0/\0>\0").type->code, "xml.not_utf8");
}

// --- documents that contradict themselves -----------------------------------------------------------------------

TEST(BpmnImport, refuses_an_id_that_is_used_twice) {
  auto const problem = refusal_of(in_process("<task id='a' name='A'/>\n<task id='a' name='B'/>"));
  EXPECT_EQ(problem.type->code, "bpmn.duplicate_id");
  EXPECT_EQ(problem.where->line, 2);
}

TEST(BpmnImport, refuses_a_flow_from_nowhere) {
  auto const problem =
      refusal_of(in_process("<task id='a' name='A'/><sequenceFlow id='f' sourceRef='tiada' targetRef='a'/>"));
  EXPECT_EQ(problem.type->code, "bpmn.unknown_reference");
}

TEST(BpmnImport, refuses_what_is_no_bpmn_or_has_no_task) {
  EXPECT_EQ(refusal_of("<svg xmlns='http://www.w3.org/2000/svg'/>").type->code, "bpmn.no_document");
  EXPECT_EQ(refusal_of(in_process("<startEvent id='s'/>")).type->code, "bpmn.no_process");
}

TEST(BpmnImport, gives_up_on_more_steps_than_a_procedure_may_have_and_on_a_maze_of_gateways) {
  std::string many;
  for (int i = 0; i < 501; ++i) many += "<task id='t" + std::to_string(i) + "' name='T'/>";
  EXPECT_EQ(refusal_of(in_process(many)).type->code, "bpmn.too_many");
  std::string maze;
  int flows = 0;
  auto const lead = [&](std::string const& from, std::string const& to) {
    maze += "<sequenceFlow id='f" + std::to_string(++flows) + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
  };
  for (int i = 0; i < 400; ++i) {
    maze += "<task id='t" + std::to_string(i) + "' name='T'/>";
    lead("t" + std::to_string(i), "g0");
  }
  for (int i = 0; i < 4'000; ++i) {
    auto const id = "g" + std::to_string(i);
    maze += "<parallelGateway id='" + id + "'/>";
    for (int twice = 0; twice < 2 && i > 0; ++twice) lead("g" + std::to_string(i - 1), id);
  }
  EXPECT_EQ(refusal_of(in_process(maze)).type->code, "bpmn.too_many");
}

// --- files of other programs ------------------------------------------------------------------------------------

TEST(BpmnImport, takes_lanes_tasks_choices_and_documentation_from_a_drawing_made_in_the_browser) {
  auto const imported = import(test::drawn_in_the_browser);
  auto const& procedure = imported.procedure;
  EXPECT_EQ(procedure.name, "Surat Keluar");
  ASSERT_EQ(procedure.actors.size(), 2U);
  EXPECT_EQ(procedure.actors[1].id.value, "staf");
  ASSERT_EQ(procedure.steps.size(), 2U);
  EXPECT_EQ(procedure.steps[0].activity, "Menyusun konsep surat");  // along the flow, not in the order of the file
  EXPECT_EQ(procedure.steps[0].performers.front().value, "staf");
  auto const& check = procedure.steps[1];
  EXPECT_EQ(check.kind, procedure::StepKind::review);
  EXPECT_EQ(check.activity, "Memeriksa konsep surat");
  EXPECT_EQ(check.remark, "Dua hari kerja");
  ASSERT_EQ(check.outcomes.size(), 2U);
  EXPECT_EQ(check.outcomes[0], (procedure::Outcome{"benar", {}}));
  EXPECT_EQ(check.outcomes[1], (procedure::Outcome{"perlu perbaikan", procedure.steps[0].id}));
  EXPECT_TRUE(procedure::check_procedure(imported.text, "uji.yaml").refusals.empty());
}

TEST(BpmnImport, says_what_it_leaves_behind_of_a_drawing_made_in_the_browser) {
  auto const imported = import(test::drawn_in_the_browser);
  for (auto const* id :
       {"Participant_2", "Flow_message", "DataObjectReference_1", "DataObject_1", "TextAnnotation_1"}) {
    EXPECT_TRUE(has(notes_about(imported, id), "is not carried over")) << id;
  }
  EXPECT_TRUE(has(notes_about(imported, "Event_start"), "Ada permintaan"));
  EXPECT_TRUE(has(notes_about(imported, "Gateway_1"), "Sudah benar?"));
  EXPECT_TRUE(has(notes_about(imported, "Activity_write"), "Kind and time are not in the file"));
  for (auto const& note : imported.notes) EXPECT_GE(note.place.line, 1);
}

TEST(BpmnImport, takes_forks_joins_and_a_choice_after_the_start_from_a_process_to_be_executed) {
  auto const imported = import(test::drawn_to_be_executed);
  auto const& steps = imported.procedure.steps;
  ASSERT_EQ(steps.size(), 6U);
  EXPECT_EQ(steps[0].activity, "Berkas lengkap?");
  EXPECT_EQ(steps[0].outcomes[0], (procedure::Outcome{"selain itu", steps[1].id}));
  EXPECT_EQ(steps[1].next, (std::vector{steps[2].id, steps[3].id}));
  EXPECT_EQ(steps[4].waits_for, (std::vector{steps[2].id, steps[3].id}));
  EXPECT_TRUE(procedure::check_procedure(imported.text, "uji.yaml").refusals.empty());
}

TEST(BpmnImport, says_what_it_leaves_behind_of_a_process_to_be_executed) {
  auto const imported = import(test::drawn_to_be_executed);
  EXPECT_TRUE(has(notes_about(imported, "catat"), "camunda.org:assignee"));
  EXPECT_TRUE(has(notes_about(imported, "catat"), "camunda.org:formData"));
  EXPECT_TRUE(has(notes_about(imported, "lama"), "boundaryEvent"));
  EXPECT_TRUE(has(notes_about(imported, "f5"), "flow is not carried over"));
  EXPECT_TRUE(has(notes_about(imported, "f3"), "${!lengkap}"));
  EXPECT_TRUE(has(notes_about(imported, "survei"), "becomes one step"));
  EXPECT_TRUE(has(notes_about(imported, "lengkap"), "step of its own"));
  EXPECT_TRUE(has(notes_about(imported, "izin"), "no lanes"));
}

TEST(BpmnImport, says_so_when_a_join_waits_for_one_of_several) {
  auto const imported = import(in_process(
      "<startEvent id='s'/><sequenceFlow id='1' sourceRef='s' targetRef='a'/><task id='a' name='A'/>"
      "<sequenceFlow id='2' sourceRef='a' targetRef='bagi'/><parallelGateway id='bagi'/>"
      "<sequenceFlow id='3' sourceRef='bagi' targetRef='b'/><sequenceFlow id='4' sourceRef='bagi' targetRef='c'/>"
      "<sequenceFlow id='5' sourceRef='bagi' targetRef='d'/><task id='b' name='B'/><task id='c' name='C'/><task id='d' "
      "name='D'/>"
      "<sequenceFlow id='6' sourceRef='b' targetRef='salah-satu'/><sequenceFlow id='7' sourceRef='c' "
      "targetRef='salah-satu'/>"
      "<exclusiveGateway id='salah-satu'/><sequenceFlow id='8' sourceRef='salah-satu' targetRef='satu'/>"
      "<sequenceFlow id='9' sourceRef='d' targetRef='satu'/><parallelGateway id='satu'/>"
      "<sequenceFlow id='10' sourceRef='satu' targetRef='e'/><task id='e' name='E'/>"));
  EXPECT_TRUE(has(notes_about(imported, "8"), "it waits for all of them"));
}

TEST(BpmnImport, notes_what_an_edit_broke_in_a_file_of_ours) {
  auto xml = write_bpmn_file(himpun::test::read_shipped(himpun::test::seed_path));
  auto const replace = [&](std::string const& from, std::string const& to) {
    ASSERT_TRUE(has(xml, from)) << from;
    xml.replace(xml.find(from), from.size(), to);
  };
  replace("<himpun:bersama lajur=\"lajur-bidang\" />", "<himpun:bersama lajur=\"lajur-lain\" />");
  replace("jenis=\"disposisi\"", "jenis=\"perintah\"");
  auto const imported = import(xml);
  EXPECT_TRUE(has(notes_about(imported, "langkah-himpun"), "there is no such lane"));
  EXPECT_TRUE(has(notes_about(imported, "langkah-disposisi"), "is not known"));
}

}  // namespace
}  // namespace himpun::document::bpmn
