export function DetailsPanel() { return <p>…</p>; }
