// The two profiles that ship with Himpun, for the mock.
const scale = {
  id: 'permendagri-86',
  steps: [['90', 'sangat tinggi'], ['75', 'tinggi'], ['65', 'sedang'], ['50', 'rendah']].map(([above, name]) => ({ above, name })),
  lowest: 'sangat rendah',
};
const predicates = (id, pairs) => ({ id, scores: pairs.map(([predicate, score]) => ({ predicate, score })) });
const maps = [
  predicates('sakip', [['AA', '95'], ['A', '85'], ['BB', '75'], ['B', '65'], ['CC', '55'], ['C', '40'], ['D', '15']]),
  predicates('opini-bpk', [['WTP', '100'], ['WTP-DPP', '90'], ['WDP', '75'], ['TMP', '25'], ['TW', '0']]),
];
const checks = [
  ['value_missing', 'error', '0'], ['ratio_above_one', 'warning', '1'], ['cumulative_falls', 'warning', '0'], ['jump', 'warning', '100'],
  ['target_too_low', 'warning', '150'], ['predicate_below_target', 'warning', '0'], ['totals_differ', 'error', '0'], ['evidence_missing', 'error', '1'], ['narrative_too_short', 'warning', '20'],
].map(([code, severity, threshold]) => ({ code, severity, threshold }));

const profile = (id, name, source, assumptions, own) => ({
  id,
  name,
  source,
  assumptions: [...assumptions, 'Skala nilai Permendagri 86/2017 dicetak dengan celah (misalnya 90,5); dipakai > 90, > 75, > 65 dan > 50', 'Skor predikat SAKIP memakai nilai tengah rentang PermenPAN-RB 88/2021'],
  defaults: { consolidation: 'last', zero_target: { kind: 'hit_or_miss', steps: [], otherwise: '0' }, rounding: { mode: 'half_up', places: 2 }, rating_scale: scale, predicates: maps[0], ...own },
  rating_scales: [scale],
  predicate_maps: maps,
  checks,
  rollup: { mean: 'plain', members: 'own_first' },
  efficiency_band: '5',
});

export const profiles = [
  profile('lkjip-tanpa-batas', 'LKjIP, rumus minimal A, tanpa batas atas', 'Kebiasaan laporan kinerja (LKjIP) perangkat daerah yang menampilkan capaian apa adanya', ['Rumus indikator minimal (2T − R)/T tidak ditetapkan peraturan yang sudah kami baca'], { minimise: 'a', range_above: 'figure_by_bound', cap: {}, floor: {} }),
  profile('batas-120', 'Rumus minimal B, batas atas 120 %', 'Kebiasaan instansi yang membatasi capaian agar rata-rata tidak tertarik satu indikator', ['Rumus indikator minimal T/R (realisasi 0 dihitung 100) tidak ditetapkan peraturan yang sudah kami baca', 'Batas atas 120 % adalah kebiasaan penilaian kinerja, bukan bunyi peraturan yang sudah kami baca'], { minimise: 'b', range_above: 'bound_by_figure', cap: { at: '120' }, floor: { at: '0' } }),
];
