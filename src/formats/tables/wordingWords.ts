import type { Group } from '../../model/records.ts';

/** How a relation of a wording behaves. */
export interface WordingTraits {
  readonly group: Group;
  readonly symmetric: boolean;
  readonly moment: boolean;
}

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');

const FAMILY = word(
  'married(?: to)?|marriage|spouses?|wife|husband|father|mother|son|daughter|siblings?|brothers?|sisters?|child|children|cousins?|uncle|aunt|nephew|niece|relatives?|family|grand(?:father|mother|son|daughter|child)|\\p{L}+-in-law|ex-wife|ex-husband|divorced|engaged to|verheiratet|ehefrau|ehemann|vater|mutter|sohn|tochter|bruder|schwester|mari[ée]e?|épou(?:x|se)|père|mère|fils|fille|frère|sœur|casad[oa]|esposa|marido|padre|madre|hijo|hija|hermano|hermana|sposat[oa]|moglie|figli[oa]|fratello|sorella|pai|mãe|filh[oa]|irmão|irmã',
);
const PARENT = /^(?:parent|parent\s*[/ ]\s*child|parent of|child of)$/i;
const OWNERSHIP = word(
  'owns?|owned|owners?|co-owners?|ownership|shareholders?|stockholders?|shareholding|stake|equity|subsidiar(?:y|ies)|parent company(?: of)?|invest(?:s|ed|or|ors|ment|ments)?(?: in)?|controls?|controlled|controlling|acquired|acquisition|beneficial|holds? shares|besitzt|eigentümer|gesellschafter|aktionär|beteiligt|beteiligung|tochtergesellschaft|muttergesellschaft|possède|propriétaire|actionnaire|filiale|propietari[oa]|accionista|posee|proprietari[oa]|azionista|possiede|acionista|possui',
);
const MONEY = word(
  'paid|pays?|payments?|donat(?:ed|es|ion|ions)(?: to)?|donors?|contribut(?:ed|es|ion|ions|or)|lent|lends|loan(?:ed|s)?|lender|borrow(?:ed|er|s)|debt|owes?|mortgage|grants?|granted|funded|funds|funding|funder|financed?|financing|sponsor(?:ed|s)?|bought|buys|sold|sells|purchased?|sale|invoiced?|customer|supplier(?: of)?|contract(?:or|s)?|salary|fee|gift|gave|transfer(?:red)?|zahlte|zahlt|zahlung|spendete|spende|kredit|darlehen|payé|paiement|don|donateur|prêt|financé|pagó|pago|donó|donación|préstamo|pagato|pagamento|donazione|prestito|pagou|doou|doação|empréstimo',
);
const CONFLICT = word(
  'sued|sues|suing|lawsuit|plaintiff|defendant|accus(?:ed|es)|opposed?|opposes|attack(?:ed|s)?|rivals?|enem(?:y|ies)|fired|threaten(?:ed|s)?|sanctioned|klagte|verklagt|rival|ennemi',
);
const STATEMENT = word(
  'said|says|reported on|reports on|quoted|praised|praises|critici[sz](?:ed|es)|endorsed?|endorses|mentioned|mentions|interviewed|testified|tweeted|wrote about|statement about',
);
const ROLE = word(
  'director|directors|member|members|membership|board|employ(?:ee|ees|ed|er|s)|works?(?: for| at)?|worked|chair(?:man|woman|person)?|vice-?chair(?:man|woman)?|president|vice-president|vp|ceo|cfo|coo|cto|chief|officer|official|secretary|treasurer|trustees?|partners?|manager|founder|founded|co-founders?|co-founded|advis[eo]rs?|adviser|advised|consultant|attorneys?|lawyers?|counsel|represent(?:s|ed|ative|atives)?|minister|senator|congress(?:man|woman)|ambassador|governor|mayor|staff(?:er)?|head|leader|agent|spokes(?:man|woman|person)|professor|fellow|intern|assistant|aide|deputy|executive|auditor|nominee|lobb(?:yist|ies|ied)|campaign|appointed|nominated|hired|dean|pastor|principal|editor|analyst|associate|volunteer|delegate|candidate|clerk|administrator|coordinator|strategist|speechwriter|liaison|researcher|student|alum\\w*|direktor|vorstand|mitglied|geschäftsführer|berater|angestellter|vorsitzender|aufsichtsrat|directeur|directrice|président|membre|gérant|salarié|conseiller|chargée?|responsable|secrétaire|délégué|director[a]|miembro|presidente|consejer[oa]|emplead[oa]|asesor|direttore|membro|amministratore|dipendente|consigliere|diretor|conselheiro|funcionári[oa]|sócio',
);
const CONTACT = word(
  'met|meets|meeting|called|calls|phoned|e-?mail(?:ed|s)?|wrote|writes|friends?|knows|knew|acquaint(?:ed|ance|ances)|talk(?:ed|s)|spoke|speaks|visited|contacted|contact|sent|neighbou?rs?|colleagues?|classmates?|traf|treffen|rencontré|rencontre|ami|conoce|amigo|incontrato|amico|encontrou|conhece',
);

