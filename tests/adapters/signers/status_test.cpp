// What issuers say about revocation, fetched behind a closing signature and believed only when it is theirs: `openssl
// ocsp` answers, `openssl ca` writes the list.

#include "adapters/signers/revocation/status.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <thread>

#include "adapters/pdf_signing/signed_papers.h"
#include "adapters/signers/lasting.h"
#include "adapters/signers/local_signers.h"
#include "adapters/signers/small_server.h"
#include "support/commands.h"
#include "support/temporary_folder.h"

namespace himpun {
namespace {

using namespace test;

std::string read(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// An authority whose certificates say where to ask: /ocsp and /crl of a server on the loopback.
struct Issuer : testing::Test {
  TemporaryFolder folder;
  bool answers_status = true;
  bool answers_list = true;
  std::string responder = "-rsigner ca.pem -rkey ca.key";
  std::string time_authority = "V\t350101000000Z\t\t44\tunknown\t/CN=waktu\n";  ///< its line in the database
  SmallServer server{[this](SeenRequest const& request) { return answer(request); }};

  Issuer() {
    write("ca.cnf",
          "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=30\n"
          "[leaf]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n"
          "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
          "authorityInfoAccess=OCSP;URI:" +
              server.url() + "/ocsp\ncrlDistributionPoints=URI:" + server.url() +
              "/crl\n"
              "[service]\nextendedKeyUsage=OCSPSigning\n"
              "[middle]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
              "[time]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
              "authorityInfoAccess=OCSP;URI:" +
              server.url() +
              "/ocsp\n"
              "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=waktu.pem\nsigner_key=waktu.key\n"
              "certs=chain.pem\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg="
              "sha256\n");
    write("index.txt", "");
    write("crlnumber", "01\n");
    authority("ca");
    certify("kadis", "11", "leaf", "ca");
    must(
        "openssl pkcs12 -export -inkey kadis.key -in kadis.pem -certfile ca.pem -passout 'pass:frasa sandi uji' -out "
        "kadis.p12");
    record("V", "");
  }

  void write(std::string const& name, std::string const& text) const { std::ofstream{folder.file(name)} << text; }
  void must(std::string const& command) const {
    auto const ran = run("cd " + folder.path().string() + " && " + command);
    EXPECT_EQ(ran.exit, 0) << command << "\n" << ran.output;
  }
  void authority(std::string const& name) const {
    must("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + name + ".key -out " + name +
         ".pem -days 3650 -subj '/CN=Otoritas Uji' -addext keyUsage=critical,keyCertSign,cRLSign");
  }
  void certify(std::string const& name, std::string const& serial, std::string const& section,
               std::string const& by) const {
    must("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + name + ".key -out " + name +
         ".csr -subj '/CN=" + name + "' && openssl x509 -req -in " + name + ".csr -CA " + by + ".pem -CAkey " + by +
         ".key -set_serial 0x" + serial + " -days 3000 -extfile ca.cnf -extensions " + section + " -out " + name +
         ".pem");
  }
  /// One line of the authority's own database: valid, or revoked at a time for a reason.
  void record(std::string const& state, std::string const& revoked) const {
    write("index.txt", state + "\t350101000000Z\t" + revoked + "\t11\tunknown\t/CN=kadis\n" + time_authority);
    must(
        "openssl ca -gencrl -config ca.cnf -cert ca.pem -keyfile ca.key -out list.pem && openssl crl -in list.pem "
        "-outform DER -out list.der");
  }
  MadeAnswer answer(SeenRequest const& request) const {
    bool const is_status = request.head.find("POST /ocsp ") == 0;
    if (is_status ? !answers_status : !answers_list) return {503, "text/plain", ""};
    if (!is_status) return {200, "application/pkix-crl", read(folder.file("list.der"))};
    std::ofstream{folder.file("q.der"), std::ios::binary} << request.body;
    must("openssl ocsp -index index.txt -CA ca.pem " + responder + " -ndays 30 -reqin q.der -respout r.der");
    return {200, "application/ocsp-response", read(folder.file("r.der"))};
  }

  /// An authority of time that the issuer certified.
  [[nodiscard]] pdf_signing::AskTime time_service(std::string const& by = "ca") const {
    write("serial", "01\n");
    certify("antara", "33", "middle", "ca");
    certify("waktu", "44", "time", by);
    must("cat antara.pem ca.pem >chain.pem");
    record("V", "");
    return [this](std::string const& request) -> std::optional<std::string> {
      write("q.tsq", request);
      must("openssl ts -reply -config ca.cnf -queryfile q.tsq -out r.tsr");
      return read(folder.file("r.tsr"));
    };
  }
  /// Signed now: an answer is about the time it is given.
  [[nodiscard]] std::string signed_paper(pdf_signing::AskTime const& ask_time = {}) const {
    auto const signer = signers::lasting(signers::pkcs12_signer(folder.path().string(), ask_time), ask_time);
    auto what = signature("Kepala Dinas");
    what.at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    Result<std::string> got = refuse(signing::pdf_unreadable);
    signer->sign({small_pdf(), what, "kadis.p12", Secret{"frasa sandi uji"}, {}},
                 [&](Result<std::string> pdf) { got = std::move(pdf); });
    EXPECT_TRUE(got) << (got ? "" : got.error().detail.en);
    return got.value_or("");
  }
  [[nodiscard]] signing::PdfVerdict judged(std::string const& pdf) const {
    auto const facts = pdf_signing::read_pdf(pdf, {{read(folder.file("ca.pem"))}, {}});
    EXPECT_TRUE(facts.has_value());
    return facts ? signing::judge(*facts, {}, facts->signatures.at(0).claimed_at.value() + std::chrono::hours{1})
                 : signing::PdfVerdict{};
  }
  /// The file has an answer and/or a list in it, and they are believed.
  void expect_known(std::string const& pdf, bool has_answer, bool has_list) const {
    EXPECT_EQ(pdf.find("/OCSPs") != std::string::npos, has_answer);
    EXPECT_EQ(pdf.find("/CRLs") != std::string::npos, has_list);
    auto const verdict = judged(pdf);
    EXPECT_EQ(fault_words(verdict), std::vector<std::string>{});
    EXPECT_TRUE(verdict.signatures[0].facts.revocation_known);
    EXPECT_TRUE(verdict.signatures[0].facts.has_lasting_proof);
  }
};

TEST_F(Issuer, that_answers_is_quoted_in_the_file) { expect_known(signed_paper(), true, false); }

TEST_F(Issuer, whose_service_is_down_is_quoted_by_its_list) {
  answers_status = false;
  expect_known(signed_paper(), false, true);
}

TEST_F(Issuer, may_have_a_service_of_its_own_answer) {
  certify("layanan", "22", "service", "ca");
  responder = "-rsigner layanan.pem -rkey layanan.key";
  expect_known(signed_paper(), true, false);
}

TEST_F(Issuer, that_cannot_be_reached_costs_the_level_and_never_the_signature) {
  answers_status = answers_list = false;
  auto const pdf = signed_paper();
  EXPECT_EQ(pdf.find("/DSS"), std::string::npos);
  auto const verdict = judged(pdf);
  EXPECT_EQ(verdict.standing, signing::Standing::valid);
  EXPECT_FALSE(verdict.signatures[0].facts.revocation_known);
  EXPECT_EQ(signing::revocation_words(verdict.signatures[0].facts).id.find("Pencabutan tidak diperiksa"), 0u);
}

TEST_F(Issuer, that_revoked_the_certificate_makes_the_signature_refused_with_the_reason) {
  record("R", "260101000000Z,keyCompromise");
  for (auto const by_status : {true, false}) {
    answers_status = by_status;
    auto const verdict = judged(signed_paper());
    EXPECT_EQ(fault_words(verdict), std::vector<std::string>{"certificate_revoked"});
    EXPECT_EQ(signing::revocation_words(verdict.signatures[0].facts).id, "Dicabut: kuncinya bocor");
  }
}

TEST_F(Issuer, is_not_spoken_for_by_somebody_else) {
  authority("lain");
  certify("penyamar", "33", "service", "lain");
  for (auto const* other : {"lain", "penyamar"}) {
    responder = std::string{"-rsigner "} + other + ".pem -rkey " + other + ".key";
    answers_list = false;
    EXPECT_EQ(signed_paper().find("/DSS"), std::string::npos) << other;
  }
  // The same answer put into the file by hand is not believed either.
  responder = "-rsigner lain.pem -rkey lain.key";
  auto const pdf = signed_paper();
  auto const more = pdf_signing::add_validation_data(pdf, {{}, {}, {read(folder.file("r.der"))}});
  ASSERT_TRUE(more.has_value());
  EXPECT_FALSE(judged(*more).signatures[0].facts.revocation_known);
}

TEST_F(Issuer, speaks_for_the_authority_of_time_too) {
  auto const pdf = signed_paper(time_service());
  auto const good = judged(pdf);
  EXPECT_EQ(fault_words(good), std::vector<std::string>{});
  EXPECT_EQ(good.signatures[0].level, signing::Level::b_lta);
  EXPECT_EQ(pdf_signing::certificate_chains(pdf, {{read(folder.file("ca.pem"))}, {}}, {}).size(), 2u);

  time_authority = "R\t350101000000Z\t260101000000Z,keyCompromise\t44\tunknown\t/CN=waktu\n";
  auto const spoiled = judged(signed_paper(time_service()));
  EXPECT_EQ(spoiled.signatures[0].facts.time_stamp->chain, signing::ChainState::broken);
  EXPECT_NE(spoiled.signatures[0].time_source, signing::TimeSource::time_stamp) << "such a time proves nothing";
}

TEST_F(Issuer, of_the_authority_of_time_may_be_known_from_its_token_alone) {
  time_authority = "R\t350101000000Z\t260101000000Z,keyCompromise\t44\tunknown\t/CN=waktu\n";
  auto const signer = signers::pkcs12_signer(folder.path().string(), time_service("antara"));
  auto what = signature("Kepala Dinas");
  what.at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::string pdf;
  signer->sign({small_pdf(), what, "kadis.p12", Secret{"frasa sandi uji"}, {}},
               [&](Result<std::string> got) { pdf = got.value_or(""); });
  must("openssl ca -gencrl -config ca.cnf -cert antara.pem -keyfile antara.key -out antara-list.pem");
  for (auto const& [lists, chain] :
       {std::pair{std::vector<std::string>{}, signing::ChainState::trusted},
        std::pair{std::vector{read(folder.file("antara-list.pem"))}, signing::ChainState::broken}}) {
    auto const facts = pdf_signing::read_pdf(pdf, {{read(folder.file("ca.pem"))}, lists});
    ASSERT_TRUE(facts.has_value());
    EXPECT_EQ(facts->signatures.at(0).time_stamp->chain, chain) << lists.size();
  }
}

TEST(Fetch, takes_no_redirect_no_other_protocol_and_only_so_much) {
  SmallServer const server{[](SeenRequest const& request) {
    if (request.head.find("GET /jauh ") == 0) return MadeAnswer{302, "text/plain\r\nLocation: /dekat", ""};
    return MadeAnswer{200, "text/plain", std::string(1000, 'a')};
  }};
  signers::FetchLimits limits{std::chrono::milliseconds{5000}, 1000};
  EXPECT_EQ(signers::fetch({server.url() + "/dekat", {}, {}}, limits), std::string(1000, 'a'));
  EXPECT_EQ(signers::fetch({server.url() + "/jauh", {}, {}}, limits), std::nullopt);
  EXPECT_EQ(signers::fetch({"file:///etc/hostname", {}, {}}, limits), std::nullopt);
  limits.most_bytes = 999;
  EXPECT_EQ(signers::fetch({server.url() + "/dekat", {}, {}}, limits), std::nullopt);
}

TEST(Fetch, waits_no_longer_than_it_may) {
  SmallServer const slow{[](SeenRequest const&) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1500});
    return MadeAnswer{200, "text/plain", "a"};
  }};
  EXPECT_EQ(signers::fetch({slow.url(), {}, {}}, {std::chrono::milliseconds{200}, 1000}), std::nullopt);
}

}  // namespace
}  // namespace himpun
