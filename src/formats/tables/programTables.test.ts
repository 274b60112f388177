import { describe, expect, it } from 'vitest';
import { createGridFixture } from './gridFixture.ts';
import { guessMapping } from './guessMapping.ts';
import { readTexts, sentencesOf } from './tableFixture.ts';

/** "from=Owner to=Asset": the columns that have a role, by role. */
function rolesOf(header: string, ...rows: readonly string[]): string {
  const [rule] = guessMapping([createGridFixture([header, ...rows])]).tables;
  if (!rule || !('columns' in rule)) return rule?.shape ?? 'nothing';
  return rule.columns.flatMap((role, i) => (role === 'property' ? [] : [`${role}=${rule.header[i] ?? ''}`])).join(' ');
}

describe('tables as programs write them', () => {
  it.each([
    [
      'Neo4j',
      ':START_ID(Person)|role|:END_ID(Firm)|:TYPE|since:date|url:string[]',
      'a|Boss|b|RUNS|2001-02-03|https://x.org',
      'fromId=:START_ID(Person) toId=:END_ID(Firm) wording=:TYPE start=since:date source=url:string[]',
    ],
    [
      'Neo4j, nodes',
      'key:ID(Person)|name:string|:LABEL',
      'a|Ann|Person',
      'id=key:ID(Person) name=name:string kind=:LABEL',
    ],
    [
      'LittleSis',
      'id|entity1_id|entity2_id|description1|entity1_name|entity2_name',
      '7|1|2|Chair|Ann|Acme',
      'relationId=id fromId=entity1_id toId=entity2_id wording=description1 from=entity1_name to=entity2_name',
    ],
    [
      'ICIJ',
      'node_id_start|node_id_end|rel_type|link|start_date|sourceID',
      '12|34|officer_of|director of|2001-02-03|Such Papers',
      'fromId=node_id_start toId=node_id_end wording=link start=start_date source=sourceID',
    ],
    [
      'ICIJ, addresses',
      'node_id|address|name|countries|sourceID',
      '12|1 High St||Nowhere|Such Papers',
      'id=node_id name=address',
    ],
    [
      'Companies House',
      'company_number|company_name|officer_name|officer_role|appointed_on|occupation',
      '01|Acme|Ann|director|2001-02-03|cook',
      'toId=company_number to=company_name from=officer_name wording=officer_role start=appointed_on',
    ],
    [
      'Companies House, control',
      'company_number|kind|name|natures_of_control|notified_on',
      '01|individual-person-with-significant-control|Ann|ownership-of-shares|2001-02-03',
      'toId=company_number fromKind=kind from=name wording=natures_of_control start=notified_on',
    ],
    [
      'Wikidata',
      'person|personLabel|organisation|organisationLabel',
      'http://www.wikidata.org/entity/Q1|Ann|http://www.wikidata.org/entity/Q2|Acme',
      'fromId=person from=personLabel toId=organisation to=organisationLabel',
    ],
    [
      'Kumu',
      'From|To|Type|Direction|Label|Description',
      'Ann|Acme|owns|directed||She bought it',
      'from=From to=To wording=Type directed=Direction',
    ],
    [
      'Gephi',
      'Source|Target|Type|timeset',
      'a|b|Directed|<[2001.0, 2005.0]>',
      'from=Source to=Target directed=Type date=timeset',
    ],
    [
      'Maltego',
      'Source Entity|Target Entity|Link Label',
      'Ann|Acme|works at',
      'from=Source Entity to=Target Entity wording=Link Label',
    ],
    [
      'its own words',
      'FromLodgeID|ToLodgeID|RelationshipType|RelationshipDate',
      'l1|l2|Sponsored|1895-05-10',
      'fromId=FromLodgeID toId=ToLodgeID wording=RelationshipType date=RelationshipDate',
    ],
    ['owners', 'owner_id|owned_id|stake', 'P1|C1|15', 'fromId=owner_id toId=owned_id'],
    [
      'others',
      'subject_id|related_id|relation|subject_name|related_name',
      '1|2|friend|Ann|Bob',
      'fromId=subject_id toId=related_id wording=relation from=subject_name to=related_name',
    ],
    [
      'meetings',
      'Minister|Date|Name of organisation or individual|Purpose of meeting',
      'Ann|01/04/2020|Acme|Chat',
      'from=Minister date=Date to=Name of organisation or individual',
    ],
  ])('of %s are read', (_, header, row, roles) => {
    expect(rolesOf(header, row, row.replaceAll('Ann', 'Bob'))).toBe(roles);
  });

  it('of Neo4j that hold nodes and relationships are two', async () => {
    const read = await readTexts([
      '"_id","_labels","name","born","title","_start","_end","_type","roles"\n"1",":Person","Ann","1964","","","","",""\n"2",":Work","","","A film","","","",""\n,,,,,"1","2","ACTED_IN","Boss"\n',
    ]);
    expect(sentencesOf(read)).toEqual(['Ann · has the relation “ACTED_IN” to · A film']);
    expect(read.file.entities.map(({ kind }) => kind)).toEqual(['Person', 'Other']);
    expect(read.file.relations[0]?.properties).toEqual({ roles: ['Boss'] });
    expect(read.read).toEqual({ nodes: 2, edges: 1 });
  });

  it('keeps companies among people whose names are in parts', async () => {
    const read = await readTexts([
      'company_number,name,first_name,last_name,position,type\n01,ANN RAY,ANN,RAY,director,Person\n01,ACME LTD,,,secretary,Company\n',
    ]);
    expect(sentencesOf(read)).toEqual([
      'ANN RAY · has the relation “director” to · 01',
      'ACME LTD · has the relation “secretary” to · 01',
    ]);
    expect(read.file.entities.map(({ kind }) => kind)).toEqual(['Person', 'Company', 'Company']);
  });

  it('are a list of relations by their two ends, however many other columns there are', async () => {
    const more = Array.from({ length: 30 }, (_, i) => `x${i}`).join();
    const read = await readTexts([`source,target,${more}\nann,bob\n`]);
    expect(sentencesOf(read)).toEqual(['ann · is linked to · bob']);
  });

  it('say that people met where they are about meetings', async () => {
    const read = await readTexts(['Minister,Organisation,Date of meeting\nAnn,Acme,2020-02-03\nBob,Acme,2020-02-04\n']);
    expect(sentencesOf(read)[0]).toContain('Ann · met · Acme');
  });

  it('of NodeXL are read below the names of groups of columns, without its measures', () => {
    const sheets = [
      createGridFixture(['Vertex 1|Vertex 2|Relationship', 'a|b|Mentions', 'b|c|Mentions'], 'w › Edges'),
      createGridFixture(['Vertex|Color|Label', 'a|red|Ann', 'b|red|Bob', 'c|red|Cy'], 'w › Vertices'),
      createGridFixture(['Graph Metric|Value', 'Vertices|3'], 'w › Overall Metrics'),
    ];
    const { tables } = guessMapping(sheets);
    expect(tables.map(({ shape }) => shape)).toEqual(['relations', 'entities', 'skip']);
    expect(tables[1]).toMatchObject({ columns: ['id', 'property', 'name'] });
  });

  it('do not take an id for another name', async () => {
    const read = await readTexts(['Id,Label\nn1,Ann\nn2,Bob\n', 'Source,Target\nn1,n2\n']);
    expect(read.file.entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Ann', undefined],
      ['Bob', undefined],
    ]);
  });
});

