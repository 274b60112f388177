/** A column's name taken apart: lower case without accents, a word at a time. */
export interface Header {
  readonly words: readonly string[];
  /** The words with a blank between. */
  readonly phrase: string;
}

/** Types that Neo4j writes behind the names of columns: "name:string", "personId:ID(Person)", ":LABEL", "aliases:string[]". */
const TYPED =
  /^(.*?):(ID|START_ID|END_ID|LABEL|TYPE|string|int|integer|long|float|double|boolean|byte|short|char|point|date|localtime|time|localdatetime|datetime|duration)(?:\[\])?(?:[({].*)?$/i;
const TYPED_NAMES: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['start_id', 'start id'],
  ['end_id', 'end id'],
  ['label', 'entity type'],
  ['type', 'relationship type'],
]);

/** A column's name without its type or, where the type says all, as that. */
function untype(name: string): string {
  const [, own = '', type = ''] = TYPED.exec(name.trim()) ?? [];
  return TYPED_NAMES.get(type.toLowerCase()) ?? (own || name);
}

/** "data.properties.dateStart" is "date start", "Nom de l'organisme" is "nom de l organisme", "Source(s)" is "sources". */
export function readHeader(text: string): Header {
  const name = untype(text);
  const last = /^[\w-]+(?:\.[\w-]+)+$/.test(name) ? (name.split('.').at(-1) ?? name) : name;
  const words = (last.length > 2 ? last : name)
    .replaceAll(/\((s|es|n|en|e)\)/g, '$1')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d+)(?![\p{L}\p{N}])/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { words, phrase: words.join(' ') };
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(',').map((phrase) => phrase.trim()));

/** Words that only say that a name, an id or a kind of something follows or went before. */
export const NAME_WORDS = set('name,names,label,nom,nombre,nome,namen,full,fullname,bezeichnung,caption');
export const ID_WORDS = set('id,ids,key,uid,uuid,identifier,kennung,identifiant,identificador,identificativo,nr,code');
export const KIND_WORDS = set('type,kind,class,category,art,typ,tipo,categoria,categorie,kategorie,nature,types');
/** Words that say no more than "something". */
export const FILLER = set(
  'node,nodes,entity,entities,vertex,actor,item,party,of,the,de,du,des,la,le,l,d,del,della,di,do,da,der,die,das,knoten,akteur,noeud,nodo,no,entite,entidad,entidade,entita,element',
);

/** What a whole header says of a column of relations. */
export const RELATION_PHRASES: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'denied',
    set(
      'denied by,disputed by,rejected by,denials,denial by,bestritten von,dementiert von,dementi par,nie par,desmentido por,negado por,smentito da',
    ),
  ],
  [
    'start',
    set(
      'start,from,von,desde,da,de,start date,date start,begin,begin date,began,since,from date,date from,valid from,appointed,appointed on,appointment date,date appointed,started,beginn,von datum,seit,ab,date de debut,debut,depuis,fecha inicio,fecha de inicio,inicio,desde fecha,data inizio,dal,data de inicio,data inicio,start year,year start,notified on,from year,joined,term start,start time,begindatum,startdatum,date of appointment,effective from,start of term',
    ),
  ],
  [
    'end',
    set(
      'end,to,a,zu,end date,date end,ended,until,till,to date,date to,valid to,valid until,resigned,resigned on,resignation date,date resigned,left,ende,bis,enddatum,date de fin,fin,jusqu a,fecha fin,fecha de fin,hasta,data fine,al,data de fim,data fim,ate,end year,year end,to year,term end,end time,effective to,end of term,ceased on',
    ),
  ],
  [
    'published',
    set(
      'published,publication date,date published,source date,date of source,article date,pub date,publie le,date de publication,veroffentlicht,veroffentlicht am,fecha de publicacion,data di pubblicazione,data de publicacao',
    ),
  ],
  ['said', set('said on,date said,statement date,quoted on,date of statement,said')],
  [
    'date',
    set(
      'date,dates,year,when,day,datum,jahr,date of event,event date,transaction date,relationship date,relation date,timeset,interval,payment date,date paid,contribution date,donation date,date of donation,date received,received date,meeting date,date of meeting,fecha,ano,annee,data,anno,zeitpunkt,jour,period,timestamp,time,datetime,year of donation,date of payment,date of transaction,signed,date signed,signature date,contract date,award date,zeitraum,le,periode,periodo',
    ),
  ],
  [
    'firmness',
    set(
      'firmness,certainty,confidence,modality,status of claim,how sure,how certain,how firmly,reliability,evidence level,evidence status,claim status,verification,verified,verification status,confirmed,sicherheit,gewissheit,fiabilite,certitude,certeza,fiabilidad,certezza,confidence level,status of evidence,claim type',
    ),
  ],
  [
    'speaker',
    set(
      'speaker,according to,said by,attributed to,attribution,claimed by,alleged by,reported by,who says,who said,stated by,laut,nach angaben von,gesagt von,selon,d apres,dit par,segun,dicho por,secondo,detto da,segundo,dito por,witness,claimant,on whose say so,whistleblower,accuser',
    ),
  ],
  [
    'stance',
    set(
      'stance,position on claim,denied,disputed,denies,contested,bestritten,dementi,conteste,desmentido,negado,smentito,response',
    ),
  ],
  [
    'quote',
    set(
      'quote,quotation,quoted,passage,excerpt,evidence quote,zitat,citation text,citation exacte,cita,citazione,citacao,source quote,verbatim',
    ),
  ],
  [
    'source',
    set(
      'source url,source urls,data source,source link,source links,url,urls,link,links,sources,reference,references,ref,refs,citation,citations,evidence,evidence url,proof,document,documents,article,article url,news url,quelle,quellen,quellenangabe,beleg,belege,nachweis,fuente,fuentes,enlace,fonte,fonti,fontes,lien,liens,reference url,source document,source s,sourced from,source web,source of information,information source,webseite,web link,source link url,citation url,link to source,url source,verweis',
    ),
  ],
  [
    'sourceTitle',
    set(
      'source title,headline,article title,document title,title of source,titre de l article,titre,source name,source label,schlagzeile',
    ),
  ],
  [
    'publisher',
    set(
      'publisher,outlet,media outlet,newspaper,publication,source publisher,source outlet,medium,media,herausgeber,zeitung,editeur,editor,editore,periodico,journal,news outlet',
    ),
  ],
  ['directed', set('directed,direction,edge direction,is directed,gerichtet,dirige,dirigido')],
  ['relationId', set('edge id,relation id,relationship id,link id,edgeid,row id,record id,transaction id,id')],
];

