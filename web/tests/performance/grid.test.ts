import { describe, expect, it } from 'vitest';
import { meaning, nextCell, type Caret } from '$lib/performance/grid/movement';
import { isBlock, parseBlock, place, type Line } from '$lib/performance/grid/paste';
import { Steps } from '$lib/performance/steps';

describe('a block from a spreadsheet', () => {
  it('is cells and lines', () => expect(parseBlock('1.234,5\tramai\r\n0\tsepi\r\n')).toEqual([['1.234,5', 'ramai'], ['0', 'sepi']]));
  it('quoted cells hold tabs, line breaks and quotes', () => expect(parseBlock('"a\tb"\t"c\nd"\t"e ""f"""')).toEqual([['a\tb', 'c\nd', 'e "f"']]));
  it('an empty cell clears', () => expect(parseBlock('1\t\t3')).toEqual([['1', '', '3']]));
  it('a single cell is left to the browser', () => expect([isBlock('1.234'), isBlock('1.234\r\n'), isBlock('1\t2')]).toEqual([false, false, true]));

  const lines: Line<string>[] = [
    { row: 'a', locked: false, fields: ['value', undefined, 'drivers'] },
    { row: 'b', locked: true, fields: ['value', 'second', 'drivers'] },
    { row: 'c', locked: false, fields: ['value', 'second', 'drivers'] },
  ];
  it('goes into the cells that are there; what finds no place is counted', () => {
    const { changes, lost } = place(lines, { line: 0, column: 0 }, [['1', '', 'x'], ['2', '', ''], ['3', '4', 'y'], ['5']]);
    expect(changes.map(({ row, field, text }) => `${row}.${field}=${text}`)).toEqual(['a.value=1', 'a.drivers=x', 'c.value=3', 'c.second=4', 'c.drivers=y']);
    expect(lost).toBe(2); // the locked row and the line below the last
  });
});

describe('moving with the keyboard', () => {
  const has = ({ line, column }: { line: number; column: number }) => !(line === 1 && column === 1);
  it('skips lines without the column', () => expect(nextCell(3, 3, has, { line: 0, column: 1 }, 'down')).toEqual({ line: 2, column: 1 }));
  it('skips columns that a line does not have', () => expect(nextCell(3, 3, has, { line: 1, column: 0 }, 'right')).toEqual({ line: 1, column: 2 }));
  it('stops at the edge', () => expect([nextCell(3, 3, has, { line: 2, column: 0 }, 'down'), nextCell(3, 3, has, { line: 0, column: 0 }, 'left')]).toEqual([undefined, undefined]));

  const caret = (more: Partial<Caret> = {}): Caret => ({ allSelected: false, atStart: false, atEnd: false, tall: false, choice: false, ...more });
  const press = (key: string, more = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, ...more });
  it('Enter goes down, with Shift up, with Alt it is a line of text', () => {
    expect([meaning(press('Enter'), caret()), meaning(press('Enter', { shiftKey: true }), caret()), meaning(press('Enter', { altKey: true }), caret())]).toEqual(['down', 'up', undefined]);
  });
  it('arrows leave a cell at its edge only', () => {
    expect([meaning(press('ArrowRight'), caret()), meaning(press('ArrowRight'), caret({ atEnd: true })), meaning(press('ArrowLeft'), caret({ allSelected: true }))]).toEqual([undefined, 'right', 'left']);
  });
  it('up and down belong to a text of several lines, and to a list of choices', () => {
    expect([meaning(press('ArrowDown'), caret({ tall: true })), meaning(press('ArrowDown'), caret({ choice: true })), meaning(press('ArrowDown'), caret())]).toEqual([undefined, undefined, 'down']);
  });
  it('Shift and an arrow selects text', () => expect(meaning(press('ArrowRight', { shiftKey: true }), caret({ atEnd: true }))).toBeUndefined());
});

describe('undo', () => {
  const change = (after: string, before = '', field = 'value') => ({ row: 'r', field, before, after });
  it('takes a stretch of typing back at once', () => {
    const steps = new Steps<string>();
    steps.add([change('1')], true);
    steps.add([change('12', '1')], true);
    expect(steps.undo()).toEqual([change('12')]);
    expect(steps.canUndo).toBe(false);
    expect(steps.redo()).toEqual([change('12')]);
  });
  it('another visit to the cell is another step', () => {
    const steps = new Steps<string>();
    steps.add([change('1')], true);
    steps.close();
    steps.add([change('12', '1')], true);
    expect(steps.undo()).toEqual([change('12', '1')]);
  });
  it('a pasted block is one step, and a new change forgets what was undone', () => {
    const steps = new Steps<string>();
    steps.add([change('1'), change('x', '', 'drivers'), change('same', 'same', 'note')]);
    expect(steps.undo()).toHaveLength(2);
    steps.add([change('9')]);
    expect(steps.canRedo).toBe(false);
  });
});
