// The side panel: what is selected in words, and the ways on from it.
import { one } from "../parts/dom";
import type { Joined, Spot } from "./data";

function element(tag: string, text = "", kind = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function link(href: string, text: string, kind = ""): HTMLElement {
  const made = element("a", text, kind) as HTMLAnchorElement;
  made.href = href;
  return made;
}

function show(...parts: HTMLElement[]): void {
  one("#net-panel")?.replaceChildren(...parts);
}

function proofs(joins: Joined[]): HTMLElement {
  const list = element("ul", "", "small");
  for (const proof of joins.flatMap((join) => join.ties)) {
    const row = element("li", `${proof.words} `);
    const days = proof.days ? `, held ${proof.days}` : "";
    row.append(element("span", `${proof.grade}${days} `, "muted"), link(proof.href, "evidence"));
    list.append(row);
  }
  return list;
}

export function party(spot: Spot, joins: Joined[]): void {
  const ways = element("p", "", "ways");
  ways.append(link(spot.href, "Open party", "btn primary"));
  if (spot.open) ways.append(link(spot.open, `Add ${Math.min(25, spot.more)} of ${spot.more} neighbors`, "btn"));
  if (spot.all) ways.append(link(spot.all, `Add all ${spot.more}`, "btn"));
  ways.append(link(spot.hide, "Hide", "btn"));
  show(element("h2", spot.name), element("p", `${spot.kind}; ${spot.standing}`, "small"), ways, proofs(joins));
  const about = one<HTMLSelectElement>("#note-about");
  if (about) about.value = spot.id;
}

export function tie(join: Joined): void {
  const number = join.ties.length;
  show(element("h2", number === 1 ? "A tie" : `${number} ties between two parties`), proofs([join]));
}

export function many(spots: Spot[]): void {
  const here = new URL(location.href);
  for (const spot of spots) here.searchParams.append("hide", spot.id);
  const ways = element("p", "", "ways");
  ways.append(link(here.href, `Hide these ${spots.length}`, "btn"));
  const list = element("ul", "", "small");
  for (const spot of spots) {
    const row = element("li");
    row.append(link(spot.href, spot.name), element("span", ` ${spot.standing}`, "muted"));
    list.append(row);
  }
  show(element("h2", `${spots.length} parties`), ways, list);
}

export function nothing(): void {
  show(
    element("h2", "Nothing selected"),
    element("p", "Select a party for the ways on from it. Select a tie to open its evidence.", "small"),
  );
}
