#pragma once
// The real program as a child process on a temporary data folder: started, measured from outside, stopped.

#include <sys/types.h>

#include <string>

namespace himpun::bench {

class ServerProcess {
 public:
  /// Runs `program demo --data folder --port 0 --print-json` and waits for its line.
  ServerProcess(std::string const& program, std::string const& folder);
  ServerProcess(ServerProcess const&) = delete;
  ServerProcess& operator=(ServerProcess const&) = delete;
  ~ServerProcess();

  [[nodiscard]] int port() const { return port_; }
  /// From exec to the first answered request, in milliseconds.
  [[nodiscard]] double start_milliseconds() const { return start_milliseconds_; }
  /// Resident memory (VmRSS) in MB.
  [[nodiscard]] double resident_megabytes() const;
  /// Resident memory once the work of the start is over.
  [[nodiscard]] double settled_megabytes() const;
  /// Processor time of all its threads so far.
  [[nodiscard]] double cpu_seconds() const;
  void stop();

 private:
  pid_t pid_ = -1;
  int port_ = 0;
  double start_milliseconds_ = 0;
};

/// A fresh folder below the temporary directory, gone with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] std::string const& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace himpun::bench
