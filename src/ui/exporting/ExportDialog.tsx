export function ExportDialog() {
  return <p>…</p>;
}
