// Golden bytes: tests/golden/events.txt holds one stored event of every type and version that Himpun has ever written.
// Lines are only ever added. A line that no longer fits means that journals already written could not be read: keep the
// old shape and add a new version beside it. A new type or version without a line fails here, and the message shows the
// line to add.

#include <gtest/gtest.h>

#include <map>

#include "base/text.h"
#include "core/access/events.h"
#include "core/archive/register/events.h"
#include "core/archive/sending/events.h"
#include "core/calendar/events.h"
#include "core/document/case_papers.h"
#include "core/document/letterhead.h"
#include "core/journal/event.h"
#include "core/journal/key_record.h"
#include "core/journal/typed.h"
#include "core/performance/catalogue/events.h"
#include "core/performance/collection/events.h"
#include "core/performance/decision/events.h"
#include "core/procedure/book.h"
#include "core/signing/case_signing.h"
#include "core/workflow/events.h"
#include "support/files.h"

namespace himpun {
namespace {

/// Fills every member with something that can be recognised: texts are called after their member.
struct Sample {
  static void fill(bool& value, char const*) { value = true; }
  static void fill(std::string& value, char const* name) { value = name; }
  static void fill(Decimal& value, char const*) { value = *parse_exact("1234.5"); }
  static void fill(Date& value, char const*) { value = *parse_date("2026-01-05"); }
  static void fill(Instant& value, char const*) { value = *parse_instant("2026-01-05T00:30:00.000001Z"); }
  template <class Tag>
  static void fill(Id<Tag>& value, char const* name) {
    value.value = name;
  }
  template <std::integral T>
  static void fill(T& value, char const*) requires(!std::same_as<T, bool>) {
    value = 7;
  }
  template <json_map::DescribedEnum T>
  static void fill(T& value, char const*) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) { value = each.value; });
  }
  template <class T>
  static void fill(std::optional<T>& value, char const* name) {
    fill(value.emplace(), name);
  }
  template <class T>
  static void fill(std::vector<T>& value, char const* name) {
    fill(value.emplace_back(), name);
  }
  template <json_map::DescribedStruct T>
  static void fill(T& value, char const*) {
    boost::mp11::mp_for_each<json_map::Members<T>>([&](auto member) { fill(value.*member.pointer, member.name); });
  }
};

std::string stored(journal::EventData data) {
  return journal::to_bytes({.agency = "contoh",
                            .stream = "stream/1",
                            .version = 2,
                            .at = *parse_instant("2026-01-05T00:30:00Z"),
                            .actor = {"acc", "per", "pos"},
                            .type = std::move(data.type),
                            .type_version = data.version,
                            .data = std::move(data.data)});
}

using Key = std::pair<std::string, int>;

template <class Variant>
void add_samples(std::map<Key, std::string>& samples) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>([&](auto identity) {
    typename decltype(identity)::type event{};
    Sample::fill(event, "");
    auto data = journal::to_data(Variant{event});
    Key const key{data.type, data.version};
    samples[key] = stored(std::move(data));
  });
}

/// What the present code writes, one for every alternative of every module.
std::map<Key, std::string> present_samples() {
  std::map<Key, std::string> samples;
  add_samples<access::Event>(samples);
  add_samples<archive::Event>(samples);
  add_samples<archive::SendingEvent>(samples);
  add_samples<calendar::Event>(samples);
  add_samples<journal::KeyEvent>(samples);
  add_samples<procedure::Event>(samples);
  add_samples<performance::CatalogueEvent>(samples);
  add_samples<performance::CollectionEvent>(samples);
  add_samples<signing::SignersEvent>(samples);
  add_samples<signing::CaseSigningEvent>(samples);
  add_samples<document::LetterheadEvent>(samples);
  add_samples<document::PapersEvent>(samples);
  add_samples<performance::DecisionEvent>(samples);
  add_samples<workflow::Event>(samples);
  return samples;
}

/// The data comes back as it was after reading it as `Variant`; nothing when it cannot be read.
template <class Variant>
std::optional<std::string> reread(journal::Envelope const& envelope) {
  auto const event = journal::from_data<Variant>(envelope.type, envelope.type_version, envelope.data);
  if (!event) return std::nullopt;
  return stored(journal::to_data(*event));
}

std::optional<std::string> reread(journal::Envelope const& envelope) {
  auto const module = envelope.type.substr(0, envelope.type.find('.'));
  if (module == "access") return reread<access::Event>(envelope);
  if (module == "archive") return reread<archive::Event>(envelope);
  if (module == "distribution") return reread<archive::SendingEvent>(envelope);
  if (module == "calendar") return reread<calendar::Event>(envelope);
  if (module == "journal") return reread<journal::KeyEvent>(envelope);
  if (module == "procedure") return reread<procedure::Event>(envelope);
  if (module == "performance") {
    if (auto kept = reread<performance::CatalogueEvent>(envelope)) return kept;
    auto const collected = reread<performance::CollectionEvent>(envelope);
    return collected ? collected : reread<performance::DecisionEvent>(envelope);
  }
  if (module == "signing") {
    auto const kept = reread<signing::SignersEvent>(envelope);
    return kept ? kept : reread<signing::CaseSigningEvent>(envelope);
  }
  if (module == "document") {
    auto const kept = reread<document::LetterheadEvent>(envelope);
    return kept ? kept : reread<document::PapersEvent>(envelope);
  }
  if (module == "workflow") return reread<workflow::Event>(envelope);
  return std::nullopt;
}

std::vector<std::string> golden_lines() {
  auto const file = himpun::test::read_source_file("tests/golden/events.txt");  // outlives the views of its lines
  std::vector<std::string> lines;
  for (auto const line : split(file, '\n')) {
    if (!line.empty()) lines.emplace_back(line);
  }
  return lines;
}

TEST(GoldenEvents, EveryStoredEventCanStillBeReadAsItWas) {
  for (auto const& line : golden_lines()) {
    auto const envelope = journal::parse_envelope(line);
    ASSERT_TRUE(envelope) << line;
    auto const again = reread(*envelope);
    ASSERT_TRUE(again) << envelope->type << " " << envelope->type_version << " can no longer be read";
    EXPECT_EQ(*again, line);
  }
}

TEST(GoldenEvents, EveryTypeAndVersionHasItsLine) {
  std::map<Key, std::string> golden;
  for (auto const& line : golden_lines()) {
    auto const envelope = journal::parse_envelope(line);
    ASSERT_TRUE(envelope);
    EXPECT_TRUE(golden.emplace(Key{envelope->type, envelope->type_version}, line).second) << "twice: " << line;
  }
  for (auto const& [key, bytes] : present_samples()) {
    auto const found = golden.find(key);
    if (found == golden.end()) {
      ADD_FAILURE() << "add to tests/golden/events.txt:\n" << bytes;
    } else {
      EXPECT_EQ(found->second, bytes) << key.first << ": the shape has changed; add a new version instead";
    }
  }
}

}  // namespace
}  // namespace himpun
