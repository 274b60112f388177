import type { FormatId } from './format.ts';

/** A value as files type them; lists are of single values. */
export type Scalar = string | number | boolean;
export type AttributeValue = Scalar | readonly Scalar[];
/** By the name the file uses; a Map, since names come from data. */
export type Attributes = ReadonlyMap<string, AttributeValue>;

/** When a node or an edge is there, as the file writes it; an end that is left out is open. */
export interface Spell {
  readonly start?: string;
  readonly end?: string;
}

interface GraphPart {
  /** "line 12", "nodes[3]": where in the file. */
  readonly where: string;
  readonly attributes: Attributes;
  readonly spells?: readonly Spell[];
  /** Keys of `sources` that say so. */
  readonly citations?: readonly string[];
  /** What its citations say of it word for word, by key; beside what they say of everything they are cited for. */
  readonly quotes?: ReadonlyMap<string, readonly string[]>;
  /** What cannot be an attribute (drawing, ports, nested values): kept by format id and written back as it is. JSON values. */
  readonly kept?: unknown;
}

export interface GraphNode extends GraphPart {
  readonly id: string;
  /** Null where the file gives none. */
  readonly label: string | null;
  readonly x?: number;
  readonly y?: number;
  /** Ids of the nodes that it is nested in or grouped under. */
  readonly parents?: readonly string[];
  /** A hyperedge that the reader turned into a node: it becomes an Event, and the edges to its ends its roles. */
  readonly isHyperedge?: boolean;
}

export interface GraphEdge extends GraphPart {
  /** Null where the file gives none. */
  readonly id: string | null;
  readonly source: string;
  readonly target: string;
  /** False: the order of its ends means nothing. */
  readonly directed: boolean;
  /** Its wording; null where the file gives none as such (an attribute may then hold it). */
  readonly label: string | null;
  /** From a reader that turned a hyperedge into a node: counts as no edge of the file. */
  readonly isRole?: boolean;
}

/** A graph with attributes, the common form of GraphML, GEXF, Cytoscape, CX, graphology and similar files. */
export interface PropertyGraph {
  readonly format: FormatId;
  readonly title: string | null;
  readonly description?: string;
  readonly attributes: Attributes;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** So many nodes of the file are left out, since they say again what is among `nodes`. */
  readonly joined?: number;
  /** Declared types of attributes as the format names them ("double", "list_of_string"), so that they go back as they came. */
  readonly declared?: { readonly node: ReadonlyMap<string, string>; readonly edge: ReadonlyMap<string, string> };
  /** What of the whole file cannot be an attribute: visual styles, opaque aspects. JSON values. */
  readonly kept?: unknown;
  /** Shared citations by key (CX1). */
  readonly sources?: ReadonlyMap<string, GraphSource>;
}

/** A source as a graph file cites it. */
export interface GraphSource {
  readonly title: string | null;
  readonly url: string | null;
  readonly authors: readonly string[];
  readonly quotes?: readonly string[];
}
