// Before the first paint: colours, whether another page frames this one, and what this tab had open.
const { search, hash } = location;
const data = document.documentElement.dataset;
const asks = (name) => new URLSearchParams(search).has(name);
if (asks('embed')) data.embed = '';
if (asks('data')) data.opening = '';
try {
  const kept = localStorage.getItem('sayso.theme');
  if (kept === 'light' || kept === 'dark') data.theme = kept;
  const tab = JSON.parse(sessionStorage.getItem('sayso.tab'));
  const made = /&d=([^&,]*)/.exec(hash);
  const isOther = /^#v\d/.test(hash) && (!made || decodeURIComponent(made[1]) !== tab?.id);
  if (tab && !isOther && !asks('embed') && !asks('data')) data.opening = tab.opening;
} catch {
  // Storage may be refused.
}
