import { describe, expect, test } from 'vitest';
import { readManuscript, readSpans, wordsIn } from '$lib/cases/paper/manuscript';

describe('a manuscript', () => {
  test('is read into headings, paragraphs and lists, each with its place in the text', () => {
    const text = '# Pendahuluan\n\nBaris satu\nbaris dua\n\n- satu\n  lanjutan\n  - dalam\n3. tiga\n\n#### bukan judul';
    const blocks = readManuscript(text);
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'paragraph']);
    expect(blocks.map((block) => text.slice(block.from, block.to))).toEqual(['# Pendahuluan', 'Baris satu\nbaris dua', '- satu\n  lanjutan\n  - dalam\n3. tiga', '#### bukan judul']);
    expect(blocks[2]).toMatchObject({ items: [{ depth: 0, numbered: false }, { depth: 1 }, { depth: 0, numbered: true, number: 3 }] });
  });

  test('has tables with sides, fenced or as lines with pipes between words', () => {
    expect(readManuscript('| Indikator | **Target** |\n|---|--:|\n| A \\| B | 5 | lebih |\n| C |')[0]).toMatchObject({
      kind: 'table',
      head: ['Indikator', 'Target', ''],
      sides: ['start', 'end', 'start'],
      rows: [[[{ text: 'A | B' }], [{ text: '5' }], [{ text: 'lebih' }]], [[{ text: 'C' }], [], []]],
    });
    expect(readManuscript('Bidang | Terisi\nPustaka | 3')[0]?.kind).toBe('table');
    expect(readManuscript('ini | itu saja')[0]?.kind).toBe('paragraph');
  });

  test('nests emphasis, and leaves stars that do not close as they are', () => {
    expect(readSpans('**tebal *dan miring* lagi** biasa')).toEqual([
      { text: 'tebal ', bold: true },
      { text: 'dan miring', bold: true, italic: true },
      { text: ' lagi', bold: true },
      { text: ' biasa' },
    ]);
    for (const text of ['5 * 3 * 2', '**tidak tutup']) expect(readSpans(text)).toEqual([{ text }]);
    expect(readSpans('*a **b* c**')).toEqual([{ text: 'a **b', italic: true }, { text: ' c**' }]);
    expect(readSpans('\\*bukan\\*')).toEqual([{ text: '*bukan*' }]);
  });

  test('is never more than words', () => {
    const text = '<script>alert(1)</script>\n[tautan](javascript:x)';
    expect(readManuscript(text)[0]).toMatchObject({ kind: 'paragraph', spans: [{ text }] });
    expect(readSpans('a\\')).toEqual([{ text: 'a\\' }]);
  });

  test('of many stars is read in time', () => {
    const began = Date.now();
    readManuscript('*a '.repeat(20_000));
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('is quoted without its marks', () => {
    expect(wordsIn('## Judul **tebal**\n- satu\n- dua')).toBe('Judul tebal satu dua');
  });
});
