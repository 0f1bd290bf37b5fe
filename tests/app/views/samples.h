#pragma once
// Pages made from a case that was played through the rules, without any store.

#include "app/views/cases/case_scene.h"
#include "support/case_game.h"

namespace himpun::test {

/// What `post` would look at now. Keeps what the scene refers to.
class Stage {
 public:
  Stage(CaseGame const& game, std::string const& post, Language language = Language::indonesian)
      : file_(game.file),
        agency_(game.agency),
        calendar_(game.calendar),
        caller_(game.caller(post)),
        now_(game.now),
        version_(static_cast<std::int64_t>(game.happened.size())),
        language_(language) {
    book_.id = game.procedure.id;
    book_.versions.push_back({1, {}, game.procedure, ""});
  }

  [[nodiscard]] app::CaseScene scene() const {
    return {file_, version_, book_, book_.versions.front().procedure, agency_, calendar_, caller_, now_, language_};
  }

 private:
  Case file_;
  access::Agency agency_;
  calendar::Calendar calendar_;
  access::Caller caller_;
  Instant now_;
  std::int64_t version_;
  Language language_;
  procedure::Book book_;
};

}  // namespace himpun::test
