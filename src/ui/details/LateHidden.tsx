import type { Entity } from '../../model/records.ts';
import type { Known } from '../kit/known.ts';
import { useLate } from '../kit/late.ts';
import type { HiddenListProps } from './HiddenList.tsx';
import { hiddenDisputes, hiddenList, hiddenVoices } from './lateParts.ts';

/** What filters and clocks keep from a list of relations. Mounted only where some are in force. */
export function LateHiddenList(props: HiddenListProps) {
  const late = useLate(hiddenList);
  return late && <late.HiddenList {...props} />;
}

/** What they keep from what an entity says. */
export function LateHiddenVoices(props: { readonly known: Known; readonly entity: Entity }) {
  const late = useLate(hiddenVoices);
  return late && <late.HiddenVoices {...props} />;
}

/** What they keep from the disputes of the story. */
export function LateHiddenDisputes(props: { readonly known: Known }) {
  const late = useLate(hiddenDisputes);
  return late && <late.HiddenDisputes {...props} />;
}
