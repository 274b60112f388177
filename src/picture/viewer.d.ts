/** Script and stylesheet of the stand-alone page's viewer, minified; compiled by `scripts/viewerPlugin.mjs`. */
declare module 'virtual:viewer' {
  export const viewerScript: string;
  export const viewerStyle: string;
}
