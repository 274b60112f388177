/** A file to be read. Text that was pasted has the name that the reader is to see for it. */
export interface NamedContent {
  readonly name: string;
  readonly content: Blob | string;
}
