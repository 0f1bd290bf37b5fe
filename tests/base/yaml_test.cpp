#include "base/yaml.h"

#include <gtest/gtest.h>

namespace himpun {
namespace {

ProblemType const* fault_of(std::string_view text) {
  auto const read = read_yaml(text, "uji.yaml");
  return read ? nullptr : read.error().type;
}

std::string place_of_fault(std::string_view text) {
  auto const read = read_yaml(text, "uji.yaml");
  if (read || !read.error().where) return "none";
  return std::to_string(read.error().where->line) + ":" + std::to_string(read.error().where->column);
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST(Yaml, BuildsATreeWithPlaces) {
  auto const read = read_yaml("nama: Kepala Dinas\ndaftar:\n  - satu\n  - {a: \"b: c\", é: d}\n", "uji.yaml");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->kind, YamlKind::map);
  EXPECT_EQ(read->find("nama")->text, "Kepala Dinas");
  auto const& list = *read->find("daftar");
  ASSERT_EQ(list.items.size(), 2u);
  EXPECT_EQ(list.items[0].line, 3);
  EXPECT_EQ(list.items[0].column, 5);
  EXPECT_EQ(list.items[1].find("a")->text, "b: c");
  EXPECT_EQ(list.items[1].members[1].line, 4);
  EXPECT_EQ(read->find("tidak-ada"), nullptr);
}

TEST(Yaml, CountsColumnsInCharacters) {
  auto const read = read_yaml("{é: x, ñ: y}\n", "uji.yaml");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->members[1].column, 8);
}

TEST(Yaml, ReadsWindowsLineEndsAndAByteOrderMark) {
  auto const read = read_yaml(
      "\xEF\xBB\xBF"
      "a: b\r\nc:\r\n  - d\r\n",
      "uji.yaml");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->find("a")->text, "b");
  EXPECT_EQ(read->find("c")->items[0].line, 3);
}

TEST(Yaml, AnEmptyTextIsAnEmptyNode) {
  EXPECT_EQ(read_yaml("", "uji.yaml")->kind, YamlKind::empty);
  EXPECT_EQ(read_yaml("# hanya catatan\n", "uji.yaml")->kind, YamlKind::empty);
}

TEST(Yaml, RefusesEachThingItLeavesOutByName) {
  EXPECT_EQ(fault_of("a: &x b\n"), &yaml_alias);
  EXPECT_EQ(fault_of("a: *x\n"), &yaml_alias);
  EXPECT_EQ(fault_of("a: &x [b]\nc: *x\n"), &yaml_alias);
  EXPECT_EQ(fault_of("a: &x\n"), &yaml_alias);
  EXPECT_EQ(fault_of("a: !!str b\n"), &yaml_tag);
  EXPECT_EQ(fault_of("a: !x [b]\n"), &yaml_tag);
  EXPECT_EQ(fault_of("--- \na: b\n---\nc: d\n"), &yaml_several_documents);
  EXPECT_EQ(fault_of("a: b\nc: d\na: e\n"), &yaml_duplicate_key);
  EXPECT_EQ(fault_of("{a: b}: c\n"), &yaml_bad_key);
  EXPECT_EQ(fault_of("? [a]\n: c\n"), &yaml_bad_key);
  EXPECT_EQ(fault_of("~: c\n"), &yaml_bad_key);
  EXPECT_EQ(fault_of("a:\tb\n"), &yaml_tab);
  EXPECT_EQ(fault_of(std::string_view{"a: b\0c\n", 7}), &yaml_bad_character);
  EXPECT_EQ(fault_of("a: b\x07\n"), &yaml_bad_character);
  EXPECT_EQ(fault_of("a: \xC3(\n"), &yaml_not_utf8);
  EXPECT_EQ(fault_of("\xFF\xFE"
                     "a"),
            &yaml_not_utf8);
  EXPECT_EQ(fault_of("a: [b\n"), &yaml_malformed);
  EXPECT_EQ(fault_of("a: b: c\n"), &yaml_malformed);
  EXPECT_EQ(fault_of("a: 'b\n"), &yaml_malformed);
  EXPECT_EQ(fault_of("a: 'b\nc: d'\n"), &yaml_malformed);
  EXPECT_EQ(fault_of("a: \"b\\\"\nc: d\n"), &yaml_malformed);
  EXPECT_EQ(fault_of("a: 'b''c'\nd: \"e\\\"f\"\n"), nullptr);
}

TEST(Yaml, SaysWhereTheFaultIs) {
  EXPECT_EQ(place_of_fault("a: b\nc: d\na: e\n"), "3:1");
  EXPECT_EQ(place_of_fault("a: b\nc: \xC3(\n"), "2:4");
  EXPECT_EQ(place_of_fault("é: b\nñ:\tc\n"), "2:3");
  EXPECT_EQ(place_of_fault("a:\n  b: *x\n"), "2:6");
}

TEST(Yaml, RefusesMoreThanOneMebibyteBeforeReadingIt) {
  EXPECT_EQ(fault_of(std::string(yaml_max_bytes + 1, '[')), &yaml_too_large);
  EXPECT_EQ(fault_of("a: " + std::string(yaml_max_bytes - 3, 'x')), nullptr);
}

TEST(Yaml, RefusesDeepNesting) {
  EXPECT_EQ(fault_of(repeat("[", yaml_max_depth) + repeat("]", yaml_max_depth)), nullptr);
  EXPECT_EQ(fault_of(repeat("[", yaml_max_depth + 1) + repeat("]", yaml_max_depth + 1)), &yaml_too_deep);
  EXPECT_EQ(fault_of(repeat("- ", 1000)), &yaml_too_deep);
  EXPECT_EQ(fault_of(repeat("? ", 1000)), &yaml_bad_key);
}

TEST(Yaml, RefusesTooManyValues) {
  EXPECT_EQ(fault_of("[" + repeat("a,", yaml_max_nodes) + "a]"), &yaml_too_many);
  EXPECT_EQ(fault_of(repeat("- a\n", yaml_max_nodes)), &yaml_too_many);
  EXPECT_EQ(fault_of(repeat("- a\n", yaml_max_nodes - 1)), nullptr);
}

// Each of these is the largest file that is read at all, in the shapes that make careless readers slow or hungry.
TEST(Yaml, SurvivesTheLargestHostileFiles) {
  for (std::string_view const piece :
       {"[",     "{",     "- ",  "? ",  ": ", "\"", "'",  "a: ", "[a,", "{a: ",    "-\n",
        "|\n",   "&a ",   "*a ", "!a ", "%",  "#",  "\n", " ",   "a\n", "- - a\n", "a:\n",
        "---\n", "...\n", ",",   "]",   "\\", "[]", "{}", "- [", "? {", "\"\\\n",  "%TAG ! a\n"}) {
    EXPECT_TRUE(read_yaml(repeat(piece, yaml_max_bytes / piece.size()), "uji.yaml").has_value() ||
                fault_of(repeat(piece, yaml_max_bytes / piece.size())) != nullptr)
        << piece;
  }
}

}  // namespace himpun
