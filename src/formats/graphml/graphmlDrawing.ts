import { getAttribute, localName, type XmlElement } from './xmlElement.ts';

/** Coordinates at or beyond this are no place in a picture. */
const MAX_COORDINATE = 1e9;

/** What a drawing of yEd or yFiles says. */
export interface Drawing {
  readonly label: string | null;
  /** Other labels, and the members that a class of UML lists; each text once. */
  readonly further: readonly string[];
  /** An arrow at its source and none at its target: as it is drawn, it points the other way. */
  readonly isBackward: boolean;
  /** The centre of the shape. */
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly labelElement: XmlElement | null;
  readonly placeElement: XmlElement | null;
}

const LABELS = new Set(['NodeLabel', 'EdgeLabel', 'Label.Text']);
/** Where texts stand that are not the label. */
const MEMBERS = new Set(['AttributeLabel', 'MethodLabel']);
const PLACES = new Set(['Geometry', 'RectD']);

/** Elements in document order; of several drawings of one folder node only the one in use. */
function* walk(root: XmlElement): Generator<XmlElement> {
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    const { children = [] } = element;
    const active =
      localName(element) === 'Realizers' ? children[Number(getAttribute(element, 'active') ?? 0)] : undefined;
    if (active) stack.push(active);
    else for (const child of children.toReversed()) stack.push(child);
  }
}

function numberOf(element: XmlElement, name: string): number {
  const text = getAttribute(element, name) ?? getAttribute(element, name.slice(0, 1).toUpperCase() + name.slice(1));
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}

/** The centre that a `y:Geometry` or `y:RectD` gives; null where its numbers are none. */
function findCentre(element: XmlElement): Drawing['place'] {
  const [width, height] = [numberOf(element, 'width') || 0, numberOf(element, 'height') || 0];
  const [x, y] = [numberOf(element, 'x') + width / 2, numberOf(element, 'y') + height / 2];
  return isPlace(x) && isPlace(y) ? { x, y } : null;
}

/** Whether a number can be a coordinate: finite and not absurd. */
export function isPlace(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < MAX_COORDINATE;
}

/** The text of a label: within it, or in an attribute where yFiles writes it short. */
function labelText(element: XmlElement): string {
  const name = localName(element);
  const text = LABELS.has(name) ? element.text : name === 'Label' ? getAttribute(element, 'Text') : '';
  return (text ?? '').trim();
}

function pointsBackward(element: XmlElement): boolean {
  const [source, target] = [getAttribute(element, 'source') ?? 'none', getAttribute(element, 'target') ?? 'none'];
  return localName(element) === 'Arrows' && source !== 'none' && target === 'none';
}

/** Reads label and place out of drawings, the first of each; those of ports are none of the node's. Linear in the drawing. */
export function readDrawing(elements: readonly XmlElement[]): Drawing {
  let labelElement: XmlElement | null = null;
  let placeElement: XmlElement | null = null;
  let isBackward = false;
  const texts = new Set<string>();
  for (const root of elements) {
    if (localName(root) === 'port') continue;
    for (const element of walk(root)) {
      const text = labelText(element);
      if (text !== '') labelElement ??= element;
      if (text !== '') texts.add(text);
      if (MEMBERS.has(localName(element)) && element.text?.trim()) texts.add(element.text.trim());
      if (!placeElement && PLACES.has(localName(element)) && findCentre(element)) placeElement = element;
      isBackward ||= pointsBackward(element);
    }
  }
  const label = labelElement && labelText(labelElement);
  return {
    label,
    further: [...texts].filter((text) => text !== label),
    isBackward,
    place: placeElement && findCentre(placeElement),
    labelElement,
    placeElement,
  };
}

function withAttribute(element: XmlElement, name: string, value: string | number): XmlElement {
  const { attributes = [] } = element;
  const isIt = (key: string): boolean => key.toLowerCase() === name;
  return { ...element, attributes: attributes.map(([key, old]) => [key, isIt(key) ? String(value) : old]) };
}

/** What in a drawing must be written otherwise, so that it shows this label and place. */
export function patchDrawing(
  { label, place, labelElement, placeElement }: Drawing,
  wanted: { readonly label: string | null; readonly x?: number; readonly y?: number },
): Map<XmlElement, XmlElement> {
  const instead = new Map<XmlElement, XmlElement>();
  if (labelElement && wanted.label !== null && wanted.label !== label) {
    const isShort = localName(labelElement) === 'Label';
    instead.set(
      labelElement,
      isShort ? withAttribute(labelElement, 'text', wanted.label) : { ...labelElement, text: wanted.label },
    );
  }
  const { x, y } = wanted;
  if (!placeElement || !place || x === undefined || y === undefined) return instead;
  const [dx, dy] = [x - place.x, y - place.y];
  // Half a millionth is rounding of the centre, not a move.
  if (Math.abs(dx) < 5e-7 && Math.abs(dy) < 5e-7) return instead;
  const moved = withAttribute(placeElement, 'x', numberOf(placeElement, 'x') + dx);
  instead.set(placeElement, withAttribute(moved, 'y', numberOf(placeElement, 'y') + dy));
  return instead;
}
