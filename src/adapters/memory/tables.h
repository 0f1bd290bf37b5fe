#pragma once
// The tables of the store in memory, with a note of how to undo each change. It keeps nothing: when the process ends,
// everything is gone.

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/ports/rows.h"

namespace himpun::memory {

/// How to take back what the work under way has changed, newest last.
using UndoLog = std::vector<std::function<void()>>;

template <class Key, class Row>
class Table {
 public:
  using Map = std::map<Key, Row>;

  [[nodiscard]] Map const& rows() const { return rows_; }
  [[nodiscard]] Row const* find(Key const& key) const {
    auto const at = rows_.find(key);
    return at == rows_.end() ? nullptr : &at->second;
  }
  void put(UndoLog& undo, Key const& key, Row row) {
    remember(undo, key);
    rows_[key] = std::move(row);
  }
  void erase(UndoLog& undo, Key const& key) {
    remember(undo, key);
    rows_.erase(key);
  }
  template <class Condition>
  void erase_if(UndoLog& undo, Condition const& condition) {
    std::vector<Key> gone;
    for (auto const& [key, row] : rows_) {
      if (condition(row)) gone.push_back(key);
    }
    for (auto const& key : gone) erase(undo, key);
  }
  void clear(UndoLog& undo) {
    undo.push_back([this, before = rows_] { rows_ = before; });
    rows_.clear();
  }

 private:
  void remember(UndoLog& undo, Key const& key) {
    auto const at = rows_.find(key);
    if (at == rows_.end()) {
      undo.push_back([this, key] { rows_.erase(key); });
    } else {
      undo.push_back([this, key, before = at->second] { rows_[key] = before; });
    }
  }

  Map rows_;
};

using Text = std::string;
using TextPair = std::pair<Text, Text>;
using FigureKey = std::tuple<std::int64_t, Text, Text, Text, Text>;  ///< year, subject, kind, period, case

[[nodiscard]] inline FigureKey figure_key(app::FigureRow const& row) {
  return {row.year, row.subject, row.kind, row.period, row.case_id};
}

struct Tables {
  Table<std::pair<Text, std::int64_t>, app::EventRow> events;  ///< by stream and version
  Table<std::int64_t, std::pair<Text, std::int64_t>> positions;
  Table<Text, app::StreamHead> heads;
  Table<std::int64_t, app::LeafRow> leaves;
  Table<std::pair<Text, std::int64_t>, std::int64_t> leaf_of;  ///< by stream and version
  Table<std::int64_t, app::CheckpointRow> checkpoints;         ///< by size

  Table<Text, app::CaseRow> cases;
  Table<Text, app::TaskRow> tasks;
  Table<TextPair, app::HolderLoadRow> loads;  ///< by holder and action
  Table<Text, app::ProcedureRow> procedures;
  Table<TextPair, app::CaseFileRow> files;  ///< by case and hash
  Table<FigureKey, app::FigureRow> figures;
  Table<TextPair, app::JobRow> jobs;  ///< by kind and subject
  Table<Text, app::NumberSeriesRow> series;

  Table<Text, app::CredentialRow> credentials;  ///< by account
  Table<Text, app::SessionRow> sessions;
  Table<TextPair, app::KeptAnswerRow> answers;  ///< by account and key
};

}  // namespace himpun::memory
