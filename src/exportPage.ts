import type { ExportGround } from './exportDrafts.ts';
import type { AskedPart } from './exportParts.ts';
import { findScene } from './exportScenes.ts';
import { buildStepView } from './model/buildStepView.ts';
import { cutDataset } from './model/cutDataset.ts';
import type { Story } from './model/story.ts';
import { buildStandalonePage, findPagePart } from './picture/buildStandalonePage.ts';
import { loadFonts } from './picture/pictureFonts.ts';
import type { StandaloneStep, StandaloneStory } from './picture/standaloneStory.ts';
import type { Exported, ExportRequest } from './ui/kit/exporter.ts';

async function buildStory(
  ground: ExportGround,
  { state: { dataset } }: AskedPart,
  told: Story,
): Promise<StandaloneStory> {
  const steps: StandaloneStep[] = [];
  for (const [index, { title = null, caption }] of told.steps.entries()) {
    const shown = buildStepView(dataset, told, index);
    steps.push({ ...shown, title, caption, scene: await findScene(ground, shown.view) });
  }
  return { title: told.title, description: told.description, steps };
}

/** The page that stands alone, with the fonts that its words need, and the story that goes with it. */
export async function makePage(
  ground: ExportGround,
  asked: AskedPart,
  { title, alternative, notes = false }: ExportRequest,
  told: Story | null,
): Promise<Exported> {
  const { state, scene, heading, nameFor } = asked;
  const { dataset, view } = state;
  const story = told && (await buildStory(ground, asked, told));
  const part = findPagePart({ scene, story });
  const file = cutDataset(dataset, part, { notes, stories: told ? [told] : false });
  const html = buildStandalonePage({
    dataset,
    scene,
    view,
    title: typeof title === 'string' && title !== '' ? title : dataset.file.title,
    scope: heading,
    file,
    alternative: alternative ?? null,
    // All words of the page come from the data or are Latin.
    fonts: await loadFonts(JSON.stringify([title, file])),
    story,
  });
  return { blob: new Blob([html], { type: 'text/html;charset=utf-8' }), fileName: nameFor('html'), notes: [] };
}
