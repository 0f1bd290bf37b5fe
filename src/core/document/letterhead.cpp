#include "core/document/letterhead.h"

namespace himpun::document {
namespace {

struct StationeryEvolution {
  Stationery& stationery;

  void operator()(LetterheadSet const& e) const { stationery.letterhead = e.letterhead; }
  void operator()(TemplateSet const& e) const {
    if (e.text.empty()) {
      stationery.templates.erase(e.kind);
    } else {
      stationery.templates[e.kind] = e.text;
    }
  }
};

}  // namespace

void evolve(Stationery& stationery, LetterheadEvent const& event) {
  std::visit(StationeryEvolution{stationery}, event);
  ++stationery.version;
}

}  // namespace himpun::document
