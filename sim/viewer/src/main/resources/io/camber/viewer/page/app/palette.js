// Colours that stay apart for people with any kind of colour vision (after Okabe and Ito), on dark and on light ground.

export const CLASSES = ["unknown", "car", "truck", "bus", "motorcycle", "bicycle", "pedestrian"];
export const SIGNALS = ["unknown", "off", "red", "red-yellow", "yellow", "green"];
export const MODES = ["NOMINAL", "SAFE STOP", "MINIMAL RISK"];
export const POSES = ["initializing", "tracking", "dead reckoning", "lost"];

const DARK = {
  isDark: true,
  background: 0x0b0e13,
  road: 0x1d232c, junction: 0x212833, shoulder: 0x171c23, walk: 0x262c35, green: 0x141c18,
  white: 0xc6ced9, yellow: 0xd8ad3c, blue: 0x5aa0e6, red: 0xd9604c, green2: 0x4fb59a, orange: 0xe08a3c,
  curb: 0x39424e, object: 0x2a323d, pole: 0x596577,
  grid: 0x1a212b,
  ego: 0xe8edf4, egoB: 0xf08bd0, plan: 0x2fd0b5, planB: 0xf08bd0, proposal: 0x8fb8ff, stop: 0xff6b57, future: 0xf0b429, truth: 0xd38bff,
  classes: [0xaab4c3, 0x62b7f0, 0x5b8def, 0xb49bff, 0xff9d5c, 0x3fd6a0, 0xf7d154],
  ground: 0x3b4654, other: 0x7f8ea3,
  ramp: [0x3b2a72, 0x3d5a9e, 0x2a87a8, 0x25b09a, 0x67cf6b, 0xd3e04a, 0xfdf0a4],
  label: "rgba(11,14,19,.82)", labelText: "#e8edf4",
  axis: "#7d8a9d", gridLine: "rgba(125,138,157,.16)",
  series: ["#2fd0b5", "#6cb6ff", "#f0b429"], seriesB: ["#f08bd0", "#c79bff", "#ff9d5c"],
};

const LIGHT = {
  isDark: false,
  background: 0xf3f5f8,
  road: 0xd3d8e0, junction: 0xcbd1da, shoulder: 0xdfe3e9, walk: 0xe6e0d6, green: 0xe0e8dc,
  white: 0xffffff, yellow: 0xb57f00, blue: 0x2f74c0, red: 0xb83a22, green2: 0x1d7f66, orange: 0xb9631a,
  curb: 0xb3bbc7, object: 0xbfc7d2, pole: 0x7b8798,
  grid: 0xe4e8ee,
  ego: 0xfafbfd, egoB: 0xc45fae, plan: 0x00907a, planB: 0xa8288a, proposal: 0x2f5fc4, stop: 0xc23616, future: 0xb26b00, truth: 0x7a2bd0,
  classes: [0x6b7688, 0x0b6fb8, 0x2443b8, 0x6a3fd0, 0xc4540a, 0x00795a, 0x8a6a00],
  ground: 0xa2acba, other: 0x4c5a6e,
  ramp: [0x43206e, 0x3a4a94, 0x22709b, 0x0f8a84, 0x2f9a52, 0x8d8f00, 0xa86b00],
  label: "rgba(255,255,255,.88)", labelText: "#17202c",
  axis: "#66748a", gridLine: "rgba(86,99,122,.16)",
  series: ["#00806c", "#0b62b8", "#9a6400"], seriesB: ["#a8288a", "#6a3fd0", "#c4540a"],
};

export function palette() {
  return document.documentElement.dataset.theme === "light" ? LIGHT : DARK;
}

export function css(colour, alpha = 1) {
  return `rgba(${colour >> 16 & 255},${colour >> 8 & 255},${colour & 255},${alpha})`;
}

/** 256 colours between the ramp's corners, as RGBA bytes. */
export function ramp(colours) {
  const bytes = new Uint8Array(1024);
  for (let i = 0; i < 256; i++) {
    const at = i / 255 * (colours.length - 1);
    const k = Math.min(colours.length - 2, Math.floor(at));
    for (let c = 0; c < 3; c++) {
      const shift = 16 - 8 * c;
      const a = colours[k] >> shift & 255;
      const b = colours[k + 1] >> shift & 255;
      bytes[4 * i + c] = Math.round(a + (b - a) * (at - k));
    }
    bytes[4 * i + 3] = 255;
  }
  return bytes;
}

/** A sign of the class that needs no colour: square for cars, long for trucks and buses, diamond for two wheels, circle for people, ring for truth. */
export function mark(pen, kind, x, y) {
  pen.beginPath();
  if (kind === "truth") { pen.arc(x, y, 3.2, 0, 7); pen.strokeStyle = pen.fillStyle; pen.lineWidth = 1.6; pen.stroke(); return; }
  if (kind === "pedestrian") pen.arc(x, y, 3.6, 0, 7);
  else if (kind === "bicycle" || kind === "motorcycle") { pen.moveTo(x, y - 4.4); pen.lineTo(x + 4.4, y); pen.lineTo(x, y + 4.4); pen.lineTo(x - 4.4, y); }
  else if (kind === "unknown") { pen.moveTo(x, y - 4); pen.lineTo(x + 4, y + 3.5); pen.lineTo(x - 4, y + 3.5); }
  else if (kind === "truck" || kind === "bus") pen.rect(x - 5.6, y - 2.6, 11.2, 5.2);
  else pen.rect(x - 3.4, y - 3.4, 6.8, 6.8);
  pen.fill();
}
