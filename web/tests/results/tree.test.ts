import { describe, expect, it } from 'vitest';
import { flatten, plant, unplanted } from '$lib/results/tree';

interface Node {
  id: string;
  parent?: string;
}
const build = (nodes: Node[], indicators: { id: string; node: string }[] = []) => plant(nodes, indicators, { node: (one) => one, indicator: (one) => one.node });
const shape = (nodes: Node[]) => flatten(build(nodes)).map(({ node, depth }) => `${node.id}${depth}`);

describe('the planning tree', () => {
  it('puts children under their parents in the order of the list', () => expect(shape([{ id: 't' }, { id: 'p', parent: 's' }, { id: 's', parent: 't' }, { id: 's2', parent: 't' }])).toEqual(['t0', 's1', 'p2', 's21']));
  it('keeps a node whose parent is not there', () => expect(shape([{ id: 'p', parent: 'gone' }])).toEqual(['p0']));
  it('loses nothing in a circle', () => expect(shape([{ id: 'a', parent: 'b' }, { id: 'b', parent: 'a' }]).map((one) => one[0]).sort()).toEqual(['a', 'b']));
  it('gives indicators to their nodes and names those without one', () => {
    const indicators = [{ id: 'i1', node: 't' }, { id: 'i2', node: 'nowhere' }];
    const branches = build([{ id: 't' }], indicators);
    expect(branches[0]!.indicators.map(({ id }) => id)).toEqual(['i1']);
    expect(unplanted(branches, indicators).map(({ id }) => id)).toEqual(['i2']);
  });
});
