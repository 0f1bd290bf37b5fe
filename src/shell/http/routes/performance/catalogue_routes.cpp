#include "shell/http/routes/performance/catalogue_routes.h"

#include "app/desks/catalogue_desk.h"
#include "app/shipped_profiles.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/performance/year_query.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using namespace performance;

struct NodeBody {
  NodeKind kind{};
  std::string code;
  std::string name;
  std::optional<NodeId> parent;
  UnitId owner;
  std::int32_t first_year = 0;
  std::optional<std::int32_t> last_year;
};
BOOST_DESCRIBE_STRUCT(NodeBody, (), (kind, code, name, parent, owner, first_year, last_year))

struct SheetBody {
  NodeId node;
  Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(SheetBody, (), (node, sheet))

struct FigureBody {
  FigureKind kind{};
  YearFigure figure;
};
BOOST_DESCRIBE_STRUCT(FigureBody, (), (kind, figure))

struct ClosingBody {
  std::int32_t last_year = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClosingBody, (), (last_year, reason))

struct AgreementBody {
  std::int32_t year = 0;
  UnitId unit;
  Revision revision;
};
BOOST_DESCRIBE_STRUCT(AgreementBody, (), (year, unit, revision))

/// A shipped profile by its id, or an office's own file.
struct ProfileChoiceBody {
  std::optional<std::string> profile;
  std::optional<std::string> file;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ProfileChoiceBody, (), (profile, file, reason))

constexpr ProblemType choose_one_profile{"profile.choice_invalid", ProblemKind::invalid,
                                         "Pilih satu profil atau kirim satu berkas",
                                         "Choose one profile or send one file"};
constexpr char const* own_file_name = "profil.yaml";  ///< what messages call a file that came without a name

Result<Profile> chosen(ProfileChoiceBody const& body) {
  if (body.profile.has_value() == body.file.has_value()) return refuse(choose_one_profile);
  return body.file ? app::read_own_profile(*body.file, own_file_name) : app::find_shipped_profile(*body.profile);
}

Response yaml_file(std::string text, std::string const& name) {
  Response response{.body = std::move(text)};
  response.set("Content-Type", "application/yaml");
  response.set("Content-Disposition", attachment(name));
  return response;
}

struct KeepersBody {
  std::vector<HolderId> keepers;
};
BOOST_DESCRIBE_STRUCT(KeepersBody, (), (keepers))

/// A change of the catalogue as the caller saw it; `command` makes it from the path's id and the body.
template <class Body>
void keep(Api& api, std::string_view operation, Method method, std::string_view path, std::string_view parameter,
          std::function<Result<CatalogueCommand>(std::string const& id, Body const&)> command) {
  change<Body>(api, operation, method, path, parameter,
               [command = std::move(command)](Desk& desk, Aim const& aim, Body const& body) -> Result<Json> {
                 auto made = command(aim.id, body);
                 if (!made) return std::unexpected(made.error());
                 return app::keep_catalogue(desk, aim.seen, {std::move(*made)});
               });
}

void add_tree(Api& api) {
  keep<NodeBody>(api, "record_node", Method::put, "/catalogue/nodes/:node", "node",
                 [](std::string const& id, NodeBody const& body) -> Result<CatalogueCommand> {
                   return RecordNode{{NodeId{id}, body.kind, body.code, body.name, body.parent, body.owner,
                                      body.first_year, body.last_year}};
                 });
  keep<SheetBody>(api, "record_indicator", Method::put, "/catalogue/indicators/:indicator", "indicator",
                  [](std::string const& id, SheetBody const& body) -> Result<CatalogueCommand> {
                    return RecordSheet{IndicatorId{id}, body.node, body.sheet};
                  });
  keep<FigureBody>(api, "record_figure", Method::put, "/catalogue/indicators/:indicator/figures", "indicator",
                   [](std::string const& id, FigureBody const& body) -> Result<CatalogueCommand> {
                     return RecordFigure{IndicatorId{id}, body.kind, body.figure};
                   });
  keep<ClosingBody>(api, "close_indicator", Method::put, "/catalogue/indicators/:indicator/closing", "indicator",
                    [](std::string const& id, ClosingBody const& body) -> Result<CatalogueCommand> {
                      return CloseIndicator{IndicatorId{id}, body.last_year, body.reason};
                    });
}

void add_targets(Api& api) {
  keep<AgreementBody>(api, "sign_agreement", Method::put, "/catalogue/agreements/:agreement", "agreement",
                      [](std::string const& id, AgreementBody const& body) -> Result<CatalogueCommand> {
                        return SignAgreement{AgreementId{id}, body.year, body.unit, body.revision};
                      });
  keep<Revision>(api, "revise_agreement", Method::post, "/catalogue/agreements/:agreement/revisions", "agreement",
                 [](std::string const& id, Revision const& body) -> Result<CatalogueCommand> {
                   return ReviseAgreement{AgreementId{id}, body};
                 });
  keep<Ceiling>(api, "record_ceiling", Method::put, "/catalogue/ceilings", "",
                [](std::string const&, Ceiling const& body) -> Result<CatalogueCommand> {
                  return RecordCeiling{body};
                });
}

void add_settings(Api& api) {
  keep<ProfileChoiceBody>(api, "adopt_profile", Method::put, "/catalogue/profiles/:year", "year",
                          [](std::string const& id, ProfileChoiceBody const& body) -> Result<CatalogueCommand> {
                            auto const year = read_year(id, "/year");
                            if (!year) return std::unexpected(year.error());
                            auto profile = chosen(body);
                            if (!profile) return std::unexpected(profile.error());
                            return AdoptProfile{*year, std::move(*profile), body.reason.value_or("")};
                          });
  keep<KeepersBody>(api, "name_keepers", Method::put, "/catalogue/keepers", "",
                    [](std::string const&, KeepersBody const& body) -> Result<CatalogueCommand> {
                      return NameKeepers{body.keepers};
                    });
}

void add_profiles(Api& api) {
  api.look("list_profiles", Method::get, "/profiles", [](app::Sight& sight, Call const&) -> Result<Answer> {
    if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
    return Answer{Json{}.add("items", to_json(app::shipped_profiles()))};
  });
  add_download(api, "download_profile", "/profiles/:profile/file",
               [](app::Sight&, Call const& call) -> Result<Response> {
                 auto const& id = call.param("profile");
                 auto text = app::shipped_profile_file(id);
                 if (!text) return std::unexpected(text.error());
                 return yaml_file(std::move(*text), id + ".yaml");
               });
  add_download(api, "download_adopted_profile", "/catalogue/profiles/:year/file",
               [](app::Sight& sight, Call const& call) -> Result<Response> {
                 auto const year = read_year(call.param("year"), "/year");
                 if (!year) return std::unexpected(year.error());
                 auto text = app::adopted_profile_file(sight, *year);
                 if (!text) return std::unexpected(text.error());
                 return yaml_file(std::move(*text), "profil-" + std::to_string(*year) + ".yaml");
               });
  api.look("check_profile", Method::post, "/catalogue/profiles/checks",
           [](app::Sight& sight, Call const& call) -> Result<Answer> {
             auto const text = yaml_of(call);
             if (!text) return std::unexpected(text.error());
             if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
             return Answer{app::check_own_profile(*text, own_file_name, call.language())};
           });
}

}  // namespace

void add_catalogue_routes(Api& api) {
  see(api, "show_catalogue", "/catalogue", [](app::Sight& sight, Call const& call) -> Result<Json> {
    if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
    auto const year = year_query(sight, call);
    if (!year) return std::unexpected(year.error());
    return app::show_catalogue(sight, *year);
  });
  add_profiles(api);
  add_tree(api);
  add_targets(api);
  add_settings(api);
}

}  // namespace himpun::http
