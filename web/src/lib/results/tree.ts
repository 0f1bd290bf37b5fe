// The planning tree out of a list: nodes under their parents, each with the indicators that belong to it.
export interface Branch<N, I> {
  node: N;
  depth: number;
  children: Branch<N, I>[];
  indicators: I[];
}

interface Planted {
  id: string;
  parent?: string | undefined;
}

/**
 * Roots in the order of the list. A node whose parent is not in the list is a root, so that nothing disappears; one in a
 * circle of parents is cut out of it and becomes one too.
 */
export function plant<N, I>(nodes: N[], indicators: I[], of: { node: (node: N) => Planted; indicator: (indicator: I) => string }): Branch<N, I>[] {
  const ids = new Set(nodes.map((node) => of.node(node).id));
  const seen = new Set<string>();
  const grow = (node: N, depth: number): Branch<N, I> => {
    const { id } = of.node(node);
    seen.add(id);
    return {
      node,
      depth,
      indicators: indicators.filter((indicator) => of.indicator(indicator) === id),
      children: nodes.filter((child) => of.node(child).parent === id && !seen.has(of.node(child).id)).map((child) => grow(child, depth + 1)),
    };
  };
  const roots = nodes.filter((node) => !ids.has(of.node(node).parent ?? '')).map((node) => grow(node, 0));
  const lost = nodes.filter((node) => !seen.has(of.node(node).id));
  return [...roots, ...lost.flatMap((node) => (seen.has(of.node(node).id) ? [] : [grow(node, 0)]))];
}

/** Every branch, parents before children. */
export const flatten = <N, I>(branches: Branch<N, I>[]): Branch<N, I>[] => branches.flatMap((branch) => [branch, ...flatten(branch.children)]);

/** Indicators whose node is not in the tree. */
export const unplanted = <N, I>(branches: Branch<N, I>[], indicators: I[]): I[] => {
  const held = new Set(flatten(branches).flatMap((branch) => branch.indicators));
  return indicators.filter((indicator) => !held.has(indicator));
};
