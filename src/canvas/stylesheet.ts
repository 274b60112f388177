import type { StylesheetJson } from 'cytoscape';
import { CALLOUT, NAME_SIZE, WORDING_SIZE } from '../scene/labels.ts';
import { STROKE } from '../scene/marks.ts';
import type { Palette } from '../scene/palette.ts';
import { BADGE } from './drawControls.ts';

/** The family that the scene's text metrics were measured from, then the system's. */
const FONT_FAMILY = '"Source Sans 3", "Noto Sans", "Noto Sans CJK SC", sans-serif';

function nodeRules(palette: Palette): StylesheetJson {
  return [
    {
      // The veil has none of these data.
      selector: 'node[record]',
      style: {
        'z-index-compare': 'manual',
        'z-index': 2,
        width: 'data(size)',
        height: 'data(size)',
        shape: 'data(shape)',
        'shape-polygon-points': 'data(points)',
        'background-color': 'data(fill)',
        'background-image': 'data(icon)',
        'background-width': '62%',
        'background-height': '62%',
        'border-width': 0,
        label: 'data(label)',
        'font-family': FONT_FAMILY,
        'font-size': NAME_SIZE,
        'font-weight': 'data(weight)',
        'line-height': 1.2,
        color: palette.ink,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'data(valign)',
        'text-halign': 'data(halign)',
        'text-justification': 'data(justify)',
        'text-margin-x': 'data(marginX)',
        'text-margin-y': 'data(marginY)',
        'text-outline-color': palette.ground,
        'text-outline-width': 2,
        // A name is as good to click as its disc.
        'text-events': 'yes',
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node.event',
      style: {
        'border-width': STROKE.outline + 0.5,
        'border-color': 'data(edge)',
        'border-style': 'data(dash)',
        'border-dash-pattern': 'data(dashes)',
        'background-width': '50%',
        'background-height': '50%',
      },
    },
  ] as unknown as StylesheetJson;
}

function nodeMarkRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node.disputed',
      style: {
        'text-background-color': palette.sheet,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'round-rectangle',
        'text-border-color': palette.dispute,
        'text-border-width': 1.25,
        'text-border-opacity': 1,
        'text-outline-width': 0,
      },
    },
  ] as unknown as StylesheetJson;
}

function edgeRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'edge[record]',
      style: {
        'z-index-compare': 'manual',
        'z-index': 1,
        'curve-style': 'straight',
        width: 'data(width)',
        'line-color': palette.line,
        'line-style': 'data(line)',
        'line-dash-pattern': 'data(dashes)',
        'target-arrow-shape': 'data(arrowTo)',
        'source-arrow-shape': 'data(arrowFrom)',
        'target-arrow-color': palette.line,
        'source-arrow-color': palette.line,
        'arrow-scale': 0.9,
        label: 'data(label)',
        'font-family': FONT_FAMILY,
        'font-size': WORDING_SIZE,
        'line-height': 1.2,
        color: palette.ink,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-margin-x': 'data(marginX)',
        'text-margin-y': 'data(marginY)',
        'text-background-color': palette.ground,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'round-rectangle',
        'text-events': 'yes',
        'overlay-opacity': 0,
      },
    },
  ] as unknown as StylesheetJson;
}

function edgeMarkRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'edge.loop',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(reach)',
        'loop-direction': '0deg',
        'loop-sweep': '60deg',
      },
    },
    {
      selector: 'edge.hollow',
      style: {
        'line-color': palette.ground,
        width: STROKE.hollow - 2,
        'line-outline-width': 1,
        'line-outline-color': palette.line,
      },
    },
    { selector: 'edge.unsourced', style: { 'line-color': palette.faint } },
    { selector: 'edge.unlabelled', style: { label: '' } },
    {
      selector: 'edge.disputed',
      style: {
        'text-background-color': palette.sheet,
        'text-border-color': palette.dispute,
        'text-border-width': 1.25,
        'text-border-opacity': 1,
      },
    },
  ] as unknown as StylesheetJson;
}

/** What hangs at a disc: a badge with a count, and a pin. */
function controlRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node.badge, node.pin',
      style: { 'z-index-compare': 'manual', 'z-index': 3, 'overlay-opacity': 0 },
    },
    {
      selector: 'node.badge',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8px',
        width: 'data(width)',
        height: BADGE.height,
        'background-color': palette.sheet,
        'border-width': 1,
        'border-color': palette.line,
        label: 'data(label)',
        'font-family': FONT_FAMILY,
        'font-size': BADGE.text,
        'font-weight': 600,
        color: palette.ink,
        'text-valign': 'center',
        'text-halign': 'center',
      },
    },
    {
      selector: 'node.pin',
      style: {
        width: BADGE.pin + 4,
        height: BADGE.pin + 4,
        'background-color': palette.ground,
        'background-image': 'data(icon)',
        'background-width': `${BADGE.pin}px`,
        'background-height': `${BADGE.pin}px`,
        events: 'no',
      },
    },
  ] as unknown as StylesheetJson;
}

/** What the reader wrote into the picture: a sheet, and a thin line with a dot to what it is about. */
function calloutRules(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node.callout-part, edge.callout-line',
      style: { 'z-index-compare': 'manual', 'z-index': 3, 'overlay-opacity': 0 },
    },
    {
      selector: 'node.callout',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '3px',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': palette.sheet,
        'border-width': 1,
        'border-color': palette.soft,
        label: 'data(label)',
        'font-family': FONT_FAMILY,
        'font-size': CALLOUT.size,
        'line-height': 1.2,
        color: palette.ink,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'center',
        'text-halign': 'center',
        'text-justification': 'data(justify)',
      },
    },
    {
      selector: 'node.tip, node.tail',
      style: { width: 4, height: 4, 'background-color': palette.soft, events: 'no' },
    },
    { selector: 'node.tail', style: { width: 1, height: 1 } },
    {
      selector: 'edge.callout-line',
      style: { 'curve-style': 'straight', width: 1, 'line-color': palette.soft, events: 'no' },
    },
  ] as unknown as StylesheetJson;
}

/** The fixed rules; all that differs between elements comes from their data and classes. */
export function buildStylesheet(palette: Palette): StylesheetJson {
  return [
    ...nodeRules(palette),
    ...nodeMarkRules(palette),
    ...edgeRules(palette),
    ...edgeMarkRules(palette),
    ...controlRules(palette),
    ...calloutRules(palette),
    // One sheet of ground between what recedes (below) and what stands out (above): nothing else is redrawn.
    {
      selector: 'node.veil',
      style: {
        'z-index-compare': 'manual',
        'z-index': 5,
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': palette.ground,
        'background-opacity': 0.8,
        'background-image': 'none',
        'border-width': 0,
        label: '',
        events: 'no',
      },
    },
    { selector: 'edge.stands[record]', style: { 'z-index': 6, label: 'data(label)' } },
    { selector: 'node.stands', style: { 'z-index': 7 } },
    {
      selector: 'node.badge.stands, node.pin.stands, .callout-part.stands, .callout-line.stands',
      style: { 'z-index': 8 },
    },
    { selector: 'edge.selected', style: { width: STROKE.selected } },
    {
      selector: 'node.selected',
      style: {
        'outline-width': 2,
        'outline-offset': 1,
        'outline-color': palette.ring,
      },
    },
  ] as unknown as StylesheetJson;
}
