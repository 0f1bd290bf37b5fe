#include "core/journal/proof.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/journal/samples.h"

namespace himpun::journal {
namespace {

/// A journal of 20 events in one stream, all in one checkpoint; the proof of event `version`.
EventProof sample_proof(SampleSigner const& signer, std::int64_t version) {
  auto const events = sample_stream(20);
  std::vector<Sha256> leaves;
  MerkleTree tree;
  for (auto const& event : events) {
    leaves.push_back(leaf_hash(event.hash));
    tree.append(leaves.back());
  }
  auto const text = to_text(Checkpoint{signer.key.name, tree.size(), tree.root()});
  auto const leaf = static_cast<std::uint64_t>(version - 1);
  auto const& event = events[leaf];
  return make_proof({.event = {"case/01J9", version},
                     .bytes = event.bytes,
                     .previous = *event.previous,
                     .leaf = leaf,
                     .path = inclusion_proof(leaf, tree.size(), range_root_of(leaves)),
                     .note = to_note(text, signer.key, signer.sign(text)),
                     .key = signer.key});
}

class Proofs : public testing::Test {
 protected:
  SampleSigner signer{"himpun/dispusip"};

  [[nodiscard]] bool holds(EventProof const& proof) const {
    return check_proof(proof, signer.key, verify_ed25519).has_value();
  }
};

TEST_F(Proofs, HoldForEveryEvent) {
  for (std::int64_t version = 1; version <= 20; ++version) {
    auto const proven = check_proof(sample_proof(signer, version), signer.key, verify_ed25519);
    ASSERT_TRUE(proven) << version;
    EXPECT_EQ(proven->envelope, sample_envelope(version));
    EXPECT_EQ(proven->checkpoint.size, 20u);
  }
}

TEST_F(Proofs, TravelAsJson) {
  auto const proof = sample_proof(signer, 3);
  auto const back = from_json<EventProof>(parse_json(write_json(to_json(proof))).value());
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, proof);
}

TEST_F(Proofs, FailWhenAnyMemberIsChanged) {
  auto const good = sample_proof(signer, 3);
  auto const other = sample_proof(signer, 4);
  std::vector<EventProof> bad(12, good);
  bad[0].format = "himpun-event-proof/2";
  bad[1].event = other.event;
  bad[2].bytes = other.bytes;
  bad[3].previous = other.previous;
  bad[4].hash = other.hash;
  bad[5].leaf = 3;
  bad[6].path.pop_back();
  bad[7].path[0] = other.path[0];
  bad[8].checkpoint.replace(bad[8].checkpoint.find("20"), 2, "21");
  bad[9].leaf = -1;
  bad[10].path[0] = "short";
  bad[11].key = to_text(SampleSigner{"himpun/dispusip", std::string(32, 'x')}.key);
  for (auto const& proof : bad) EXPECT_FALSE(holds(proof)) << &proof - bad.data();
  EXPECT_TRUE(holds(good));
}

TEST_F(Proofs, FailUnderAKeyThatIsNotTrusted) {
  SampleSigner const forger{"himpun/dispusip", std::string(32, 'x')};
  EXPECT_FALSE(holds(sample_proof(forger, 3)));
}

/// What docs/reference/check_proof.py says about a proof: its exit code.
class Stranger {
 public:
  Stranger() {
    folder_ = std::filesystem::temp_directory_path() / ("himpun-proof-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~Stranger() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] static bool is_here() {
    return std::system("python3 -c 'import json' >/dev/null 2>&1 && openssl version >/dev/null 2>&1") == 0;
  }
  [[nodiscard]] int check(EventProof const& proof, NoteKey const& key) const {
    auto const file = folder_ / "proof.json";
    std::ofstream{file} << write_json(to_json(proof));
    auto const command = std::string{"python3 "} + HIMPUN_SOURCE_DIR + "/docs/reference/check_proof.py '" +
                         file.string() + "' --key '" + to_text(key) + "' >/dev/null 2>&1";
    return WEXITSTATUS(std::system(command.c_str()));
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(Proofs, AStrangerComesToTheSameVerdict) {
  if (!Stranger::is_here()) GTEST_SKIP() << "python3 and openssl are needed";
  Stranger const stranger;
  EXPECT_EQ(stranger.check(sample_proof(signer, 1), signer.key), 0);
  EXPECT_EQ(stranger.check(sample_proof(signer, 20), signer.key), 0);
  auto altered = sample_proof(signer, 3);
  altered.bytes.replace(altered.bytes.find("himpun"), 6, "HIMPUN");
  EXPECT_EQ(stranger.check(altered, signer.key), 1);
  auto moved = sample_proof(signer, 3);
  moved.leaf = 4;
  EXPECT_EQ(stranger.check(moved, signer.key), 1);
  SampleSigner const forger{"himpun/dispusip", std::string(32, 'x')};
  EXPECT_EQ(stranger.check(sample_proof(forger, 3), signer.key), 1);
  auto patched = sample_proof(forger, 3);
  patched.key = to_text(signer.key);
  EXPECT_EQ(stranger.check(patched, signer.key), 1);
}

}  // namespace
}  // namespace himpun::journal
