// Who signs with what: named by an administrator, each kind with a key of its own form.

#include <gtest/gtest.h>

#include "core/signing/signers_decide.h"

namespace himpun::signing {
namespace {

struct Office : testing::Test {
  access::Agency agency;
  Signers signers;
  access::Caller administrator{access::AccountId{"a"}, {}, {access::Role::administrator}};
  PersonId kadis{"kadis"};

  Office() { agency.people[kadis] = {kadis, "Pejabat Kadis", "", ""}; }

  Result<std::vector<SignersEvent>> ask(SignersCommand const& command) const {
    return decide(signers, command, agency, administrator);
  }
  void happened(SignersCommand const& command) {
    auto const events = ask(command);
    ASSERT_TRUE(events.has_value());
    for (auto const& event : *events) evolve(signers, event, Instant{});
  }
};

TEST_F(Office, names_a_signer_and_saying_it_again_changes_nothing) {
  happened(NameSigner{{kadis, SignerKind::pkcs12, "kadis.p12"}});
  ASSERT_NE(find_signer(signers, kadis), nullptr);
  EXPECT_TRUE(ask(NameSigner{{kadis, SignerKind::pkcs12, "kadis.p12"}})->empty());
  happened(RemoveSigner{kadis});
  EXPECT_EQ(find_signer(signers, kadis), nullptr);
}

TEST_F(Office, takes_no_key_file_outside_its_folder) {
  for (auto const* key : {"", "../kadis.p12", "/etc/passwd", ".p12", "Kadis.p12", "a b.p12"}) {
    auto const asked = ask(NameSigner{{kadis, SignerKind::pkcs12, key}});
    ASSERT_FALSE(asked.has_value()) << key;
    EXPECT_TRUE(asked.error().is(signer_key_missing));
  }
}

TEST_F(Office, asks_for_a_nik_of_sixteen_digits) {
  EXPECT_TRUE(ask(NameSigner{{kadis, SignerKind::bsre_v1, "123"}}).error().is(nik_invalid));
  EXPECT_TRUE(ask(NameSigner{{kadis, SignerKind::bsre_v2, "1234567890123456"}}).has_value());
  EXPECT_TRUE(ask(NameSigner{{kadis, SignerKind::wet_ink, ""}}).has_value());
}

TEST_F(Office, knows_only_its_own_people) {
  EXPECT_TRUE(ask(NameSigner{{PersonId{"lain"}, SignerKind::wet_ink, ""}}).error().is(access::person_unknown));
}

TEST_F(Office, lets_nobody_else_name_signers) {
  access::Caller const official{access::AccountId{"b"}, kadis, {}};
  auto const asked = decide(signers, NameSigner{{kadis, SignerKind::wet_ink, ""}}, agency, official);
  ASSERT_FALSE(asked.has_value());
  EXPECT_TRUE(asked.error().is(access::not_allowed));
}

TEST_F(Office, makes_its_authority_once_and_revokes_what_it_issued) {
  happened(RecordAuthority{"PEM", "CRL"});
  EXPECT_TRUE(ask(RecordAuthority{"PEM", "CRL"}).error().is(authority_exists));
  happened(RecordIssue{{"01", kadis, "Pejabat Kadis", "ab", Instant{}}});
  EXPECT_TRUE(ask(RecordRevocation{{"02", Instant{}, "hilang", "CRL2"}}).error().is(certificate_unknown));
  happened(RecordRevocation{{"01", Instant{}, "hilang", "CRL2"}});
  EXPECT_TRUE(signers.issued.at("01").revoked_at.has_value());
  EXPECT_EQ(signers.revocation_list, "CRL2");
}

}  // namespace
}  // namespace himpun::signing
