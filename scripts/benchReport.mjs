/** The value below which a share of the sorted numbers lies, between neighbours in proportion. */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

const round = (value) => Math.round(value * 10) / 10;

/** Median and spread of at least one number, rounded to 0.1. */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => round(quantile(sorted, share));
  return { median: at(0.5), min: at(0), max: at(1), q1: at(0.25), q3: at(0.75), p95: at(0.95) };
}

/**
 * One result for each row of a step from its runs, `{values, problems}` each, where `problems` says by row why there is no
 * value; `problem` says why a whole run failed. `met` compares the median with the budget; a budget without a figure is not met, null is for rows without one.
 */
export function buildResults(step, runs, problem) {
  return step.rows.map(({ key, what, unit, budget }) => {
    const why = problem ?? runs.find((run) => run.problems?.[key])?.problems[key] ?? null;
    const named = { name: `${step.name}.${key}`, what: what.trim(), unit, budget };
    const values = runs.map((run) => run.values[key]).filter((value) => Number.isFinite(value));
    if (values.length === 0)
      return { ...named, met: budget === null ? null : false, problem: why ?? 'nothing was measured' };
    const { median, min, max, q1, q3 } = summarise(values);
    const figures = { median, min, max, iqr: [q1, q3], values: values.map(round) };
    return { ...named, met: budget === null ? null : median <= budget, ...figures, ...(why ? { problem: why } : {}) };
  });
}

function say(value, unit) {
  if (value === null || value === undefined) return '–';
  const digits = unit === 'bytes' || value >= 100 ? 0 : 1;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function sayVerdict({ budget, met, problem, median }) {
  if (median === undefined) return budget === null ? 'not measured' : 'NOT MET, not measured';
  const partly = problem ? ', not in every run' : '';
  if (budget === null) return partly.slice(2);
  return (met ? 'met' : 'NOT MET') + partly;
}

/** The results as a table of text: what · median · spread · budget · met or not. */
export function writeTable(results, steps) {
  const indents = new Map(steps.flatMap((step) => step.rows.map(({ key, what }) => [`${step.name}.${key}`, what])));
  const rows = results.map((result) => {
    const { name, unit, median, min, max, iqr, budget } = result;
    const spread =
      median === undefined
        ? '–'
        : `${say(min, unit)} to ${say(max, unit)}, middle half ${say(iqr[0], unit)} to ${say(iqr[1], unit)}`;
    return [
      indents.get(name) ?? result.what,
      `${say(median, unit)} ${unit}`,
      spread,
      say(budget, unit),
      sayVerdict(result),
    ];
  });
  const all = [['what', 'median', 'spread', 'budget', ''], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map((row) => row[i].length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Which budgets are met, in sentences. */
export function writeVerdict(results) {
  const budgets = results.filter(({ budget }) => budget !== null);
  const missed = budgets.filter(({ met }) => !met);
  const lines = missed.map(({ what, unit, median, budget, problem }) =>
    median === undefined ? `  ${what}: ${problem}` : `  ${what}: ${say(median, unit)} of ${say(budget, unit)} ${unit}`,
  );
  return [`${budgets.length - missed.length} of ${budgets.length} budgets are met.`]
    .concat(missed.length > 0 ? ['NOT MET:', ...lines] : [])
    .join('\n');
}
