// Where everything of a small line chart lies. Pure: measures in, coordinates out.
import { toNumber } from '$lib/results/words';

export interface ChartPoint {
  label: string;
  value: number | undefined;
  target: number | undefined;
}
export interface Spot {
  x: number;
  y: number;
  at: number;
}
export interface Chart {
  width: number;
  height: number;
  left: number;
  bottom: number;
  figures: Spot[];
  targets: Spot[];
  /** Lines break where nothing was collected. */
  figureLine: string;
  targetLine: string;
  ticks: { y: number; value: number }[];
  columns: number[];
}
export interface Frame {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** 1, 2 or 5 times a power of ten, so that about `count` steps fill the range. */
export function niceStep(range: number, count: number): number {
  const rough = (range > 0 ? range : 1) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999999) ?? 10;
  return step * power;
}

/** From a round number below the smallest to one above the largest. Zero belongs to it unless all values are far away. */
export function niceRange(values: number[], count = 4): { low: number; high: number; step: number } {
  const [least, most] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const far = least > 0 && (most - least) / most < 0.3;
  const base = far ? least : Math.min(0, least);
  const step = niceStep((most === base ? Math.abs(most) || 1 : most - base) * 1.05, count);
  const low = far ? Math.max(0, (Math.floor(base / step) - 1) * step) : Math.floor(base / step) * step;
  return { low, high: Math.max(Math.ceil(Math.max(most, 0) / step), low / step + 1) * step, step };
}

export function drawChart(points: ChartPoint[], frame: Frame): Chart {
  const known = points.flatMap(({ value, target }) => [value, target]).filter((one): one is number => one !== undefined);
  const { low, high, step } = niceRange(known);
  const inner = { width: frame.width - frame.left - frame.right, height: frame.height - frame.top - frame.bottom };
  const x = (i: number) => round(frame.left + (inner.width * (i + 0.5)) / Math.max(points.length, 1));
  const y = (value: number) => round(frame.top + inner.height * (1 - (value - low) / (high - low)));
  const spots = (of: 'value' | 'target'): Spot[] => points.flatMap((point, at) => (point[of] === undefined ? [] : [{ x: x(at), y: y(point[of]), at }]));
  const [figures, targets] = [spots('value'), spots('target')];
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step).map((value) => ({ y: y(value), value: Number(value.toPrecision(12)) }));
  return {
    width: frame.width,
    height: frame.height,
    left: frame.left,
    bottom: frame.height - frame.bottom,
    figures,
    targets,
    figureLine: lineThrough(figures),
    targetLine: lineThrough(targets),
    ticks,
    columns: points.map((_, i) => x(i)),
  };
}

/** A path through neighbours; a gap begins a new piece. */
export function lineThrough(spots: Spot[]): string {
  return spots.map(({ x, y, at }, i) => `${i && spots[i - 1]!.at === at - 1 ? 'L' : 'M'}${x} ${y}`).join('');
}

/** A trend without axes, as it stands in a row of a table. */
export function drawSpark(trend: string[], width: number, height: number): Chart {
  return drawChart(trend.map((text) => ({ label: '', value: toNumber(text), target: undefined })), { width, height, top: 4, right: 0, bottom: 4, left: 0 });
}

const round = (n: number): number => Math.round(n * 10) / 10;
