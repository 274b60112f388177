import { type ReactNode, useId } from 'react';

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onTick: (on: boolean) => void;
}

/** A choice of yes or no; the hint says what it means. */
export function Tick({ label, hint, checked, onTick }: TickProps) {
  const hintId = useId();
  return (
    <div className="export-tick">
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="export-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface Option<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string | number> {
  readonly label: string;
  /** A group without a name stands for itself. */
  readonly groups: readonly { readonly name?: string; readonly options: readonly Option<Value>[] }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One choice of several, of which only the chosen one is seen. */
export function Select<Value extends string | number>({ label, groups, value, onChoose }: SelectProps<Value>) {
  const all = groups.flatMap(({ options }) => options);
  const draw = (options: readonly Option<Value>[]): ReactNode =>
    options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <label className="export-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = all.find((option) => String(option.value) === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {groups.map(({ name, options }) =>
          name ? (
            <optgroup key={name} label={name}>
              {draw(options)}
            </optgroup>
          ) : (
            draw(options)
          ),
        )}
      </select>
    </label>
  );
}