/** What says how two are related, the most telling first. */
export const WORDING_PHRASES: readonly string[] =
  'relationship type,relation type,relationship label,relation label,relationship name,relation name,property label,predicate label,type of relationship,type of relation,nature of relationship,nature of relation,edge label,link label,connection label,relationship,relation,relationships,connection,connection type,type of connection,link type,edge type,predicate,interaction,interaction type,link,rel type,reltype,rel,verb,action,wording,tie,tie type,beziehung,beziehungsart,verbindung,art der beziehung,relacion,tipo de relacion,vinculo,tipo de vinculo,relazione,tipo di relazione,legame,relacao,tipo de relacao,ligacao,lien de parente,type de relation,type de lien,nature du lien,nature of interest,nature of control,natures of control,interest,interest type,role,roles,officer role,role type,role name,role title,role label,position,position title,position label,function,fonction,funktion,rolle,amt,cargo,puesto,ruolo,carica,funcao,papel,poste,job title,job,capacity,post,office,occupation,how,how connected,how related,relation to,type,label,description of relationship,description,description 1,transaction type,payment type,type of payment,kind,title,status,details'.split(
    ',',
  );

/** What a whole header says of a column of entities. */
export const ENTITY_PHRASES: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'alias',
    set(
      'alias,aliases,aka,also known as,other names,alternative names,alternative name,other name,former names,former name,alt names,nickname,auch bekannt als,alias de,autres noms,otros nombres,altri nomi,weitere namen,abbreviation,acronym,short name',
    ),
  ],
  [
    'summary',
    set(
      'summary,description,desc,blurb,bio,biography,about,background,beschreibung,descripcion,descrizione,descricao,who,short description,biographie,note biographique',
    ),
  ],
  [
    'identifier',
    set(
      'registration number,company number,registration no,reg number,company no,tax id,tax number,vat number,vat,ein,lei,wikidata,wikidata id,opencorporates,opencorporates url,passport number,isin,duns,imo,siren,siret,handelsregisternummer,hrb,cnpj,cpf,nif,cif,codice fiscale,partita iva,orcid,opensanctions id,littlesis id,registernummer',
    ),
  ],
  [
    'source',
    set(
      'source,sources,source url,source urls,reference,references,quelle,quellen,fuente,fuentes,fonte,fonti,evidence,citation,citations',
    ),
  ],
  [
    'kind',
    set(
      'kind,type,entity type,node type,category,class,schema,typ,art,tipo,categorie,categoria,kategorie,nature,type of entity,entity kind,legal form,rechtsform,forme juridique,entitytype,nodetype,label v,primary ext',
    ),
  ],
];

/** Bare headers of the name and of the id of what a row is about. */
export const BARE_NAMES = set(
  'name,label,full name,fullname,names,entity,entity name,node,node name,display name,caption,nom complet,nombre completo,nome completo,vollstandiger name,nom,nombre,nome,bezeichnung,title,titre,titel,titulo,titolo,denomination,person,company,organisation,organization,who,vertex,actor',
);
export const BARE_IDS = set(
  'id,node id,entity id,nodeid,entityid,uid,uuid,identifier,kennung,identifiant,identificador,key,code,number,nr,no',
);
/** Headers of parts of a person's name: given first. */
export const GIVEN_NAMES = set(
  'first name,firstname,given name,given names,forename,vorname,prenom,prenoms,nombre de pila,nome proprio,first names,christian name',
);
export const FAMILY_NAMES = set(
  'last name,lastname,surname,family name,familienname,nachname,nom de famille,apellido,apellidos,cognome,sobrenome,apelido',
);
/** Headers that only tables of people have. */
export const PERSON_MARKS = set(
  'gender,sex,birth date,birthdate,date of birth,dob,birthday,death date,deathdate,date of death,born,died,birth year,nationality,geschlecht,geburtsdatum,geburtstag,sexe,date de naissance,sexo,fecha de nacimiento,sesso,data di nascita,data de nascimento,age,birth place,place of birth,religion',
);
