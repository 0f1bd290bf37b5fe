// Procedure files made to hurt: `himpun procedure check` refuses each with a code and a place, within a second of
// processor time and in little memory. Each runs in a process of its own, so that both can be measured.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/ensure.h"
#include "base/yaml.h"
#include "shell/cli/command_line.h"
#include "support/files.h"
#include "support/temporary_folder.h"

namespace himpun::cli::test {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_measured = false;  // a sanitizer takes its own time and memory
#else
constexpr bool is_measured = true;
#endif
constexpr long most_kilobytes = 64 * 1024;
constexpr double most_seconds = 1.0;

std::string repeat(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

/// The procedure of the office with one part replaced.
std::string seed_with(std::string const& part, std::string const& other) {
  auto text = himpun::test::read_source_file("procedures/pengumpulan-data-kinerja.yaml");
  auto const at = text.find(part);
  ensure(at != std::string::npos, "the part to replace is there");
  return text.replace(at, part.size(), other);
}

double seconds(timeval const& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

struct Measured {
  int exit = -1;
  std::string out;
  double cpu_seconds = 0;
  long kilobytes = 0;  ///< at most, with what this process had before
};

/// The command in a child process.
Measured measure(std::vector<std::string> const& words) {
  int pipe_ends[2];
  ensure(::pipe(pipe_ends) == 0, "a pipe can be made");
  auto const child = ::fork();
  if (child == 0) {
    auto const said = say(words);
    auto const text = said.out + said.err;
    (void)!::write(pipe_ends[1], text.data(), std::min<std::size_t>(text.size(), 60'000));
    ::_exit(said.exit);
  }
  ::close(pipe_ends[1]);
  int status = 0;
  rusage used{};
  ensure(::wait4(child, &status, 0, &used) == child, "the child ends");
  Measured measured;
  measured.out.resize(60'000);
  auto const size = ::read(pipe_ends[0], measured.out.data(), measured.out.size());
  measured.out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  ::close(pipe_ends[0]);
  if (WIFEXITED(status)) measured.exit = WEXITSTATUS(status);
  measured.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  measured.kilobytes = used.ru_maxrss;
  return measured;
}

struct HostileFile {
  char const* name;
  std::string code;  ///< of the refusal
  std::function<void(std::string const& path)> write;
};

std::function<void(std::string const&)> holding(std::string text) {
  return [text = std::move(text)](std::string const& path) { std::ofstream{path, std::ios::binary} << text; };
}

void write_hundred_megabytes(std::string const& path) {
  std::ofstream file{path, std::ios::binary};
  auto const piece = repeat("- {a: [b, c]}\n", 75'000);
  for (int i = 0; i < 100; ++i) file << piece;
}

/// Ten levels, each ten times the one before: ten thousand million values in 200 bytes.
std::string alias_bomb() {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    auto const before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + repeat(", " + before, 9) + "]\n";
  }
  return text;
}

std::vector<HostileFile> hostile_files() {
  auto const full = [](std::string_view piece) { return repeat(piece, yaml_max_bytes / piece.size()); };
  return {
      {"a hundred megabytes", "yaml.too_large", write_hundred_megabytes},
      {"a hundred megabytes of nothing", "yaml.too_large",
       [](std::string const& path) {
         std::ofstream{path} << "prosedur: a\n";
         std::filesystem::resize_file(path, 100 * 1024 * 1024);
       }},
      {"deep brackets", "yaml.too_", holding(full("["))},
      {"deep braces", "yaml.too_", holding(full("{a: "))},
      {"deep lists", "yaml.too_deep", holding(full("- "))},
      {"deep keys", "yaml.bad_key", holding(full("? "))},
      {"an alias bomb", "yaml.alias", holding(alias_bomb())},
      {"very many values", "yaml.too_many", holding(full("- a\n"))},
      {"very many keys", "yaml.too_many",
       [](std::string const& path) {
         std::ofstream file{path};
         for (int i = 0; i < 80'000; ++i) file << "k" << i << ": a\n";
       }},
      {"one endless line", "procedure.", holding("prosedur: " + std::string(yaml_max_bytes - 20, 'x') + "\n")},
      {"an unknown key", "procedure.key_unknown", holding(seed_with("nomor:", "numor:"))},
      {"a duplicate id", "procedure.id_duplicate", holding(seed_with("id: paraf-kasubag", "id: perbaikan"))},
      {"a duplicate key", "yaml.duplicate_key", holding(seed_with("nomor:", "prosedur: dua\nnomor:"))},
      {"a wrong type", "procedure.type_wrong", holding(seed_with("langkah:", "langkah: teks\nsisa:"))},
      {"invalid UTF-8", "yaml.not_utf8", holding(seed_with("nomor:", "nomor: \xC3\x28\n#"))},
      {"a null byte", "yaml.bad_character", holding(seed_with("nomor:", std::string{"nomor:\0", 7}))},
      {"no text at all", "procedure.", holding("")},
  };
}

TEST(HostileFiles, EachIsRefusedWithACodeAndAPlaceInASecondAndInLittleMemory) {
  himpun::test::TemporaryFolder const folder;
  auto const path = folder.file("musuh.yaml");
  auto const before = measure({"procedure", "check", folder.file("tidak-ada.yaml")}).kilobytes;
  for (auto const& hostile : hostile_files()) {
    hostile.write(path);
    auto const said = measure({"procedure", "check", path});
    EXPECT_EQ(said.exit, 2) << hostile.name << ": " << said.out;
    EXPECT_NE(said.out.find(hostile.code), std::string::npos) << hostile.name << ": " << said.out.substr(0, 500);
    EXPECT_NE(said.out.find(path + ":"), std::string::npos) << hostile.name << ": " << said.out.substr(0, 500);
    if (!is_measured) continue;
    EXPECT_LT(said.cpu_seconds, most_seconds) << hostile.name;
    EXPECT_LT(said.kilobytes - before, most_kilobytes) << hostile.name;
    RecordProperty(hostile.name,
                   std::to_string(said.kilobytes - before) + " KiB more, " + std::to_string(said.cpu_seconds) + " s");
  }
}

TEST(HostileFiles, SeveralAtOnceAreAllNamed) {
  himpun::test::TemporaryFolder const folder;
  auto const first = folder.file("satu.yaml");
  auto const second = folder.file("dua.yaml");
  holding(alias_bomb())(first);
  holding("[")(second);
  auto const said = say({"procedure", "check", "--json", first, second});
  EXPECT_EQ(said.exit, 2);
  EXPECT_NE(said.out.find("yaml.alias"), std::string::npos) << said.out;
  EXPECT_NE(said.out.find("dua.yaml"), std::string::npos) << said.out;
}

}  // namespace
}  // namespace himpun::cli::test
