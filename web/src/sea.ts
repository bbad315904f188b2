// Moves the map of ships without waiting for a page: drag, buttons, wheel with Ctrl; and slides through time.
// The server draws; this shifts what is drawn, then asks for the new box. Every step is an address.
import { all, one } from "./parts/dom";
import { clamped, shifted, within, type View } from "./sea/view";

declare const htmx: { ajax(verb: string, url: string, how: object): Promise<void> };

const HOURS = 3600;
const LAYERS: [string, string][] = [
  ["track", "tracks"],
  ["silence", "silences"],
  ["port", "ports"],
  ["ship", "other ships"],
];
const off = new Set<string>();
let asked = 0;

/** Shows another address of this page in its place; `again` is what had the focus, and gets it back. */
async function show(address: string, again = ""): Promise<void> {
  const mine = ++asked;
  if (typeof htmx === "undefined") {
    location.assign(address);
    return;
  }
  one("#sea")?.classList.add("wait");
  // the tables below the map are of the same moment and box, so all of the page is new
  await htmx.ajax("GET", address, { target: "#main", select: "#main > *", swap: "innerHTML" });
  if (mine !== asked) return;
  history.replaceState(null, "", address);
  if (again) one(again)?.focus({ preventScroll: true });
}

function links(): void {
  for (const a of all<HTMLAnchorElement | SVGAElement>("#sea [data-look]")) {
    a.addEventListener("click", (event) => {
      const press = event as MouseEvent;
      if (press.ctrlKey || press.metaKey || press.shiftKey || press.button) return;
      event.preventDefault();
      void show(a.getAttribute("href") ?? "", a.getAttribute("title") ? `#sea [title="${a.getAttribute("title")}"]` : "");
    });
  }
}

function map(): void {
  const svg = one<SVGSVGElement>(".sea-map");
  if (!svg) return;
  const [wide, high] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
  let view: View = { x: 0, y: 0, k: 1 };
  let settle = 0;
  const set = (next: View): void => {
    view = clamped(next);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${wide / view.k} ${high / view.k}`);
    svg.style.setProperty("--k", String(1 / view.k));
    window.clearTimeout(settle);
    settle = window.setTimeout(() => {
      const box = within(svg.dataset.box ?? "", view, wide, high);
      const address = new URL(svg.dataset.address ?? "", location.href);
      address.searchParams.set("box", box);
      void show(address.pathname + address.search);
    }, 350);
  };
  const place = (event: MouseEvent): [number, number] => {
    const edge = svg.getBoundingClientRect();
    return [((event.clientX - edge.left) / edge.width) * wide, ((event.clientY - edge.top) / edge.height) * high];
  };
  let from: { at: [number, number]; view: View; moved: boolean } | null = null;
  svg.dataset.live = "";
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button) return;
    from = { at: place(event), view, moved: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [x, y] = place(event);
    const [dx, dy] = [(from.at[0] - x) / view.k, (from.at[1] - y) / view.k];
    if (!from.moved && Math.hypot(dx, dy) * view.k < 4) return;
    if (!from.moved) svg.setPointerCapture(event.pointerId);
    from.moved = true;
    svg.classList.add("drag");
    set({ ...from.view, x: from.view.x + dx, y: from.view.y + dy });
  });
  const drop = (): void => {
    const moved = from?.moved;
    from = null;
    svg.classList.remove("drag");
    // the press that ends a drag is no press on a ship
    if (moved) svg.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
  };
  svg.addEventListener("pointerup", drop);
  svg.addEventListener("pointercancel", drop);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("dblclick", (event) => {
    event.preventDefault();
    set(shifted(view, 2, ...place(event)));
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // a wheel alone scrolls the page
      event.preventDefault();
      set(shifted(view, event.deltaY < 0 ? 1.25 : 0.8, ...place(event)));
    },
    { passive: false },
  );
}

function time(): void {
  const slide = one<HTMLInputElement>("#sea-at");
  const said = one("#sea-said");
  if (!slide || !said) return;
  one("#sea-slide")!.hidden = false;
  const moment = (): Date => new Date(Math.min(Number(slide.value) + 6 * HOURS - 1, Number(slide.max)) * 1000);
  slide.addEventListener("input", () => {
    said.textContent = `${moment().toISOString().slice(0, 16).replace("T", " ")} UTC`;
  });
  slide.addEventListener("change", () => {
    const address = new URL(slide.dataset.address ?? "", location.href);
    address.searchParams.set("at", moment().toISOString().slice(0, 13));
    void show(address.pathname + address.search, "#sea-at");
  });
}

function layers(): void {
  const place = one("#sea-layers");
  const svg = one(".sea-map");
  if (!place || !svg) return;
  for (const [name, words] of LAYERS) {
    const drawn = all<SVGElement>(`.l-${name}`, svg);
    if (!drawn.some((part) => part.childElementCount)) continue;
    const label = document.createElement("label");
    const box = document.createElement("input");
    label.className = "check";
    box.type = "checkbox";
    const apply = (): void => {
      for (const part of drawn) part.style.display = off.has(name) ? "none" : "";
    };
    box.checked = !off.has(name);
    box.addEventListener("change", () => {
      off[box.checked ? "delete" : "add"](name);
      apply();
    });
    label.append(box, words);
    place.append(label);
    apply();
  }
  place.hidden = !place.childElementCount;
}

function start(): void {
  links();
  map();
  time();
  layers();
}

start();
document.body.addEventListener("htmx:afterSwap", (event) => {
  if ((event.target as Element | null)?.id === "main") start();
});
