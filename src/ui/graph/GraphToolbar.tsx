import type { AppState } from '../../state/appState.ts';
import { type CommandName, commands } from '../../state/commands.ts';
import { graphText } from '../../words/frameText.ts';
import { toolbarText } from '../../words/toolbarText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';

const selectCanUndo = (state: AppState): boolean => state.past.length > 0;
const selectCanRedo = (state: AppState): boolean => state.future.length > 0;
const selectCanPutBack = (state: AppState): boolean => commands.putBack.enabled(state);
const selectCanShowSelected = (state: AppState): boolean => commands.onlySelected.enabled(state);
const selectIsByKind = (state: AppState): boolean => state.view.arrangement === 'kind';

/** Those that also readers of an embedded graph need. */
const CAMERA: ReadonlySet<CommandName> = new Set(['zoomIn', 'zoomOut', 'fit']);

interface ToolProps {
  readonly name: string;
  /** The command of which the keys are told. */
  readonly command: CommandName;
  readonly icon: string;
  readonly onPress: () => void;
  /** False where it would change nothing now; it keeps the focus, so that it can be pressed until then. */
  readonly isReady?: boolean;
  readonly isPressed?: boolean;
}

function Tool({ name, command, icon, onPress, isReady = true, isPressed }: ToolProps) {
  const { shortcut } = commands[command] as { readonly shortcut?: string };
  return (
    <button
      type="button"
      aria-label={name}
      {...(CAMERA.has(command) ? { 'data-camera': '' } : {})}
      title={shortcut ? `${name} (${shortcut.replace('-', '−')})` : name}
      {...(isReady ? {} : { 'aria-disabled': true })}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      onClick={() => isReady && onPress()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}

export function GraphToolbar() {
  const dispatch = useDispatch();
  const canUndo = useApp(selectCanUndo);
  const canRedo = useApp(selectCanRedo);
  const canPutBack = useApp(selectCanPutBack);
  const canShowSelected = useApp(selectCanShowSelected);
  const isByKind = useApp(selectIsByKind);
  const { undo, redo, onlySelected } = commands;
  return (
    <div className="graph-toolbar" role="toolbar" aria-label={graphText.toolbar}>
      {canShowSelected && (
        <Tool
          name={onlySelected.label}
          command="onlySelected"
          icon="M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3"
          onPress={() => dispatch('onlySelected')}
        />
      )}
      {canPutBack && (
        <Tool
          name={graphText.putBack}
          command="putBack"
          icon="M3 3v10h10M6 10l6-6M6 6v4h4"
          onPress={() => {
            dispatch('putBack');
            // The button goes with what it undoes.
            document.querySelector<HTMLElement>('.graph-field')?.focus();
          }}
        />
      )}
      <Tool
        name={toolbarText.byKind}
        command="arrange"
        icon="M3.5 3v.1M3.5 8v.1M3.5 13v.1M8 3v.1M8 8v.1M12.5 3v.1M12.5 8v.1M12.5 13v.1M8 13v.1"
        isPressed={isByKind}
        onPress={() => dispatch('arrange', isByKind ? 'usual' : 'kind')}
      />
      <Tool
        name={undo.label}
        command="undo"
        icon="M3.5 6H9.5a3.5 3.5 0 0 1 0 7H6M6.5 3L3.5 6l3 3"
        isReady={canUndo}
        onPress={() => dispatch('undo')}
      />
      <Tool
        name={redo.label}
        command="redo"
        icon="M12.5 6H6.5a3.5 3.5 0 0 0 0 7H10M9.5 3l3 3l-3 3"
        isReady={canRedo}
        onPress={() => dispatch('redo')}
      />
      <Tool name={graphText.zoomIn} command="zoomIn" icon="M8 3v10M3 8h10" onPress={() => dispatch('zoomIn')} />
      <Tool name={graphText.zoomOut} command="zoomOut" icon="M3 8h10" onPress={() => dispatch('zoomOut')} />
      <Tool
        name={graphText.fit}
        command="fit"
        icon="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3"
        onPress={() => dispatch('fit')}
      />
    </div>
  );
}
