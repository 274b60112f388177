import type { Kind } from '../../model/records.ts';
import { FILLER, type Header, ID_WORDS, KIND_WORDS, NAME_WORDS } from './headerWords.ts';

/** What a column says of one end of a relation. */
export type EndPart = 'name' | 'id' | 'kind' | 'other';

/** A header as one of two ends: which pair of words it is of ("source" and "target" are one), and which of the two. */
export interface EndHeader {
  readonly pair: string;
  readonly side: 'from' | 'to';
  readonly part: EndPart;
  /** Where a word says what stands at the end ("Person A"). */
  readonly kind: Kind | null;
}

const PAIRS: readonly (readonly [pair: string, from: string, to: string])[] = [
  [
    'source',
    'source,src,quelle,fuente,fonte,origen,origine,origin,origem',
    'target,tgt,dst,dest,destination,ziel,destino,destinazione,cible,destinataire,objetivo',
  ],
  ['from', 'from,von,desde,de,da,du', 'to,nach,zu,an,a,hacia,para,vers,where to,au'],
  ['letter', 'a', 'b'],
  ['number', '1', '2'],
  ['word', 'one,first,eins,erste,premier,primero,primo,primeiro', 'two,second,zwei,zweite,deuxieme,segundo,secondo'],
  ['subject', 'subject,sujet,sujeto,soggetto,sujeito,subjekt', 'object,objet,objeto,oggetto,objekt'],
  ['related', 'subject', 'related'],
  ['start', 'start,begin', 'end'],
  ['left', 'left,links', 'right,rechts'],
  ['head', 'head', 'tail'],
  ['ego', 'ego', 'alter'],
  ['who', 'who,wer,quien,chi,quem,qui', 'whom,to whom,with whom,wem,wen,a quien,a chi,a quem,a qui'],
  ['side', 'this,self,main', 'other,related,counterpart,counterparty,connected,linked'],
];

/** Words of ends that say so beside any word: "address line 1" and "address line 2" are no ends. */
const STRANGE = new Set(['source', 'from', 'subject', 'start']);

/** Words of ends that count only beside a word for something: "start" alone is a date, "first" a name. */
const NEEDS_NOUN = new Set(['start', 'left', 'word', 'head', 'side']);

const SIDES: ReadonlyMap<string, readonly { readonly pair: string; readonly side: 'from' | 'to' }[]> = (() => {
  const found = new Map<string, { readonly pair: string; readonly side: 'from' | 'to' }[]>();
  for (const [pair, from, to] of PAIRS) {
    for (const [side, words] of [
      ['from', from],
      ['to', to],
    ] as const) {
      for (const word of words.split(',')) found.set(word, [...(found.get(word) ?? []), { pair, side }]);
    }
  }
  return found;
})();

/** A word for what stands at an end. `wording`: who is called so is related by it to what another column names. */
export interface Noun {
  readonly kind: Kind;
  readonly wording: string | null;
  /** Only attributes of something else as a rule: a party or a country of a person. */
  readonly isWeak: boolean;
  /** Names something only beside a word such as `wording` has. */
  readonly isObject: boolean;
}

