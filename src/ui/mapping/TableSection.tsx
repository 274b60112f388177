import { useId, useRef } from 'react';
import type { TablePeek, TableRule } from '../../model/tableMapping.ts';
import { DATE_ORDERS, mappingText, SHAPES } from '../../words/mappingText.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { ConstantFields } from './ConstantFields.tsx';
import { reshape } from './editMapping.ts';
import { SampleTable } from './SampleTable.tsx';

const SHAPE_OPTIONS = SHAPES.map((value) => ({ value, label: mappingText.shapes[value] }));
const ORDER_OPTIONS = (['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: DATE_ORDERS[value] }));
const DATED: ReadonlySet<string> = new Set(['date', 'start', 'end', 'published', 'said']);

interface TableSectionProps {
  readonly table: TablePeek;
  readonly rule: TableRule;
  readonly onChange: (rule: TableRule) => void;
}

/** How the cells are read: seldom needed, so folded. */
function CellFields({ rule, onChange }: Omit<TableSectionProps, 'table'>) {
  const isDated = 'columns' in rule && rule.columns.some((role) => DATED.has(role));
  const separator = rule.separator ?? '';
  const isOther = !mappingText.separators.some(({ value }) => value === separator);
  const separators = [...mappingText.separators, ...(isOther ? [{ value: separator, label: separator }] : [])];
  return (
    <>
      {isDated && (
        <ChoiceField
          label={mappingText.dateOrder}
          options={ORDER_OPTIONS}
          value={rule.dateOrder}
          onChoose={(dateOrder) => onChange({ ...rule, dateOrder })}
        />
      )}
      <details className="mapping-more">
        <summary>{mappingText.more}</summary>
        <label className="mapping-tick">
          <input
            type="checkbox"
            checked={rule.hasHeader}
            onChange={(event) => onChange({ ...rule, hasHeader: event.target.checked })}
          />
          <span>{mappingText.hasHeader}</span>
        </label>
        <ChoiceField<string>
          label={mappingText.separator}
          options={separators}
          value={separator}
          onChoose={(chosen) => onChange({ ...rule, separator: chosen === '' ? null : chosen })}
        />
      </details>
    </>
  );
}

/** One table: what its rows are, what its columns are, and what holds for all of it. */
export function TableSection({ table, rule, onChange }: TableSectionProps) {
  const headingId = useId();
  /** What was said of the table as something else comes back with that. */
  const shaped = useRef(new Map<TableRule['shape'], TableRule>());
  const chooseShape = (shape: TableRule['shape']): void => {
    shaped.current.set(rule.shape, rule);
    const before = shaped.current.get(shape);
    const isSame = before?.header.length === rule.header.length && before.hasHeader === rule.hasHeader;
    onChange(before && isSame ? before : reshape(rule, shape));
  };
  return (
    <section className="mapping-table" aria-labelledby={headingId}>
      <div className="mapping-table-head">
        <h3 id={headingId}>{mappingText.rows(table.name, table.rows)}</h3>
        <ChoiceField label={mappingText.shape} options={SHAPE_OPTIONS} value={rule.shape} onChoose={chooseShape} />
      </div>
      {rule.shape !== 'skip' && (
        <>
          <SampleTable table={table} rule={rule} onChange={onChange} />
          <div className="mapping-fields" role="group" aria-label={mappingText.constants}>
            <ConstantFields rule={rule} onChange={onChange} />
            <CellFields rule={rule} onChange={onChange} />
          </div>
        </>
      )}
    </section>
  );
}
