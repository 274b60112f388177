import type { PageData, PageGroup, PageNode, PageStep } from './pageData.ts';

/** What the page draws, as it stands now: the page's own scene, or that of a step. */
export interface Picture {
  /** Draws a step's scene; the page's own for null. */
  tell(step: PageStep | null): void;
  /** What is not in either set recedes, where there is anything in them. */
  emphasise(selected: ReadonlySet<string>, near: ReadonlySet<string>): void;
  nodes(): readonly PageNode[];
  /** The link that draws an entity. */
  linkOf(id: string): SVGElement | undefined;
}

const keyOf = ({ layer, id }: PageGroup): string => `${layer} ${id}`;

const idOf = ({ dataset }: SVGElement): string => dataset['id'] ?? dataset['callout'] ?? '';

function readGroups(svg: Element): Map<string, SVGElement> {
  const groups = new Map<string, SVGElement>();
  for (const element of svg.querySelectorAll<SVGElement>('[data-id], [data-callout]')) {
    const layer = element.parentElement?.getAttribute('class') ?? '';
    groups.set(keyOf({ layer, id: idOf(element) }), element);
  }
  return groups;
}

/** A layer that the page's own scene has nothing in. */
function addLayer(svg: Element, layer: string): Element | null {
  const scene = svg.querySelector('.sy-scene');
  scene?.insertAdjacentHTML('beforeend', `<g class="${layer}"></g>`);
  return scene?.lastElementChild ?? null;
}

/** Draws a group that a step has and the page has not; the markup is the page's own, made by `writeScene`. */
function insert(svg: Element, { layer, markup }: PageGroup & { readonly markup: string }): SVGElement | null {
  const holder = svg.querySelector(`.${layer}`) ?? addLayer(svg, layer);
  holder?.insertAdjacentHTML('beforeend', markup);
  const made = holder?.lastElementChild as SVGElement | null | undefined;
  made?.setAttribute('tabindex', '-1');
  return made ?? null;
}

/** The picture of a page. */
export function createPicture(svg: Element, data: PageData): Picture {
  const own = readGroups(svg);
  let shown: ReadonlyMap<string, SVGElement> = own;
  let nodes = data.nodes;
  let added: SVGElement[] = [];
  return {
    tell(step) {
      for (const element of added) element.remove();
      for (const element of own.values()) element.removeAttribute('display');
      added = [];
      const now = new Map(own);
      for (const group of [...(step?.gone ?? []), ...(step?.drawn ?? [])]) {
        own.get(keyOf(group))?.setAttribute('display', 'none');
        now.delete(keyOf(group));
      }
      for (const group of step?.drawn ?? []) {
        const made = insert(svg, group);
        if (!made) continue;
        added.push(made);
        now.set(keyOf(group), made);
      }
      shown = now;
      nodes = step?.nodes ?? data.nodes;
    },
    emphasise(selected, near) {
      const drawn = [...shown.values()].map((element) => ({ element, id: idOf(element) }));
      svg.classList.toggle(
        'veiled',
        drawn.some(({ id }) => selected.has(id) || near.has(id)),
      );
      for (const { element, id } of drawn) {
        element.classList.toggle('selected', selected.has(id));
        element.classList.toggle('stands', selected.has(id) || near.has(id));
      }
    },
    nodes: () => nodes,
    linkOf: (id) => shown.get(keyOf({ layer: 'sy-entities', id })),
  };
}
