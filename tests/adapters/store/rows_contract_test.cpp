// What every store promises about the rows of the read model and of the vault.

#include <algorithm>
#include <set>

#include "adapters/store/contract.h"

namespace himpun::test {
namespace {

class RowsContract : public StoreContract {
 protected:
  /// Ids of all cases of a query, page by page.
  std::vector<std::string> all_cases(app::CaseQuery query) {
    std::vector<std::string> ids;
    for (;;) {
      auto const page = see([&](auto& reader) { return reader.list_cases(query); });
      for (auto const& row : page) ids.push_back(row.case_id);
      if (page.size() < static_cast<std::size_t>(query.limit)) return ids;
      query.after = page.back();
    }
  }
  std::vector<std::string> all_tasks(app::TaskQuery query) {
    std::vector<std::string> ids;
    for (;;) {
      auto const page = see([&](auto& reader) { return reader.list_tasks(query); });
      for (auto const& row : page) ids.push_back(row.task);
      if (page.size() < static_cast<std::size_t>(query.limit)) return ids;
      query.after = app::TaskCursor{page.back().due_at, page.back().task};
    }
  }
};
INSTANTIATE_TEST_SUITE_P(Stores, RowsContract, all_kinds(), name_of);

using Ids = std::vector<std::string>;

TEST_P(RowsContract, ACaseIsPutFoundAndReplaced) {
  auto row = sample_case("c1");
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_case("c1"); }), row);
  row.state = "completed";
  row.due_at.reset();
  row.step.clear();
  row.version = 9;
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_case("c1"); }), row);
  EXPECT_FALSE(see([](auto& reader) { return reader.find_case("c2"); }));
}

TEST_P(RowsContract, CasesArePagedInEverySortWithoutGapsOrDoubles) {
  constexpr int count = 23;
  write([](auto& transaction) {
    for (int each = 0; each < count; ++each) {
      auto row = sample_case("c" + std::to_string(100 + each));
      row.updated_at = instant(each / 4);  // several share one instant
      row.number = "N" + std::to_string(each * 7 % count / 3);
      row.due_at = each % 5 == 0 ? std::nullopt : std::optional{instant(each * 11 % count / 2)};
      transaction.put(row);
    }
  });
  for (auto const sort :
       {app::CaseSort::updated_at_descending, app::CaseSort::number_ascending, app::CaseSort::due_at_ascending}) {
    auto const whole = all_cases({.sort = sort, .limit = 100});
    EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), static_cast<std::size_t>(count));
    for (int limit : {1, 2, 5, 23}) EXPECT_EQ(all_cases({.sort = sort, .limit = limit}), whole);
  }
}

TEST_P(RowsContract, DueTasksOfAHolderAreCountedUpToABound) {
  write([](auto& transaction) {
    for (int each = 0; each < 9; ++each) {
      auto row = sample_task("t" + std::to_string(each), each < 7 ? "p1" : "p2");
      row.due_at = instant(10 * each);
      transaction.put(row);
    }
  });
  auto const count = [this](char const* holder, int seconds, int most) {
    return see([&](auto& reader) { return reader.count_due(holder, instant(seconds), most); });
  };
  EXPECT_EQ(count("p1", 30, 100), 3);
  EXPECT_EQ(count("p1", 1000, 100), 7);
  EXPECT_EQ(count("p1", 1000, 5), 5);
  EXPECT_EQ(count("p2", 70, 100), 0);
  EXPECT_EQ(count("p3", 1000, 100), 0);
}

TEST_P(RowsContract, ATaskThatChangesItsHolderAndDueDateStaysOneTask) {
  auto row = sample_task("t1", "p1");
  row.due_at = instant(10);
  write([&](auto& transaction) { transaction.put(row); });
  row.holder = "p2";
  row.due_at = instant(20);
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(all_tasks({.holder = "p1"}), Ids{});
  EXPECT_EQ(all_tasks({.holder = "p2"}), Ids{"t1"});
  EXPECT_EQ(see([](auto& reader) { return reader.find_task("t1"); }), row);
}

TEST_P(RowsContract, TasksAreChosenByWhenTheyComeToBeAtRisk) {
  write([](auto& transaction) {
    for (int each = 0; each < 4; ++each) {
      auto row = sample_task("t" + std::to_string(each), "p1");
      row.due_at = instant(100 + each);
      row.at_risk_at = instant(10 * each);
      transaction.put(row);
    }
  });
  EXPECT_EQ(all_tasks({.holder = "p1", .at_risk_before = instant(20)}), (Ids{"t0", "t1"}));
  EXPECT_EQ(all_tasks({.holder = "p1", .at_risk_after = instant(10)}), (Ids{"t2", "t3"}));
}

