// Mail as bytes, and through a real server on loopback (tests/support/mail_sink.py): plain, STARTTLS, with and without
// the right password, refusals for now and for good, and nobody there.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "adapters/mail/message.h"
#include "adapters/mail/smtp.h"
#include "support/temporary_folder.h"

namespace himpun::mail {
namespace {

namespace fs = std::filesystem;

app::Mail sample() {
  return {"c1/r1",
          "Dinas Perpustakaan dan Kearsipan",
          "Kepala Bappeda – Ibu Ratih",
          "bappeda@contoh.go.id",
          "Dokumen mekanisme pengumpulan data kinerja Triwulan I – versi 2",
          "Yth. Ibu,\n\nterlampir naskah é.\n",
          app::MailAttachment{"naskah é.txt", "text/plain", "isi naskah"},
          *parse_instant("2026-04-20T01:02:03Z")};
}

TEST(MailMessage, HeadersAreAsciiAndBodiesBase64) {
  auto const text = write_message(sample(), "dpk@contoh.go.id");
  EXPECT_TRUE(std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  EXPECT_TRUE(text.starts_with("Date: Mon, 20 Apr 2026 01:02:03 +0000\r\n"
                               "From: \"Dinas Perpustakaan dan Kearsipan\" <dpk@contoh.go.id>\r\n"));
  EXPECT_NE(text.find("Message-ID: <"), std::string::npos);
  EXPECT_NE(text.find("filename*=UTF-8''naskah%20%c3%a9.txt"), std::string::npos);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; ++at) EXPECT_EQ(text[at - 1], '\r');
  EXPECT_EQ(write_message(sample(), "dpk@contoh.go.id"), text);
}

TEST(MailMessage, NobodyAddsAHeaderLine) {
  auto mail = sample();
  mail.subject = "Halo\r\nBcc: lain@contoh.go.id\r\n\r\nisi";
  mail.to_name = "\"A\"\r\nBcc: lain@contoh.go.id, <x@y>";
  mail.from_name = "B\nX-Lain: 1";
  mail.attachment->name = "a\"\r\nX-Lain: 2";
  mail.attachment->media_type = "text/plain\r\nX-Lain: 3";
  auto const text = write_message(mail, "dpk@contoh.go.id");
  auto const head = text.substr(0, text.find("\r\n\r\n"));
  for (auto const* line : {"\r\nBcc:", "\r\nX-Lain:", "\nBcc:", "\nX-Lain:"}) {
    EXPECT_EQ(text.find(line), std::string::npos) << line;
  }
  EXPECT_NE(head.find("To: \"\\\"A\\\"  Bcc: lain@contoh.go.id, <x@y>\" <bappeda@contoh.go.id>"), std::string::npos) << head;
}

TEST(MailMessage, LongWordsAreCutBetweenCharacters) {
  std::string subject;
  for (int i = 0; i < 60; ++i) subject += "é";
  auto const encoded = encode_header(subject);
  EXPECT_NE(encoded.find("\r\n =?UTF-8?B?"), std::string::npos);
  EXPECT_EQ(encode_header("=?UTF-8?Q?x?="), "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=");
  EXPECT_EQ(encode_header("Biasa"), "Biasa");
}

/// The sink as a process of this test's own.
class Sink {
 public:
  Sink(std::string const& folder, std::vector<std::string> const& options) {
    int to_child[2];
    int from_child[2];
    if (::pipe(to_child) != 0 || ::pipe(from_child) != 0) std::abort();
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(to_child[0], 0);
      ::dup2(from_child[1], 1);
      ::close(to_child[1]);
      ::close(from_child[0]);
      std::vector<char const*> words{"python3", HIMPUN_SOURCE_DIR "/tests/support/mail_sink.py", folder.c_str()};
      for (auto const& each : options) words.push_back(each.c_str());
      words.push_back(nullptr);
      ::execv("/usr/bin/python3", const_cast<char**>(words.data()));
      ::_exit(127);
    }
    ::close(to_child[0]);
    ::close(from_child[1]);
    keep_open_ = to_child[1];
    FILE* lines = ::fdopen(from_child[0], "r");
    if (std::fscanf(lines, "%d", &port_) != 1) port_ = 0;
    std::fclose(lines);
  }
  ~Sink() {
    ::close(keep_open_);
    ::waitpid(process_, nullptr, 0);
  }
  Sink(Sink const&) = delete;
  Sink& operator=(Sink const&) = delete;

  [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] bool is_there() const { return port_ > 0; }

