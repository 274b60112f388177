import { KINDS, type Kind } from '../../model/records.ts';
import { readHeader } from './headerWords.ts';

const list: readonly (readonly [Kind, string])[] = [
  [
    'Person',
    'person,people,persons,human,individual,individuals,man,woman,natural person,naturalperson,politician,mp,senator,pep,official,personne,personne physique,person naturlich,naturliche person,persona,persona fisica,persona natural,pessoa,pessoa fisica,mensch,individuo,celebrity,journalist,businessman,businesswoman,per,p,prs,individual person with significant control',
  ],
  [
    'Company',
    'company,companies,corporation,corporate,corp,firm,business,private company,public company,limited company,limited liability company,llc,llp,ltd,limited,plc,inc,gmbh,ag,kg,ug,gmbh co kg,se,sa,sarl,sas,sasu,srl,spa,sl,bv,nv,ab,as,oy,aps,ooo,oao,pao,zao,ltda,shell company,bank,fund,investment fund,subsidiary,holding,partnership,trust company,law firm,consultancy,media company,entreprise,entreprise privee,societe,societe anonyme,unternehmen,firma,kapitalgesellschaft,empresa,sociedad,sociedad anonima,societa,azienda,impresa,sociedade,startup,conglomerate,enterprise,legal entity,legalentity,com,co,corporate entity person with significant control',
  ],
  [
    'PublicBody',
    'public body,publicbody,government,government agency,government body,federal agency,state agency,agency,ministry,department,authority,public authority,regulator,court,parliament,legislature,municipality,city council,council,state,country,government department,public institution,state body,embassy,military,army,police,behorde,ministerium,amt,gemeinde,etablissement public,organisme public,autorite administrative,autorite,ministere,administration,administracion publica,organismo publico,ministerio,ente pubblico,ministero,orgao publico,central bank,federal department,intelligence agency,public sector,public',
  ],
  [
    'Organization',
    'organization,organisation,organizations,org,ngo,nonprofit,non profit,non profit organization,not for profit,nonprofit organization,charity,association,foundation,union,trade union,party,political party,university,school,college,club,committee,think tank,church,religious organization,media,newspaper,media outlet,lobby group,interest group,advocacy group,pac,super pac,political action committee,campaign,group,institution,institute,federation,verein,stiftung,verband,partei,organisation professionnelle,federation professionnelle,fondation,syndicat,parti,asociacion,fundacion,partido,organizacion,organizzazione,associazione,fondazione,partito,organizacao,associacao,fundacao,consortium,coalition,network,hospital,team,religious,political organization,international organization,intergovernmental organization,legal person person with significant control',
  ],
  [
    'Place',
    'place,location,city,town,village,region,territory,address,area,ort,stadt,lieu,ville,lugar,ciudad,luogo,citta,cidade,island,geo,geography,site',
  ],
  [
    'Event',
    'event,meeting,incident,conference,lawsuit,court case,case,trial,transaction,sanction,ereignis,evenement,evento,crime,attack,hearing',
  ],
  [
    'Asset',
    'asset,property,real estate,vessel,ship,yacht,boat,aircraft,airplane,plane,jet,vehicle,car,account,bank account,building,land,security,artwork,immobilie,vermogenswert,bien,activo,bene,ativo,brand,product,patent',
  ],
  ['Other', 'other,unknown,thing,misc,miscellaneous,sonstige,autre,otro,altro,outro,unbekannt'],
];

const WORDS: ReadonlyMap<string, Kind> = new Map([
  ...list.flatMap(([kind, words]) => words.split(',').map((word) => [word, kind] as const)),
  ...KINDS.map((kind) => [readHeader(kind).phrase, kind] as const),
]);

/** Words that were read, since a column repeats few of them often. */
const known = new Map<string, Kind | null>();
const MOST_KNOWN = 2000;

/**
 * The kind that a word for one means ("Federal Agency", "GmbH", "Entreprise privée"), by the whole or, in a short phrase,
 * by a word of it; null for what is none. Never asked about names.
 */
export function findKind(text: string): Kind | null {
  if (text.length > 60) return null;
  const before = known.get(text);
  if (before !== undefined) return before;
  // Words come from files: hostile ones must not pile up.
  if (known.size >= MOST_KNOWN) known.clear();
  const kind = readKind(text);
  known.set(text, kind);
  return kind;
}

function readKind(text: string): Kind | null {
  const { words, phrase } = readHeader(text);
  const whole = WORDS.get(phrase) ?? WORDS.get(phrase.replace(/s$/, ''));
  if (whole || words.length > 4) return whole ?? null;
  for (const word of words.toReversed()) {
    const found = word.length > 3 ? (WORDS.get(word) ?? WORDS.get(word.replace(/s$/, ''))) : undefined;
    if (found && found !== 'Other') return found;
  }
  return null;
}
