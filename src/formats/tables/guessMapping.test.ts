import { describe, expect, it } from 'vitest';
import { createGridFixture } from './gridFixture.ts';
import { guessMapping } from './guessMapping.ts';

/** "from=Owner to=Asset": the columns that have a role, by role. */
function rolesOf(header: string, ...rows: readonly string[]): string {
  const [rule] = guessMapping([createGridFixture([header, ...rows])]).tables;
  if (!rule || !('columns' in rule)) return rule?.shape ?? 'nothing';
  const roles = rule.columns.flatMap((role, i) => (role === 'property' ? [] : [`${role}=${rule.header[i] ?? ''}`]));
  const more = rule.shape === 'relations' ? (rule.columns.includes('wording') ? '' : ` (${rule.wording})`) : '';
  const kinds = rule.shape === 'relations' ? `${rule.fromKind}>${rule.toKind}` : rule.kind;
  return `${rule.shape} ${kinds} ${roles.join(' ')}${more}`;
}

/** Header, two rows, and how they are read. Cells are parted by bars. */
const CASES: readonly (readonly [header: string, first: string, second: string, read: string])[] = [
  ['Source|Target', 'A|B', 'B|C', 'relations Other>Other from=Source to=Target (is linked to)'],
  ['source|target|weight', 'A|B|1', 'B|C|2', 'relations Other>Other from=source to=target (is linked to)'],
  ['from|to|type', 'A|B|owns', 'B|C|owns', 'relations Other>Other from=from to=to wording=type'],
  [
    'Person A|Person B|Connection|Source',
    'A|B|friends|https://x.org',
    'C|D|friends|NYT',
    'relations Person>Person from=Person A to=Person B wording=Connection source=Source',
  ],
  [
    'Entity A Type|Entity A|Entity B Type|Entity B|Connection|Source(s)',
    'Person|A|Organization|B|Member|https://x.org',
    'Person|A|Company|C|CEO|x',
    'relations Other>Other fromKind=Entity A Type from=Entity A toKind=Entity B Type to=Entity B wording=Connection source=Source(s)',
  ],
  ['node1|node2', 'a|b', 'b|c', 'relations Other>Other from=node1 to=node2 (is linked to)'],
  [
    'source_id|target_id|relationship|start_date|end_date',
    '1|2|owns|2001|2004',
    '2|3|owns|2001-02|',
    'relations Other>Other fromId=source_id toId=target_id wording=relationship start=start_date end=end_date',
  ],
  [
    'Source Name|Source Type|Target Name|Target Type|Relation',
    'A|Person|B|Company|owns',
    'C|Person|D|Company|runs',
    'relations Other>Other from=Source Name fromKind=Source Type to=Target Name toKind=Target Type wording=Relation',
  ],
  ['Company|Director', 'Acme|Ann', 'Beta|Ann', 'relations Person>Company to=Company from=Director (director of)'],
  [
    'Director|Company|Appointed on|Resigned on',
    'Ann|Acme|3 May 2001|',
    'Bob|Acme|2003|4 June 2010',
    'relations Person>Company from=Director to=Company start=Appointed on end=Resigned on (director of)',
  ],
  [
    'Company name|Shareholder name|Shares',
    'Acme|Ann|50%',
    'Beta|Bob|20%',
    'relations Other>Company to=Company name from=Shareholder name (shareholder of)',
  ],
  [
    'Owner|Asset|Since',
    'Ann|Yacht|2001',
    'Bob|Villa|2003',
    'relations Other>Asset from=Owner to=Asset start=Since (owns)',
  ],
  ['Owner|Vessel|Flag', 'Ann|Sea Star|Malta', 'Bob|Moon|Panama', 'relations Other>Asset from=Owner to=Vessel (owns)'],
  [
    'Payer|Beneficiary|Amount|Date',
    'A|B|100|31/12/2001',
    'A|C|200|01/02/2003',
    'relations Other>Other from=Payer to=Beneficiary date=Date (paid)',
  ],
  [
    'Donor|Recipient|Amount|Date received',
    'A|B|100|2001-01-01',
    'A|C|200|2001-02-01',
    'relations Other>Other from=Donor to=Recipient date=Date received (donated to)',
  ],
  [
    'Donor|Party|Amount',
    'Ann|Greens|100',
    'Bob|Blues|50',
    'relations Other>Organization from=Donor to=Party (donated to)',
  ],
  [
    'Donor|Occupation|Employer|Recipient|Amount',
    'Ann|lawyer|Acme|Bob for X|10',
    'Al|baker|Self|Bob for X|20',
    'relations Other>Other from=Donor to=Recipient (donated to)',
  ],
  [
    'committeeID|legislatorID|rank',
    'H1|A1|1',
    'H1|A2|2',
    'relations Person>Organization toId=committeeID fromId=legislatorID (is linked to)',
  ],
  [
    'billID|bioguideID|cosponsor',
    'hr1|A1|1',
    'hr1|A2|0',
    'relations Other>Other fromId=billID toId=bioguideID (is linked to)',
  ],
  [
    'Lobbyist|Client|Year',
    'Firm|Acme|2001',
    'Firm|Beta|2002',
    'relations Other>Other from=Lobbyist to=Client date=Year (lobbies for)',
  ],
  [
    'Lender|Borrower|Amount|Source URL',
    'Bank|Acme|10|https://a.org',
    'Bank|Beta|20|https://b.org',
    'relations Other>Other from=Lender to=Borrower source=Source URL (lent to)',
  ],
  [
    'Supplier|Contracting authority|Contract value',
    'Acme|Ministry of X|10',
    'Beta|Ministry of X|20',
    'relations Company>PublicBody from=Supplier to=Contracting authority (supplier of)',
  ],
  [
    'Parent company|Subsidiary',
    'Acme|Acme UK',
    'Acme|Acme DE',
    'relations Company>Company from=Parent company to=Subsidiary (parent company of)',
  ],
  [
    'Sender|Receiver|Subject|Date',
    'a@x.org|b@x.org|Hi|2001-05-01',
    'a@x.org|c@x.org|Re|2001-05-02',
    'relations Other>Other from=Sender to=Receiver date=Date (sent to)',
  ],
  [
    'Name|Organisation|Position|From|To',
    'Ann|Acme|CEO|2001|2004',
    'Bob|Beta|Chair|2002|',
    'relations Other>Organization from=Name to=Organisation wording=Position start=From end=To',
  ],
  [
    'Nom de famille|Prénom|Organisme|Fonction',
    'DUPONT|Jean|Acme|Directeur',
    'DURAND|Anne|Acme|Chargée de mission',
    'relations Person>Organization from=Nom de famille from=Prénom to=Organisme wording=Fonction',
  ],
  [
    'Von|Nach|Beziehung|Quelle',
    'A|B|kennt|https://a.org',
    'B|C|kennt|SZ',
    'relations Other>Other from=Von to=Nach wording=Beziehung source=Quelle',
  ],
  [
    'Gesellschafter|Gesellschaft|Anteil',
    'Anna|Acme GmbH|50',
    'Bert|Acme GmbH|50',
    'relations Other>Company from=Gesellschafter to=Gesellschaft (shareholder of)',
  ],
  [
    'Zahler|Empfänger|Betrag|Datum',
    'A|B|10|31.12.2001',
    'A|C|20|1.2.2003',
    'relations Other>Other from=Zahler to=Empfänger date=Datum (paid)',
  ],
  [
    'Personne|Entreprise|Rôle|Date de début|Date de fin',
    'Anne|Acme|Gérante|01/02/2001|',
    'Jean|Beta|Associé|2003|2004',
    'relations Person>Company from=Personne to=Entreprise wording=Rôle start=Date de début end=Date de fin',
  ],
  [
    'Actionnaire|Société',
    'Anne|Acme',
    'Jean|Acme',
    'relations Other>Company from=Actionnaire to=Société (shareholder of)',
  ],
  [
    'Persona|Empresa|Cargo|Fecha|Fuente',
    'Ana|Acme|Directora|2001|El País',
    'Juan|Acme|Socio|2002|ABC',
    'relations Person>Company from=Persona to=Empresa wording=Cargo date=Fecha source=Fuente',
  ],
  [
    'Origen|Destino|Relación',
    'A|B|conoce',
    'B|C|conoce',
    'relations Other>Other from=Origen to=Destino wording=Relación',
  ],
  ['Proprietario|Società', 'Anna|Acme', 'Luca|Beta', 'relations Other>Company from=Proprietario to=Società (owns)'],
  [
    'Doador|Partido|Valor',
    'Ana|PX|10',
    'Rui|PY|20',
    'relations Other>Organization from=Doador to=Partido (donated to)',
  ],
  [
    'subject|predicate|object',
    'A|knows|B',
    'B|owns|C',
    'relations Other>Other from=subject wording=predicate to=object',
  ],
  ['Who|Accused of|Source', 'Ann|theft|X', 'Bob|fraud|Y', 'entities Other name=Who source=Source'],
  [
    'from|to|relation|according to|certainty|url',
    'A|B|paid|Ann|alleged|https://a.org',
    'A|C|paid||confirmed|https://b.org',
    'relations Other>Other from=from to=to wording=relation speaker=according to firmness=certainty source=url',
  ],
  [
    'from|to|relation|denied by|source',
    'A|B|paid|B|https://a.org',
    'A|C|paid||https://b.org',
    'relations Other>Other from=from to=to wording=relation stance=denied by source=source',
  ],
  [
    'name|url|position|date|where_to|org_url',
    'Ann|https://l.org/1|Aide|2/10/2017|Acme|https://l.org/2',
    'Bob|https://l.org/3|Chief|2/13/2017|Beta|',
    'relations Other>Other from=name date=date to=where_to (where to)',
  ],
  ['Id|Label', 'a|Ann', 'b|Bob', 'entities Other id=Id name=Label'],
  ['Id|Label|gender|birthdate', 'a|Ann|f|1638', 'b|Bob|m|1640', 'entities Person id=Id name=Label'],
  ['id|name|type', '1|Ann|Person', '2|Acme|Company', 'entities Other id=id name=name kind=type'],
  [
    'type|name|url|thomasID',
    'house|Committee A|https://a.org|HA',
    'senate|Committee B|https://b.org|SB',
    'entities Other name=name id=thomasID',
  ],
  [
    'First name|Last name|Party|State',
    'Ann|Lee|X|NY',
    'Bob|Ray|Y|CA',
    'entities Person name=First name name=Last name',
  ],
  ['Politician|Party|State|Votes', 'Ann|X|NY|10', 'Bob|Y|CA|20', 'entities Person name=Politician'],
  [
    'Company|Registration number|Country',
    'Acme|123|UK',
    'Beta|124|DE',
    'entities Company name=Company identifier=Registration number',
  ],
  [
    'Name|Also known as|Description',
    'Ann|Annie|A person',
    'Bob|Bobby|Another',
    'entities Other name=Name alias=Also known as summary=Description',
  ],
  [
    'id|from|to|label|valid from|valid until',
    '7|A|B|owns|2001|',
    '8|B|C|owns|2001|2004',
    'relations Other>Other relationId=id from=from to=to wording=label start=valid from end=valid until',
  ],
];

