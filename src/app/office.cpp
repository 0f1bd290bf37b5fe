#include "app/office.h"

#include <future>

namespace himpun::app {

Result<access::Caller> caller_of(access::Agency const& agency, access::AccountId const& id) {
  if (id.empty()) return access::Caller{};
  auto const account = agency.accounts.find(id);
  if (account == agency.accounts.end() || account->second.closed) return refuse(session_ended);
  return access::Caller{id, account->second.person, account->second.roles};
}

Result<Sight> Office::sight(Reader& reader, access::AccountId const& account) {
  auto agency = books_.agency(reader);
  auto caller = caller_of(agency->state, account);
  if (!caller) return std::unexpected(caller.error());
  return Sight{reader, books_, world_, std::move(agency), books_.calendar(reader), std::move(*caller), world_.clock()};
}

Result<Json> Office::work(Transaction& transaction, Request const& request, Body const& body) {
  auto seen = sight(transaction, request.account);
  if (!seen) return std::unexpected(seen.error());
  Desk desk{std::move(*seen), transaction};
  return body(desk);
}

Result<Json> Office::work_once(Transaction& transaction, Request const& request, Body const& body) {
  if (!request.retry) return work(transaction, request, body);
  if (auto const kept = transaction.find_kept_answer(request.account.value, request.retry->key)) {
    if (kept->request_hash != request.retry->request_hash) return refuse(key_reused);
    return parse_json(kept->answer);
  }
  auto answer = work(transaction, request, body);
  if (answer) {
    transaction.put(KeptAnswerRow{request.account.value, request.retry->key, request.retry->request_hash,
                                  write_json(*answer), world_.clock()});
  }
  return answer;
}

void Office::carry_out(Request request, Body body, Reply reply) {
  auto answer = std::make_shared<Json>();
  auto const job = [this, answer, request = std::move(request), body = std::move(body)](Transaction& transaction) {
    auto result = work_once(transaction, request, body);
    if (!result) return Result<void>{std::unexpected(std::move(result.error()))};
    *answer = std::move(*result);
    return Result<void>{};
  };
  world_.store.submit(job, [answer, reply = std::move(reply)](Result<void> done) mutable {
    if (done) {
      reply(std::move(*answer));
    } else {
      reply(std::unexpected(std::move(done.error())));
    }
  });
}

Result<Json> Office::carry_out(Request request, Body body) {
  std::promise<Result<Json>> promise;
  auto future = promise.get_future();
  carry_out(std::move(request), std::move(body),
            [&promise](Result<Json> answer) { promise.set_value(std::move(answer)); });
  return future.get();
}

Result<Json> Office::look(access::AccountId const& account, Look const& look) {
  Result<Json> answer;
  world_.store.read([&](Reader& reader) {
    auto seen = sight(reader, account);
    answer = seen ? look(*seen) : std::unexpected(seen.error());
  });
  return answer;
}

namespace {

Result<void> forbidden(char const* id, char const* en) { return refuse(read_forbidden, {id, en}); }

}  // namespace

Result<void> require_reader(Sight const& sight) {
  if (sight.caller.is_installation() || !sight.caller.roles.empty()) return {};
  if (sight.caller.person && !access::posts_of(sight.agency(), *sight.caller.person, sight.today()).empty()) return {};
  return forbidden("Anda sedang tidak memegang jabatan apa pun di kantor ini.",
                   "You hold no post in this office at present.");
}

Result<void> require_auditor(Sight const& sight) {
  if (sight.caller.is_installation() || sight.caller.is(access::Role::auditor)) return {};
  if (sight.caller.is(access::Role::administrator)) return {};
  return forbidden("Bagian ini untuk auditor dan administrator.", "This is for auditors and administrators.");
}

Result<void> require_administrator(Sight const& sight) {
  if (sight.caller.is_installation() || sight.caller.is(access::Role::administrator)) return {};
  return forbidden("Bagian ini untuk administrator.", "This is for administrators.");
}

}  // namespace himpun::app
