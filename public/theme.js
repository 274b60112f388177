// Before the first paint: the reader's own choice of colours, if one was kept, and whether another page frames this one.
if (new URLSearchParams(location.search).has('embed')) document.documentElement.dataset.embed = '';
try {
  const kept = localStorage.getItem('sayso.theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // Storage may be refused; then the device's setting holds.
}
