// What colours and signs in the picture mean.

import { byId, el } from "./dom.js";
import { CLASSES, css, mark, palette, ramp } from "./palette.js";

/** Classes that the legend names, as indices of CLASSES. */
const SHOWN = [1, 2, 5, 6, 0];

export function legend(view) {
  const colours = palette();
  const swatch = (colour, text) => el("span", {}, el("i", { style: { background: css(colour) } }), text);
  const sign = (kind, colour) => {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const canvas = el("canvas", { class: "sign", width: 13 * ratio, height: 12 * ratio });
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.fillStyle = css(colour);
    mark(pen, kind, 6.5, 6);
    return el("span", {}, canvas, kind);
  };
  const signs = SHOWN.map(i => sign(CLASSES[i], colours.classes[i]));
  if (view.layers.truth) signs.push(sign("truth", colours.truth));
  const parts = [];
  if (view.colouring === "kind") parts.push(swatch(colours.other, "other"), swatch(colours.ground, "ground"), ...signs);
  else {
    const bar = el("canvas", { width: 256, height: 1 });
    bar.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(ramp(colours.ramp)), 256, 1), 0, 0);
    const ends = { height: ["0 m", "4 m"], intensity: ["dull", "bright"], distance: ["0 m", "80 m"] }[view.colouring];
    parts.push(el("span", {}, ends[0], bar, ends[1]), ...signs);
  }
  if (view.hasPlans) parts.push(swatch(colours.plan, "plan"), swatch(colours.stop, "safe stop"));
  byId("legend").replaceChildren(...parts);
}
