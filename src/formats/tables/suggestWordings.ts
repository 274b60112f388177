import type { WordingCount } from '../../model/tableMapping.ts';

const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  'vp=vice president,svp=senior vice president,evp=executive vice president,ceo=chief executive officer,cfo=chief financial officer,coo=chief operating officer,cto=chief technology officer,cio=chief information officer,md=managing director,dir=director,mgr=manager,exec=executive,asst=assistant,assoc=associate,sr=senior,snr=senior,jr=junior,dept=department,gen=general,sec=secretary,pres=president,dep=deputy,intl=international,govt=government,ex=former,formerly=former,adviser=advisor,advisers=advisor,cofounder=co founder,cochair=co chair,cochairman=co chairman,boardmember=board member,gm=general manager,treas=treasurer,rep=representative,comm=committee,cmte=committee'
    .split(',')
    .map((pair) => pair.split('=') as [string, string]),
);
/** Words whose order may change and nothing else with it, if no word that gives a direction stands between. */
const ROLE_WORDS =
  /^(?:member|director|manager|officer|advisor|partner|president|chairman|chairwoman|chair|trustee|employee|owner|secretary|treasurer|founder|counsel|attorney|consultant|shareholder|investor)$/;
const DIRECTION = /^(?:of|for|to|by|from|in|at|with|over|under|on|per|as|is|was|not|no|via|through|about|against)$/;

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|ies|news|series)$/.test(word)) return word.replace(/ies$/, 'y');
  return word.replace(/s$/, '');
}

function wordsOf(part: string): string[] {
  return part
    .split(/[^\p{L}\p{N}$€£%]+/u)
    .flatMap((word) => (SHORT_FORMS.get(word) ?? word).split(' '))
    .filter((word) => word !== '' && word !== 'the' && word !== 'a' && word !== 'an')
    .map(singular);
}

function partKey(part: string): string {
  const words = wordsOf(part);
  const mayTurn =
    words.length <= 4 && words.some((word) => ROLE_WORDS.test(word)) && !words.some((word) => DIRECTION.test(word));
  return (mayTurn ? words.toSorted() : words).join(' ');
}

/** Two wordings with the same key differ in form only: case, punctuation, plural, short forms, order of words in a list. */
function wordingKey(wording: string): string {
  const text = wording
    .slice(0, 400)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})\.(?=\p{L}|\s|$|,)/gu, '');
  // "Parent/child" is not "child/parent": only "and", commas and semicolons part a list of equals.
  const parts = text
    .replaceAll(/\bco-(?=\p{L})/gu, 'co ')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map(partKey)
    .filter((key) => key !== '');
  const slashes = (text.match(/[/()"?]/g) ?? []).join('');
  const isFree =
    !parts.slice(0, 1).some((part) => part.includes('former')) || parts.every((part) => part.includes('former'));
  const isRoles = parts.every((part) => part.split(' ').some((word) => ROLE_WORDS.test(word)));
  return `${(isFree && isRoles ? parts.toSorted() : parts).join(' + ')}${slashes.includes('?') ? ' ?' : ''}`;
}

/**
 * Wordings with how often each is there, the most frequent first; `suggested` is the most frequent of those that differ from
 * it in form only. Nothing with another meaning is ever suggested: "former" stays apart. Linear but for sorting.
 */
export function suggestWordings(counts: ReadonlyMap<string, number>): WordingCount[] {
  const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const best = new Map<string, string>();
  return sorted.map(([wording, count]) => {
    const key = wordingKey(wording);
    const first = key === '' ? wording : (best.get(key) ?? wording);
    if (key !== '' && !best.has(key)) best.set(key, wording);
    return { wording, count, suggested: first === wording ? null : first };
  });
}
