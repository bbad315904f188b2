// The canvas: draws what the page holds, tells what is selected, restyles with the theme.
import cytoscape from "cytoscape";
import type { Core } from "cytoscape";
import type { Drawn, Joined, Spot } from "./data";
import { LEAST, LETTERS, style } from "./style";
import { many, nothing, party, tie } from "./panel";

export interface Drawing {
  cy: Core;
  fit(): void;
  clear(): void;
  evidence(): void;
  select(kind: string): void;
}

const STYLESHEET = "__________cytoscape_stylesheet";

export function drawing(stage: HTMLElement, data: Drawn): Drawing {
  const began = performance.now();
  // the library would add a style element, which the policy of the page refuses; css/network.css has its one rule
  const held = document.createElement("meta");
  held.id = STYLESHEET;
  document.head.append(held);
  const spots = new Map(data.spots.map((spot) => [spot.id, spot]));
  const joins = new Map(data.joins.map((join) => [join.id, join]));
  const cy = cytoscape({
    container: stage,
    elements: {
      nodes: data.spots.map((s) => ({
        data: { id: s.id, name: s.name, shape: s.shape, listed: s.listed },
        position: { x: s.x, y: s.y },
      })),
      edges: data.joins.map((j) => ({
        data: { id: j.id, source: j.source, target: j.target, label: j.label, unverified: j.unverified },
      })),
    },
    layout: { name: "preset", fit: false },
    style: style(),
    minZoom: 0.05,
    maxZoom: 4,
  });
  whole(cy, stage, data.spots);
  let named = false;
  const name = (): void => {
    if (named || cy.zoom() * LETTERS < LEAST) return;
    named = true;
    cy.elements().addClass("named");
  };
  name();
  cy.on("zoom", name);
  cy.one("render", () => {
    stage.dataset["drawn"] = (performance.now() - began).toFixed(0);
    stage.dataset["nodes"] = String(cy.nodes().length);
    stage.dataset["edges"] = String(cy.edges().length);
  });
  const chosen = (): { parties: Spot[]; ties: Joined[] } => ({
    parties: cy.$("node:selected").map((n) => spots.get(n.id())!),
    ties: cy.$("edge:selected").map((e) => joins.get(e.id())!),
  });
  let told = 0;
  const tell = (): void => {
    clearTimeout(told);
    told = window.setTimeout(() => {
      const { parties, ties } = chosen();
      if (parties.length > 1) many(parties);
      else if (parties[0]) party(parties[0], data.joins.filter((j) => [j.source, j.target].includes(parties[0]!.id)));
      else if (ties[0]) tie(ties[0]);
      else nothing();
    });
  };
  cy.on("select unselect", tell);
  const open = (join: Joined | undefined): void => {
    const proof = join?.ties[0];
    if (join?.ties.length === 1 && proof) location.assign(proof.href);
  };
  cy.on("tap", "edge", (event) => open(joins.get(event.target.id())));
  const restyle = (): void => void cy.style(style());
  addEventListener("yalu-theme", restyle);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  return {
    cy,
    fit: () => whole(cy, stage, data.spots),
    clear: () => void cy.$(":selected").unselect(),
    evidence: () => {
      const { parties, ties } = chosen();
      if (ties[0]?.ties[0]) location.assign(ties[0].ties[0].href);
      else if (parties.length === 1) location.assign(parties[0]!.href);
    },
    select: (kind) => {
      cy.$(":selected").unselect();
      cy.$(`node[shape = "${kind}"]`).select();
    },
  };
}

/** All in view, by the places that the page gives; a few parties are not drawn larger than life. */
function whole(cy: Core, stage: HTMLElement, spots: Spot[]): void {
  const xs = spots.map((s) => s.x);
  const ys = spots.map((s) => s.y);
  const [left, top] = [Math.min(...xs) - 80, Math.min(...ys) - 24];
  const [wide, high] = [Math.max(...xs) + 80 - left, Math.max(...ys) + 56 - top];
  const zoom = Math.min(stage.clientWidth / wide, stage.clientHeight / high, 1.4);
  const x = (stage.clientWidth - wide * zoom) / 2 - left * zoom;
  const y = (stage.clientHeight - high * zoom) / 2 - top * zoom;
  cy.viewport({ zoom, pan: { x, y } });
}
