import type { TablePeek, TableRule } from '../../model/tableMapping.ts';
import {
  ENTITY_ROLE_GROUPS,
  mappingText,
  RELATION_ROLE_GROUPS,
  type RoleGroup,
  sayCell,
} from '../../words/mappingText.ts';
import { ENTITY_ROLE_NAMES, RELATION_ROLE_NAMES } from '../../words/roleNames.ts';
import { type RuleWithColumns, setRole } from './editMapping.ts';

/** Rows that are shown: enough to know a column by. */
const ROWS = 5;

interface RoleSelectProps<Role extends string> {
  readonly column: string;
  readonly role: Role;
  readonly groups: readonly RoleGroup<Role>[];
  readonly names: Readonly<Record<Role, string>>;
  readonly onChoose: (role: string) => void;
}

function RoleSelect<Role extends string>({ column, role, groups, names, onChoose }: RoleSelectProps<Role>) {
  return (
    <select
      aria-label={mappingText.column(column)}
      data-role={role}
      value={role}
      onChange={(event) => onChoose(event.target.value)}
    >
      {groups.map(({ heading, roles }) => (
        <optgroup key={heading} label={heading}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

interface ColumnProps {
  readonly rule: RuleWithColumns;
  readonly at: number;
  readonly onChange: (rule: TableRule) => void;
}

function ColumnRole({ rule, at, onChange }: ColumnProps) {
  const column = rule.header[at] ?? '';
  const onChoose = (role: string): void => onChange(setRole(rule, at, role));
  if (rule.shape === 'relations') {
    return (
      <RoleSelect
        column={column}
        role={rule.columns[at] ?? 'property'}
        groups={RELATION_ROLE_GROUPS}
        names={RELATION_ROLE_NAMES}
        onChoose={onChoose}
      />
    );
  }
  return (
    <RoleSelect
      column={column}
      role={rule.columns[at] ?? 'property'}
      groups={ENTITY_ROLE_GROUPS}
      names={ENTITY_ROLE_NAMES}
      onChoose={onChoose}
    />
  );
}

interface SampleTableProps {
  readonly table: TablePeek;
  readonly rule: TableRule;
  readonly onChange: (rule: TableRule) => void;
}

/** The first rows of a table, with what each column is above it. It scrolls inside itself. */
export function SampleTable({ table, rule, onChange }: SampleTableProps) {
  const roles = 'columns' in rule ? rule : null;
  return (
    <section
      className="sample"
      aria-label={mappingText.sample(table.name)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {rule.header.map((name, at) => (
              <th key={at} scope="col" data-role={roles?.columns[at]}>
                {roles && <ColumnRole rule={roles} at={at} onChange={onChange} />}
                <span className="sample-name" dir="auto">
                  {sayCell(name)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, ROWS).map((row, line) => (
            <tr key={line}>
              {rule.header.map((_, at) => (
                <td key={at} dir="auto" data-role={roles?.columns[at]}>
                  {sayCell(row[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
