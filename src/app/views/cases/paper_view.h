#pragma once
// Papers of a case with their versions, and the initials and signatures on each; void ones stay visible.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

struct ContentView {
  workflow::ContentKind kind = workflow::ContentKind::text;
  std::optional<std::string> text;  ///< the words, or where the paper is kept
  std::optional<workflow::FileRef> file;
};
BOOST_DESCRIBE_STRUCT(ContentView, (), (kind, text, file))

struct MarkView {
  workflow::MarkKind kind = workflow::MarkKind::initials;
  workflow::StepId step;
  ByView by;
  Instant at{};
  std::optional<Instant> voided_at;
  std::optional<std::string> void_reason;
};
BOOST_DESCRIBE_STRUCT(MarkView, (), (kind, step, by, at, voided_at, void_reason))

struct PaperVersionView {
  std::int64_t version = 1;
  workflow::StepId step;
  Instant at{};
  ByView by;
  ContentView content;
  std::string sha256;
  std::vector<MarkView> marks;
};
BOOST_DESCRIBE_STRUCT(PaperVersionView, (), (version, step, at, by, content, sha256, marks))

struct PaperView {
  std::string key;
  std::string name;
  std::vector<PaperVersionView> versions;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(PaperView, (), (key, name, versions))

[[nodiscard]] ContentView content_view(workflow::Content const& content);
[[nodiscard]] PaperVersionView version_view(CaseScene const& scene, workflow::Paper const& paper,
                                            workflow::PaperVersion const& version);
[[nodiscard]] std::vector<PaperView> paper_views(CaseScene const& scene);

}  // namespace himpun::app
