// What every page has: theme switch, keyboard map, copy citation, as-of field, loading bar. Pages work without it.
import { all, one } from "./parts/dom";
import { keyboard } from "./parts/keys";
import { sortable } from "./parts/tables";

const root = document.documentElement;
const dark = (): boolean =>
  root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

function switchTheme(): void {
  const next = dark() ? "light" : "dark";
  root.dataset["theme"] = next;
  try {
    localStorage.setItem("yalu-theme", next);
  } catch {
    // no storage: the choice holds for this page alone
  }
  dispatchEvent(new Event("yalu-theme"));
}

async function copy(button: HTMLElement): Promise<void> {
  const text = button.dataset["copy"] ?? "";
  const said = one("#said");
  try {
    await navigator.clipboard.writeText(text);
    if (said) said.textContent = "Citation copied.";
    button.dataset["done"] = "";
    setTimeout(() => delete button.dataset["done"], 1500);
  } catch {
    const details = button.closest(".actions")?.querySelector("details");
    if (details) details.open = true;
    if (said) said.textContent = "The citation is shown to be copied by hand.";
  }
}

function start(): void {
  const button = one("#theme");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", switchTheme);
  }
  keyboard(switchTheme);
  for (const one of all("[data-copy]")) {
    one.hidden = false;
    one.addEventListener("click", () => void copy(one));
  }
  for (const one of all("[data-print]")) {
    one.hidden = false;
    one.addEventListener("click", () => print());
  }
  for (const choice of all<HTMLSelectElement>("select[data-submits]"))
    choice.addEventListener("change", () => choice.form?.requestSubmit());
  // a choice of the header keeps empty fields out of the address
  for (const form of all<HTMLFormElement>("form[method=get]"))
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData.entries()]) if (value === "") event.formData.delete(name);
    });
  sortable(document);
  const bar = one("#busy");
  let timer = 0;
  document.addEventListener("htmx:beforeRequest", (event) => {
    if ((event.target as Element | null)?.closest("[data-quiet]")) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => bar && (bar.hidden = false), 300);
    one("main")?.setAttribute("aria-busy", "true");
  });
  document.addEventListener("htmx:afterRequest", () => {
    clearTimeout(timer);
    if (bar) bar.hidden = true;
    one("main")?.removeAttribute("aria-busy");
  });
  document.addEventListener("htmx:afterSettle", (event) => sortable((event.target as ParentNode | null) ?? document));
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
