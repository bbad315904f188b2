// What every bundle needs of the page.
export const one = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T | null =>
  within.querySelector<T>(selector);
export const all = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] => [
  ...within.querySelectorAll<T>(selector),
];

/** The value of a token of css/tokens.css as the theme has it now; listen for `yalu-theme` to read it again. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The data that the page's model gives an island: `{{ data_island("network", page.graph) }}` in the template. */
export function islandData<T>(id: string): T | null {
  const found = document.getElementById(id);
  return found?.textContent ? (JSON.parse(found.textContent) as T) : null;
}

/** Whether keys pressed here are text, so that no single key is a command. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));

const KEY = "yalu-keys";
export function keysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}
export function switchKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // no storage: the choice holds for this page alone
  }
}
