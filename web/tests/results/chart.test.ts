import { describe, expect, it } from 'vitest';
import { drawChart, drawSpark, lineThrough, niceRange, niceStep } from '$lib/results/chart/chart';

const frame = { width: 400, height: 200, top: 20, right: 0, bottom: 20, left: 0 };
const point = (value?: number, target?: number) => ({ label: '', value, target });

describe('the scale', () => {
  it('has round steps', () => expect([niceStep(100, 4), niceStep(7, 4), niceStep(0.9, 3), niceStep(0, 4)]).toEqual([50, 2, 0.5, 0.5]));
  it('begins at zero when the values are spread out', () => expect(niceRange([9217, 10287, 8150, 4500])).toEqual({ low: 0, high: 15000, step: 5000 }));
  it('comes closer when all values are far from zero', () => {
    const { low, high } = niceRange([64.68, 65]);
    expect(low).toBeGreaterThan(60);
    expect(high).toBeGreaterThanOrEqual(65);
  });
  it('goes below zero with the values', () => expect(niceRange([-33, 66]).low).toBeLessThanOrEqual(-33));
  it('can draw nothing, one value and equal values', () => {
    for (const values of [[], [0], [5], [7, 7]]) {
      const { low, high, step } = niceRange(values);
      expect(high).toBeGreaterThan(low);
      expect(step).toBeGreaterThan(0);
      for (const value of values) expect(value >= low && value <= high).toBe(true);
    }
  });
});

describe('the lines', () => {
  it('put every point inside the frame, higher values higher', () => {
    const chart = drawChart([point(10, 50), point(80, 50), point(40, 50)], frame);
    for (const { x, y } of [...chart.figures, ...chart.targets]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(400);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(180);
    }
    expect(chart.figures[1]!.y).toBeLessThan(chart.figures[0]!.y);
    expect(chart.columns).toHaveLength(3);
  });
  it('break where nothing was collected; a blank is not a zero', () => {
    const chart = drawChart([point(10), point(), point(30), point(20)], frame);
    expect(chart.figures.map(({ at }) => at)).toEqual([0, 2, 3]);
    expect(chart.figureLine.match(/M/g)).toHaveLength(2);
    expect(chart.figureLine.match(/L/g)).toHaveLength(1);
  });
  it('are empty without points', () => expect(lineThrough([])).toBe(''));
  it('read exact text, fractions too', () => expect(drawSpark(['1/2', '', '2', 'x'], 96, 28).figures.map(({ at }) => at)).toEqual([0, 2]));
});
