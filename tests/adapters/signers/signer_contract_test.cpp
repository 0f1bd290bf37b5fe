// One contract for every signer: what comes back is the same PDF with one more right signature, or a refusal whose
// words an official understands and that never holds the passphrase.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "adapters/pdf_signing/signed_papers.h"
#include "adapters/signers/bsre/service.h"
#include "adapters/signers/lasting.h"
#include "adapters/signers/local_signers.h"
#include "adapters/signers/small_server.h"
#include "base/base64.h"
#include "base/json.h"
#include "support/temporary_folder.h"

namespace himpun {
namespace {

using namespace test;

constexpr char const* phrase = "frasa sandi uji";
constexpr char const* nik = "1571010101010001";

app::SigningWork work_for(std::string key, std::string passphrase = phrase) {
  return {small_pdf(), signature("Kepala Dinas"), std::move(key), Secret{std::move(passphrase)}, {}};
}

Result<std::string> signed_with(app::Signer& signer, app::SigningWork work) {
  Result<std::string> answer = refuse(signing::pdf_unreadable);
  signer.sign(std::move(work), [&](Result<std::string> done) { answer = std::move(done); });
  return answer;
}

void expect_signed(Result<std::string> const& answer, TestAuthority const& authority) {
  ASSERT_TRUE(answer.has_value()) << answer.error().type->code << " " << answer.error().detail.en;
  EXPECT_TRUE(answer->starts_with(small_pdf()));
  EXPECT_EQ(verdict_of(*answer, {{authority.files.certificate}, {}}).standing, signing::Standing::valid);
}

void expect_refused(Result<std::string> const& answer, std::string_view code) {
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().type->code, code);
  EXPECT_FALSE(answer.error().type->title_id.empty());
  for (auto const& words : {answer.error().detail.id, answer.error().detail.en}) {
    EXPECT_EQ(words.find(phrase), std::string::npos);
  }
}

// --- a key file

struct KeyFile : testing::Test {
  TestAuthority authority;
  TemporaryFolder folder;
  std::unique_ptr<app::Signer> signer = signers::pkcs12_signer(folder.path().string(), {});

  KeyFile() { std::ofstream{folder.file("kadis.p12"), std::ios::binary} << authority.issue("Kepala Dinas").pkcs12; }
};

TEST_F(KeyFile, signs) { expect_signed(signed_with(*signer, work_for("kadis.p12")), authority); }

TEST_F(KeyFile, refuses_a_wrong_passphrase) {
  expect_refused(signed_with(*signer, work_for("kadis.p12", "bukan frasa itu")), "signing.passphrase_wrong");
}

TEST_F(KeyFile, that_is_not_there_is_said) {
  expect_refused(signed_with(*signer, work_for("sekretaris.p12")), "signing.key_file_missing");
}

TEST_F(KeyFile, puts_the_revocation_list_behind_a_closing_signature) {
  auto work = work_for("kadis.p12");
  work.trust.revocation_lists.push_back(authority.revocation_list({}));
  auto const answer = signed_with(*signers::lasting(std::move(signer), {}), std::move(work));
  expect_signed(answer, authority);
  auto const facts = pdf_signing::read_pdf(*answer, {{authority.files.certificate}, {}});
  EXPECT_TRUE(facts->has_validation_data);
}

// --- time-stamps of `openssl ts`

struct TimeAuthority : testing::Test {
  TestAuthority authority;
  TemporaryFolder folder;

