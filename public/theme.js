// Before the first paint: the reader's own choice of colours, whether another page frames this one, and what this tab had
// open, which comes back unless the address asks for something else: nothing else is to be shown before it.
const { search, hash } = location;
const data = document.documentElement.dataset;
const asks = (name) => new URLSearchParams(search).has(name);
if (asks('embed')) data.embed = '';
try {
  const kept = localStorage.getItem('sayso.theme');
  if (kept === 'light' || kept === 'dark') data.theme = kept;
  const tab = JSON.parse(sessionStorage.getItem('sayso.tab'));
  const made = /&d=([^&,]*)/.exec(hash);
  const isOther = /^#v\d/.test(hash) && (!made || decodeURIComponent(made[1]) !== tab?.id);
  if (tab && !isOther && !asks('embed') && !asks('data')) data.opening = tab.opening;
} catch {
  // Storage may be refused; then the device's setting holds, and the page starts with its own story.
}
