// Before the first paint: the reader's own choice of colours, if one was kept, and whether another page frames this one.
if (new URLSearchParams(location.search).has('embed')) document.documentElement.dataset.embed = '';
try {
  // What this tab had open comes back, unless the address asks for something else: it is not to be shown before that.
  const tab = JSON.parse(sessionStorage.getItem('sayso.tab'));
  const { search, hash } = location;
  const made = /&d=([^&,]*)/.exec(hash);
  const isLinked = /^#v\d/.test(hash) && (!made || decodeURIComponent(made[1]) !== tab.id);
  if (tab && !isLinked && !/[?&](embed|data)\b/.test(search)) document.documentElement.dataset.opening = tab.opening;
} catch {
  // Storage may be refused; then the page starts with its own story.
}
try {
  const kept = localStorage.getItem('sayso.theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch {
  // Storage may be refused; then the device's setting holds.
}
