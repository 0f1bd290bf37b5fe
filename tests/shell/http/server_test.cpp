#include "shell/http/server.h"

#include "shell/http/fixture.h"

namespace himpun::http::test {

TEST_F(ServerTest, AnswersOneRequestAfterTheOtherOnOneConnection) {
  start();
  auto client = connect();
  for (int i = 0; i < 3; ++i) {
    auto const answer = client.ask(request_text("GET", "/api/hello"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello");
    EXPECT_EQ(answer.header("connection"), "keep-alive");
  }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInTheirOrder) {
  start();
  auto client = connect();
  std::string text;
  for (int i = 0; i < 50; ++i) text += request_text("POST", "/api/echo", "number " + std::to_string(i));
  client.send(text);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read().body, "number " + std::to_string(i));
}

TEST_F(ServerTest, ReadsARequestThatComesByteByByte) {
  start();
  auto client = connect();
  for (char const c : request_text("POST", "/api/echo", "slowly but surely")) client.send({&c, 1});
  EXPECT_EQ(client.read().body, "slowly but surely");
}

TEST_F(ServerTest, ReadsAChunkedBodyThatComesByteByByte) {
  start();
  auto client = connect();
  std::string const text =
      "POST /api/echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5;name=value\r\nhello\r\n7\r\n, world\r\n0\r\nTrailer: ignored\r\n\r\n";
  for (char const c : text) client.send({&c, 1});
  EXPECT_EQ(client.read().body, "hello, world");
  for (char const c :
       std::string{"POST /api/echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"}) {
    client.send({&c, 1});
  }
  EXPECT_EQ(client.read().status, 200);
}

TEST_F(ServerTest, GivesTheHandlerDecodedParametersAndQuery) {
  start();
  auto client = connect();
  EXPECT_EQ(client.ask(request_text("GET", "/api/tasks/case%2F01J-3/papers/nota%20dinas?q=a%26b+c")).body,
            "case/01J-3|nota dinas|a&b c");
}

TEST_F(ServerTest, AnswersHeadLikeGetWithoutTheBody) {
  start();
  auto client = connect();
  client.send(request_text("HEAD", "/api/hello"));
  auto const answer = client.read(Expecting::head_only);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "5");
  EXPECT_EQ(client.ask(request_text("GET", "/api/hello")).body, "hello");
}

TEST_F(ServerTest, NamesTheAllowedMethodsOfAPath) {
  start();
  auto client = connect();
  auto const refused = client.ask(request_text("DELETE", "/api/hello"));
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.header("allow"), "GET, HEAD, OPTIONS");
  auto const options_answer = client.ask(request_text("OPTIONS", "/api/hello"));
  EXPECT_EQ(options_answer.status, 204);
  EXPECT_EQ(options_answer.header("allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(client.ask(request_text("GET", "/api/hello/")).status, 404);
}

TEST_F(ServerTest, LetsAnyThreadAnswer) {
  start();
  auto client = connect();
  client.send(request_text("POST", "/api/later", "x"));
  std::thread{[&] { later.take()(text_response(201, "done")); }}.join();
  auto const answer = client.read();
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, "done");
}

TEST_F(ServerTest, ClosesWhenTheClientAsksForIt) {
  start();
  auto client = connect();
  EXPECT_EQ(client.ask(request_text("GET", "/api/hello", "", "Connection: close\r\n")).header("connection"), "close");
  EXPECT_TRUE(client.is_closed());
  auto old = connect();
  EXPECT_EQ(old.ask("GET /api/hello HTTP/1.0\r\n\r\n").body, "hello");
  EXPECT_TRUE(old.is_closed());
}

TEST_F(ServerTest, SendsTheSecurityHeadersWithEveryAnswer) {
  start();
  for (auto const* target : {"/api/hello", "/api/unknown", "/api/%zz"}) {
    auto client = connect();
    auto const answer = client.ask(request_text("GET", target));
    EXPECT_EQ(answer.header("content-security-policy"),
              "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
              "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("referrer-policy"), "same-origin");
    EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(answer.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_TRUE(answer.has("permissions-policy"));
    EXPECT_TRUE(answer.has("date"));
    EXPECT_EQ(answer.header("cache-control"), "no-store");
    EXPECT_FALSE(answer.has("strict-transport-security"));
  }
}

TEST_F(ServerTest, AnswersADroppedRespondWith500AndRecordsIt) {
  start();
  auto client = connect();
  EXPECT_EQ(client.ask(request_text("GET", "/api/drop")).status, 500);
  EXPECT_EQ(failures(), std::vector<std::string>{"/api/drop: the handler dropped its answer"});
  EXPECT_EQ(client.ask(request_text("GET", "/api/hello")).status, 200);
}

TEST_F(ServerTest, AnswersARespondDroppedByAnotherThreadWith500) {
  start();
  auto client = connect();
  client.send(request_text("POST", "/api/later", "x"));
  { auto const dropped = later.take(); }
  EXPECT_EQ(client.read().status, 500);
  EXPECT_EQ(failures().size(), 1u);
}

TEST_F(ServerTest, AnswersAnExceptionWith503AndRecordsItOnce) {
  start();
  auto client = connect();
  auto const answer = client.ask(request_text("GET", "/api/throw"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(answer.has("retry-after"));
  EXPECT_EQ(answer.body.find("disk"), std::string::npos);
  EXPECT_EQ(failures(), std::vector<std::string>{"/api/throw: the disk is gone"});
}

TEST_F(ServerTest, SpeaksIndonesianUnlessEnglishIsPreferred) {
  start();
  auto client = connect();
  auto const indonesian = client.ask(request_text("GET", "/api/unknown"));
  EXPECT_EQ(indonesian.header("content-type"), "application/problem+json");
  EXPECT_EQ(indonesian.header("content-language"), "id");
  EXPECT_NE(indonesian.body.find("Alamat tidak ditemukan"), std::string::npos);
  auto const english =
      client.ask(request_text("GET", "/api/unknown", "", "Accept-Language: en-GB,en;q=0.9,id;q=0.8\r\n"));
  EXPECT_NE(english.body.find("There is nothing at this address"), std::string::npos);
}

TEST_F(ServerTest, RecordsEveryRequestForTheAccessLog) {
  start();
  auto client = connect();
  EXPECT_EQ(client.ask(request_text("POST", "/api/echo?secret=1", "12345")).status, 200);
  wait_until([&] { return !logs().empty(); });
  auto const log = logs().front();
  EXPECT_EQ(log.method, Method::post);
  EXPECT_EQ(log.path, "/api/echo");
  EXPECT_EQ(log.status, 200);
  EXPECT_EQ(log.bytes_received, 5u);
  EXPECT_EQ(log.bytes_sent, 5u);
  EXPECT_EQ(log.remote_address, "127.0.0.1");
}

TEST_F(ServerTest, SaysWhenItCannotListen) {
  start();
  Router none;
  Server second{std::move(none), {.port = server->port()}};
  auto const started = second.start();
  ASSERT_FALSE(started);
  EXPECT_TRUE(started.error().is(server_cannot_listen));
  Server third{Router{}, {.address = "not an address"}};
  EXPECT_FALSE(third.start());
}

}  // namespace himpun::http::test
