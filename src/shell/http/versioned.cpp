#include "shell/http/versioned.h"

#include "base/text.h"

namespace himpun::http {
namespace {

constexpr std::size_t longest_search = 200;

std::string id_in(Json const& body) {
  auto const* id = body.find("id");
  auto const* text = id ? id->get_if<std::string>() : nullptr;
  return text ? *text : std::string{};
}

}  // namespace

Answer shown(Json versioned) {
  auto const* version = versioned.find("version");
  auto const* body = versioned.find("body");
  if (!version || !body) return Answer{std::move(versioned)};
  return Answer{.json = *body, .etag = std::to_string(*version->get_if<std::int64_t>())};
}

Result<Answer> shown(Result<Json> versioned) {
  if (!versioned) return std::unexpected(versioned.error());
  return shown(std::move(*versioned));
}

Answer shown_afterwards(Json versioned) { return shown(std::move(versioned)); }

std::function<Answer(Json)> created_below(std::string path) {
  return [path = std::move(path)](Json versioned) {
    auto answer = shown(std::move(versioned));
    answer.location = "/api/v1" + path + "/" + id_in(answer.json);
    return answer;
  };
}

std::function<Answer(Json)> created_at(std::string path) {
  return [path = std::move(path)](Json versioned) {
    auto answer = shown(std::move(versioned));
    answer.location = "/api/v1" + path;
    return answer;
  };
}

Result<app::PageQuery> page_query(Call const& call) {
  auto const limit = call.limit();
  if (!limit) return std::unexpected(limit.error());
  if (count_characters(call.query("q")) > longest_search) {
    return std::unexpected(Problem{.type = &input_invalid,
                                   .fields = {{"/?q", {"paling panjang 200 karakter", "has at most 200 characters"}}}});
  }
  return app::PageQuery{call.query("q"), call.query("after"), *limit};
}

void see(Api& api, std::string_view operation, std::string_view path, Seeing seeing) {
  api.look(operation, Method::get, path,
           [seeing = std::move(seeing)](app::Sight& sight, Call const& call) { return shown(seeing(sight, call)); });
}

Result<Aim> aim_of(Call const& call, std::string_view parameter) {
  auto const seen = call.revision();
  if (!seen) return std::unexpected(seen.error());
  return Aim{parameter.empty() ? std::string{} : call.param(parameter), *seen, call.language()};
}

}  // namespace himpun::http
