// Sets the theme before the first paint; the switch itself is in base.ts.
try {
  const kept = localStorage.getItem("yalu-theme");
  if (kept === "dark" || kept === "light") document.documentElement.dataset["theme"] = kept;
} catch {
  // no storage: the theme follows the system
}
