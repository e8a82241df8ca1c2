// A real browser without a screen, and what one asks it: one line of JSON a check.
import { chromium } from "playwright-core";

const executablePath = process.env.CAMBER_CHROMIUM ?? "/usr/bin/chromium";
export const browser = await chromium.launch({ executablePath, args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox", "--disable-dev-shm-usage"] });
export const problems = [];

export async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 620 }, colorScheme: "dark", ...options });
  const page = await context.newPage();
  page.on("console", m => { if (m.type() === "error") problems.push(m.text()); });
  page.on("pageerror", e => problems.push(String(e)));
  await page.goto(url);
  await page.waitForFunction(() => window.camber && camber.drives.every(d => d.ego(camber.player.time)) && camber.frames > 2, null, { timeout: 20000 });
  return page;
}

/** How many pixels of the scene's canvas are near a colour, within shares of its width. */
export const count = (page, colour, from = 0, to = 1) => page.evaluate(([colour, from, to]) => {
  camber.exporter.drawFine();
  const source = camber.stage.canvas;
  const canvas = document.createElement("canvas");
  canvas.width = source.width; canvas.height = source.height;
  const pen = canvas.getContext("2d");
  pen.drawImage(source, 0, 0);
  const x = Math.floor(from * source.width);
  const { data } = pen.getImageData(x, 0, Math.floor((to - from) * source.width), source.height);
  let near = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (Math.abs(data[i] - colour[0]) + Math.abs(data[i + 1] - colour[1]) + Math.abs(data[i + 2] - colour[2]) < 60) near++;
  }
  return near;
}, [colour, from, to]);

export async function check(name, run) {
  const start = Date.now();
  try {
    console.log(JSON.stringify({ name, ok: true, value: await run() ?? null, ms: Date.now() - start }));
  } catch (problem) {
    console.log(JSON.stringify({ name, ok: false, problem: String(problem.stack ?? problem) }));
  }
}

export function expect(condition, what) {
  if (!condition) throw new Error(what);
}

export const loaded = (page, t) => page.evaluate(t => camber.player.loadedAt(t), t);