 private:
  pid_t process_ = 0;
  int keep_open_ = -1;
  int port_ = 0;
};

struct SmtpTest : ::testing::Test {
  himpun::test::TemporaryFolder folder;
  std::string mails = folder.file("mails");

  SmtpTest() { fs::create_directories(mails); }
  std::string read(std::string const& name) {
    std::ifstream file{mails + "/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  static app::MailOutcome send(ServerOptions options) {
    options.from = "dpk@contoh.go.id";
    options.connect_seconds = 20;
    options.total_seconds = 60;
    return through(options)->send(sample());
  }
};

TEST_F(SmtpTest, AMailArrivesWholeAndIsUnderstoodByAnotherProgram) {
  Sink const sink{mails, {}};
  ASSERT_TRUE(sink.is_there()) << "python3-aiosmtpd is missing; scripts/install.sh test";
  auto const outcome = send({.url = sink.url(), .tls = Tls::none});
  EXPECT_EQ(outcome.fate, app::MailFate::sent) << outcome.words;
  auto const script = std::string{"import email, sys; from email import policy; "
                                  "m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=policy.default); "
                                  "a = list(m.iter_attachments())[0]; "
                                  "assert m['subject'] == 'Dokumen mekanisme pengumpulan data kinerja Triwulan I \\u2013 versi 2', m['subject']; "
                                  "assert m['to'].addresses[0].display_name == 'Kepala Bappeda \\u2013 Ibu Ratih', m['to']; "
                                  "assert m.get_body().get_content() == 'Yth. Ibu,\\n\\nterlampir naskah \\u00e9.\\n'; "
                                  "assert a.get_filename() == 'naskah \\u00e9.txt' and a.get_content() == 'isi naskah', a; "
                                  "assert not m.defects, m.defects"};
  EXPECT_EQ(std::system(("/usr/bin/python3 -c \"" + script + "\" '" + mails + "/0001.eml'").c_str()), 0);
  EXPECT_NE(read("0001.json").find("\"bappeda@contoh.go.id\""), std::string::npos);
}

TEST_F(SmtpTest, AServerWithoutTlsIsRefusedUnlessItIsAllowed) {
  Sink const sink{mails, {}};
  EXPECT_EQ(send({.url = sink.url(), .tls = Tls::required}).fate, app::MailFate::later);
  EXPECT_TRUE(fs::is_empty(mails));
}

TEST_F(SmtpTest, StartTlsWithAPasswordWorksAndAWrongOneIsNotFinal) {
  auto const key = folder.file("key.pem");
  auto const certificate = folder.file("cert.pem");
  ASSERT_EQ(std::system(("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext "
                         "subjectAltName=IP:127.0.0.1 -keyout " +
                         key + " -out " + certificate + " 2>/dev/null")
                            .c_str()),
            0);
  Sink const sink{mails, {"--tls", certificate, key, "--user", "dpk", "--password", "kuda nil"}};
  ServerOptions options{.url = sink.url(), .user = "dpk", .password = "salah", .tls = Tls::required, .ca_file = certificate};
  EXPECT_EQ(send(options).fate, app::MailFate::later);
  options.password = "kuda nil";
  auto const outcome = send(options);
  EXPECT_EQ(outcome.fate, app::MailFate::sent) << outcome.words;
  EXPECT_NE(read("0001.json").find("\"tls\": true"), std::string::npos);
  options.ca_file.clear();  // nobody vouches for it
  EXPECT_EQ(send(options).fate, app::MailFate::later);
}

TEST_F(SmtpTest, WhatTheServerSaysForGoodIsFinalAndForNowIsNot) {
  {
    Sink const sink{mails, {"--refuse", "550"}};
    auto const outcome = send({.url = sink.url(), .tls = Tls::none});
    EXPECT_EQ(outcome.fate, app::MailFate::never) << outcome.words;
    EXPECT_NE(outcome.words.find("550"), std::string::npos) << outcome.words;
  }
  Sink const sink{mails, {"--refuse", "451"}};
  EXPECT_EQ(send({.url = sink.url(), .tls = Tls::none}).fate, app::MailFate::later);
}

TEST_F(SmtpTest, NobodyThereIsTriedAgain) {
  auto const outcome = send({.url = "smtp://127.0.0.1:1", .tls = Tls::none});
  EXPECT_EQ(outcome.fate, app::MailFate::later);
  EXPECT_FALSE(outcome.words.empty());
}

}  // namespace
}  // namespace himpun::mail
