// Where the lines of the flow run: one row per step, one column per performer, straight lines only, in percent of each
// cell. It knows nothing about the screen; LaneDiagram.svelte draws what it answers.

export interface FlowStep {
  id: string;
  performers: string[];
  gathers_from?: string;
  next: string[];
  outcomes: { label?: string; target?: string }[];
  runs: { returned_to?: string; outcome?: string }[];
}

export type LineKind = 'passed' | 'ahead' | 'back';

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  kind: LineKind;
}

export type Side = 'top' | 'left' | 'right';

export interface Cell {
  /** The step stands here; `joint` when it is the partner of the one who leads. */
  node?: 'lead' | 'joint';
  lines: Line[];
  /** From which sides an arrow comes in. */
  arrows: { side: Side; kind: LineKind }[];
}

interface Place {
  row: number;
  column: number;
}

/** Where lines share a stretch, what was walked is drawn over what was not. */
const above: LineKind[] = ['ahead', 'passed', 'back'];
const middle = 50;
const returnLane = 12; // percent from the left, where the way back runs
const sideLane = 88; // percent from the left, where a line passes other steps of its own column

export function layOut(steps: FlowStep[], lanes: string[]): Cell[][] {
  const grid: Cell[][] = steps.map(() => lanes.map(() => ({ lines: [], arrows: [] })));
  const rowOf = new Map(steps.map((step, row) => [step.id, row]));
  const column = (actor: string | undefined) => Math.max(0, lanes.indexOf(actor ?? ''));

  steps.forEach((step, row) => {
    const partners = [...step.performers.slice(1), ...(step.gathers_from ? [step.gathers_from] : [])];
    const lead = column(step.performers[0]);
    for (const partner of partners) joinSideways(grid[row]!, lead, column(partner), step.runs.length ? 'passed' : 'ahead');
    for (const partner of partners) grid[row]![column(partner)]!.node = 'joint';
    grid[row]![lead]!.node = 'lead';
  });

  steps.forEach((step, row) => {
    const from = { row, column: column(step.performers[0]) };
    const go = (target: string | undefined, back: boolean, taken = true) => {
      const targetRow = rowOf.get(target ?? '');
      if (targetRow === undefined) return;
      const to = { row: targetRow, column: column(steps[targetRow]!.performers[0]) };
      const passed = taken && steps[targetRow]!.runs.length > 0 && step.runs.length > 0;
      const kind: LineKind = back ? 'back' : passed ? 'passed' : 'ahead';
      if (to.row > from.row) drawForward(grid, from, to, kind);
      else drawBack(grid, from, to, kind);
    };
    for (const target of step.next) go(target, false);
    for (const { label, target } of step.outcomes) go(target, false, step.runs.some((run) => run.outcome === label));
    for (const target of new Set(step.runs.map((run) => run.returned_to).filter(Boolean))) go(target, true);
  });
  for (const cell of grid.flat()) cell.lines.sort((a, b) => above.indexOf(a.kind) - above.indexOf(b.kind));
  return grid;
}

function joinSideways(row: Cell[], from: number, to: number, kind: LineKind): void {
  const [left, right] = from < to ? [from, to] : [to, from];
  for (let c = left; c <= right; c++) {
    const x1 = c === left ? middle : 0;
    const x2 = c === right ? middle : 100;
    if (x1 !== x2) row[c]!.lines.push({ x1, y1: middle, x2, y2: middle, kind });
  }
}

function drawForward(grid: Cell[][], from: Place, to: Place, kind: LineKind): void {
  const isFree = (column: number, first: number, last: number) => {
    for (let row = first; row <= last; row++) if (grid[row]![column]!.node) return false;
    return true;
  };
  const straightDown = isFree(from.column, from.row + 1, from.column === to.column ? to.row - 1 : to.row);
  if (straightDown) return drawDown(grid, from, to, middle, kind);
  const acrossFirst = from.column !== to.column && isFree(to.column, from.row, to.row - 1);
  if (acrossFirst) {
    across(grid[from.row]!, from.column, middle, to.column, middle, kind);
    down(grid, to.column, from.row, to.row, middle, kind);
    grid[to.row]![to.column]!.arrows.push({ side: 'top', kind });
    return;
  }
  drawDown(grid, from, to, sideLane, kind);
}

/** Down the column of `from` at `x`, then across the row of `to`. */
function drawDown(grid: Cell[][], from: Place, to: Place, x: number, kind: LineKind): void {
  if (x !== middle) grid[from.row]![from.column]!.lines.push({ x1: middle, y1: middle, x2: x, y2: middle, kind });
  down(grid, from.column, from.row, to.row, x, kind);
  arrive(grid, { row: to.row, column: from.column }, to, x, kind);
}

function drawBack(grid: Cell[][], from: Place, to: Place, kind: LineKind): void {
  grid[from.row]![from.column]!.lines.push({ x1: middle, y1: middle, x2: returnLane, y2: middle, kind });
  down(grid, from.column, to.row, from.row, returnLane, kind);
  arrive(grid, { row: to.row, column: from.column }, to, returnLane, kind);
}

/** From the middle of the upper row to the middle of the lower one. */
function down(grid: Cell[][], column: number, upper: number, lower: number, x: number, kind: LineKind): void {
  for (let row = upper; row <= lower; row++) {
    const y1 = row === upper ? middle : 0;
    const y2 = row === lower ? middle : 100;
    if (y1 !== y2) grid[row]![column]!.lines.push({ x1: x, y1, x2: x, y2, kind });
  }
}

function across(row: Cell[], fromColumn: number, fromX: number, toColumn: number, toX: number, kind: LineKind): void {
  const right = toColumn > fromColumn || (toColumn === fromColumn && toX > fromX);
  const step = right ? 1 : -1;
  for (let c = fromColumn; ; c += step) {
    const x1 = c === fromColumn ? fromX : right ? 0 : 100;
    const x2 = c === toColumn ? toX : right ? 100 : 0;
    if (x1 !== x2) row[c]!.lines.push({ x1, y1: middle, x2, y2: middle, kind });
    if (c === toColumn) return;
  }
}

function arrive(grid: Cell[][], at: Place, to: Place, x: number, kind: LineKind): void {
  const cell = grid[to.row]![to.column]!;
  if (at.column === to.column && x === middle) {
    cell.arrows.push({ side: 'top', kind });
    return;
  }
  across(grid[to.row]!, at.column, x, to.column, middle, kind);
  const fromLeft = at.column < to.column || (at.column === to.column && x < middle);
  cell.arrows.push({ side: fromLeft ? 'left' : 'right', kind });
}
