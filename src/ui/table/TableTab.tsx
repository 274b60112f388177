export function TableTab() {
  return <p>…</p>;
}