describe('the guess of how a table is read', () => {
  it.each(CASES)('%s', (header, first, second, read) => {
    expect(rolesOf(header, first, second)).toBe(read);
  });

  it('takes a first row that is data for what it is', () => {
    expect(rolesOf('Ann, Lee|Bob, Ray', 'Bob, Ray|Cy, Day', 'Ann, Lee|Cy, Day')).toBe(
      'relations Other>Other from=column 1 to=column 2 (is linked to)',
    );
    expect(rolesOf('7|1|10|1407470400', '43|7|10|1376539200', '1|7|9|1376539300')).toBe(
      'relations Other>Other from=column 1 to=column 2 date=column 4 (is linked to)',
    );
    expect(rolesOf('Hackney|£0|£1,618', 'Belfast|£10|£1', 'Paisley|£7|£1')).toBe('entities Other name=column 1');
  });

  it('sees who is related to whom in a matrix', () => {
    expect(rolesOf('|A|B|C', 'A|0|1|0', 'B|1|0|2', 'C|0|2|0')).toBe('matrix');
  });

  it('finds the column by which other tables name what a table describes', () => {
    const edges = createGridFixture(['memberID|groupCode', 'M1|G1', 'M2|G1', 'M2|G2'], 'edges');
    const people = createGridFixture(
      ['serial|memberRef|first name|last name', '1|M1|Ann|Lee', '2|M2|Bob|Ray'],
      'people',
    );
    const groups = createGridFixture(['G|title of it', 'G1|Alpha', 'G2|Beta'], 'groups');
    const { tables } = guessMapping([edges, people, groups]);
    expect(tables.map(({ shape }) => shape)).toEqual(['relations', 'entities', 'entities']);
    expect('columns' in tables[1]! && tables[1].columns).toEqual(['property', 'id', 'name', 'name']);
  });

  it('takes columns whose cells name what other tables describe for ends', () => {
    const pairs = createGridFixture(['alpha thing|beta thing|kilos', 'p1|p2|3', 'p2|p3|4', 'p1|p3|4'], 'pairs');
    const people = createGridFixture(['id|name', 'p1|Ann', 'p2|Bob', 'p3|Cy'], 'people');
    const [rule] = guessMapping([pairs, people]).tables;
    expect(rule?.shape).toBe('relations');
  });
});
