declare module 'edtf' {
  /** The part of the library that a test compares with. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
