#pragma once
// Answers of the desks whose nouns share one version (register, calendar, procedure): {version, body} becomes the body
// with the version as its ETag. And the query parameters of their lists.

#include "app/views/page.h"
#include "shell/http/api.h"

namespace himpun::http {

/// {version, body}: the body, and the version as its ETag. Anything else stays as it is.
[[nodiscard]] Answer shown(Json versioned);
[[nodiscard]] Result<Answer> shown(Result<Json> versioned);
/// For commands that make something: 201 with `path` and the body's id as its Location.
[[nodiscard]] std::function<Answer(Json)> created_below(std::string path);
/// For commands that make something at a known path.
[[nodiscard]] std::function<Answer(Json)> created_at(std::string path);
[[nodiscard]] Answer shown_afterwards(Json versioned);

/// `q`, `after` and `limit`.
[[nodiscard]] Result<app::PageQuery> page_query(Call const& call);

/// A look that answers with a desk's {version, body}.
using Seeing = std::function<Result<Json>(app::Sight&, Call const&)>;
void see(Api& api, std::string_view operation, std::string_view path, Seeing seeing);

/// What a command is about beside its body.
struct Aim {
  std::string id;         ///< the path parameter; empty when the path has none
  std::int64_t seen = 0;  ///< the version in If-Match
  Language language = Language::indonesian;
};
/// Reads If-Match and the path parameter called `parameter`; 428 without If-Match.
[[nodiscard]] Result<Aim> aim_of(Call const& call, std::string_view parameter);

template <class Record>
using Making = std::function<Result<Json>(app::Desk&, Record const&)>;
/// A command that records something new; its Location is the path and the new id.
template <class Record>
void make(Api& api, std::string_view operation, std::string_view path, Making<Record> making) {
  api.command(operation, Method::post, path,
              [making = std::move(making), path = std::string{path}](Call const& call) -> Result<Order> {
                auto record = call.body<Record>();
                if (!record) return std::unexpected(record.error());
                return Order{[making, record = std::move(*record)](app::Desk& desk) { return making(desk, record); },
                             created_below(path)};
              });
}

template <class Record>
using Changing = std::function<Result<Json>(app::Desk&, Aim const&, Record const&)>;
/// A command that changes what the caller saw: needs If-Match.
template <class Record>
void change(Api& api, std::string_view operation, Method method, std::string_view path, std::string_view parameter,
            Changing<Record> changing) {
  api.command(operation, method, path,
              [changing = std::move(changing), parameter = std::string{parameter}](Call const& call) -> Result<Order> {
                auto aim = aim_of(call, parameter);
                if (!aim) return std::unexpected(aim.error());
                auto record = call.body<Record>();
                if (!record) return std::unexpected(record.error());
                return Order{[changing, aim = std::move(*aim), record = std::move(*record)](app::Desk& desk) {
                               return changing(desk, aim, record);
                             },
                             shown_afterwards};
              });
}

}  // namespace himpun::http
