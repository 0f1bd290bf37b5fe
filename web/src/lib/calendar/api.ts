import { answered, api, ifMatch } from '$lib/api/client';
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
const guard = (etag: string) => ({ header: ifMatch(etag) });

export const getCalendar = (year: number) => answered(api.GET('/calendar', { params: { query: { year } } }));

export const importYear = (etag: string, year: number, body: Schemas['CalendarYearRecord']) =>
  answered(api.PUT('/calendar/years/{year}', { params: { path: { year }, ...guard(etag) }, body }));

export const addLocalHoliday = (body: Schemas['LocalHoliday']) => answered(api.POST('/calendar/local-holidays', { body }));

export const removeLocalHoliday = (etag: string, date: string, reason: string) =>
  answered(api.DELETE('/calendar/local-holidays/{date}', { params: { path: { date }, query: { reason }, ...guard(etag) } }));

export const setRamadan = (body: Schemas['RamadanPeriod']) => answered(api.POST('/calendar/ramadan', { body }));

export const removeRamadan = (etag: string, date: string) =>
  answered(api.DELETE('/calendar/ramadan/{date}', { params: { path: { date }, ...guard(etag) } }));

export const setHours = (etag: string, body: Schemas['OfficeHours']) => answered(api.PUT('/calendar/hours', { params: guard(etag), body }));

export const setZone = (etag: string, zone: Schemas['Zone']) => answered(api.PUT('/calendar/zone', { params: guard(etag), body: { zone } }));

export const setAtRisk = (etag: string, body: Schemas['AtRiskRule']) => answered(api.PUT('/calendar/at-risk-rule', { params: guard(etag), body }));
