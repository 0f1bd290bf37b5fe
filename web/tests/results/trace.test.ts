import { describe, expect, it } from 'vitest';
import type { IndicatorDetail, Trace, TraceLine } from '$lib/results/api';
import { evidenceCases, formOf, traceInputs, traceSteps } from '$lib/results/trace';

const line = (operation: TraceLine['operation'], words: string, value: string, operands: number[] = [], more: Partial<TraceLine> = {}): TraceLine => ({ operation, words, value, operands, evidence: [], ...more });
const trace: Trace = {
  formula: 'Realisasi ÷ Target × 100',
  rules: [],
  remarks: [],
  lines: [
    line('input', 'Realisasi triwulan I', '9.217', [], { entered: '9.217', evidence: ['e1'], source: 'Formulir' }),
    line('input', 'Realisasi triwulan II', '-10', [], { entered: '1 / -10' }),
    line('sum', 'Realisasi sampai triwulan II', '9.207', [0, 1]),
    line('constant', 'Batas atas', '120'),
    line('at_most', 'Batas atas 120 %', '120', [2, 3]),
    line('constant', 'Angka', '2'),
    line('round_half_up', 'Dibulatkan', '120', [4, 5]),
  ],
};

describe('a trace', () => {
  it('names what went in, with source and evidence', () => {
    expect(traceInputs(trace)).toEqual([
      { words: 'Realisasi triwulan I', value: '9.217', entered: undefined, source: 'Formulir', evidence: ['e1'] },
      { words: 'Realisasi triwulan II', value: '-10', entered: '1 / -10', source: undefined, evidence: [] },
    ]);
  });
  it('writes each step out in the spelled numbers, a negative one in brackets', () => {
    expect(traceSteps(trace).map(({ sum, value }) => `${sum} = ${value}`)).toEqual(['9.217 + (-10) = 9.207', '9.207, paling banyak 120 = 120', '120 dibulatkan 2 angka di belakang koma = 120']);
  });
  it('says every operation in words', () => {
    const all: TraceLine['operation'][] = ['add', 'subtract', 'multiply', 'divide', 'sum', 'average', 'maximum', 'minimum', 'last', 'at_most', 'at_least', 'score', 'round_half_up', 'round_half_even', 'truncate'];
    for (const operation of all) {
      const [step] = traceSteps({ ...trace, lines: [line('input', '', '3'), line('input', '', '4'), line(operation, '', '5', [0, 1])] });
      expect(step!.sum).toMatch(/3|4/);
      expect(step!.sum).not.toContain('undefined');
    }
  });
  it('survives an operand that is not there', () => expect(traceSteps({ ...trace, lines: [line('sum', '', '1', [9])] })[0]!.sum).toBe('?'));
});

it('a figure that was filled in leads to its form', () => {
  expect([formOf('01M8/01M9/IKU-3@6'), formOf('Perjanjian kinerja 2025'), formOf('IKU-1'), formOf(undefined)]).toEqual(['/berkas/01M8/formulir/01M9', undefined, undefined, undefined]);
});
it('a piece of evidence is found in the case of its period', () => {
  const detail = { periods: [{ case_id: 'c1', evidence: ['e1', 'e2'] }, { evidence: [] }, { case_id: 'c2', evidence: ['e3'] }] } as unknown as IndicatorDetail;
  expect([...evidenceCases(detail)]).toEqual([['e1', 'c1'], ['e2', 'c1'], ['e3', 'c2']]);
});
