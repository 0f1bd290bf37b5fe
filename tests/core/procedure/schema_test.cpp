// docs/reference/procedure.schema.json names the same keys as the reader, and the shipped files keep to it.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "base/yaml.h"
#include "core/procedure/reader.h"
#include "support/files.h"

namespace himpun::procedure {
namespace {

Json read_schema() { return parse_json(test::read_source_file("docs/reference/procedure.schema.json")).value(); }

std::vector<std::string> names_of(Json const& object) {
  std::vector<std::string> names;
  for (auto const& [name, value] : *object.get_if<Json::Object>()) names.push_back(name);
  return names;
}

bool holds(std::vector<std::string> const& names, std::string const& name) {
  return std::ranges::find(names, name) != names.end();
}

/// Only known keys, and all that are required.
void expect_keys(YamlNode const& map, Json const& schema, std::string const& where) {
  auto const known = names_of(*schema.find("properties"));
  for (auto const& member : map.members) EXPECT_TRUE(holds(known, member.key)) << where << ": " << member.key;
  for (auto const& required : *schema.find("required")->get_if<Json::Array>()) {
    EXPECT_NE(map.find(*required.get_if<std::string>()), nullptr) << where << ": " << *required.get_if<std::string>();
  }
}

}  // namespace

TEST(ProcedureSchema, TheShippedFilesKeepToIt) {
  auto const schema = read_schema();
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    auto const root = read_yaml(test::read_source_file(path), path);
    ASSERT_TRUE(root.has_value()) << path;
    expect_keys(*root, schema, path);
    for (auto const& step : root->find("langkah")->items) {
      expect_keys(step, *schema.find("$defs")->find("langkah"), path + " line " + std::to_string(step.line));
    }
  }
}

TEST(ProcedureSchema, EveryKeyItNamesIsReadByTheReader) {
  auto const schema = read_schema();
  auto const is_unknown = [](std::string const& text) {
    auto const read = read_procedure(text, "uji.yaml");
    return !read && std::ranges::any_of(read.error(),
                                        [](Problem const& each) { return each.type->code == "procedure.key_unknown"; });
  };
  for (auto const& key : names_of(*schema.find("properties"))) EXPECT_FALSE(is_unknown(key + ": x")) << key;
  for (auto const& key : names_of(*schema.find("$defs")->find("langkah")->find("properties"))) {
    EXPECT_FALSE(is_unknown("langkah:\n  - " + key + ": x\n")) << key;
  }
  EXPECT_TRUE(is_unknown("langkah:\n  - lama: x\n"));
}

TEST(ProcedureSchema, ItNamesEveryKindOfStep) {
  auto const schema = read_schema();
  auto const& kinds =
      *schema.find("$defs")->find("langkah")->find("properties")->find("jenis")->find("enum")->get_if<Json::Array>();
  EXPECT_EQ(kinds.size(), 7u);
  for (auto const kind : {StepKind::disposition, StepKind::task, StepKind::gathering, StepKind::review,
                          StepKind::initialing, StepKind::signature, StepKind::distribution}) {
    EXPECT_NE(std::ranges::find(kinds, Json{word_of(kind)}), kinds.end()) << word_of(kind);
  }
}

}  // namespace himpun::procedure
