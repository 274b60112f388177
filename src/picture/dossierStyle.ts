import { PALETTES, type Theme } from '../scene/palette.ts';

/** Sayso's own colours; a dossier has few of them. */
function colours(theme: Theme): string {
  const { ground, ink, soft, rule, faint, dispute } = PALETTES[theme];
  return `--ground:${ground};--ink:${ink};--soft:${soft};--rule:${rule};--faint:${faint};--red:${dispute};`;
}

/** The look of a dossier, for anything inside `.dossier`: in a page of its own and in the app's printed sheet. */
export const DOSSIER_STYLE = `
.dossier{
${colours('light')}
max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;background:var(--ground);color:var(--ink);
font:17px/1.5 'Source Sans 3','Helvetica Neue',Arial,sans-serif;overflow-wrap:break-word;
*{box-sizing:border-box}
h1,h2{font-family:'Source Serif 4',Georgia,'Times New Roman',serif;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.5em,1.1em + 2.2vw,2em);margin:0 0 .3em}
h2{font-size:1.35em;margin:1.8em 0 .3em;padding-top:.5em;border-top:2px solid var(--ink)}
h3{font-size:.92em;margin:1.5em 0 .35em;color:var(--soft);letter-spacing:.02em}
p{margin:.35em 0}
ul,ol{margin:.4em 0;padding:0;list-style:none}
a{color:inherit;text-decoration-color:var(--faint);text-underline-offset:.2em}
a:hover{text-decoration-color:currentcolor}
a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.over{margin:0 0 .3em;color:var(--soft);font-size:.92em}
.clocks{font-weight:600}
.standfirst{font-size:1.06em}
.how,.scope,.soft{color:var(--soft)}
.how{font-style:italic}
.relation{margin:0 0 .9em}
.sentence{margin:0}
.line{margin:0;padding-left:1em}
.standing{font-weight:600}
.fact,.disputes li,.named li{margin:.25em 0}
.dispute{color:var(--red);font-weight:600}
.ref{color:var(--soft);font-size:.85em;font-weight:400;white-space:nowrap}
.notes li,.sources li{display:grid;grid-template-columns:2.8em 1fr;margin:.55em 0;font-size:.92em}
.number{color:var(--soft);font-variant-numeric:tabular-nums}
.notes p,.sources p{margin:0;min-width:0}
.place{color:var(--soft)}
.credits{margin-top:2.5em;padding-top:.6em;border-top:1px solid var(--rule);color:var(--soft);font-size:.88em}
:target{background:color-mix(in srgb,var(--ink) 12%,transparent)}
}
@media (prefers-color-scheme:dark){
.dossier{${colours('dark')}}
}
@media print{
.dossier{
${colours('light')}--ground:#fff;--ink:#000;--soft:#3d3d3d;--rule:#999;
max-width:none;padding:0;font-size:10pt;line-height:1.4;
h1,h2,h3{break-after:avoid}
h2{margin-top:1.4em;border-top-width:1px}
h3{margin-top:1em}
.relation{margin-bottom:.6em}
.relation,.notes li,.sources li,.fact,.disputes li{break-inside:avoid}
.notes{columns:2;column-gap:2.2em}
.back{display:none}
a{text-decoration:none}
:target{background:none}
}
}
`.trim();

/** What a page of its own needs besides: the ground behind it, and margins of the paper. */
export const DOSSIER_PAGE_STYLE = `
:root{color-scheme:light dark}
body{margin:0;background:${PALETTES.light.ground}}
@media (prefers-color-scheme:dark){body{background:${PALETTES.dark.ground}}}
@page{margin:17mm 16mm 19mm}
@media print{:root{color-scheme:light}body{background:#fff}}
`.trim();