const NOUNS: ReadonlyMap<string, Noun> = (() => {
  const found = new Map<string, Noun>();
  const add = (kind: Kind, words: string, more: Partial<Noun> = {}): void => {
    for (const word of words.split(','))
      found.set(word, { kind, wording: null, isWeak: false, isObject: false, ...more });
  };
  add(
    'Person',
    'person,people,persons,individual,personne,persona,pessoa,legislator,politician,politiker,politicien,politico,mp,mep,senator,congressman,representative,deputy,abgeordneter,abgeordnete,depute,senateur,diputado,senador,deputato,minister,ministre,ministro,candidate,kandidat,candidat,candidato,author,auteur,autor,autore,scientist,judge,expert,celebrity,player,man,woman,mann,frau,homme,femme,official',
  );
  add(
    'Company',
    'company,companies,firm,corporation,business,entreprise,societe,unternehmen,firma,gesellschaft,empresa,sociedad,societa,azienda,impresa,sociedade,bank,banque,banco,banca,fund,fonds,fondo,vendor,comp,legal entity,shell company,issuer',
  );
  add(
    'Organization',
    'organization,organisation,org,organizacion,organizzazione,organizacao,organisme,institution,institut,institucion,istituzione,instituicao,association,verein,asociacion,associazione,associacao,foundation,stiftung,fondation,fundacion,fondazione,fundacao,ngo,ong,committee,ausschuss,comite,comision,comitato,commissione,comissao,university,universitat,universite,universidad,club,union,think tank,board,group name,verband,external organisation,external organization,employer,arbeitgeber,employeur,empleador,datore di lavoro,empregador,organisation name',
  );
  add(
    'PublicBody',
    'agency,behorde,agence,agencia,agenzia,ministry,ministerium,ministere,ministerio,ministero,department,authority,amt,autorite,municipality,gemeinde,commune,ayuntamiento,comune,municipio,public body,government,regierung,buyer authority,contracting authority,auftraggeber,court',
  );
  add('Other', 'entity,node,actor,bill,law,gesetz,loi,ley,legge,client,kunde,customer,entite,entidad,entidade', {
    isObject: true,
  });
  add(
    'Asset',
    'asset,property,vessel,ship,yacht,aircraft,plane,real estate,land,immobilie,bien,propiedad,vermogenswert,account,vehicle,jet,parcel,actif,activo,bene,imovel',
    { isObject: true },
  );
  add(
    'Other',
    'recipient,beneficiary,payee,borrower,debtor,receiver,empfanger,beneficiaire,beneficiario,destinatario,ricevente,receptor,seller,investee,followed,mentioned,callee,addressee,defendant,lobbied,target company',
    { isObject: true },
  );
  add('Other', 'owned,owned company,owned entity', { isObject: true });
  add('Company', 'subsidiary,tochter,tochtergesellschaft,tochterunternehmen,filiale,filial,controllata,subsidiaria', {
    isObject: true,
  });
  add('Person', 'child,kind name,enfant,hijo,figlio,filho', { isObject: true });
  add(
    'Organization',
    'party,partei,parti,partido,partito,group,fraktion,groupe,grupo,gruppo,faction,bloc,affiliation,political party,caucus',
    { isWeak: true },
  );
  add(
    'Place',
    'country,land name,pays,pais,paese,city,stadt,ville,ciudad,citta,cidade,state,region,place,ort,lieu,lugar,luogo,district,constituency,wahlkreis,circonscription,province,county,location,address,jurisdiction',
    { isWeak: true },
  );
  add(
    'Event',
    'event,project,projekt,projet,proyecto,progetto,projeto,meeting,contract,vertrag,contrat,contrato,contratto,case,conference,trial,episode',
    { isWeak: true },
  );
  const verbs: readonly (readonly [Kind, string, string])[] = [
    [
      'Person',
      'director of',
      'director,direktor,directeur,directora,direttore,diretor,board member,board director,geschaftsfuhrer,vorstand,aufsichtsrat,administrateur,administrador,consejero,amministratore,conseiller',
    ],
    ['Person', 'officer of', 'officer,company officer,dirigeant'],
    ['Person', 'chief executive of', 'ceo,chief executive,pdg'],
    ['Person', 'chair of', 'chair,chairman,chairwoman,chairperson,vorsitzender'],
    ['Person', 'secretary of', 'secretary'],
    ['Person', 'president of', 'president,prasident,presidente'],
    ['Person', 'founder of', 'founder,grunder,fondateur,fundador,fondatore'],
    [
      'Person',
      'employee of',
      'employee,staff member,angestellter,mitarbeiter,employe,empleado,dipendente,empregado,funcionario',
    ],
    ['Other', 'member of', 'member,mitglied,membre,miembro,membro'],
    ['Other', 'partner of', 'partner,associe,socio'],
    ['Person', 'trustee of', 'trustee'],
    ['Person', 'adviser of', 'adviser,advisor,consultant,berater'],
    ['Other', 'lobbies for', 'lobbyist,lobbying firm,lobbyiste,lobista,registrant'],
    ['Person', 'lawyer of', 'lawyer,attorney,counsel,law firm,anwalt,rechtsanwalt,avocat,abogado,avvocato,advogado'],
    [
      'Other',
      'owns',
      'owner,eigentumer,besitzer,proprietaire,propietario,proprietario,dueno,owned by,owner company,inhaber',
    ],
    [
      'Other',
      'beneficial owner of',
      'beneficial owner,ubo,ultimate owner,ultimate beneficial owner,wirtschaftlich berechtigter,beneficiaire effectif,beneficiario final,titolare effettivo',
    ],
    [
      'Other',
      'shareholder of',
      'shareholder,stockholder,aktionar,gesellschafter,actionnaire,accionista,azionista,acionista',
    ],
    ['Other', 'invested in', 'investor,investisseur,inversor,investitore,investidor'],
    [
      'Company',
      'parent company of',
      'parent company,mutter,muttergesellschaft,mutterunternehmen,maison mere,matriz,capogruppo,holding',
    ],
    ['Other', 'parent of', 'parent'],
    [
      'Other',
      'donated to',
      'donor,donator,contributor,spender,donateur,donante,donatore,doador,contributor name,giver',
    ],
    ['Other', 'paid', 'payer,payor,zahler,payeur,pagador,pagatore,paid by'],
    [
      'Other',
      'lent to',
      'lender,creditor,kreditgeber,glaubiger,preteur,creancier,prestamista,acreedor,creditore,credor',
    ],
    ['Other', 'funded', 'funder,sponsor,grantmaker,forderer,financeur,financiador,finanziatore,grantor'],
    ['Other', 'bought from', 'buyer,purchaser,kaufer,acheteur,comprador,acquirente'],
    [
      'Company',
      'supplier of',
      'supplier,contractor,lieferant,auftragnehmer,fournisseur,proveedor,contratista,fornitore,fornecedor',
    ],
    ['Other', 'sent to', 'sender,absender,expediteur,remitente,mittente,remetente'],
    ['Other', 'called', 'caller,anrufer'],
    ['Other', 'follows', 'follower'],
    ['Other', 'sued', 'plaintiff,klager,plaignant,demandante'],
    ['Person', 'married to', 'spouse,husband,wife,ehemann,ehefrau,conjoint,epoux,conyuge,coniuge'],
    ['Person', 'parent of', 'father,mother,vater,pere,mere,padre,madre'],
    ['Other', 'audits', 'auditor,wirtschaftsprufer'],
    ['Other', 'agent of', 'agent,registered agent,intermediary,nominee'],
  ];
  for (const [kind, wording, words] of verbs) add(kind, words, { wording });
  return found;
})();

