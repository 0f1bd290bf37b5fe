// A procedure as BPMN and back, and where its lines run. HIMPUN_SEED repeats one random procedure.

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/document/bpmn/importer.h"
#include "core/document/bpmn/layout.h"
#include "core/document/bpmn/writer.h"
#include "core/procedure/writer.h"
#include "support/procedures.h"
#include "support/random_procedure.h"

namespace himpun::document::bpmn {
namespace {

using procedure::Procedure;

constexpr int usual_procedures = 500;

std::vector<Procedure> shipped() {
  std::vector<Procedure> all;
  for (auto const& path : himpun::test::list_source_files("procedures", ".yaml"))
    all.push_back(himpun::test::read_shipped(path));
  return all;
}

/// Calls `check` with random procedures; says the seed of the first one that fails.
template <class Check>
void for_random_procedures(Check check) {
  if (auto const* seed = std::getenv("HIMPUN_SEED")) {
    return check(himpun::test::RandomProcedure{std::strtoull(seed, nullptr, 10)}.make());
  }
  std::uint64_t const first = std::random_device{}();
  for (std::uint64_t seed = first; seed < first + usual_procedures; ++seed) {
    check(himpun::test::RandomProcedure{seed}.make());
    ASSERT_FALSE(testing::Test::HasFailure()) << "HIMPUN_SEED=" << seed;
  }
}

void expect_comes_back(Procedure const& procedure) {
  auto const document = write_bpmn(procedure);
  auto const imported = import_bpmn(document, "uji.bpmn");
  ASSERT_TRUE(imported.has_value()) << imported.error().detail.en;
  for (auto const& note : imported->notes) ADD_FAILURE() << note.element << ": " << note.words.en;
  EXPECT_EQ(imported->text, procedure::write_procedure(procedure));
  EXPECT_TRUE(imported->procedure == procedure);
}

// --- where lines run --------------------------------------------------------------------------------------------

bool runs_through(Point const& a, Point const& b, Box const& box) {
  return std::max(a.x, b.x) > box.x && std::min(a.x, b.x) < box.x + box.width && std::max(a.y, b.y) > box.y &&
         std::min(a.y, b.y) < box.y + box.height;
}

bool is_inside(Box const& inner, Box const& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

bool overlap(Point const& a, Point const& b, Point const& c, Point const& d) {
  if (a.x == b.x && c.x == d.x && a.x == c.x) {
    return std::max(std::min(a.y, b.y), std::min(c.y, d.y)) < std::min(std::max(a.y, b.y), std::max(c.y, d.y));
  }
  if (a.y == b.y && c.y == d.y && a.y == c.y) {
    return std::max(std::min(a.x, b.x), std::min(c.x, d.x)) < std::min(std::max(a.x, b.x), std::max(c.x, d.x));
  }
  return false;
}

void expect_readable(Procedure const& procedure) {
  auto const chart = make_chart(procedure);
  auto const layout = lay_out(chart, procedure);
  for (std::size_t flow = 0; flow < chart.flows.size(); ++flow) {
    auto const& points = layout.flows[flow];
    ASSERT_GE(points.size(), 2U);
    for (std::size_t i = 1; i < points.size(); ++i) {
      EXPECT_TRUE(points[i].x == points[i - 1].x || points[i].y == points[i - 1].y) << chart.flows[flow].id;
      for (auto const& box : layout.nodes) EXPECT_FALSE(runs_through(points[i - 1], points[i], box));
      for (auto const& box : layout.companions) EXPECT_FALSE(runs_through(points[i - 1], points[i], box));
    }
  }
  for (std::size_t node = 0; node < chart.nodes.size(); ++node) {
    EXPECT_TRUE(is_inside(layout.nodes[node], layout.pool));
    if (!layout.lanes.empty()) {
      EXPECT_TRUE(is_inside(layout.nodes[node], layout.lanes[chart.nodes[node].lane]));
    }
    if (node > 0) {
      EXPECT_GT(layout.nodes[node].x, layout.nodes[node - 1].x + layout.nodes[node - 1].width);
    }
  }
}

TEST(Bpmn, of_every_shipped_procedure_comes_back_as_the_same_procedure) {
  for (auto const& procedure : shipped()) expect_comes_back(procedure);
}

TEST(Bpmn, of_random_procedures_comes_back_as_the_same_procedure) { for_random_procedures(expect_comes_back); }

TEST(BpmnLayout, of_every_shipped_procedure_has_no_line_on_top_of_an_unrelated_one) {
  for (auto const& procedure : shipped()) {
    expect_readable(procedure);
    auto const chart = make_chart(procedure);
    auto const layout = lay_out(chart, procedure);
    for (std::size_t one = 0; one < chart.flows.size(); ++one) {
      for (std::size_t other = one + 1; other < chart.flows.size(); ++other) {
        if (chart.flows[one].from == chart.flows[other].from || chart.flows[one].to == chart.flows[other].to) continue;
        for (std::size_t i = 1; i < layout.flows[one].size(); ++i) {
          for (std::size_t k = 1; k < layout.flows[other].size(); ++k) {
            EXPECT_FALSE(overlap(layout.flows[one][i - 1], layout.flows[one][i], layout.flows[other][k - 1],
                                 layout.flows[other][k]))
                << procedure.id.value << ": " << chart.flows[one].id << " and " << chart.flows[other].id;
          }
        }
      }
    }
  }
}

TEST(BpmnLayout, of_random_procedures_never_runs_a_line_through_a_node) { for_random_procedures(expect_readable); }

// --- what the flow becomes --------------------------------------------------------------------------------------

/// Ids of the nodes a node's flows lead to.
std::vector<std::string> after(Chart const& chart, std::string const& id) {
  std::vector<std::string> ids;
  for (auto const& flow : chart.flows) {
    if (chart.nodes[flow.from].id == id) ids.push_back(chart.nodes[flow.to].id);
  }
  return ids;
}
using Ids = std::vector<std::string>;

TEST(BpmnChart, puts_a_fork_behind_a_step_that_opens_two_and_a_join_before_one_that_waits_for_both) {
  auto const procedure = himpun::test::read_valid(himpun::test::with_rows(
      himpun::test::row("a", "tugas", "a", "berikut: [b, c]") + himpun::test::row("b", "tugas", "a", "berikut: d") +
      himpun::test::row("c", "tugas", "b", "berikut: d") + himpun::test::row("d", "tugas", "a", "menunggu: [b, c]")));
  auto const chart = make_chart(procedure);
  EXPECT_EQ(after(chart, "mulai"), Ids{"langkah-a"});
  EXPECT_EQ(after(chart, "langkah-a"), Ids{"bagi-a"});
  EXPECT_EQ(after(chart, "bagi-a"), (Ids{"langkah-b", "langkah-c"}));
  EXPECT_EQ(after(chart, "langkah-b"), Ids{"gabung-d"});
  EXPECT_EQ(after(chart, "langkah-c"), Ids{"gabung-d"});
  EXPECT_EQ(after(chart, "gabung-d"), Ids{"langkah-d"});
  EXPECT_EQ(after(chart, "langkah-d"), Ids{"selesai-d"});
}

TEST(BpmnChart, lets_a_return_go_round_the_join_of_the_step_it_goes_back_to) {
  auto const procedure = himpun::test::read_valid(himpun::test::with_rows(
      himpun::test::row("a", "tugas", "a", "berikut: [b, c]") + himpun::test::row("b", "tugas", "a", "berikut: d") +
      himpun::test::row("c", "tugas", "b", "berikut: d") + himpun::test::row("d", "tugas", "a", "menunggu: [b, c]") +
      himpun::test::row("e", "paraf", "b", "kembali: d, naskah: n")));
  auto const chart = make_chart(procedure);
  EXPECT_EQ(after(chart, "hasil-e"), (Ids{"selesai-e", "temu-d"}));
  EXPECT_EQ(after(chart, "gabung-d"), Ids{"temu-d"});
  EXPECT_EQ(after(chart, "temu-d"), Ids{"langkah-d"});
}

TEST(BpmnChart, makes_every_outcome_an_exit_with_its_condition) {
  auto const procedure = himpun::test::read_valid(
      himpun::test::with_rows(himpun::test::row("a", "tugas", "a") +
                              himpun::test::row("b", "pemeriksaan", "b", "lanjut: {ulangi: a, baik: selesai}")));
  auto const chart = make_chart(procedure);
  EXPECT_EQ(after(chart, "hasil-b"), (Ids{"temu-a", "selesai-b"}));
  auto const exits = std::ranges::find(chart.flows, "ulangi", &Flow::name);
  ASSERT_NE(exits, chart.flows.end());
  EXPECT_EQ(exits->condition, "hasil = \"ulangi\"");
}

}  // namespace
}  // namespace himpun::document::bpmn
