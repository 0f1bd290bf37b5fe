// The rules on planted violations: a rule that finds nothing when there is something is no rule.

#include "layers/rules.h"

#include <gtest/gtest.h>

#include "layers/source_text.h"

namespace himpun::layers {
namespace {

Table const table = parse_table(
    "# a comment\n"
    "base:\n"
    "core/calendar: base\n"
    "core/workflow: base core/calendar\n"
    "app: base core\n"
    "adapters/sqlite: base core app\n"
    "adapters/memory: base core app\n"
    "main.cpp: base core app adapters\n");

std::string header(std::string const& body) { return "#pragma once\n// What it is.\n" + body; }
std::string repeated(int times, std::string const& line) {
  std::string text;
  for (int i = 0; i < times; ++i) text += line;
  return text;
}

std::vector<Violation> reach(std::string path, std::string text) {
  return check_reach(table, {{std::move(path), std::move(text)}});
}
std::vector<Violation> words(std::string path, std::string text) {
  return check_words({{std::move(path), std::move(text)}});
}

TEST(Reach, inwards_and_sideways_as_the_table_says) {
  EXPECT_TRUE(reach("src/core/workflow/a.cpp", "#include \"core/calendar/due.h\"\n#include \"base/time.h\"\n").empty());
  EXPECT_TRUE(reach("src/core/workflow/a.cpp", "#include \"core/workflow/b.h\"\n").empty());
  EXPECT_TRUE(reach("src/app/a.cpp", "#include \"core/workflow/b.h\"\n").empty());
  EXPECT_TRUE(reach("src/main.cpp", "#include \"adapters/sqlite/store.h\"\n").empty());
}

TEST(Reach, outwards_is_refused_with_its_line) {
  auto const found = reach("src/core/calendar/a.h", "#pragma once\n#include \"app/ports/store.h\"\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[0].what, "core/calendar may not include app/ports/store.h");
}

TEST(Reach, a_module_that_is_not_listed_is_refused) {
  EXPECT_EQ(reach("src/core/calendar/a.cpp", "#include \"core/workflow/case.h\"\n").size(), 1U);
  EXPECT_EQ(reach("src/adapters/memory/a.cpp", "#include \"adapters/sqlite/store.h\"\n").size(), 1U);
  EXPECT_EQ(reach("src/base/a.cpp", "#include \"core/calendar/due.h\"\n").size(), 1U);
  EXPECT_EQ(reach("src/corelike/a.cpp", "int a;\n").size(), 1U);
}

TEST(Reach, third_party_headers_stay_outside) {
  EXPECT_EQ(reach("src/core/calendar/a.cpp", "#include <boost/json.hpp>\n").size(), 1U);
  EXPECT_EQ(reach("src/app/a.cpp", "#include <sqlite3.h>\n").size(), 1U);
  EXPECT_EQ(reach("src/base/a.h", "#include <openssl/evp.h>\n").size(), 1U);
  EXPECT_TRUE(reach("src/base/a.cpp", "#include <openssl/evp.h>\n").empty());
  EXPECT_TRUE(reach("src/adapters/sqlite/a.h", "#include <sqlite3.h>\n").empty());
  EXPECT_TRUE(reach("src/core/calendar/a.h", "#include <boost/describe/class.hpp>\n#include <vector>\n").empty());
}

TEST(Reach, core_does_not_know_the_world) {
  for (auto const* text : {"#include <thread>\n", "#include <fstream>\n", "#include <random>\n", "#include <locale>\n",
                           "void f() { throw 1; }\n", "void f() { try { g(); } catch (...) {} }\n",
                           "auto now = std::chrono::system_clock::now();\n", "auto x = getenv(\"HOME\");\n"}) {
    EXPECT_FALSE(reach("src/core/calendar/a.cpp", text).empty()) << text;
    EXPECT_TRUE(reach("src/adapters/memory/a.cpp", text).empty()) << text;
  }
}

TEST(Reach, words_in_comments_and_literals_do_not_count) {
  EXPECT_TRUE(
      reach("src/core/calendar/a.cpp", "// never throw, never try\nauto s = \"try again\"; /* throw */\n").empty());
  EXPECT_TRUE(
      reach("src/core/calendar/a.cpp", "auto s = R\"(throw \" try)\"; int retry = 1'000; char c = '\"';\n").empty());
  EXPECT_EQ(reach("src/core/calendar/a.cpp", "char c = '\"'; void f() { throw 1; }\n").size(), 1U);
}

TEST(Table, a_way_round_is_found) {
  EXPECT_EQ(find_cycle(table), "");
  EXPECT_NE(find_cycle(parse_table("a: b\nb: c\nc: a\n")), "");
}

TEST(Size, long_files_are_refused) {
  EXPECT_TRUE(check_size({{"src/a.cpp", repeated(500, "int a;\n")}}).empty());
  EXPECT_EQ(check_size({{"src/a.cpp", repeated(501, "int a;\n")}}).size(), 1U);
  EXPECT_TRUE(check_size({{"tests/a_test.cpp", repeated(800, "int a;\n")}}).empty());
  EXPECT_EQ(check_size({{"tests/a_test.cpp", repeated(801, "int a;\n")}}).size(), 1U);
  EXPECT_EQ(check_size({{"web/src/a.ts", repeated(501, "let a;\n")}}).size(), 1U);
}

TEST(Size, long_functions_are_refused_at_their_first_line) {
  auto const function = [](int lines) {
    return "namespace a {\nint f(int x) {\n" + repeated(lines - 2, "  x += 1;\n") + "}\n}\n";
  };
  EXPECT_TRUE(check_size({{"src/a.cpp", function(70)}}).empty());
  auto const found = check_size({{"src/a.cpp", function(71)}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].line, 2);
}

TEST(Size, tables_and_types_are_not_functions) {
  EXPECT_TRUE(check_size({{"src/a.cpp", "struct A {\n" + repeated(90, "  int f(int x);\n") + "};\n"}}).empty());
  EXPECT_TRUE(check_size({{"src/a.cpp", "constexpr Row rows[]{\n" + repeated(90, "  {1, 2},\n") + "};\n"}}).empty());
}

TEST(Size, a_constructor_with_initializers_is_one_function) {
  auto const functions = functions_of("A::A(int x) : x_(x), y_{x} {\n  f();\n}\nvoid A::g() {\n}\n");
  ASSERT_EQ(functions.size(), 2U);
  EXPECT_EQ(functions[0].lines, 3);
  EXPECT_EQ(functions[1].line, 4);
}

TEST(Size, crowded_folders_are_refused) {
  std::vector<SourceFile> files;
  for (int i = 0; i < 25; ++i) files.push_back({"src/core/calendar/f" + std::to_string(i) + ".cpp", "int a;\n"});
  EXPECT_TRUE(check_size(files).empty());
  files.push_back({"src/core/calendar/one_more.cpp", "int a;\n"});
  EXPECT_EQ(check_size(files).size(), 1U);
}

TEST(Words, leftover_marks_are_refused) {
  EXPECT_EQ(words("src/a.cpp",
                  "// TO"
                  "DO: later\n")
                .size(),
            1U);
  EXPECT_EQ(words("web/src/a.ts",
                  "// FIX"
                  "ME\n")
                .size(),
            1U);
  EXPECT_TRUE(words("src/a.cpp",
                    "int METO"
                    "DOS;\n")
                  .empty());
}

TEST(Words, paths_of_a_machine_are_refused) {
  EXPECT_EQ(words("docs/a.md",
                  "see /ho"
                  "me/budi/himpun\n")
                .size(),
            1U);
  EXPECT_EQ(words("src/a.cpp",
                  "auto p = \"/wo"
                  "rk/shared\";\n")
                .size(),
            1U);
  EXPECT_TRUE(words("web/src/a.ts",
                    "import x from './pages/ho"
                    "me/page'\n")
                  .empty());
}

TEST(Words, a_header_says_what_it_is) {
  EXPECT_TRUE(words("src/a.h", header("int a;\n")).empty());
  EXPECT_EQ(words("src/a.h", "#pragma once\n\n#include <vector>\n").size(), 1U);
}

}  // namespace
}  // namespace himpun::layers
