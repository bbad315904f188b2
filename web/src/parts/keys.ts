// The keyboard map: `/` search, `j k` move, Enter open, Esc close, `g` and a letter, `?` sheet, `t` theme.
import { all, keysOn, one, switchKeys, typing } from "./dom";

const ROWS = "main tbody tr, main [data-row]";
let going = 0;

function rows(): HTMLElement[] {
  return all(ROWS).filter((row) => row.offsetParent !== null && one("a[href]", row));
}

function move(step: number): void {
  const found = rows();
  const at = found.findIndex((row) => row.classList.contains("at"));
  const next = found[Math.max(0, Math.min(found.length - 1, at < 0 ? 0 : at + step))];
  if (!next) return;
  found[at]?.classList.remove("at");
  next.classList.add("at");
  one<HTMLElement>("a[href]", next)?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function go(letter: string): boolean {
  const link = all<HTMLAnchorElement>("a[data-key]").find((a) => a.dataset["key"] === letter);
  link?.click();
  return !!link;
}

export function keyboard(theme: () => void): void {
  const sheet = one<HTMLDialogElement>("#keys");
  const choice = one<HTMLInputElement>("#keys-on");
  if (choice) {
    choice.checked = keysOn();
    choice.addEventListener("change", () => switchKeys(choice.checked));
  }
  // the focus does not stay in the closed sheet, where its field would swallow every key
  sheet?.addEventListener("close", () => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && sheet.contains(at)) at.blur();
  });
  for (const button of all("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", (event) => {
      event.preventDefault();
      sheet?.showModal();
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sheet?.open) {
      all(".at").forEach((row) => row.classList.remove("at"));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
    const after = Date.now() - going < 1500;
    going = 0;
    if (after && go(event.key)) return event.preventDefault();
    switch (event.key) {
      case "/": {
        const field = one<HTMLInputElement>("[data-search]");
        if (field) field.focus();
        else go("s");
        return event.preventDefault();
      }
      case "?":
        return sheet?.showModal();
      case "t":
        return theme();
      case "g":
        going = Date.now();
        return;
      case "j":
        return move(1);
      case "k":
        return move(-1);
    }
  });
}
