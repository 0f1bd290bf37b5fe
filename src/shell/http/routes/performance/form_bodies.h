#pragma once
// Request bodies of a form's routes, member by member as the contract has them (api/openapi.yaml). The unit is in the
// path, so rows are named by kind and subject.

#include "core/performance/collection/commands.h"

namespace himpun::http {

struct RowBody {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t if_revision = 0;
};
BOOST_DESCRIBE_STRUCT(RowBody, (), (kind, subject, if_revision))

struct EntryBody {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t if_revision = 0;
  performance::Entry entry;
};
BOOST_DESCRIBE_STRUCT(EntryBody, (), (kind, subject, if_revision, entry))

struct EntriesBody {
  std::vector<EntryBody> rows;
};
BOOST_DESCRIBE_STRUCT(EntriesBody, (), (rows))

struct RowsBody {
  std::vector<RowBody> rows;
};
BOOST_DESCRIBE_STRUCT(RowsBody, (), (rows))

struct RowsReturnBody {
  std::vector<RowBody> rows;
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(RowsReturnBody, (), (rows, comment))

struct WaiverBody {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t if_revision = 0;
  performance::CheckCode code{};
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WaiverBody, (), (kind, subject, if_revision, code, reason))

struct UseBody {
  performance::RowKind kind{};
  std::string subject;
  std::string page;
};
BOOST_DESCRIBE_STRUCT(UseBody, (), (kind, subject, page))

/// Exactly one of file, link and place. `id`: a piece of an earlier collection.
struct EvidenceBody {
  std::optional<performance::EvidenceId> id;
  std::string title;
  std::optional<FileRef> file;
  std::optional<std::string> link;
  std::optional<std::string> place;
  std::vector<UseBody> uses;
};
BOOST_DESCRIBE_STRUCT(EvidenceBody, (), (id, title, file, link, place, uses))

struct UsesBody {
  std::vector<UseBody> uses;
};
BOOST_DESCRIBE_STRUCT(UsesBody, (), (uses))

struct ValueCorrectionBody {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t if_revision = 0;
  performance::Value value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ValueCorrectionBody, (), (kind, subject, if_revision, value, reason))

}  // namespace himpun::http
