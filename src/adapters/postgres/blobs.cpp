#include "adapters/postgres/blobs.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>

#include "adapters/postgres/reader_pool.h"
#include "base/sha256.h"

namespace himpun::postgres {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 1024 * 1024;
constexpr std::size_t connections = 4;
constexpr int names_per_page = 1000;

class PostgresBlobs final : public app::BlobStore {
 public:
  PostgresBlobs(std::string where, std::string agency, std::string folder)
      : agency_(std::move(agency)), folder_(std::move(folder)), gate_(std::move(where)), pool_(gate_, connections) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw app::StoreFailure(folder_.string() + ": " + error.message());
  }

  void keep(std::string const& path, std::string_view hash, std::int64_t size) override {
    pool_.with_connection([&](Connection& connection) {
      connection.say("BEGIN");
      bool const is_new = !connection.change<std::int64_t>("blobs/add_blob", agency_, hash, size).empty();
      if (is_new) send_pieces(connection, path, hash);
      connection.say("COMMIT");
      connection.finish();
    });
    move_to_cache(path, hash);
  }

  bool has(std::string_view hash) override { return size_of(hash).has_value(); }

  Result<app::BlobHead> head_of(std::string_view hash, std::size_t most_bytes) override {
    auto const size = size_of(hash);
    if (!size) return refuse(app::file_missing);
    auto beginning = *size > 0 ? piece_of(hash, 0) : std::string{};
    beginning.resize(std::min(beginning.size(), most_bytes));
    return app::BlobHead{*size, std::move(beginning)};
  }

  Result<void> read(std::string_view hash, std::function<void(std::string_view)> const& sink) override {
    auto const size = size_of(hash);
    if (!size) return refuse(app::file_missing);
    std::int64_t done = 0;
    for (std::int64_t number = 0; done < *size; ++number) {
      auto const piece = piece_of(hash, number);
      if (piece.empty()) throw app::StoreFailure("a piece of " + std::string{hash} + " is missing");
      sink(piece);
      done += std::ssize(piece);
    }
    return {};
  }

  /// Copies on other nodes go when they are next asked for (path_of).
  void remove(std::string_view hash) override {
    pool_.with_connection([&](Connection& connection) {
      connection.say("BEGIN");
      connection.execute("blobs/erase_chunks", agency_, hash);
      connection.execute("blobs/erase_blob", agency_, hash);
      connection.say("COMMIT");
      connection.finish();
    });
    std::error_code error;
    fs::remove(cached(hash), error);
  }

  void list(std::function<void(std::string_view)> const& each) override {
    for (auto names = names_after(""); !names.empty(); names = names_after(names.back())) {
      for (auto const& name : names) each(name);
    }
  }

  Result<std::string> path_of(std::string_view hash) override {
    auto const path = cached(hash);
    auto const size = size_of(hash);
    std::error_code error;
    if (!size) {
      fs::remove(path, error);  // destroyed on another node
      return refuse(app::file_missing);
    }
    if (fs::file_size(path, error) == static_cast<std::uintmax_t>(*size) && !error) return path.string();
    if (auto fetched = fetch(hash, path); !fetched) return std::unexpected(fetched.error());
    return path.string();
  }

 private:
  void send_pieces(Connection& connection, std::string const& path, std::string_view hash) {
    std::ifstream file(path, std::ios::binary);
    std::string piece(piece_bytes, '\0');
    for (std::int64_t number = 0; file; ++number) {
      file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
      std::string_view const bytes{piece.data(), static_cast<std::size_t>(file.gcount())};
      if (bytes.empty()) break;
      connection.execute("blobs/add_chunk", agency_, hash, number, bytes);
      connection.finish();
    }
    if (!file.eof()) throw app::StoreFailure(path + ": cannot be read");
  }

  std::vector<std::string> names_after(std::string_view last) {
    std::vector<std::string> names;
    pool_.with_connection([&](Connection& connection) {
      names = connection.query<std::string>("blobs/list_hashes", agency_, last, names_per_page);
    });
    return names;
  }

  std::optional<std::int64_t> size_of(std::string_view hash) {
    std::vector<std::int64_t> sizes;
    pool_.with_connection(
        [&](Connection& connection) { sizes = connection.query<std::int64_t>("blobs/find_size", agency_, hash); });
    return sizes.empty() ? std::nullopt : std::optional{sizes.front()};
  }

  std::string piece_of(std::string_view hash, std::int64_t number) {
    std::vector<std::string> pieces;
    pool_.with_connection([&](Connection& connection) {
      pieces = connection.query<std::string>("blobs/read_chunk", agency_, hash, number);
    });
    return pieces.empty() ? std::string{} : std::move(pieces.front());
  }

  [[nodiscard]] fs::path cached(std::string_view hash) const { return folder_ / hash.substr(0, 2) / hash; }
  /// A name beside the cached copy that nobody else uses.
  [[nodiscard]] fs::path aside(fs::path const& path) {
    return path.string() + "." + std::to_string(::getpid()) + "." + std::to_string(++asides_);
  }

  /// The upload is in the database; its file becomes the copy of this node. That failing harms nothing.
  void move_to_cache(std::string const& path, std::string_view hash) {
    std::error_code error;
    auto const target = cached(hash);
    fs::create_directories(target.parent_path(), error);
    fs::rename(path, target, error);
    if (error) fs::remove(path, error);
  }

  Result<void> fetch(std::string_view hash, fs::path const& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    auto const part = aside(path);
    std::ofstream file(part, std::ios::binary);
    Sha256Stream stream;
    auto answer = read(hash, [&](std::string_view piece) {
      stream.update(piece);
      file.write(piece.data(), std::ssize(piece));
    });
    file.close();
    if (answer && (!file || to_hex(stream.finish()) != hash)) {
      fs::remove(part, error);
      throw app::StoreFailure(path.string() + ": the copy differs from its hash");
    }
    fs::rename(part, path, error);
    if (error) throw app::StoreFailure(path.string() + ": " + error.message());
    return answer;
  }

  std::string const agency_;
  fs::path const folder_;
  Gate gate_;
  ReaderPool pool_;
  std::atomic<int> asides_{0};
};

}  // namespace

std::unique_ptr<app::BlobStore> blobs(std::string where, std::string agency, std::string cache_folder) {
  return std::make_unique<PostgresBlobs>(std::move(where), std::move(agency), std::move(cache_folder));
}

}  // namespace himpun::postgres
