import { answered, api } from '$lib/api/client';
import type { components } from '$lib/api/schema';

type Schemas = components['schemas'];
export type Results = Schemas['Results'];
export type IndicatorResult = Schemas['IndicatorResult'];
export type IndicatorDetail = Schemas['IndicatorResultDetail'];
export type PeriodResult = Schemas['PeriodResult'];
export type Comparison = Schemas['ComparisonResult'];
export type NodeResult = Schemas['NodeResult'];
export type MoneyResult = Schemas['MoneyResult'];
export type Achievement = Schemas['Achievement'];
export type BudgetFigure = Schemas['BudgetFigure'];
export type Trace = Schemas['Trace'];
export type TraceLine = Schemas['TraceLine'];
export type OwedForm = Schemas['OwedForm'];
export type Decision = Schemas['Decision'];
export type RatingCount = Schemas['RatingCount'];
export type Polarity = Schemas['Polarity'];
export type Timeliness = Schemas['Timeliness'];
export type Evidence = Schemas['Evidence'];
export type ProfileDifference = Schemas['ProfileDifference'];

export const getResults = (year: number, period?: string, unit?: string) => answered(api.GET('/results', { params: { query: { year, period, unit } } }));

export const getIndicator = (indicator: string, year: number) => answered(api.GET('/results/indicators/{indicator}', { params: { path: { indicator }, query: { year } } }));

export const getDifferences = (indicator: string, year: number) =>
  answered(api.GET('/results/indicators/{indicator}/profiles', { params: { path: { indicator }, query: { year } } }));

export const noteDecision = (body: Schemas['DecisionNote']) => answered(api.POST('/decisions', { body }));

export const settleDecision = (year: number, decision: string, note: string) =>
  answered(api.POST('/decisions/{year}/{decision}/settlement', { params: { path: { year, decision } }, body: { note } }));

/** The evidence of a division's form in a case, by its id. */
export async function getEvidence(caseId: string, unit: string): Promise<Map<string, Evidence>> {
  const { data } = await answered(api.GET('/cases/{case}/forms/{unit}', { params: { path: { case: caseId, unit } } }));
  return new Map(data.rows.flatMap((row) => row.evidence).map((piece) => [piece.id, piece]));
}

/** Where the figures can be had for a spreadsheet or another system. */
export const exportAddress = (kind: 'csv' | 'xlsx' | 'json', year: number): string => `/api/v1/exports/figures.${kind}?year=${year}`;