TEST_P(RowsContract, CasesAreSortedAsTheSortSays) {
  write([](auto& transaction) {
    auto a = sample_case("a"), b = sample_case("b"), c = sample_case("c");
    a.number = "2", b.number = "10", c.number = "B";
    a.updated_at = instant(5), b.updated_at = instant(7), c.updated_at = instant(5);
    a.due_at = instant(9), b.due_at = std::nullopt, c.due_at = instant(8);
    for (auto const& row : {a, b, c}) transaction.put(row);
  });
  EXPECT_EQ(all_cases({.sort = app::CaseSort::updated_at_descending}), (Ids{"b", "c", "a"}));
  EXPECT_EQ(all_cases({.sort = app::CaseSort::number_ascending}), (Ids{"b", "a", "c"}));
  EXPECT_EQ(all_cases({.sort = app::CaseSort::due_at_ascending}), (Ids{"c", "a", "b"}));
}

TEST_P(RowsContract, TextIsSortedByItsBytesOnEveryStore) {
  write([](auto& transaction) {
    for (auto const* id : {"a", "B", "_", "é", "Z", "1"}) {
      auto row = sample_case(id);
      row.number = id;
      transaction.put(row);
    }
  });
  EXPECT_EQ(all_cases({.sort = app::CaseSort::number_ascending}), (Ids{"1", "B", "Z", "_", "a", "é"}));
}

TEST_P(RowsContract, CasesAreFilteredByStateProcedurePeriodAndSearch) {
  write([](auto& transaction) {
    auto a = sample_case("a"), b = sample_case("b"), c = sample_case("c");
    a.state = "completed";
    b.procedure = "lakin", b.procedure_name = "Laporan Kinerja", b.title = "50% selesai_";
    c.period = "2025";
    for (auto const& row : {a, b, c}) transaction.put(row);
  });
  EXPECT_EQ(all_cases({.state = "completed"}), (Ids{"a"}));
  EXPECT_EQ(all_cases({.procedure = "lakin"}), (Ids{"b"}));
  EXPECT_EQ(all_cases({.period = "2025"}), (Ids{"c"}));
  EXPECT_EQ(all_cases({.search = "LAPORAN k"}), (Ids{"b"}));
  EXPECT_EQ(all_cases({.search = "0% SELESAI_"}), (Ids{"b"}));
  EXPECT_EQ(all_cases({.search = "001/C"}), (Ids{"c"}));
  EXPECT_TRUE(all_cases({.state = "running", .search = "%"}) == (Ids{"b"}));
  EXPECT_TRUE(all_cases({.search = "' OR 1=1 --"}).empty());
}

TEST_P(RowsContract, ATaskIsPutFoundReplacedAndErased) {
  auto row = sample_task("c1-1");
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_task("c1-1"); }), row);
  row.read_at = instant(3);
  row.holder = "kepala";
  row.revision = 2;
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_task("c1-1"); }), row);
  EXPECT_TRUE(all_tasks({.holder = "kasubag"}).empty());
  EXPECT_EQ(all_tasks({.holder = "kepala"}), (Ids{"c1-1"}));
  write([&](auto& transaction) { transaction.erase_task("c1-1"); });
  EXPECT_FALSE(see([](auto& reader) { return reader.find_task("c1-1"); }));
  write([&](auto& transaction) { transaction.erase_task("c1-1"); });
}

TEST_P(RowsContract, TasksArePagedByDueDateWithoutGapsOrDoubles) {
  constexpr int count = 17;
  write([](auto& transaction) {
    for (int each = 0; each < count; ++each) {
      auto row = sample_task("c" + std::to_string(10 + each) + "-1");
      row.due_at = each % 6 == 0 ? app::far_future : instant(each * 5 % count / 3);
      row.action = each % 2 == 0 ? "work" : "review";
      transaction.put(row);
      row.holder = "kepala";
      row.task += "0";
      transaction.put(row);
    }
  });
  for (auto const* action : {"", "work", "review"}) {
    auto const whole = all_tasks({.holder = "kasubag", .action = action, .limit = 100});
    EXPECT_EQ(whole.size(), std::string_view{action}.empty() ? 17u : std::string_view{action} == "work" ? 9u : 8u);
    for (int limit : {1, 3, 17}) {
      EXPECT_EQ(all_tasks({.holder = "kasubag", .action = action, .limit = limit}), whole);
    }
  }
}

