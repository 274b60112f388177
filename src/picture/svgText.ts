// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids is what is removed here
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const FORBIDDEN = /[\ufffe\uffff]/g;
const LONE_SURROGATES = /\p{Cs}/gu;
/** They would turn the direction of what stands around a label. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Any text made fit for XML and HTML text and quoted attributes alike: control characters become a space, directional
 * overrides and non-characters go, lone surrogates become U+FFFD. Linear.
 */
export function escapeText(text: string): string {
  return text
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(CONTROLS, ' ')
    .replace(FORBIDDEN, '')
    .replace(BIDI_CONTROLS, '')
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}

/** A length rounded to 0.01 without needless zeros; never "-0", never an exponent. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) && rounded !== 0 ? String(rounded) : '0';
}

/** Attribute values by name; those that are undefined are left out, numbers rounded by `num`. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes as text with a leading space each, values escaped. Names are ours and not checked. */
export function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${typeof value === 'number' ? num(value) : escapeText(value)}"`,
    )
    .join('');
}

/** One element; `content` is markup already, and without it the element is closed at once. */
export function element(name: string, values: Attributes, content = ''): string {
  return content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`;
}