/** The noun of a header without the words for names, ids and kinds; null where it is none that we know. */
function findNoun(phrase: string): Noun | null {
  const found = NOUNS.get(phrase) ?? NOUNS.get(phrase.replace(/(?:s|e|n|en|es|in)$/, ''));
  if (found) return found;
  // "Organisation or individual": either, so of no kind.
  const [first, ...others] = phrase.split(/ (?:or|oder|ou) /);
  const either = others.length > 0 && first !== undefined ? NOUNS.get(first) : undefined;
  return either ? { ...either, kind: 'Other' } : null;
}

export interface NounHeader {
  readonly noun: Noun;
  readonly phrase: string;
  readonly part: EndPart;
}

interface Parted {
  readonly rest: readonly string[];
  readonly part: EndPart;
}

/** The words that name something, and what of it the column has. */
export function partHeader({ words }: Header): Parted {
  const part: EndPart = words.some((word) => KIND_WORDS.has(word))
    ? 'kind'
    : words.some((word) => ID_WORDS.has(word))
      ? 'id'
      : 'name';
  return { part, rest: words.filter((word) => !KIND_WORDS.has(word) && !ID_WORDS.has(word) && !NAME_WORDS.has(word)) };
}

/** A header as a word for what stands at an end: "Donor name", "company_id", "Nature de l'organisme". */
export function readNoun(header: Header): NounHeader | null {
  const whole = findNoun(header.phrase);
  if (whole) return { noun: whole, phrase: header.phrase, part: 'name' };
  const [, numbered = ''] = /^(.+) (?:number|no|num)$/.exec(header.phrase) ?? [];
  const company = findNoun(numbered);
  // The number of a company tells which it is; that of a case or a street does not.
  if (company?.kind === 'Company') return { noun: company, phrase: numbered, part: 'id' };
  const { rest, part } = partHeader(header);
  const phrase = rest.filter((word) => !FILLER.has(word) || rest.length === 1).join(' ');
  const noun = phrase === '' ? null : findNoun(phrase);
  return noun ? { noun, phrase, part } : null;
}

/** One of two ends of something that we have no word for: "FromLodgeID". `of` is the same in the header of the other end. */
export function readStrangeEnds(header: Header): (EndHeader & { readonly of: string })[] {
  const { rest, part } = partHeader(header);
  return rest.flatMap((word, i) => {
    const of = rest.filter((_, at) => at !== i).join(' ');
    const sides = of === '' || findNoun(of) !== null ? [] : (SIDES.get(word) ?? []);
    return sides.flatMap(({ pair, side }) => (STRANGE.has(pair) ? [{ pair, side, part, kind: null, of }] : []));
  });
}

/** What a header can be as one of two ends; several, since "a" is a letter and Portuguese for "to". */
export function readEnds(header: Header): EndHeader[] {
  const { rest, part } = partHeader(header);
  const content = rest.filter((word) => !FILLER.has(word));
  const fillers = rest.length - content.length;
  const whole = rest.join(' ');
  return [...new Set([whole, ...rest])].flatMap((word) => {
    const sides = SIDES.get(word) ?? [];
    const others = word === whole ? [] : content.filter((other) => other !== word);
    const noun = others.length === 0 ? null : findNoun(others.join(' '));
    if (others.length > 0 && (noun === null || noun.isWeak)) return [];
    const hasNoun = noun !== null || (fillers > 0 && !FILLER.has(word)) || part !== 'name' || rest.length > 1;
    return sides
      .filter(({ pair }) => !NEEDS_NOUN.has(pair) || hasNoun)
      .map(({ pair, side }): EndHeader => ({ pair, side, part, kind: noun?.kind ?? null }));
  });
}
