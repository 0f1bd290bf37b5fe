import { answered, api, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';
import { yaml } from '$lib/api/yaml';

type Schemas = components['schemas'];
export type Catalogue = Schemas['Catalogue'];
export type CatalogueIndicator = Schemas['CatalogueIndicator'];
export type CatalogueNode = Schemas['Node'];
export type IndicatorSheet = Schemas['IndicatorSheet'];
export type RuleChoices = Schemas['RuleChoices'];
export type Profile = Schemas['Profile'];
export type Agreement = Schemas['Agreement'];
export type Revision = Schemas['Revision'];
export type TargetLine = Schemas['TargetLine'];
export type Target = Schemas['Target'];
export type Value = Schemas['Value'];
export type Ceiling = Schemas['Ceiling'];
export type YearFigure = Schemas['YearFigure'];
export type YearFigureKind = Schemas['YearFigureKind'];

const at = (etag: string) => ({ header: ifMatch(etag) });

export const getCatalogue = (year: number) => answered(api.GET('/catalogue', { params: { query: { year } } }));
export const listProfiles = () => answered(api.GET('/profiles'));

export const recordNode = (etag: string, node: string, body: Schemas['NodeRecord']) => answered(api.PUT('/catalogue/nodes/{node}', { params: { path: { node }, ...at(etag) }, body }));
export const recordIndicator = (etag: string, indicator: string, body: Schemas['IndicatorRecord']) =>
  answered(api.PUT('/catalogue/indicators/{indicator}', { params: { path: { indicator }, ...at(etag) }, body }));
export const recordFigure = (etag: string, indicator: string, body: Schemas['YearFigureRecord']) =>
  answered(api.PUT('/catalogue/indicators/{indicator}/figures', { params: { path: { indicator }, ...at(etag) }, body }));
export const closeIndicator = (etag: string, indicator: string, body: Schemas['IndicatorClosing']) =>
  answered(api.PUT('/catalogue/indicators/{indicator}/closing', { params: { path: { indicator }, ...at(etag) }, body }));
export const signAgreement = (etag: string, agreement: string, body: Schemas['AgreementRecord']) =>
  answered(api.PUT('/catalogue/agreements/{agreement}', { params: { path: { agreement }, ...at(etag) }, body }));
/** The middleware of the client adds the Idempotency-Key that the contract asks for. */
export const reviseAgreement = (etag: string, agreement: string, body: Schemas['Revision']) =>
  answered(api.POST('/catalogue/agreements/{agreement}/revisions', { params: { path: { agreement }, ...at(etag) }, body }));
export const recordCeiling = (etag: string, body: Schemas['Ceiling']) => answered(api.PUT('/catalogue/ceilings', { params: at(etag), body }));
export const adoptProfile = (etag: string, year: number, body: Schemas['ProfileChoice']) => answered(api.PUT('/catalogue/profiles/{year}', { params: { path: { year }, ...at(etag) }, body }));
/** What an office's own file says: the profile, or every fault with its place. */
export const checkProfile = (text: string) => answered(api.POST('/catalogue/profiles/checks', yaml(text)));
export const profileUrl = (id: string) => `/api/v1/profiles/${encodeURIComponent(id)}/file`;
export const adoptedProfileUrl = (year: number) => `/api/v1/catalogue/profiles/${year}/file`;
export const nameKeepers = (etag: string, keepers: string[]) => answered(api.PUT('/catalogue/keepers', { params: at(etag), body: { keepers } }));
