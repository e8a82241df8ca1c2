// The bar above the picture: camera, colour of the sweep, layers, comparison.

import { COLOURINGS } from "./cloud.js";
import { byId, el, fill, icon } from "./dom.js";
import { legend } from "./legend.js";

export const LAYERS = {
  map: "Map", sweep: "Sweep", tracks: "Tracks", labels: "Names and speeds", futures: "Predicted modes", plan: "Plan and safe stop", proposals: "Other proposals",
  trail: "Path driven", boxes: "Boxes in the image", detections: "Detections", truth: "Truth",
};
const CAMERAS = { chase: "Chase", top: "Top", orbit: "Orbit", driver: "Driver" };

export function menus(view, stage, player, drives) {
  const press = (group, name) => { for (const b of group.children) b.setAttribute("aria-pressed", String(b.dataset.name === name)); };
  const cameras = byId("cameras");
  fill(cameras, ...Object.entries(CAMERAS).map(([name, text]) => el("button", { "data-name": name }, text)));
  cameras.onclick = e => { if (e.target.dataset.name) { stage.controls.set(e.target.dataset.name); press(cameras, e.target.dataset.name); } };
  press(cameras, "chase");
  stage.pressCamera = name => { stage.controls.set(name); press(cameras, name); };
  const colouring = menu("colour-menu", "drop", "Sweep", Object.entries(COLOURINGS).map(([name, text]) => el("label", {}, el("input", { type: "radio", name: "colouring", value: name }), text)));
  colouring.onchange = e => { view.colouring = e.target.value; legend(view); player.changed(); };
  colouring.querySelector(`[value="${view.colouring}"]`).checked = true;
  const hint = { truth: "T", labels: "N", futures: "F", boxes: "B" };
  const layers = menu("layer-menu", "layers", "Layers", Object.entries(LAYERS).map(([name, text]) => el("label", {}, el("input", { type: "checkbox", value: name }), text, hint[name] ? el("kbd", {}, hint[name]) : null)));
  for (const box of layers.querySelectorAll("input")) box.checked = view.layers[box.value];
  layers.onchange = e => { view.layers[e.target.value] = e.target.checked; legend(view); player.changed(); };
  view.toggle = name => { view.layers[name] = !view.layers[name]; layers.querySelector(`[value="${name}"]`).checked = view.layers[name]; legend(view); player.changed(); };
  view.nextColouring = () => { const names = Object.keys(COLOURINGS); view.colouring = names[(names.indexOf(view.colouring) + 1) % names.length]; colouring.querySelector(`[value="${view.colouring}"]`).checked = true; legend(view); player.changed(); };
  if (drives.length > 1) {
    const modes = byId("compare-modes");
    modes.hidden = false;
    fill(modes, el("button", { "data-name": "side" }, "Side by side"), el("button", { "data-name": "overlay" }, "Overlaid"));
    view.compare = name => { view.comparison = name; press(modes, name); byId("split").hidden = name !== "side"; byId("stage").classList.toggle("sides", name === "side"); player.changed(); };
    modes.onclick = e => { if (e.target.dataset.name) view.compare(e.target.dataset.name); };
    view.compare("side");
  }
}

function menu(id, symbol, text, items) {
  const body = el("div", { hidden: true }, ...items);
  const button = el("button", { "aria-haspopup": "true", "aria-expanded": "false" }, icon(symbol), text);
  const open = yes => { body.hidden = !yes; button.setAttribute("aria-expanded", String(yes)); };
  button.onclick = () => open(body.hidden);
  document.addEventListener("pointerdown", e => { if (!byId(id).contains(e.target)) open(false); });
  byId(id).addEventListener("keydown", e => { if (e.key === "Escape") { open(false); button.focus(); } });
  byId(id).append(button, body);
  return body;
}