TEST_P(RowsContract, TasksAreFilteredByDueDateRiskAndSearch) {
  write([](auto& transaction) {
    auto a = sample_task("a"), b = sample_task("b"), c = sample_task("c");
    a.due_at = instant(10), a.at_risk_at = instant(5);
    b.due_at = instant(20), b.at_risk_at = instant(15), b.case_title = "Rapat KOORDINASI";
    c.due_at = app::far_future, c.at_risk_at = app::far_future;
    for (auto const& row : {a, b, c}) transaction.put(row);
  });
  EXPECT_EQ(all_tasks({.holder = "kasubag"}), (Ids{"a", "b", "c"}));
  EXPECT_EQ(all_tasks({.holder = "kasubag", .due_before = instant(20)}), (Ids{"a"}));
  EXPECT_EQ(all_tasks({.holder = "kasubag", .at_risk_before = instant(16)}), (Ids{"a", "b"}));
  EXPECT_EQ(all_tasks({.holder = "kasubag", .search = "koordinasi"}), (Ids{"b"}));
}

TEST_P(RowsContract, LoadsAreAddedUpOverWorks) {
  write([](auto& transaction) {
    transaction.add_load("kasubag", "work", 3);
    transaction.add_load("kasubag", "review", 1);
    transaction.add_load("kepala", "sign", 2);
    EXPECT_EQ(transaction.holder_loads("kepala"), (std::vector<app::HolderLoadRow>{{"kepala", "sign", 2}}));
  });
  write([](auto& transaction) {
    transaction.add_load("kasubag", "work", -2);
    transaction.add_load("kasubag", "review", -1);
  });
  EXPECT_EQ(see([](auto& reader) { return reader.holder_loads("kasubag"); }),
            (std::vector<app::HolderLoadRow>{{"kasubag", "work", 1}}));
}

TEST_P(RowsContract, LoadsOfARefusedWorkDoNotCount) {
  auto const answer = store().transact([](app::Transaction& transaction) -> Result<void> {
    transaction.add_load("kasubag", "work", 3);
    return refuse(app::store_conflict);
  });
  EXPECT_FALSE(answer);
  EXPECT_TRUE(see([](auto& reader) { return reader.holder_loads("kasubag"); }).empty());
}

TEST_P(RowsContract, NumbersOfASeriesGoUpByOneAndARefusedWorkTakesNone) {
  std::int64_t given = 0;
  write([&](auto& transaction) { given = transaction.next_number("case/2026"); });
  EXPECT_EQ(given, 1);
  (void)store().transact([](app::Transaction& transaction) -> Result<void> {
    EXPECT_EQ(transaction.next_number("case/2026"), 2);
    return refuse(input_refused);
  });
  write([&](auto& transaction) { given = transaction.next_number("case/2026"); });
  EXPECT_EQ(given, 2);
  write([&](auto& transaction) {
    transaction.raise_number("case/2026", 40);
    transaction.raise_number("case/2026", 7);
    transaction.raise_number("case/2027", 3);
    given = transaction.next_number("case/2026");
  });
  EXPECT_EQ(given, 41);
  write([&](auto& transaction) { given = transaction.next_number("case/2027"); });
  EXPECT_EQ(given, 4);
}

TEST_P(RowsContract, ProceduresAndFilesComeBack) {
  app::ProcedureRow const b{"b", "SOP-2", "Dua", 3, instant(1)};
  app::ProcedureRow const a{"a", "SOP-1", "Satu", 1, instant(2)};
  app::CaseFileRow const file{"c1", to_hex(sha256("x")), "surat masuk.pdf", "application/pdf", 12345678901};
  write([&](auto& transaction) {
    transaction.put(b);
    transaction.put(a);
    transaction.put(file);
    transaction.put(file);
  });
  EXPECT_EQ(see([](auto& reader) { return reader.list_procedures(); }), (std::vector{a, b}));
  EXPECT_EQ(see([&](auto& reader) { return reader.find_case_file("c1", file.sha256); }), file);
  EXPECT_FALSE(see([&](auto& reader) { return reader.find_case_file("c2", file.sha256); }));
  EXPECT_EQ(see([&](auto& reader) { return reader.cases_with_file(file.sha256); }), std::vector{file});
  EXPECT_TRUE(see([&](auto& reader) { return reader.cases_with_file(std::string(64, '0')); }).empty());
}

