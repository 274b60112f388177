export function SourcesTab() {
  return <p>…</p>;
}
