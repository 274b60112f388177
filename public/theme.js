// Before the first paint: the reader's own choice of colours, if one was kept.
try {
  const kept = localStorage.getItem('sayso.theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // Storage may be refused; then the device's setting holds.
}