const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ['family', PARENT],
  ['ownership', /^(?:parent(?: company)?(?: of)?|mortgage holder)$/i],
  ['role', word('board|advisory board|former (?:employee|partner)')],
  ['family', FAMILY],
  ['ownership', OWNERSHIP],
  ['conflict', CONFLICT],
  ['role', ROLE],
  ['money', MONEY],
  ['statement', STATEMENT],
  ['contact', CONTACT],
];

const SYMMETRIC =
  /^(?:is |are |was |were )?(?:(?:ex-?|formerly |former )?(?:married(?: to)?|spouses?|siblings?|brothers|sisters|cousins?|friends?(?: of| with)?|close friends?|knows|know each other|met(?: with)?|meeting|met each other|business partners?|partners|colleagues?|classmates|neighbou?rs?|rivals?|allies|competitors?|acquaintances?|relatives?|related(?: to)?|linked(?: to)?|connected(?: to| with)?|associates?|associated with|co-?authors?|co-?founders|same address|merged(?: with)?|joint venture(?: with)?|engaged(?: to)?|divorced|in a relationship(?: with)?|dating|business partnership|verheiratet(?: mit)?|geschwister|befreundet(?: mit)?|freunde|marié[es]*(?: à| avec)?|amis?|casad[oa]s?(?: con)?|herman[oa]s|amigos|sposat[oi](?: con)?|fratelli|amici))$/i;

const MOMENT = word(
  'paid|donated|lent|loaned|bought|sold|purchased|gave|transferred|met|called|phoned|emailed|e-mailed|wrote|visited|attended|sued|accused|signed|appointed|nominated|hired|fired|acquired|merged|attacked|said|praised|criticised|criticized|endorsed|founded|co-founded|donation|payment|contribution|meeting|sale|purchase|gift|donated to|traf|zahlte|spendete|rencontré|payé|pagó|donó|pagato|incontrato|pagou|doou|encontrou|sent|raised|invested|tweeted|quoted|interviewed|reported on',
);

/** What of a relation type follows from its wording, by a small vocabulary; group `other` where no word of it tells. */
export function findTraits(wording: string): WordingTraits {
  const text = wording.slice(0, 300).normalize('NFC').trim();
  const plain = text.replaceAll(/[_]+/g, ' ');
  const symmetric = SYMMETRIC.test(plain);
  const group =
    GROUPS.find(([, pattern]) => pattern.test(plain))?.[0] ??
    (symmetric && /friend|partner|colleague/i.test(plain) ? 'contact' : 'other');
  return { group, symmetric, moment: group !== 'role' && group !== 'family' && MOMENT.test(plain) };
}
