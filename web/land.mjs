// Cuts the outline of land from world-atlas (Natural Earth, public domain) to what the maps of ships need, and writes
// src/yalu/fleet/plot/land.json: rings in hundredths of a degree, fine around East Asia, coarse elsewhere.
// Run by hand after a new world-atlas: node land.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json"));
const NEAR = [110, 18, 148, 52];
const FOCUS = "408"; // North Korea, by its ISO number

const near = ([x, y]) => x > NEAR[0] && x < NEAR[2] && y > NEAR[1] && y < NEAR[3];
const slack = (point) => (near(point) ? 0.02 : 0.25);

/** Douglas and Peucker, with a slack that depends on where a point lies. */
function thinned(ring) {
  const kept = new Set([0, ring.length - 1]);
  const parts = [[0, ring.length - 1]];
  while (parts.length) {
    const [a, b] = parts.pop();
    let worst = 1, at = -1;
    for (let i = a + 1; i < b; i++) {
      const off = distance(ring[i], ring[a], ring[b]) / slack(ring[i]);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at > 0) {
      kept.add(at);
      parts.push([a, at], [at, b]);
    }
  }
  return [...kept].sort((a, b) => a - b).map((i) => ring[i]);
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [nx, ny] = ring[(i + 1) % ring.length];
  return sum + x * ny - nx * y;
}, 0)) / 2;

function rings(geometry, fine = false) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flat()
    .filter((ring) => area(ring) > (fine || ring.some(near) ? 0.003 : 1))
    .map(thinned)
    .filter((ring) => ring.length > 3)
    .map((ring) => ring.flatMap(([x, y]) => [Math.round(x * 100), Math.round(Math.max(-85, Math.min(85, y)) * 100)]));
}

const land = JSON.parse(readFileSync("node_modules/world-atlas/land-50m.json"));
const outline = feature(land, land.objects.land);
const shapes = outline.type === "FeatureCollection" ? outline.features : [outline];
const focus = feature(world, world.objects.countries).features.find((one) => one.id === FOCUS);
const made = {
  about: "Outline of land, Natural Earth 1:50m (public domain), by world-atlas 2.0.2; cut by web/land.mjs",
  land: shapes.flatMap((one) => rings(one.geometry)),
  focus: rings(focus.geometry, true),
};
writeFileSync("../src/yalu/fleet/plot/land.json", `${JSON.stringify(made)}\n`);
console.log(made.land.length, made.focus.length);
