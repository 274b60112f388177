import { KINDS, type Kind, MODALITIES } from '../../model/records.ts';
import type { TableRule } from '../../model/tableMapping.ts';
import { mappingText } from '../../words/mappingText.ts';
import { sayKind, sayModality } from '../../words/names.ts';
import { ChoiceField } from './ChoiceField.tsx';

const KIND_OPTIONS = KINDS.map((value) => ({ value, label: sayKind(value) }));
const MODALITY_OPTIONS = MODALITIES.map((value) => ({ value, label: sayModality(value) }));
const WAYS = (['directed', 'symmetric'] as const).map((value) => ({ value, label: mappingText.directions[value] }));

interface ConstantFieldsProps<Rule extends TableRule> {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}

interface KindFieldProps {
  readonly label: string;
  readonly value: Kind;
  readonly onChoose: (kind: Kind) => void;
}

function KindField({ label, value, onChoose }: KindFieldProps) {
  return <ChoiceField label={label} options={KIND_OPTIONS} value={value} onChoose={onChoose} />;
}

function WordingField({ wording, onChange }: { readonly wording: string; readonly onChange: (to: string) => void }) {
  return (
    <label className="mapping-field">
      <span>{mappingText.wording}</span>
      <input type="text" value={wording} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function WayField({ directed, onChange }: { readonly directed: boolean; readonly onChange: (to: boolean) => void }) {
  return (
    <ChoiceField
      label={mappingText.direction}
      options={WAYS}
      value={directed ? 'directed' : 'symmetric'}
      onChoose={(way) => onChange(way === 'directed')}
    />
  );
}

/** What a table of relations says nowhere: only what no column says is asked for. */
function RelationConstants({ rule, onChange }: ConstantFieldsProps<Extract<TableRule, { shape: 'relations' }>>) {
  const has = (role: (typeof rule.columns)[number]): boolean => rule.columns.includes(role);
  const isSourced = has('source') || has('sourceTitle') || has('publisher');
  return (
    <>
      {!has('fromKind') && (
        <KindField
          label={mappingText.fromKind}
          value={rule.fromKind}
          onChoose={(fromKind) => onChange({ ...rule, fromKind })}
        />
      )}
      {!has('toKind') && (
        <KindField
          label={mappingText.toKind}
          value={rule.toKind}
          onChoose={(toKind) => onChange({ ...rule, toKind })}
        />
      )}
      {!has('wording') && (
        <WordingField wording={rule.wording} onChange={(wording) => onChange({ ...rule, wording })} />
      )}
      {!has('directed') && (
        <WayField directed={rule.directed} onChange={(directed) => onChange({ ...rule, directed })} />
      )}
      {/* Without a source there is no claim to be firm. */}
      {isSourced && !has('firmness') && (
        <ChoiceField
          label={mappingText.modality}
          options={MODALITY_OPTIONS}
          value={rule.modality}
          onChoose={(modality) => onChange({ ...rule, modality })}
        />
      )}
    </>
  );
}

/** What holds for every row of a table, since no column says it. */
export function ConstantFields({ rule, onChange }: ConstantFieldsProps<TableRule>) {
  switch (rule.shape) {
    case 'relations':
      return <RelationConstants rule={rule} onChange={onChange} />;
    case 'entities':
      return rule.columns.includes('kind') ? null : (
        <KindField label={mappingText.kind} value={rule.kind} onChoose={(kind) => onChange({ ...rule, kind })} />
      );
    case 'matrix':
      return (
        <>
          <KindField label={mappingText.kind} value={rule.kind} onChoose={(kind) => onChange({ ...rule, kind })} />
          <WordingField wording={rule.wording} onChange={(wording) => onChange({ ...rule, wording })} />
          <WayField directed={rule.directed} onChange={(directed) => onChange({ ...rule, directed })} />
        </>
      );
    case 'sources':
    case 'skip':
      return null;
  }
}
