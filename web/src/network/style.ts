/** Where names would be smaller than this many pixels they are not set at all: that costs most of a draw. */
export const LEAST = 6;
export const LETTERS = 11;

// The look of parties and ties, read from the tokens of the page, so that both themes have theirs.
import type { StylesheetJson } from "cytoscape";
import { token } from "../parts/dom";

const SHAPES = {
  person: "ellipse",
  company: "rectangle",
  bank: "diamond",
  ship: "polygon",
  state: "hexagon",
  group: "cut-rectangle",
} as const;

export function style(): StylesheetJson {
  const ink = token("--ink");
  const paper = token("--surface");
  const kinds = Object.entries(SHAPES).flatMap(([kind, shape]) => [
    {
      selector: `node[shape = "${kind}"]`,
      style: {
        shape,
        "background-color": token(`--t-${kind}`),
        "border-color": token(`--t-${kind}`),
        ...(kind === "ship" ? { "shape-polygon-points": [-1, -0.6, 1, -0.6, 0.6, 0.7, -0.6, 0.7] } : {}),
      },
    },
  ]);
  return [
    {
      selector: "node",
      style: {
        width: 18,
        height: 18,
        color: ink,
        "font-family": token("--font-sans"),
        "font-size": LETTERS,
        "text-wrap": "wrap",
        "text-max-width": "150px",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-background-color": paper,
        "text-background-opacity": 0.85,
        "min-zoomed-font-size": LEAST,
        "border-width": 1.5,
      },
    },
    { selector: "node.named", style: { label: "data(name)" } },
    { selector: "edge.named", style: { label: "data(label)" } },
    ...kinds,
    { selector: "node[!listed]", style: { "background-color": paper, "border-style": "dashed" } },
    {
      selector: "edge",
      style: {
        width: 1.2,
        "curve-style": "straight",
        "line-color": token("--edge"),
        "target-arrow-color": token("--edge"),
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.7,
        color: token("--ink-2"),
        "font-family": token("--font-sans"),
        "font-size": 10,
        "text-background-color": paper,
        "text-background-opacity": 1,
        "min-zoomed-font-size": LEAST,
      },
    },
    {
      selector: "edge[?unverified]",
      style: { "line-style": "dashed", "line-color": token("--doubt-rule"), "target-arrow-color": token("--doubt-rule") },
    },
    { selector: "node:selected", style: { "border-color": token("--accent"), "border-width": 4, "border-style": "solid" } },
    {
      selector: "edge:selected",
      style: { width: 3, "line-color": token("--accent"), "target-arrow-color": token("--accent") },
    },
  ] as StylesheetJson;
}
