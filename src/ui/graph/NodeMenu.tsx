import type { TieId } from '../../model/dataset.ts';
import type { Point } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { calloutText } from '../../words/calloutText.ts';
import { graphText } from '../../words/frameText.ts';
import { actionText } from '../../words/partText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useAppStore } from '../kit/appContext.ts';
import { listEntityActions } from '../kit/entityActions.ts';
import { Menu, type MenuAction } from './Menu.tsx';

interface NodeMenuProps {
  readonly id: EntityId;
  /** CSS px of the page. */
  readonly at: Point;
  readonly onClose: (goBack: boolean) => void;
}

/** What can be done with one entity, at the pointer or at its disc. */
export function NodeMenu({ id, at, onClose }: NodeMenuProps) {
  const store = useAppStore();
  const state = store.getState();
  const actions = listEntityActions(store, state, id);
  return <Menu label={actionText.menu(sayName(state.dataset, id))} actions={actions} at={at} onClose={onClose} />;
}

/** On a line, or on the bare ground; `point` in scene units. */
interface Spot {
  readonly tie: TieId | null;
  readonly point: Point;
}

function listSpotActions({ dispatch, getState }: AppStore, { tie, point }: Spot): MenuAction[] {
  const hasCallouts = getState().view.callouts.length > 0;
  const list = { id: 'list', full: calloutText.list, run: () => dispatch('listCallouts') };
  return [
    {
      id: 'write',
      full: tie === null ? calloutText.writeHere : calloutText.writeAtLine,
      run: () => dispatch('writeCallout', tie === null ? { at: point } : { about: tie }),
    },
    ...(hasCallouts ? [list] : []),
    { id: 'fit', full: graphText.fit, run: () => dispatch('fit') },
  ];
}

/** What can be done beside the discs: on a line, and on the bare ground. */
export function SpotMenu({ spot, at, onClose }: Omit<NodeMenuProps, 'id'> & { readonly spot: Spot }) {
  const actions = listSpotActions(useAppStore(), spot);
  return <Menu label={calloutText.spotMenu} actions={actions} at={at} onClose={onClose} />;
}