app::FigureRow sample_figure(std::int64_t year, char const* subject, char const* period, char const* case_id) {
  return {year,     subject, "indicator", period, case_id, "pustaka", "accepted", R"({"kind":"number","number":"9217"})",
          "k/p/i@1", "[]",    instant(5)};
}

TEST_P(RowsContract, FiguresComeByYearSubjectAndPage) {
  auto const a = sample_figure(2026, "IKU-1", "2026-q1", "c1");
  auto const later = sample_figure(2026, "IKU-1", "2026-q1", "c2");
  auto const b = sample_figure(2026, "IKU-1", "2026-q2", "c1");
  auto const c = sample_figure(2026, "IKU-3", "2026-q1", "c1");
  auto const old = sample_figure(2025, "IKU-9", "2025-q4", "c0");
  auto changed = c;
  changed.state = "frozen";
  write([&](auto& transaction) {
    for (auto const& each : {c, old, b, later, a, changed}) transaction.put(each);
  });
  EXPECT_EQ(see([](auto& reader) { return reader.figures_of_year(2026); }), (std::vector{a, later, b, changed}));
  EXPECT_EQ(see([](auto& reader) { return reader.figures_of(2026, "IKU-1", "indicator"); }),
            (std::vector{a, later, b}));
  EXPECT_TRUE(see([](auto& reader) { return reader.figures_of(2026, "IKU-1", "budget"); }).empty());
  auto const first = see([](auto& reader) { return reader.list_figures({2025, 2026, std::nullopt, 2}); });
  EXPECT_EQ(first, (std::vector{old, a}));
  EXPECT_EQ(see([&](auto& reader) { return reader.list_figures({2025, 2026, first.back(), 9}); }),
            (std::vector{later, b, changed}));
}

TEST_P(RowsContract, AJobIsTakenOnceAndFinishedByWhoTookItLast) {
  app::JobRow const job{"edition", "c1/naskah/1", 0, 0, instant(10)};
  write([&](auto& transaction) {
    transaction.add(job);
    transaction.add(app::JobRow{"edition", "c1/naskah/1", 9, 9, instant(99)});
    transaction.add(app::JobRow{"edition", "c1/naskah/2", 0, 0, instant(5)});
    transaction.add(app::JobRow{"mail", "c1", 0, 0, instant(1)});
  });
  EXPECT_EQ(see([](auto& reader) { return reader.free_jobs("edition", instant(9), 5).size(); }), 1u);
  auto const free = see([](auto& reader) { return reader.free_jobs("edition", instant(10), 5); });
  ASSERT_EQ(free.size(), 2u);
  EXPECT_EQ(free[1], job);
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> second;
  write([&](auto& transaction) { first = transaction.take_job(job, instant(60)); });
  EXPECT_EQ(first, 1);
  write([&](auto& transaction) { second = transaction.take_job(job, instant(60)); });
  EXPECT_EQ(second, std::nullopt) << "taken meanwhile";
  auto const held = see([](auto& reader) { return reader.find_job("edition", "c1/naskah/1"); });
  ASSERT_TRUE(held);
  EXPECT_EQ(*held, (app::JobRow{"edition", "c1/naskah/1", 1, 1, instant(60)}));
  bool done = true;
  write([&](auto& transaction) { second = transaction.take_job(*held, instant(120)); });
  write([&](auto& transaction) { done = transaction.finish_job("edition", "c1/naskah/1", *first); });
  EXPECT_FALSE(done) << "its lease was over and somebody else took it";
  write([&](auto& transaction) { done = transaction.postpone_job("edition", "c1/naskah/1", *second, instant(300)); });
  EXPECT_TRUE(done);
  write([&](auto& transaction) { done = transaction.finish_job("edition", "c1/naskah/1", *second); });
  EXPECT_TRUE(done);
  EXPECT_FALSE(see([](auto& reader) { return reader.find_job("edition", "c1/naskah/1"); }));
}

