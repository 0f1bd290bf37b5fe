// What the door does with clients that are slow, too large or too many, and with a body that has two lengths.

#include <poll.h>

#include "shell/http/fixture.h"

namespace himpun::http::test {
namespace {

using std::chrono::milliseconds;

bool has_something_to_read(Client const& client) {
  pollfd watched{client.socket(), POLLIN, 0};
  return ::poll(&watched, 1, 0) == 1;
}

/// Sends one byte after the other for as long as the server listens without a word; true when it said something.
bool sends_drop_by_drop(Client& client, std::string_view start, char drop) {
  client.send(start);
  auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (!has_something_to_read(client) && std::chrono::steady_clock::now() < end) {
    if (!client.send({&drop, 1})) return false;
    std::this_thread::sleep_for(milliseconds{2});
  }
  return has_something_to_read(client);
}

std::string code_line(std::string_view code) { return "\"code\":\"" + std::string{code} + "\""; }

void expect_refused(Answer const& answer, int status, std::string_view code) {
  EXPECT_EQ(answer.status, status);
  EXPECT_NE(answer.body.find(code_line(code)), std::string::npos) << answer.body;
}

struct TheDoor : ServerTest {
  /// The server still answers others.
  void expect_open() { EXPECT_EQ(connect().ask(request_text("GET", "/api/hello")).status, 200); }
};

TEST_F(TheDoor, GivesUpAHeaderThatComesByteByByteForTooLong) {
  options.times.header = milliseconds{80};
  start();
  auto client = connect();
  ASSERT_TRUE(sends_drop_by_drop(client, "GET /api/hello HTTP/1.1\r\nHost: himpun.test\r\nX-Slow: ", 'x'));
  expect_refused(client.read(), 408, "request.too_slow");
  EXPECT_TRUE(client.read_until("\n").empty());
  expect_open();
}

TEST_F(TheDoor, ClosesAConnectionThatNeverAsks) {
  options.times.header = milliseconds{80};
  start();
  auto client = connect();
  EXPECT_TRUE(client.is_closed());
}

TEST_F(TheDoor, GivesUpABodyThatComesTooSlowly) {
  options.times.body = milliseconds{80};
  options.slowest_bytes_per_second = 1'000'000;
  start();
  auto client = connect();
  ASSERT_TRUE(sends_drop_by_drop(
      client, "POST /api/later HTTP/1.1\r\nHost: himpun.test\r\nContent-Length: 500000\r\n\r\n", 'x'));
  expect_refused(client.read(), 408, "request.too_slow");
  EXPECT_EQ(later.size(), 0U) << "no handler was asked";
  expect_open();
}

TEST_F(TheDoor, BearsASlowBodyThatKeepsThePace) {
  options.times.body = milliseconds{300};
  options.slowest_bytes_per_second = 1;
  start();
  auto client = connect();
  client.send("POST /api/echo HTTP/1.1\r\nHost: himpun.test\r\nContent-Length: 300\r\n\r\n");
  for (int i = 0; i < 300; ++i) {
    client.send("x");
    std::this_thread::sleep_for(milliseconds{2});
  }
  EXPECT_EQ(client.read().body.size(), 300U);
}

TEST_F(TheDoor, LeavesNothingOfAnUploadThatComesTooSlowly) {
  options.times.body = milliseconds{80};
  options.slowest_bytes_per_second = 1'000'000;
  start();
  auto client = connect();
  ASSERT_TRUE(sends_drop_by_drop(
      client, "POST /api/files HTTP/1.1\r\nHost: himpun.test\r\nContent-Length: 500000\r\n\r\n", 'x'));
  expect_refused(client.read(), 408, "request.too_slow");
  wait_until([&] { return files_in_upload_folder() == 0; });
}

TEST_F(TheDoor, LeavesNothingOfAnUploadWhoseClientGoesAway) {
  start();
  auto client = connect();
  client.send("POST /api/files HTTP/1.1\r\nHost: himpun.test\r\nContent-Length: 500000\r\n\r\nxxx");
  wait_until([&] { return files_in_upload_folder() == 1; });
  client.close();
  wait_until([&] { return files_in_upload_folder() == 0; });
}

TEST_F(TheDoor, RefusesAHeaderOverItsLimit) {
  options.header_limit_bytes = 2048;
  start();
  auto const big = "X-Big: " + std::string(3000, 'x') + "\r\n";
  expect_refused(connect().ask(request_text("GET", "/api/hello", "", big)), 431, "request.header_too_large");
  auto const fitting = "X-Big: " + std::string(1000, 'x') + "\r\n";
  EXPECT_EQ(connect().ask(request_text("GET", "/api/hello", "", fitting)).status, 200);
}

TEST_F(TheDoor, RefusesAHeaderOfTooManyLines) {
  start();
  std::string lines;
  for (int i = 0; i < 101; ++i) lines += "X-Line: " + std::to_string(i) + "\r\n";
  expect_refused(connect().ask(request_text("GET", "/api/hello", "", lines)), 431, "request.header_too_large");
}

TEST_F(TheDoor, TakesJsonOfOneMebibyteAndNotAByteMore) {
  start();
  std::string const most(1024 * 1024, 'x');
  EXPECT_EQ(connect().ask(request_text("POST", "/api/echo", most)).body.size(), most.size());
  expect_refused(connect().ask(request_text("POST", "/api/echo", most + "x")), 413, "request.too_large");
}

TEST_F(TheDoor, RefusesAnnouncedBytesBeforeTheyCome) {
  start();
  auto client = connect();
  client.send("POST /api/echo HTTP/1.1\r\nHost: himpun.test\r\nContent-Length: 1048577\r\n\r\n");
  expect_refused(client.read(), 413, "request.too_large");
}

TEST_F(TheDoor, CountsTheBytesOfAChunkedBody) {
  start();
  auto client = connect();
  client.send("POST /api/small HTTP/1.1\r\nHost: himpun.test\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("6\r\n123456\r\n6\r\n123456\r\n0\r\n\r\n");
  expect_refused(client.read(), 413, "request.too_large");
}

TEST_F(TheDoor, LeavesNothingOfAnUploadOverItsLimit) {
  options.upload_limit_bytes = 100'000;
  start();
  std::string const most(100'000, 'x');
  EXPECT_EQ(connect().ask(request_text("POST", "/api/guarded", most, "X-Pass: yes\r\n")).status, 200);
  expect_refused(connect().ask(request_text("POST", "/api/guarded", most + "x", "X-Pass: yes\r\n")), 413,
                 "request.too_large");
  auto client = connect();
  client.send(
      "POST /api/guarded HTTP/1.1\r\nHost: himpun.test\r\nX-Pass: yes\r\nTransfer-Encoding: chunked\r\n\r\n"
      "186a0\r\n" +
      most + "\r\n");
  wait_until([&] { return files_in_upload_folder() == 1; });
  client.send("1\r\nx\r\n0\r\n\r\n");
  expect_refused(client.read(), 413, "request.too_large");
  wait_until([&] { return files_in_upload_folder() == 0; });
}

TEST_F(TheDoor, TellsWhoComesWhenItIsFullToComeLater) {
  options.max_connections = 2;
  start();
  auto first = connect();
  auto second = connect();
  wait_until([&] { return server->connections() == 2; });
  auto const refused = connect().read();
  expect_refused(refused, 503, "server.busy");
  EXPECT_TRUE(refused.has("retry-after"));
  EXPECT_EQ(first.ask(request_text("GET", "/api/hello")).status, 200) << "who is inside is served";
  second.close();
  wait_until([&] { return server->connections() < 2; });
  expect_open();
}

TEST_F(TheDoor, RefusesABodyWithTwoLengthsAndTrustsTheConnectionNoMore) {
  start();
  for (auto const* lengths :
       {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n"}) {
    auto client = connect();
    client.send("POST /api/echo HTTP/1.1\r\nHost: himpun.test\r\n" + std::string{lengths} +
                "\r\n0\r\n\r\nGET /api/hello HTTP/1.1\r\nHost: himpun.test\r\n\r\n");
    expect_refused(client.read(), 400, "request.length_ambiguous");
    EXPECT_TRUE(client.is_closed()) << "what follows is not read as another request: " << lengths;
  }
}

}  // namespace
}  // namespace himpun::http::test
