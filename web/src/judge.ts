// Keys on a hit or a pair: y n u choose and go to the reason, z takes back, e opens the evidence.
import { all, keysOn, one, typing } from "./parts/dom";

function focused(): HTMLElement | null {
  const inside = document.activeElement?.closest<HTMLElement>(".judged");
  return inside ?? one(".judged.at") ?? (all(".judged").length === 1 ? one(".judged") : null);
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  const target = event.target;
  if (typing(target) && !(target instanceof HTMLInputElement && target.type === "radio")) return;
  const row = focused();
  if (!row && event.key !== "z") return;
  if (row && ["y", "n", "u"].includes(event.key)) {
    const choice = one<HTMLInputElement>(`[data-judge="${event.key}"]`, row);
    if (!choice) return;
    choice.checked = true;
    one<HTMLInputElement>("input[name=why]", row)?.focus();
    event.preventDefault();
  } else if (event.key === "z") {
    (row && one("[data-undo]", row) ? one("[data-undo]", row) : one("[data-undo-last]"))?.click();
  } else if (row && event.key === "e") {
    one<HTMLAnchorElement>("a[data-evidence], h3 a[href]", row)?.click();
  }
});
