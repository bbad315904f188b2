// The drawing of the network. Places come from the server, so the first draw needs no layout.
import { drawing } from "./network/drawing";
import { clock, keys, legend } from "./network/controls";
import { png } from "./network/png";
import type { Drawn } from "./network/data";
import { islandData, one } from "./parts/dom";

async function start(): Promise<void> {
  clock();
  const stage = one("#stage");
  const net = one("#net");
  const data = islandData<Drawn>("net-data");
  if (!stage || !net || !data) return keys(null);
  net.hidden = false;
  // the text of a canvas does not change when a font comes late
  const sample = data.spots.map((spot) => spot.name).join("").slice(0, 4000);
  await Promise.race([
    Promise.all([document.fonts.load('12px "Source Sans 3"', sample), document.fonts.ready]),
    new Promise((done) => setTimeout(done, 1500)),
  ]);
  const drawn = drawing(stage, data);
  legend(drawn);
  keys(drawn);
  png(drawn.cy, data);
}

void start();
