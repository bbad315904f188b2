// Keys, the legend by which a kind is selected, and the clock.
import { all, keysOn, one, typing } from "../parts/dom";
import type { Drawing } from "./drawing";

export function keys(drawn: Drawing | null): void {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") return drawn?.clear();
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
    const follow = (selector: string): void => one<HTMLAnchorElement>(selector)?.click();
    switch (event.key) {
      case "[":
        return follow("[data-back]");
      case "]":
        return follow("[data-forward]");
      case "z":
        return follow("[data-undo]");
      case "f":
        return drawn?.fit();
      case "e":
        return drawn?.evidence();
    }
  });
}

export function legend(drawn: Drawing): void {
  for (const button of all<HTMLButtonElement>("[data-select]")) {
    const kind = button.dataset["select"] ?? "";
    button.disabled = drawn.cy.$(`node[shape = "${kind}"]`).empty();
    button.addEventListener("click", () => drawn.select(kind));
  }
  for (const button of all<HTMLButtonElement>("[data-fit]")) {
    button.disabled = false;
    button.addEventListener("click", () => drawn.fit());
  }
}

const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** The last day of a month, counted from year 0. */
function end(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}

export function clock(): void {
  const field = one<HTMLInputElement>("#month");
  const label = one("#net-slider");
  const said = one("#month-said");
  if (!field || !label) return;
  const { first = "", last = "", month = "", today = "" } = field.dataset;
  field.min = String(months(first));
  field.max = String(months(last));
  field.value = String(months(month));
  field.setAttribute("aria-valuetext", month);
  label.hidden = false;
  const day = (): string => (end(Number(field.value)) > today ? today : end(Number(field.value)));
  field.addEventListener("input", () => {
    if (said) said.textContent = day();
    field.setAttribute("aria-valuetext", day());
  });
  field.addEventListener("change", () => {
    const here = new URL(location.href);
    here.searchParams.set("as_of", day());
    location.assign(here);
  });
}
