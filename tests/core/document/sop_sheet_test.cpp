#include "core/document/sop_sheet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <regex>
#include <set>

#include "base/json_map.h"
#include "core/document/flow_layout.h"
#include "core/document/sheet/symbols.h"
#include "support/procedures.h"

namespace himpun::document {
namespace {

using test::row;
using test::with_rows;

SopSheet sheet_of(std::string const& rows, int steps_a_page = 0) {
  return lay_out_sheet(test::read_valid(with_rows(rows)), steps_a_page);
}

SheetCell const& cell_at(SopSheet const& sheet, std::size_t row, std::size_t column) {
  return sheet.pages[0].rows[row].cells[column];
}

std::set<int> off_pages_of(SheetRow const& row) {
  std::set<int> at;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    auto const& cell = row.cells[column];
    if (cell.symbol == Symbol::off_page) at.insert(static_cast<int>(column) * cell_size + middle);
    for (auto const x : cell.off_page_at) at.insert(static_cast<int>(column) * cell_size + x);
  }
  return at;
}

struct Stretch {
  GridPoint low, high;
  std::size_t edge;
};

std::vector<Stretch> stretches_of(std::vector<RoutedEdge> const& routed) {
  std::vector<Stretch> list;
  for (auto const& line : routed) {
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      auto const& a = line.points[i - 1];
      auto const& b = line.points[i];
      list.push_back({{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}, line.edge});
    }
  }
  return list;
}

bool lie_on_each_other(Stretch const& a, Stretch const& b) {
  if (a.low.x == a.high.x && b.low.x == b.high.x && a.low.x == b.low.x) return a.high.y > b.low.y && b.high.y > a.low.y;
  if (a.low.y == a.high.y && b.low.y == b.high.y && a.low.y == b.low.y) return a.high.x > b.low.x && b.high.x > a.low.x;
  return false;
}

/// The steps of a procedure as nodes and edges, every step in its first column.
struct Flow {
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
};

Flow flow_of(procedure::Procedure const& procedure) {
  Flow flow;
  auto const index = [&](procedure::StepId const& id) {
    return static_cast<std::size_t>(procedure::row_number(procedure, id) - 1);
  };
  for (std::size_t i = 0; i < procedure.steps.size(); ++i) {
    auto const& step = procedure.steps[i];
    auto const* actor = procedure::find_actor(procedure, step.performers.front());
    flow.nodes.push_back({static_cast<int>(i), {static_cast<int>(actor - procedure.actors.data())}});
    for (auto const& id : step.next) flow.edges.push_back({i, index(id), ""});
    for (auto const& id : step.returns) flow.edges.push_back({i, index(id), "Tidak"});
    for (auto const& each : step.outcomes) {
      flow.edges.push_back({i, each.target.empty() ? no_node : index(each.target), each.label});
    }
  }
  return flow;
}

}  // namespace

TEST(SopSheet, OfTheSeedHasTheOfficialSymbols) {
  auto const sheet = lay_out_sheet(test::read_shipped(test::seed_path));
  ASSERT_EQ(sheet.pages.size(), 1u);
  ASSERT_EQ(sheet.pages[0].rows.size(), 10u);
  EXPECT_EQ(sheet.columns.size(), 5u);
  EXPECT_EQ(sheet.flow_title, "Standar Operasional Prosedur Mekanisme Pengumpulan Data Kinerja");
  EXPECT_EQ(sheet.boxes[4].title, "Peringatan");
  EXPECT_EQ(cell_at(sheet, 0, 0).symbol, Symbol::terminal);
  EXPECT_EQ(cell_at(sheet, 1, 1).symbol, Symbol::process);
  EXPECT_EQ(cell_at(sheet, 2, 3).symbol, Symbol::process);
  EXPECT_EQ(cell_at(sheet, 2, 4).symbol, Symbol::process);
  EXPECT_EQ(cell_at(sheet, 4, 2).symbol, Symbol::decision);
  EXPECT_EQ(cell_at(sheet, 6, 2).symbol, Symbol::decision);
  EXPECT_EQ(cell_at(sheet, 9, 3).symbol, Symbol::terminal);
  EXPECT_EQ(sheet.pages[0].rows[9].number, 10);
}

