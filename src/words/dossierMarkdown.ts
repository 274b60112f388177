import type { Dossier, DossierLine, DossierRelation, DossierSection } from './dossier.ts';
import type { DossierNote } from './dossierNotes.ts';
import { dossierText } from './dossierText.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { sayKind } from './names.ts';
import { endSentence, upperFirst } from './plainText.ts';
import { sayMarkdownAddresses } from './sourceMarkdown.ts';

const refs = (notes: readonly number[]): string => notes.map((number) => `[^${number}]`).join('');

function writeLine({ text, notes, dispute }: DossierLine): string {
  const words = escapeMarkdown(dispute ? dossierText.disputing(text) : text);
  return `${dispute ? `**${words}**` : words}${refs(notes)}`;
}

function writeRelation({ sentence, when, standing, lines }: DossierRelation): string {
  const head = `- ${escapeMarkdown(when ? `${sentence}, ${when}` : sentence)}`;
  const firmness = `  - **${escapeMarkdown(standing.text)}**${refs(standing.notes)}`;
  return [head, firmness, ...lines.map((each) => `  - ${writeLine(each)}`)].join('\n');
}

function writeSection(section: DossierSection): string[] {
  const { name, kind, aliases, summary, heading, facts, groups, elsewhere, gaps } = section;
  const about = [
    upperFirst(sayKind(kind)),
    ...(aliases.length > 0 ? [`${dossierText.aliases} ${aliases.join(', ')}`] : []),
    ...(summary ? [summary] : []),
  ];
  return [
    `## ${escapeMarkdown(name)}`,
    escapeMarkdown(about.map(endSentence).join(' ')),
    ...(facts.length > 0 ? [`### ${heading}`, facts.map((each) => `- ${writeLine(each)}`).join('\n')] : []),
    ...groups.flatMap((group) => [`### ${group.heading}`, group.relations.map(writeRelation).join('\n')]),
    ...[...elsewhere.map(({ text }) => text), ...gaps].map((text) => escapeMarkdown(endSentence(text))),
  ];
}

function writeNote({ number, dispute, text, sentences, citation, source }: DossierNote): string {
  const words = [...(text ? [endSentence(text)] : []), ...sentences].join(' ');
  const place = `${citation} (${dossierText.source(source)})`;
  return `[^${number}]: ${escapeMarkdown(`${dispute ? dossierText.disputing(words) : words} ${endSentence(place)}`)}`;
}

/** A dossier as Markdown with footnotes (GitHub's and pandoc's), ending in a line break. */
export function writeDossierMarkdown(dossier: Dossier): string {
  const { title, standfirst, clocks, scope, disputes, sections, named, notes, sources, credits } = dossier;
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...(clocks ? [`**${escapeMarkdown(clocks)}**`] : []),
    ...(standfirst ? [escapeMarkdown(standfirst)] : []),
    ...scope.map((text) => escapeMarkdown(endSentence(text))),
    `*${dossierText.howTo}*`,
    ...(disputes.length > 0
      ? [
          `## ${dossierText.disputed(disputes.length)}`,
          disputes
            .map(
              ({ text, standing, dispute }) =>
                `- ${escapeMarkdown(text)}: ${escapeMarkdown(standing)}, **${escapeMarkdown(dossierText.disputing(dispute))}**`,
            )
            .join('\n'),
        ]
      : []),
    ...sections.flatMap(writeSection),
    ...(named.length > 0
      ? [
          `## ${dossierText.named}`,
          named
            .map(({ name, what, dispute }) => {
              const denied = dispute === null ? '' : `: **${escapeMarkdown(dossierText.disputing(dispute))}**`;
              return `- **${escapeMarkdown(name)}**, ${escapeMarkdown(what)}${denied}`;
            })
            .join('\n'),
        ]
      : []),
    ...(sources.length > 0
      ? [
          `## ${dossierText.sources}`,
          sources
            .map(
              (source) =>
                `${source.number}. ${[escapeMarkdown(source.line), ...sayMarkdownAddresses(source)].join('. ')}.`,
            )
            .join('\n'),
        ]
      : []),
    `---`,
    escapeMarkdown(credits.join(' · ')),
    // Readers of Markdown put the notes themselves at the end, so that their heading stands before it.
    ...(notes.length > 0 ? [`## ${dossierText.claims}`, notes.map(writeNote).join('\n\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