  TimeAuthority() {
    auto const make =
        "cd " + folder.path().string() +
        " && openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 3650 -subj /CN=Waktu-Uji"
        " -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=critical,timeStamping >/dev/null 2>&1"
        " && echo 01 > serial && printf '[tsa]\\ndefault_tsa=c\\n[c]\\ndir=.\\nserial=./serial\\ncrypto_device=builtin\\n"
        "signer_cert=./tsa.pem\\nsigner_key=./tsa.key\\nsigner_digest=sha256\\ndefault_policy=1.2.3.4.1\\n"
        "digests=sha256\\naccuracy=secs:1\\ness_cert_id_alg=sha256\\n' > tsa.cnf";
    EXPECT_EQ(std::system(make.c_str()), 0);
  }
  MadeAnswer stamp(SeenRequest const& request) const {
    std::ofstream{folder.file("q.tsq"), std::ios::binary} << request.body;
    auto const run = "cd " + folder.path().string() +
                     " && openssl ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr >/dev/null 2>&1";
    EXPECT_EQ(std::system(run.c_str()), 0);
    return {200, "application/timestamp-reply", read(folder.file("r.tsr"))};
  }
  static std::string read(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
};

TEST_F(TimeAuthority, lifts_a_signature_to_the_next_level_and_an_outage_costs_only_that) {
  std::string const tsa = read(folder.file("tsa.pem"));
  auto const key = authority.issue("Kepala Dinas");
  std::string url;
  {
    SmallServer const server{[this](SeenRequest const& request) { return stamp(request); }};
    url = server.url();
    auto const pdf = signed_by(small_pdf(), signature("Kepala Dinas"), key, signers::time_authority(url));
    auto const facts = pdf_signing::read_pdf(pdf, {{authority.files.certificate, tsa}, {}});
    ASSERT_TRUE(facts->signatures[0].time_stamp.has_value());
    EXPECT_TRUE(facts->signatures[0].time_stamp->is_right);
    EXPECT_EQ(facts->signatures[0].time_stamp->chain, signing::ChainState::trusted);
    EXPECT_EQ(facts->signatures[0].time_stamp->authority, "Waktu-Uji");
    auto const more = pdf_signing::add_validation_data(pdf, {{}, {authority.revocation_list({})}, {}});
    auto const stamped = pdf_signing::add_document_time_stamp(*more, signers::time_authority(url));
    ASSERT_TRUE(stamped.has_value());
    auto const last = signing::judge(*pdf_signing::read_pdf(*stamped, {{authority.files.certificate, tsa}, {}}), {},
                                     facts->signatures[0].time_stamp->at.value());
    EXPECT_EQ(last.signatures[0].level, signing::Level::b_lta);
    EXPECT_EQ(last.signatures[0].time_source, signing::TimeSource::time_stamp);
    EXPECT_TRUE(last.faults.empty());
  }
  auto const pdf = signed_by(small_pdf(), signature("Kepala Dinas"), key, signers::time_authority(url));
  EXPECT_EQ(verdict_of(pdf, {{authority.files.certificate}, {}}).signatures[0].level, signing::Level::b_b);
}

// --- the e-sign client service, simulated

struct Simulator {
  TestAuthority const& authority;
  std::string last_body;

