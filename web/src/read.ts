// A passage that is selected in the text of a page fills the form that states it. Without this, it is typed or picked.
import { one } from "./parts/dom";

const leaf = one("#leaf");
const field = one<HTMLTextAreaElement>("#quote");

function take(): void {
  const chosen = getSelection();
  if (!leaf || !field || !chosen || chosen.isCollapsed || !chosen.anchorNode) return;
  if (!leaf.contains(chosen.anchorNode) || !leaf.contains(chosen.focusNode)) return;
  const text = chosen.toString().trim();
  if (text.length < 3) return;
  field.value = text;
  const said = one("#said");
  if (said) said.textContent = "The passage is in the form.";
}

if (leaf && field) {
  const hint = one("#selected");
  if (hint) hint.hidden = false;
  leaf.addEventListener("mouseup", take);
  leaf.addEventListener("touchend", take);
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") take();
  });
}
