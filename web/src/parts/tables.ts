// Sortable headings, and filters of a table that is on the page already.
import { all, one } from "./dom";

function value(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset["v"] ?? cell?.textContent?.trim() ?? "";
}

export function sortable(within: ParentNode): void {
  for (const heading of all<HTMLTableCellElement>("th[aria-sort]", within)) {
    if (one("button", heading)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const body = heading.closest("table")?.tBodies[0];
      if (!body) return;
      const up = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of all("th[aria-sort]", heading.parentElement ?? document)) other.setAttribute("aria-sort", "none");
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = [...body.rows].sort((a, b) => {
        const [x, y] = [value(a, heading.cellIndex), value(b, heading.cellIndex)];
        if (x === "" || y === "") return Number(x === "") - Number(y === "");
        const order = x.localeCompare(y, "en", { numeric: true });
        return up ? order : -order;
      });
      body.append(...sorted);
    });
  }
}