  std::string signed_pdf(std::string const& pdf) const {
    return signed_by(pdf, signature("Kepala Dinas"), authority.issue("Kepala Dinas"));
  }
  static MadeAnswer refusal(std::string const& words, int code) {
    return {400, "application/json", "{\"error\":\"" + words + "\",\"status_code\":" + std::to_string(code) + "}"};
  }
  static std::string field(std::string const& body, std::string const& name) {
    auto const at = body.find("name=\"" + name + "\"");
    auto const begin = body.find("\r\n\r\n", at) + 4;
    return at == std::string::npos ? std::string{} : body.substr(begin, body.find("\r\n--", begin) - begin);
  }
  std::optional<MadeAnswer> judge(std::string const& who, std::string const& word) const {
    if (who != nik) return refusal("Pengguna tidak terdaftar", 2011);
    if (word == phrase) return std::nullopt;
    if (word == "gema") return refusal("passphrase gema salah format", 2099);
    return refusal("Passphrase anda salah", 2031);
  }
  MadeAnswer version_1(SeenRequest const& request) {
    last_body = request.body;
    if (request.head.find("POST /api/sign/pdf ") != 0) return {404, "text/plain", ""};
    if (request.head.find("Authorization: Basic " + to_base64("himpun:rahasia")) == std::string::npos) {
      return {401, "text/plain", ""};
    }
    if (auto no = judge(field(request.body, "nik"), field(request.body, "passphrase"))) return *no;
    return {200, "application/pdf", signed_pdf(field(request.body, "file"))};
  }
  MadeAnswer version_2(SeenRequest const& request) {
    last_body = request.body;
    if (request.head.find("POST /api/v2/sign/pdf ") != 0) return {404, "text/plain", ""};
    auto const body = parse_json(request.body);
    auto const text = [&](char const* name) { return *body->find(name)->get_if<std::string>(); };
    if (auto no = judge(text("nik"), text("passphrase"))) return *no;
    auto const file = parse_base64(*body->find("file")->get_if<Json::Array>()->front().get_if<std::string>());
    Json answer;
    answer.add("time", 120).add("file", Json::Array{to_base64(signed_pdf(*file))});
    return {200, "application/json", write_json(answer)};
  }
};

struct Service : testing::TestWithParam<int> {
  TestAuthority authority;
  Simulator simulator{authority, {}};
  TemporaryFolder folder;
  SmallServer server{[this](SeenRequest const& request) {
    return GetParam() == 1 ? simulator.version_1(request) : simulator.version_2(request);
  }};

  Service() { std::ofstream{folder.file("rahasia.txt")} << "rahasia\n"; }
  [[nodiscard]] std::unique_ptr<app::Signer> signer(std::string const& url, std::int64_t seconds = 60) const {
    signers::ServiceSettings const settings{url, "himpun", folder.file("rahasia.txt"), "", seconds};
    return GetParam() == 1 ? signers::bsre_v1_signer(settings) : signers::bsre_v2_signer(settings);
  }
};
INSTANTIATE_TEST_SUITE_P(Versions, Service, testing::Values(1, 2));

TEST_P(Service, signs_and_is_told_where_the_stamp_goes) {
  expect_signed(signed_with(*signer(server.url()), work_for(nik)), authority);
  EXPECT_NE(simulator.last_body.find("page"), std::string::npos);
}

TEST_P(Service, refuses_an_unregistered_nik) {
  expect_refused(signed_with(*signer(server.url()), work_for("1571010101010999")), "signing.user_unregistered");
}

TEST_P(Service, refuses_a_wrong_passphrase) {
  expect_refused(signed_with(*signer(server.url()), work_for(nik, "bukan itu")), "signing.passphrase_wrong");
}

TEST_P(Service, that_says_something_else_is_quoted_but_never_with_the_passphrase) {
  auto const answer = signed_with(*signer(server.url()), work_for(nik, "gema"));
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().type->code, "signing.service_refused");
  EXPECT_EQ(answer.error().detail.id.find("gema"), std::string::npos);
  EXPECT_NE(answer.error().detail.id.find("2099"), std::string::npos);
}

TEST_P(Service, that_cannot_be_reached_is_said_in_clear_words) {
  expect_refused(signed_with(*signer("http://127.0.0.1:1"), work_for(nik)), "signing.service_unreachable");
}

TEST_P(Service, that_does_not_answer_in_time_is_said_in_clear_words) {
  SmallServer const slow{[](SeenRequest const&) {
    std::this_thread::sleep_for(std::chrono::seconds{3});
    return MadeAnswer{};
  }};
  expect_refused(signed_with(*signer(slow.url(), 1), work_for(nik)), "signing.service_slow");
}

TEST_P(Service, that_answers_nonsense_is_not_believed) {
  SmallServer const odd{[](SeenRequest const&) { return MadeAnswer{200, "text/html", "<html>masuk</html>"}; }};
  expect_refused(signed_with(*signer(odd.url()), work_for(nik)), "signing.service_broken");
}

}  // namespace
}  // namespace himpun
