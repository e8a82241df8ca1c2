// Courses over the drive: speed, acceleration, steering, distance; all on the player's clock, a click seeks.

import uPlot from "../vendor/uplot/uPlot.esm.js";
import { byId, el } from "./dom.js";
import { palette } from "./palette.js";

/** Axes span at least so much, or noise would look like an event. */
const PLOTS = [
  { name: "Speed", unit: "km/h", span: 10, lines: [["", "motion", 3, 3.6]] },
  { name: "Acceleration", unit: "m/s²", span: 2, lines: [["felt", "motion", 4, 1], ["asked", "commands", 2, 1]] },
  { name: "Steering", unit: "°", span: 2, lines: [["asked", "commands", 1, 180 / Math.PI]] },
  { name: "Gap ahead", unit: "m", span: 10, none: "nobody ahead", lines: [["nearest track", "objects", 2, 1]] },
];

export class Charts {
  constructor(player) {
    this.player = player;
    this.host = byId("charts");
    this.series = [];
    this.plots = [];
    new ResizeObserver(() => this.resize()).observe(this.host);
  }

  set(index, series) {
    this.series[index] = series;
    this.build();
  }

  build() {
    this.plots.forEach(plot => plot.chart.destroy());
    this.host.replaceChildren();
    const colours = palette();
    this.plots = PLOTS.map(plot => this.make(plot, colours));
    this.resize();
  }

  make(plot, colours) {
    const every = [];
    this.series.forEach((series, i) => {
      if (!series) return;
      for (const [k, [label, stream, column, factor]] of plot.lines.entries()) {
        const rows = series[stream] ?? [];
        every.push({ label: this.series.length > 1 ? (k > 0 ? `${"AB"[i]} ${label}` : "AB"[i]) : label, colour: (i ? colours.seriesB : colours.series)[k], dash: i ? [5, 3] : undefined,
          xs: rows.map(r => r[0]), ys: rows.map(r => r[column] === null ? null : r[column] * factor) });
      }
    });
    const known = every.filter(l => l.xs.length);
    const lines = known.length ? known : every;
    const cell = el("div");
    const name = el("div", { class: lines.length > 2 ? "name many" : "name" }, el("b", {}, `${plot.name} `), el("span", { class: "unit" }, plot.unit), ...(lines.length > 1 ? lines.map(l => el("i", { style: { color: l.colour } }, l.label)) : []));
    cell.append(name);
    if (lines.length && lines.every(l => l.ys.every(y => y === null))) cell.append(el("div", { class: "none" }, plot.none ?? "nothing recorded"));
    this.host.append(cell);
    const axis = { stroke: colours.axis, font: "10px ui-monospace, Menlo, monospace", grid: { stroke: colours.gridLine, width: 1 }, ticks: { show: false } };
    const chart = new uPlot({
      width: 100, height: 100, legend: { show: false }, padding: [18, 8, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 5 }, sync: { key: "drive" } },
      scales: { x: { time: false, range: () => [this.player.start, this.player.end] }, y: { range: (u, low, high) => spread(low, high, plot.span) } },
      axes: [{ ...axis, size: 18, space: 46 }, { ...axis, size: 44, space: 22 }],
      series: [{}, ...lines.map(l => ({ label: l.label, stroke: l.colour, width: 1.5, dash: l.dash, points: { show: false }, spanGaps: false }))],
      hooks: { draw: [u => this.present(u)] },
    }, joined(lines), cell);
    const over = chart.over;
    let held = false;
    const seek = e => this.player.seek(chart.posToVal(e.clientX - over.getBoundingClientRect().left, "x"));
    over.addEventListener("pointerdown", e => { held = true; over.setPointerCapture(e.pointerId); seek(e); });
    over.addEventListener("pointermove", e => { if (held) seek(e); });
    over.addEventListener("pointerup", () => { held = false; });
    const line = el("div", { style: { position: "absolute", top: "0", bottom: "0", width: "1.5px", background: "var(--accent)", pointerEvents: "none" } });
    over.append(line);
    return { chart, cell, line };
  }

  resize() {
    for (const { chart, cell } of this.plots) {
      if (cell.clientWidth > 40) chart.setSize({ width: cell.clientWidth, height: this.host.clientHeight });
    }
    this.draw(this.player.time);
  }

  present() { this.draw(this.player.time); }

  draw(t) {
    for (const { chart, line } of this.plots) {
      const x = chart.valToPos(t, "x");
      line.style.transform = `translateX(${x}px)`;
      line.style.display = Number.isFinite(x) && x >= 0 && x <= chart.bbox.width / uPlot.pxRatio + 1 ? "" : "none";
    }
  }
}

/** A range around low and high with some air, and not narrower than a span. */
function spread(low, high, span) {
  if (low === null || high === null || low === undefined || high === undefined) return [0, span];
  const air = Math.max(0.06 * (high - low), (span - (high - low)) / 2, 0);
  const from = low >= 0 && low - air < 0 ? 0 : low - air;
  return [from, Math.max(high + air, from + span)];
}

/** Lines with clocks of their own on one: uPlot wants one column of x. */
function joined(lines) {
  if (!lines.length) return [[0], []].slice(0, 1);
  return uPlot.join(lines.map(l => [l.xs, l.ys]));
}
