import type { Modality, Stance } from '../../model/records.ts';
import { readHeader } from './headerWords.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(','));

const MODALITY_WORDS: readonly (readonly [Modality, ReadonlySet<string>])[] = [
  [
    'stated',
    words(
      'stated,confirmed,proven,documented,verified,established,on record,fact,official,admitted,certain,bestatigt,belegt,confirme,avere,confirmado,probado,confermato,provado,yes,ja,oui,si,sim,true',
    ),
  ],
  [
    'reported',
    words(
      'reported,reportedly,said,per media,media report,media reports,second hand,berichtet,rapporte,reportado,informado,riportato,relatado',
    ),
  ],
  [
    'alleged',
    words(
      'alleged,allegedly,allegation,accused,accusation,claimed,claim,suspected,suspect,charged,indicted,angeblich,mutmasslich,mutmaßlich,presume,pretendu,allegue,presunto,supuesto,alegado,presumido,suposto,asserito,accusato,disputed,contested',
    ),
  ],
  [
    'rumoured',
    words(
      'rumoured,rumored,rumour,rumor,hearsay,unconfirmed,unverified,gossip,speculation,speculated,gerucht,unbestatigt,rumeur,non confirme,rumor no confirmado,no confirmado,sin confirmar,voce,non confermato,boato,nao confirmado,no,nein,non,nao,false',
    ),
  ],
  [
    'hypothetical',
    words(
      'hypothetical,possible,possibly,potential,planned,proposed,likely,probable,probably,expected,moglich,geplant,possible,potentiel,probable,posible,possibile,probabile,possivel,provavel',
    ),
  ],
];

/** How firmly a word of a column for that puts it; null where it means something else ("high", "B2"). "Yes" and "no" answer "confirmed?". */
export function findModality(text: string): Modality | null {
  const { phrase } = readHeader(text);
  return MODALITY_WORDS.find(([, known]) => known.has(phrase))?.[0] ?? null;
}

const STANCE_WORDS: readonly (readonly [Stance, ReadonlySet<string>])[] = [
  [
    'asserts',
    words(
      'asserts,assert,confirms,confirm,confirmed,supports,support,says,affirms,yes it is,for,pro,admits,agrees,acknowledged',
    ),
  ],
  [
    'denies',
    words(
      'denies,deny,denied,denial,rejects,rejected,refutes,refuted,disputes,disputed,contradicts,against,contra,bestreitet,bestritten,dementiert,dement,dementi,nie,conteste,niega,desmiente,desmentido,nega,smentisce,smentito,desmente,negado',
    ),
  ],
  ['limits', words('limits,qualifies,partly denies,partially denies,downplays,partly denied')],
  ['questions', words('questions,doubts,doubted,questioned,bezweifelt,doute,duda,dubita')],
  [
    'no-comment',
    words(
      'no comment,no response,declined to comment,declined,did not respond,silent,kein kommentar,sans commentaire,sin comentarios,nessun commento,sem comentarios',
    ),
  ],
];
const YES = words('yes,y,true,1,x,ja,oui,si,sim');
const NO = words('no,n,false,0,nein,non,nao,none,not denied');

/** What a word of a column for the stance does to the relation; null where it says nothing of that. `isDenial`: the column asks "denied?". */
export function findStance(text: string, isDenial: boolean): Stance | null {
  const { phrase } = readHeader(text);
  if (isDenial && YES.has(phrase)) return 'denies';
  if (NO.has(phrase)) return 'asserts';
  return STANCE_WORDS.find(([, known]) => known.has(phrase))?.[0] ?? null;
}

const UNDIRECTED = words('undirected,false,no,0,mutual,both,ungerichtet,nein,bidirectional,non dirige,no dirigido');
const DIRECTED = words('directed,true,yes,1,gerichtet,ja,unidirectional,dirige,dirigido');

/** Whether a word says that a relation has a direction; null where it says nothing. */
export function findDirected(text: string): boolean | null {
  const { phrase } = readHeader(text);
  return DIRECTED.has(phrase) ? true : UNDIRECTED.has(phrase) ? false : null;
}

const NOBODY = words('n a,na,none,nobody,null,nil,unknown');

/** Whether a cell names somebody (a speaker, who denies), rather than saying that nobody does. */
export function isSomebody(text: string): boolean {
  const { phrase } = readHeader(text);
  return phrase !== '' && !NOBODY.has(phrase) && !NO.has(phrase);
}
