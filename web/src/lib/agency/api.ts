import { answered, api, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
export interface ListQuery {
  q?: string;
  after?: string;
}
const all = (query: ListQuery) => ({ params: { query: { limit: 200, ...query } } });

export const getAgency = () => answered(api.GET('/agency'));
export const renameAgency = (etag: string, body: Schemas['AgencyNaming']) => answered(api.PUT('/agency', { params: { header: ifMatch(etag) }, body }));
export const setDutySeparation = (etag: string, body: Schemas['AgencySettings']) =>
  answered(api.PUT('/agency/settings', { params: { header: ifMatch(etag) }, body }));

export const listUnits = (query: ListQuery) => answered(api.GET('/units', all(query)));
export const createUnit = (body: Schemas['UnitRecord']) => answered(api.POST('/units', { body }));
export const changeUnit = (unit: string, etag: string, body: Schemas['UnitRecord']) =>
  answered(api.PUT('/units/{unit}', { params: { path: { unit }, header: ifMatch(etag) }, body }));

export const listPositions = (query: ListQuery) => answered(api.GET('/positions', all(query)));
export const createPosition = (body: Schemas['PositionRecord']) => answered(api.POST('/positions', { body }));
export const changePosition = (position: string, etag: string, body: Schemas['PositionRecord']) =>
  answered(api.PUT('/positions/{position}', { params: { path: { position }, header: ifMatch(etag) }, body }));

export const listPeople = (query: ListQuery) => answered(api.GET('/people', all(query)));
export const createPerson = (body: Schemas['PersonRecord']) => answered(api.POST('/people', { body }));
export const changePerson = (person: string, etag: string, body: Schemas['PersonRecord']) =>
  answered(api.PUT('/people/{person}', { params: { path: { person }, header: ifMatch(etag) }, body }));

export const listAppointments = ({ after }: ListQuery) => answered(api.GET('/appointments', { params: { query: { limit: 200, after } } }));
export const appoint = (body: Schemas['AppointmentRecord']) => answered(api.POST('/appointments', { body }));
export const endAppointment = (appointment: string, etag: string, body: Schemas['AppointmentEnding']) =>
  answered(api.POST('/appointments/{appointment}/ending', { params: { path: { appointment }, header: ifMatch(etag) }, body }));

export const listAccounts = (query: ListQuery) => answered(api.GET('/accounts', all(query)));
export const openAccount = (body: Schemas['AccountOpening']) => answered(api.POST('/accounts', { body }));
export const changeAccount = (account: string, etag: string, body: Schemas['AccountRecord']) =>
  answered(api.PUT('/accounts/{account}', { params: { path: { account }, header: ifMatch(etag) }, body }));
export const setAccountPassword = (account: string, password: string) =>
  answered(api.POST('/accounts/{account}/password', { params: { path: { account } }, body: { password } }));
