import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import { createImportLog } from '../importLog.ts';
import { readInput } from '../readInput.ts';
import { isTableFile } from './isTableFile.ts';
import { peekTables } from './peekTables.ts';
import { readTables } from './readTables.ts';

const OUT: string[] = [];
const C = '/work/shared/corpus/';
const sets = `01-sourced/littlesis-swamped.json
01-sourced/registre-lobbying-senat.csv
01-sourced/trumpworld-2017-05-11.csv
01-sourced/trumpworld-additions.csv
01-sourced/trumpworld-2017-05-11.csv 01-sourced/trumpworld-additions.csv
07-csv/asoiaf-book1-edges.csv
07-csv/asoiaf-book1-nodes.csv
07-csv/asoiaf-book1-edges.csv 07-csv/asoiaf-book1-nodes.csv
07-csv/autori_mreza_edge.csv
07-csv/cyweb-european-decimal.csv
07-csv/cyweb-european-format.csv
07-csv/ftm-experts.csv
07-csv/ftm-links.csv
07-csv/gephi-complex_matrix.csv
07-csv/gephi-utf8-bom.csv
07-csv/mps-expenses-latin1.tsv
07-csv/quaker-edges.csv
07-csv/quaker-nodes.csv
07-csv/quaker-edges.csv 07-csv/quaker-nodes.csv
07-csv/senat-windows1252-semicolon.csv
07-csv/trumpworld-semicolon-bom-allquoted.csv
08-large/bitcoinalpha-signed.csv
08-large/congress-committee-members.csv
08-large/congress-committees.csv
08-large/congress-legislators.csv
08-large/congress-committee-members.csv 08-large/congress-committees.csv 08-large/congress-legislators.csv
08-large/congress-sponsors-40k.csv
08-large/congress-sponsors-40k.csv 08-large/congress-legislators.csv
08-large/lobby-rbo-edges.csv
08-large/panama-power-players-edges.csv
08-large/panama-power-players-nodes.csv
08-large/panama-power-players-edges.csv 08-large/panama-power-players-nodes.csv
11-hostile/bidi-zero-width-labels.csv
11-hostile/broken-quotes.csv
11-hostile/dates-odd.csv
11-hostile/dup-ids-edges.csv
11-hostile/dup-ids-nodes.csv
11-hostile/dup-ids-edges.csv 11-hostile/dup-ids-nodes.csv
11-hostile/duplicate-headers.csv
11-hostile/formula-cells.csv
11-hostile/only-bom.csv
11-hostile/star-20k.csv`.split('\n');
it('all', async () => {
  for (const set of sets) {
    const only = process.env['ONLY'];
    if (only && !set.includes(only)) continue;
    try {
      const inputs = [];
      for (const n of set.split(' '))
        inputs.push(
          (
            await readInput(
              { name: n.split('/').pop()!, content: new Blob([readFileSync(C + n)]) } as never,
              createImportLog(),
            )
          ).input,
        );
      const log = createImportLog();
      const t = performance.now();
      const r = await readTables(inputs, null, { log, progress: () => {} });
      const ms = Math.round(performance.now() - t);
      const t2 = performance.now();
      const p = await peekTables(inputs, r.mapping, { log: createImportLog(), progress: () => {} });
      const ms2 = Math.round(performance.now() - t2);
      const errs = findAllProblems(r.file).filter((i) => i.severity === 'error');
      OUT.push(
        `== ${set} is=${inputs.map((i: never) => isTableFile(i))} read=${JSON.stringify(r.read)} per=${JSON.stringify(r.perFile)} holds e=${r.file.entities.length} r=${r.file.relations.length} s=${r.file.sources.length} t=${r.file.relationTypes.length} errs=${errs.length} ${JSON.stringify(errs.slice(0, 2))} ${ms}ms peek ${ms2}ms\n` +
          r.mapping.tables
            .map(
              (m) =>
                `   ${m.shape} hdr=${m.hasHeader} ${m.dateOrder} ` +
                ('columns' in m
                  ? m.header
                      .map((h, i) => `${h}=${m.columns[i]}`)
                      .filter((x) => only || !x.endsWith('=property'))
                      .join(' | ')
                  : '') +
                JSON.stringify({ ...m, header: 0, columns: 0, name: 0 }),
            )
            .join('\n') +
          '\n   ' +
          Object.entries(
            log.issues().reduce(
              (m: Record<string, number>, i) => ({
                ...m,
                [i.code]: (m[i.code] ?? 0) + Number(i.params['count'] ?? 1),
              }),
              {},
            ),
          )
            .map((x) => x.join(':'))
            .join(' ') +
          (only
            ? '\n' +
              JSON.stringify(p.sample, null, 1).slice(0, 3000) +
              '\n' +
              log
                .issues()
                .map((i) => JSON.stringify(i))
                .slice(0, 40)
                .join('\n')
            : '\n   ' +
              p.sample.relations
                .slice(0, 2)
                .map(
                  (x) =>
                    `${x.from} · ${r.file.relationTypes.find((t) => t.id === x.type)!.forward.full} · ${x.to} ${x.valid ?? ''}`,
                )
                .join('\n   ')),
      );
    } catch (e) {
      OUT.push('== ' + set + ' THROWS ' + (e as Error).stack?.slice(0, 400) + JSON.stringify(e));
    }
  }
  writeFileSync('/tmp/tables-out.txt', OUT.join('\n'));
}, 100000);
