import { describe, expect, test } from 'vitest';
import { enter, gridOf, indent, putTable, setHeading, tableAt, toggleList, toggleStars, writeTable, type Editing } from '$lib/cases/paper/editing';

/** "ab[cd]ef": the selection stands in brackets, "|" alone is the caret. */
function at(marked: string): Editing {
  const from = marked.indexOf('[');
  if (from < 0) {
    const caret = marked.indexOf('^');
    return { text: marked.replace('^', ''), from: caret, to: caret };
  }
  const to = marked.indexOf(']') - 1;
  return { text: marked.replace(/[[\]]/g, ''), from, to };
}
function shown({ text, from, to }: Editing): string {
  return from === to ? `${text.slice(0, from)}^${text.slice(from)}` : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

describe('the editor', () => {
  test('makes a selection bold and plain again', () => {
    expect(shown(toggleStars(at('satu [dua] tiga'), '**'))).toBe('satu **[dua]** tiga');
    expect(shown(toggleStars(at('satu **[dua]** tiga'), '**'))).toBe('satu [dua] tiga');
    expect(shown(toggleStars(at('satu **[dua]** tiga'), '*'))).toBe('satu ***[dua]*** tiga');
    expect(shown(toggleStars(at('satu d^ua'), '*'))).toBe('satu *[dua]*');
  });

  test('turns lines into headings and back', () => {
    expect(shown(setHeading(at('Pen^dahuluan'), 2))).toBe('## Pen^dahuluan');
    expect(shown(setHeading(at('## Pen^dahuluan'), 2))).toBe('Pen^dahuluan');
    expect(shown(setHeading(at('- sa^tu'), 1))).toBe('# sa^tu');
  });

  test('makes lists of lines, numbers them, and takes the marks away', () => {
    expect(toggleList(at('[satu\ndua]'), 'bullets').text).toBe('- satu\n- dua');
    expect(toggleList(at('[- satu\n- dua]'), 'numbers').text).toBe('1. satu\n2. dua');
    expect(toggleList(at('[1. satu\n2. dua]'), 'numbers').text).toBe('satu\ndua');
  });

  test('goes on with a list at Enter and ends it on an empty item', () => {
    expect(shown(enter(at('- satu^'))!)).toBe('- satu\n- ^');
    expect(shown(enter(at('  2. dua^'))!)).toBe('  2. dua\n  3. ^');
    expect(shown(enter(at('- satu\n- ^'))!)).toBe('- satu\n^');
    expect(enter(at('kata^'))).toBeUndefined();
    expect(enter(at('^- satu'))).toBeUndefined();
  });

  test('moves items in and out, and leaves Tab alone elsewhere', () => {
    expect(indent(at('- sa^tu'), 1)!.text).toBe('  - satu');
    expect(indent(at('  - sa^tu'), -1)!.text).toBe('- satu');
    expect(indent(at('ka^ta'), 1)).toBeUndefined();
  });

  test('finds the table at the caret, changes it, and puts a new one on lines of its own', () => {
    const grid = { head: ['A', 'B | C'], sides: ['start', 'end'] as const, rows: [['1', '2\n3']] };
    const written = writeTable({ ...grid, sides: [...grid.sides] });
    expect(written).toBe('| A | B \\| C |\n|---|--:|\n| 1 | 2 3 |');
    const editing = putTable(at('Sebelum.^\nSesudah.'), { ...grid, sides: [...grid.sides] });
    expect(editing.text).toBe(`Sebelum.\n\n${written}\n\nSesudah.`);
    expect(tableAt({ ...editing, from: editing.from + 3 })?.grid).toEqual({ head: ['A', 'B | C'], sides: ['start', 'end'], rows: [['1', '2 3']] });
    expect(putTable(editing, { head: ['X'], sides: ['start'], rows: [] }).text).toBe('Sebelum.\n\n| X |\n|---|\n\nSesudah.');
    expect(tableAt(at('kata ^saja'))).toBeUndefined();
  });

  test('takes a block copied from a spreadsheet as a table, numbers to the right', () => {
    expect(gridOf('Bidang\tJumlah\r\nPustaka\t1.234,5\r\n')).toEqual({ head: ['Bidang', 'Jumlah'], sides: ['start', 'end'], rows: [['Pustaka', '1.234,5']] });
    expect(gridOf('hanya kata')).toBeUndefined();
  });
});
