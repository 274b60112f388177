/** The look of a dossier: a page of a newspaper's research desk, on screen and on A4 or Letter paper. */
export const DOSSIER_STYLE = `
:root{color-scheme:light dark;--ground:#fbf9f4;--ink:#1f1c18;--soft:#5f5850;--rule:#d8d1c4;--red:#a8201a;--link:#1d5b8f}
@media (prefers-color-scheme:dark){:root{--ground:#191714;--ink:#ece6db;--soft:#b3aa9d;--rule:#46403a;--red:#ff9389;--link:#8fbfe8}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.5 'Source Sans 3','Helvetica Neue',Arial,sans-serif}
.dossier{max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2{font-family:'Source Serif 4',Georgia,'Times New Roman',serif;line-height:1.2;text-wrap:balance}
h1{font-size:2.1rem;margin:0 0 .6rem}
h2{font-size:1.45rem;margin:2.6rem 0 .4rem;padding-top:.8rem;border-top:2px solid var(--ink)}
h3{font-size:.95rem;margin:1.5rem 0 .35rem;color:var(--soft);letter-spacing:.02em}
p{margin:.35rem 0}
ul,ol{margin:.4rem 0;padding:0;list-style:none}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.over{margin:0 0 .3rem;color:var(--soft);font-size:.95rem}
.clocks{font-weight:600}
.standfirst{font-size:1.1rem}
.how,.scope,.soft{color:var(--soft)}
.how{font-style:italic}
.relation{margin:0 0 .9rem}
.sentence{font-weight:600;margin:0}
.sentence .soft{font-weight:400}
.line{margin:0;padding-left:1rem}
.fact{margin:.2rem 0}
.dispute{color:var(--red);font-weight:600}
.ref{font-size:.82em;font-weight:400;text-decoration:none;white-space:nowrap}
.ref:hover{text-decoration:underline}
.disputes li{margin:.3rem 0}
.notes li,.sources li{display:grid;grid-template-columns:2.6rem 1fr;margin:.55rem 0;font-size:.95rem}
.number{color:var(--soft);font-variant-numeric:tabular-nums}
.notes p,.sources p{margin:0}
.place{color:var(--soft)}
.credits{margin-top:2.5rem;padding-top:.6rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.9rem}
:target{background:color-mix(in srgb,var(--link) 14%,transparent)}
@media print{
@page{margin:18mm 17mm 20mm}
:root{color-scheme:light;--ground:#fff;--ink:#000;--soft:#3d3d3d;--rule:#999;--red:#a8201a;--link:#000}
body{font-size:10pt;line-height:1.4}
.dossier{max-width:none;padding:0}
h1{font-size:21pt}h2{font-size:14pt;margin-top:16pt}h3{font-size:10pt}
h1,h2,h3{break-after:avoid}
.relation,.notes li,.sources li,.fact,.disputes li{break-inside:avoid}
.back{display:none}
a{text-decoration:none}
:target{background:none}
}
`.trim();
