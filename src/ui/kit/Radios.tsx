import { useId } from 'react';

interface RadiosProps<Value extends string | number> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly className?: string;
}

/** One choice of a few, all of them seen. */
export function Radios<Value extends string | number>(props: RadiosProps<Value>) {
  const { legend, options, value, onChoose, className = '' } = props;
  const name = useId();
  return (
    <fieldset className={`radios ${className}`.trim()}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled ?? false}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
