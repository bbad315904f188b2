// The drawing as PNG, with its day, snapshot, sources and the notice under it.
import type { Core } from "cytoscape";
import { all, one, token } from "../parts/dom";
import type { Drawn } from "./data";

const EDGE = 16;

function wrapped(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of text.split(/\s+/)) {
    const longer = row ? `${row} ${word}` : word;
    if (row && pen.measureText(longer).width > width) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  return row ? [...rows, row] : rows;
}

async function picture(cy: Core, data: Drawn): Promise<Blob | null> {
  cy.elements().addClass("named");
  const image = new Image();
  image.src = cy.png({ full: true, scale: 2, maxWidth: 6000, maxHeight: 6000, bg: token("--surface"), output: "base64uri" });
  await image.decode();
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  canvas.width = Math.max(image.width + 2 * EDGE, 900);
  const size = Math.max(12, Math.round(canvas.width / 110));
  const row = size * 1.4;
  const font = `${size}px ${token("--font-sans")}`;
  pen.font = font;
  const sources = all("ol.sources li").map((line, i) => `[${i + 1}] ${line.textContent?.trim() ?? ""}`);
  const notice = one("footer .actions + p")?.textContent ?? "";
  const said = [data.said, `Sources: ${sources.join(" ") || "none"}`, notice];
  const rows = said.flatMap((text) => wrapped(pen, text, canvas.width - 2 * EDGE));
  canvas.height = image.height + 2 * EDGE + rows.length * row;
  pen.fillStyle = token("--surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, EDGE, EDGE);
  pen.font = font;
  pen.fillStyle = token("--ink");
  rows.forEach((text, i) => pen.fillText(text, EDGE, image.height + 2 * EDGE + (i + 0.5) * row));
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export function png(cy: Core, data: Drawn): void {
  const button = one<HTMLButtonElement>("[data-png]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    void picture(cy, data).then((blob) => {
      if (!blob) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `network-${/\d{4}-\d{2}-\d{2}/.exec(data.said)?.[0] ?? "today"}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });
}