describe('rows that are none', () => {
  it('of titles and groups of columns above the names are told', async () => {
    const read = await readTexts([
      'Our list,Our list,Our list,Our list\n,,Looks,Looks\nSource,Target,Color,Label\nann,bob,red,knows\nbob,cy,red,knows\n',
    ]);
    expect(sentencesOf(read)).toEqual(['ann · knows · bob', 'bob · knows · cy']);
    expect(read.log.issues().filter(({ code }) => code === 'line-above-table')).toHaveLength(2);
  });

  it('of names of columns once more are left out and told', async () => {
    const read = await readTexts(['source,target\nann,bob\n\ufeffsource,target\nbob,cy\nsource,target\n']);
    expect(sentencesOf(read)).toEqual(['ann · is linked to · bob', 'bob · is linked to · cy']);
    expect(read.log.issues()).toContainEqual({
      code: 'header-again',
      where: 'line 3',
      params: { count: 2 },
      severity: 'note',
    });
  });
});

describe('a table of sources', () => {
  const SOURCES =
    'source_id,title,url,publisher,published,note\nS1,A story,https://a.org/1,The Daily,2020-02-03,front page\nS2,A book,,,,\nS3,Unused,,,,\n';

  it('gives relations that name its rows by id their sources', async () => {
    const read = await readTexts([
      'id,name\nP1,Ann\nP2,Bob\n',
      'person_1,person_2,type,source_id\nP1,P2,married,S1\nP2,P1,met,S1; S2\nP1,P2,paid,\nP1,P2,called,S9\n',
      SOURCES,
    ]);
    const labels = new Map(read.file.sources.map(({ id, label }) => [id, label]));
    expect(read.file.relations.map(({ claims }) => claims.map(({ source }) => labels.get(source)))).toEqual([
      ['A story'],
      ['A story', 'A book'],
      [],
      ['S9'],
    ]);
    expect(read.file.sources[0]).toMatchObject({
      id: 'S1',
      title: 'A story',
      url: 'https://a.org/1',
      publisher: 'The Daily',
      published: '2020-02-03',
      kept: { table: { note: ['front page'] } },
    });
    expect(read.file.entities).toHaveLength(2);
    expect(read.mapping.tables.map(({ shape }) => shape)).toEqual(['entities', 'relations', 'sources']);
    expect(read.read).toEqual({ nodes: 2, edges: 4 });
  });

  it('is one of entities where nobody cites it', async () => {
    const read = await readTexts([SOURCES]);
    expect(read.mapping.tables.map(({ shape }) => shape)).toEqual(['entities']);
  });
});

it('takes a column of data sets for the source only where there is no other', async () => {
  const both = await readTexts(['from,to,source_url,source_id\nann,bob,https://a.org,src-7\n']);
  expect(both.file.sources.map(({ url }) => url)).toEqual(['https://a.org']);
  expect(both.file.relations[0]?.properties).toEqual({ source_id: ['src-7'] });
});
