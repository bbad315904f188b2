// A look at a picture of the sea, and the box of degrees that it means: Mercator, as the server draws it.
export type View = { x: number; y: number; k: number };

const FARTHEST = 0.5;
const CLOSEST = 16;

/** The view with a scale that the drawing bears. */
export const clamped = (view: View): View => ({ ...view, k: Math.min(CLOSEST, Math.max(FARTHEST, view.k)) });

/** The view `factor` times as close, with a place of the screen (in pixels of the whole picture) held still. */
export function shifted(view: View, factor: number, px: number, py: number): View {
  const k = clamped({ ...view, k: view.k * factor }).k;
  return { k, x: view.x + px / view.k - px / k, y: view.y + py / view.k - py / k };
}

const stretched = (lat: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
const latitude = (y: number): number => (2 * Math.atan(Math.exp((y * Math.PI) / 180)) - Math.PI / 2) * (180 / Math.PI);

/** The box that a view shows of a picture of `text` (west,south,east,north), `wide` by `high` pixels. */
export function within(text: string, view: View, wide: number, high: number): string {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number);
  const [low, top] = [stretched(south), stretched(north)];
  const lon = (x: number): number => west + (x / wide) * (east - west);
  const lat = (y: number): number => latitude(top - (y / high) * (top - low));
  const span = Math.min(lon(view.x + wide / view.k) - lon(view.x), 360);
  const left = ((((lon(view.x) + 180) % 360) + 360) % 360) - 180;
  const held = (y: number): number => Math.min(80, Math.max(-80, lat(y)));
  const box = [left, held(view.y + high / view.k), left + span, held(view.y)];
  return box.map((degrees) => Number(degrees.toFixed(3))).join(",");
}
