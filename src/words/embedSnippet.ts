import { embedText } from './embedText.ts';

/** What a frame of a page shows, and how the page around it takes part. */
export interface EmbedOptions {
  /** The address of the view, fragment included. */
  readonly link: string;
  readonly title: string;
  /** The origin of the page around it, which may then send messages; null for none. */
  readonly host: string | null;
  /** Adds a script that follows the height that the graph asks for. */
  readonly follows: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? '');

/** The height until the frame asks for one, px. */
const HEIGHT = 600;

/** The address that shows a view without the controls around it. */
export function embedAddress(link: string, host: string | null): string {
  const url = new URL(link);
  const rest = [...url.searchParams].filter(([name]) => name !== 'embed' && name !== 'host');
  const asked = [...rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`), 'embed'];
  if (host !== null) asked.push(`host=${encodeURIComponent(host)}`);
  url.search = `?${asked.join('&')}`;
  return url.href;
}

/** An origin as browsers write it, of what somebody typed; null where it is none that may send messages. */
export function readHost(text: string): string | null {
  const typed = text.trim().replace(/\/+$/, '');
  if (!URL.canParse(typed)) return null;
  const { origin, protocol, hostname } = new URL(typed);
  const isLocal = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return origin.toLowerCase() === typed.toLowerCase() && (protocol === 'https:' || isLocal) ? origin : null;
}

/** HTML that frames a view, for pasting into an article. Titles are escaped; the script listens to the frame's origin alone. */
export function writeEmbedSnippet({ link, title, host, follows }: EmbedOptions): string {
  const address = embedAddress(link, host);
  const frame = `<iframe src="${escape(address)}" title="${escape(embedText.frameTitle(title))}" width="100%" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>`;
  if (!follows) return frame;
  const { origin } = new URL(address);
  return `${frame}
<script>
addEventListener('message', (event) => {
  if (event.origin !== '${origin}' || event.data?.sayso !== 1 || event.data.type !== 'height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === event.source) frame.height = event.data.height;
  }
});
</script>`;
}