TEST(SopSheet, TheMainFlowLeavesBelowAndComesInAtTheSide) {
  auto const sheet = lay_out_sheet(test::read_shipped(test::seed_path));
  EXPECT_EQ(cell_at(sheet, 0, 0).segments, (std::vector<Segment>{{50, 50, 50, 100}}));
  EXPECT_EQ(cell_at(sheet, 1, 0).segments, (std::vector<Segment>{{50, 0, 50, 50}, {50, 50, 100, 50}}));
  EXPECT_EQ(cell_at(sheet, 1, 1).arrows, (std::vector<Arrow>{{Direction::right, symbol_low, 50}}));
}

TEST(SopSheet, DecisionsNameTheirExits) {
  auto const sheet = lay_out_sheet(test::read_shipped(test::seed_path));
  auto const texts = [](SheetCell const& cell) {
    std::set<std::string> found;
    for (auto const& label : cell.labels) found.insert(label.text);
    return found;
  };
  EXPECT_EQ(texts(cell_at(sheet, 4, 2)), (std::set<std::string>{"perlu perbaikan", "sudah baik"}));
  EXPECT_EQ(texts(cell_at(sheet, 6, 2)), (std::set<std::string>{"Ya", "Tidak"}));
}

/// Where the words beside a symbol begin and end, on the white that lies below them; tenths of a point.
std::vector<std::pair<double, double>> words_in(std::string const& drawing) {
  static std::regex const white{R"re(<rect x="([-\d.]+)" y="[-\d.]+" width="([\d.]+)" height="[\d.]+" fill="#fff"/><text)re"};
  std::vector<std::pair<double, double>> found;
  for (std::sregex_iterator at{drawing.begin(), drawing.end(), white}, end; at != end; ++at) {
    auto const begin = std::stod((*at)[1]) * 10;
    found.emplace_back(begin, begin + std::stod((*at)[2]) * 10);
  }
  return found;
}

TEST(SopSheet, ExitsStandClearOfTheBordersOfTheirColumn) {
  constexpr int clear = 15;
  std::size_t labels = 0;
  for (auto const& path : himpun::test::list_source_files("procedures", ".yaml")) {
    for (auto const size : {PageSize::a4, PageSize::f4}) {
      auto const sheet = lay_out_for_print(himpun::test::read_shipped(path), size);
      auto const measure = measure_sheet(sheet.columns.size(), size);
      for (auto const& page : sheet.pages) {
        for (auto const& row : page.rows) {
          for (auto const& cell : row.cells) {
            for (auto const& [begin, end] : words_in(draw_symbols(cell, measure.widths[2], height_of(row, measure), measure))) {
              ++labels;
              EXPECT_GE(begin, clear) << path << ", row " << row.number;
              EXPECT_LE(end, measure.widths[2] - clear) << path << ", row " << row.number;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(labels, 10U);
}

TEST(SopSheet, JointWorkIsJoinedSideways) {
  auto const sheet = sheet_of(row("satu", "tugas", "[a, b]") + row("dua", "tugas", "b"));
  EXPECT_EQ(cell_at(sheet, 0, 0).segments.front(), (Segment{50, 50, 100, 50}));
  EXPECT_EQ(cell_at(sheet, 0, 1).segments.front(), (Segment{0, 50, 50, 50}));
  EXPECT_EQ(cell_at(sheet, 0, 1).symbol, Symbol::process);
}

TEST(SopSheet, AReturnRunsInALaneBesideTheSymbols) {
  auto const sheet =
      sheet_of(row("satu", "tugas", "a") + row("dua", "tugas", "a") +
               row("tiga", "pemeriksaan", "a", "lanjut: {kurang: satu, cukup: empat}") + row("empat", "tugas", "b"));
  auto const& between = cell_at(sheet, 1, 0).segments;
  auto const lane =
      std::ranges::find_if(between, [](Segment const& each) { return each.x1 == each.x2 && each.x1 != middle; });
  ASSERT_NE(lane, between.end());
  EXPECT_TRUE(lane->x1 < symbol_low || lane->x1 > symbol_high);
  EXPECT_EQ(lane->y1, 0);
  EXPECT_EQ(lane->y2, 100);
}

TEST(SopSheet, AnOutcomeThatEndsTheProcedureHasAShortLine) {
  auto const sheet =
      sheet_of(row("satu", "pemeriksaan", "a", "lanjut: {ditolak: selesai, diterima: dua}") + row("dua", "tugas", "b"));
  auto const& cell = cell_at(sheet, 0, 0);
  EXPECT_EQ(cell.symbol, Symbol::decision);
  EXPECT_EQ(cell.arrows, (std::vector<Arrow>{{Direction::right, 92, 50}}));
  EXPECT_EQ(cell.labels.size(), 2u);
}

TEST(SopSheet, PagesCloseAndOpenWithTheSamePentagons) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    for (int steps_a_page : {1, 3, 7}) {
      auto const sheet = lay_out_sheet(test::read_shipped(path), steps_a_page);
      for (std::size_t page = 1; page < sheet.pages.size(); ++page) {
        auto const& closing = sheet.pages[page - 1].rows.back();
        auto const& opening = sheet.pages[page].rows.front();
        EXPECT_EQ(closing.kind, RowKind::closing);
        EXPECT_EQ(opening.kind, RowKind::opening);
        EXPECT_EQ(off_pages_of(closing), off_pages_of(opening)) << path << " page " << page;
        EXPECT_FALSE(off_pages_of(closing).empty()) << path << " page " << page;
      }
    }
  }
}

TEST(SopSheet, EveryLineIsStraightAndStaysInItsCell) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    for (auto const& page : lay_out_sheet(test::read_shipped(path), 5).pages) {
      for (auto const& sheet_row : page.rows) {
        for (auto const& cell : sheet_row.cells) {
          for (auto const& [x1, y1, x2, y2] : cell.segments) {
            EXPECT_TRUE(x1 == x2 || y1 == y2);
            EXPECT_TRUE(x1 <= x2 && y1 <= y2);
            EXPECT_TRUE(0 <= x1 && x2 <= 100 && 0 <= y1 && y2 <= 100);
          }
        }
      }
    }
  }
}

TEST(SopSheet, SurvivesAsJson) {
  auto const sheet = lay_out_sheet(test::read_shipped("procedures/laporan-kinerja.yaml"), 7);
  EXPECT_EQ(sheet.pages.size(), 4u);
  auto const back = from_json<SopSheet>(to_json(sheet));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(*back, sheet);
}

TEST(FlowLayout, LinesOfUnrelatedStepsNeverLieOnEachOther) {
  for (auto const& path : test::list_source_files("procedures", ".yaml")) {
    auto const procedure = test::read_shipped(path);
    auto const [nodes, edges] = flow_of(procedure);
    auto const routed = route_edges(nodes, edges, static_cast<int>(procedure.actors.size()), {});
    ASSERT_EQ(routed.size(), edges.size());
    auto const stretches = stretches_of(routed);
    for (auto const& one : stretches) {
      for (auto const& other : stretches) {
        auto const& a = edges[one.edge];
        auto const& b = edges[other.edge];
        if (a.from == b.from || (a.to == b.to && a.to != no_node)) continue;
        EXPECT_FALSE(lie_on_each_other(one, other))
            << path << ": " << a.from + 1 << "->" << a.to + 1 << " and " << b.from + 1 << "->" << b.to + 1;
      }
    }
  }
}

TEST(FlowLayout, ALineBeginsAndEndsInItsSymbols) {
  std::mt19937 random{7};
  for (int round = 0; round < 30; ++round) {
    auto const pick = [&](int low, int high) { return std::uniform_int_distribution{low, high}(random); };
    int const columns = pick(1, 6);
    std::vector<FlowNode> nodes;
    for (int i = 0; i < 15; ++i) nodes.push_back({i, {pick(0, columns - 1)}});
    std::vector<FlowEdge> edges;
    for (int i = 0; i < 25; ++i) {
      edges.push_back({static_cast<std::size_t>(pick(0, 14)), static_cast<std::size_t>(pick(0, 14)), "x"});
    }
    for (auto const& line : route_edges(nodes, edges, columns, {})) {
      auto const at = [&](std::size_t node) {
        return GridPoint{nodes[node].columns[0] * cell_size + middle, nodes[node].row * cell_size + middle};
      };
      ASSERT_GE(line.points.size(), 2u);
      EXPECT_EQ(line.points.front(), at(edges[line.edge].from));
      EXPECT_EQ(line.points.back(), at(edges[line.edge].to));
    }
  }
}

TEST(FlowLayout, TwoHundredRowsAreRouted) {
  std::vector<FlowNode> nodes;
  std::vector<FlowEdge> edges;
  for (int i = 0; i < 200; ++i) {
    nodes.push_back({i, {i * 7 % 12}});
    if (i > 0) edges.push_back({static_cast<std::size_t>(i - 1), static_cast<std::size_t>(i), ""});
    if (i > 5 && i % 5 == 0) edges.push_back({static_cast<std::size_t>(i), static_cast<std::size_t>(i - 4), "Tidak"});
  }
  EXPECT_EQ(route_edges(nodes, edges, 12, {}).size(), edges.size());
}

}  // namespace himpun::document