TEST_P(RowsContract, TheReadModelIsDumpedClearedAndRebuiltAlike) {
  auto const fill = [](app::Transaction& transaction) {
    transaction.put(sample_case("c1"));
    transaction.put(sample_task("c1-1"));
    transaction.add_load("kasubag", "work", 1);
    transaction.add_load("kepala", "sign", 0);
    transaction.put(app::ProcedureRow{"a", "SOP-1", "Satu", 1, instant(2)});
    transaction.put(app::CaseFileRow{"c1", "ab", "surat", "text/plain", 1});
    transaction.put(sample_figure(2026, "IKU-1", "2026-q1", "c1"));
    transaction.raise_number("case/2026", 12);
  };
  write(fill);
  expect_done(append_to("case/c1"));
  auto const before = see([](auto& reader) { return reader.dump_read_model(); });
  ASSERT_EQ(before.size(), 7u);
  EXPECT_EQ(before[3], R"(holder_load {"holder":"kasubag","action":"work","open_tasks":1})");
  write([&](auto& transaction) {
    transaction.add_load("kepala", "sign", 5);
    transaction.clear_read_model();
    EXPECT_TRUE(transaction.dump_read_model().empty());
    fill(transaction);
    EXPECT_EQ(transaction.dump_read_model(), before);
  });
  EXPECT_EQ(see([](auto& reader) { return reader.dump_read_model(); }), before);
  EXPECT_EQ(see([](auto& reader) { return reader.head("case/c1").version; }), 1);
}

TEST_P(RowsContract, ACredentialIsFoundByNameAndByAccount) {
  app::CredentialRow row{"a1", "siti", "$argon2id$x", 0, std::nullopt, true};
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_credential("siti"); }), row);
  EXPECT_EQ(see([](auto& reader) { return reader.find_credential_of("a1"); }), row);
  row.failures = 4;
  row.locked_until = instant(60);
  row.must_change = false;
  row.username = "siti.r";
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_credential("siti.r"); }), row);
  EXPECT_FALSE(see([](auto& reader) { return reader.find_credential("siti"); }));
}

TEST_P(RowsContract, TwoAccountsCannotHaveOneUsername) {
  write([](auto& transaction) { transaction.put(app::CredentialRow{"a1", "siti", "", 0, std::nullopt, true}); });
  auto const answer = store().transact([](app::Transaction& transaction) -> Result<void> {
    transaction.put(app::CredentialRow{"a2", "siti", "", 0, std::nullopt, true});
    return {};
  });
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().is(app::store_conflict));
}

TEST_P(RowsContract, SessionsEndOneByOneByAccountAndByTime) {
  write([](auto& transaction) {
    for (auto const* token : {"t1", "t2", "t3"}) {
      transaction.put(app::SessionRow{token, "a1", "csrf", instant(0), instant(token[1] - '0')});
    }
    transaction.put(app::SessionRow{"t9", "a2", "csrf", instant(0), instant(9)});
  });
  auto const open = [&] {
    Ids ids;
    for (auto const* token : {"t1", "t2", "t3", "t9"}) {
      if (see([&](auto& reader) { return reader.find_session(token); })) ids.push_back(token);
    }
    return ids;
  };
  EXPECT_EQ(see([](auto& reader) { return reader.find_session("t2"); }),
            (app::SessionRow{"t2", "a1", "csrf", instant(0), instant(2)}));
  write([](auto& transaction) { transaction.erase_session("t2"); });
  EXPECT_EQ(open(), (Ids{"t1", "t3", "t9"}));
  write([](auto& transaction) { transaction.erase_expired(instant(1)); });
  EXPECT_EQ(open(), (Ids{"t3", "t9"}));
  write([](auto& transaction) { transaction.erase_sessions_of("a1"); });
  EXPECT_EQ(open(), (Ids{"t9"}));
}

TEST_P(RowsContract, AnAnswerIsKeptOncePerKeyAndForADay) {
  app::KeptAnswerRow const row{"a1", "key", "hash", R"({"case":"c1"})", instant(0)};
  write([&](auto& transaction) { transaction.put(row); });
  EXPECT_EQ(see([](auto& reader) { return reader.find_kept_answer("a1", "key"); }), row);
  EXPECT_FALSE(see([](auto& reader) { return reader.find_kept_answer("a2", "key"); }));
  auto const again = store().transact([&](app::Transaction& transaction) -> Result<void> {
    transaction.put(row);
    return {};
  });
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(app::store_conflict));
  write([](auto& transaction) { transaction.erase_expired(instant(86'400)); });
  EXPECT_TRUE(see([](auto& reader) { return reader.find_kept_answer("a1", "key"); }));
  write([](auto& transaction) { transaction.erase_expired(instant(86'401)); });
  EXPECT_FALSE(see([](auto& reader) { return reader.find_kept_answer("a1", "key"); }));
}

}  // namespace
}  // namespace himpun::test
