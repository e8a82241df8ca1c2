// What the page itself does for a frame: node scrub.mjs URL [SECONDS [WIDTH HEIGHT]]; prints a line of JSON for each way of looking.
// Work is the time that the page's main thread was on a processor, calls of WebGL included, as the browser's tracing tells; frames a
// second and the wall's time also hang on who rasterizes and on what else the machine does. ANGLE=null lets WebGL do nothing at all.
import { chromium } from "playwright-core";

const [url, seconds = "8", width = "1280", height = "720"] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CAMBER_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--use-gl=angle", `--use-angle=${process.env.ANGLE ?? "swiftshader"}`, "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--no-sandbox", "--disable-dev-shm-usage"],
});
const page = await (await browser.newContext({ viewport: { width: Number(width), height: Number(height) }, colorScheme: "dark" })).newPage();
const cdp = await browser.newBrowserCDPSession();

const LONG_MS = 50;
const WITHIN = ["FireAnimationFrame", "FunctionCall", "EvaluateScript", "v8.compile", "Layout", "UpdateLayoutTree", "Paint", "MinorGC", "MajorGC", "V8.GCFinalizeMC", "TimerFire", "EventDispatch"];

function summary(list) {
  if (!list.length) return { of: 0 };
  const sorted = [...list].sort((a, b) => a - b);
  const at = q => Number(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))].toFixed(2));
  return { of: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** Runs something under tracing and tells what the page's main thread did meanwhile. */
async function traced(what, run) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  cdp.on("Tracing.dataCollected", take);
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "v8", "disabled-by-default-v8.gc"] } });
  const seen = await run();
  const ended = new Promise(done => cdp.once("Tracing.tracingComplete", done));
  await cdp.send("Tracing.end");
  await ended;
  cdp.off("Tracing.dataCollected", take);
  const complete = events.filter(e => e.ph === "X");
  const callbacks = complete.filter(e => e.name === "FireAnimationFrame");
  const main = callbacks[0] && `${callbacks[0].pid} ${callbacks[0].tid}`;
  const mine = complete.filter(e => `${e.pid} ${e.tid}` === main).sort((a, b) => a.ts - b.ts);
  const work = e => (e.tdur ?? NaN) / 1e3;
  const tasks = mine.filter(e => /RunTask$/.test(e.name)).map(task => {
    const inside = mine.filter(e => e.ts >= task.ts && e.ts + e.dur <= task.ts + task.dur);
    return { task, work: work(task), scripts: inside.filter(e => e.name === "FireAnimationFrame").map(work), names: inside.filter(e => WITHIN.includes(e.name)).sort((a, b) => b.dur - a.dur).slice(0, 4).map(e => `${e.name} ${work(e).toFixed(0)}`) };
  });
  const frames = tasks.filter(t => t.scripts.length);
  console.log(JSON.stringify({
    what, ...seen, scriptMsAFrame: summary(frames.map(f => f.scripts.reduce((a, b) => a + b))), allMsAFrame: summary(frames.map(f => f.work)),
    longTasks: tasks.filter(t => t.work > LONG_MS).map(t => `${t.work.toFixed(0)} (wall ${(t.task.dur / 1e3).toFixed(0)}): ${t.names.join(", ")}`), longOnTheWall: tasks.filter(t => t.task.dur > LONG_MS * 1e3).length,
  }));
}

/** Moves the time at every frame of the browser's, smoothly or in jumps. */
const scrub = isSmooth => page.evaluate(async ([seconds, isSmooth]) => {
  const { player } = camber, length = player.end - player.start;
  const from = performance.now(), first = camber.frames;
  let last = from;
  for (let i = 0; last - from < seconds * 1e3; i++) {
    await new Promise(requestAnimationFrame);
    last = performance.now();
    const share = isSmooth ? 0.5 - 0.5 * Math.cos((last - from) / 1e3 * 1.3) : (0.5 + i * 0.6180339887) % 1;
    player.seek(player.start + share * length);
  }
  return { framesASecond: Number(((camber.frames - first) / (last - from) * 1e3).toFixed(1)) };
}, [Number(seconds), isSmooth]);

await page.goto(url);
await page.waitForFunction(() => window.camber?.frames > 2, null, { timeout: 60000 });
if (process.env.PROFILE) {
  const mine = await page.context().newCDPSession(page);
  await mine.send("Profiler.enable");
  await mine.send("Profiler.setSamplingInterval", { interval: 500 });
  await mine.send("Profiler.start");
  await scrub(false);
  const { profile } = await mine.send("Profiler.stop");
  (await import("node:fs")).writeFileSync(process.env.PROFILE, JSON.stringify(profile));
} else await traced("scrubbing while it loads", () => scrub(true));
await page.evaluate(async () => { for (let t = camber.player.start; t < camber.player.end; t++) await camber.player.loadedAt(t); });
await scrub(false);
await traced("jumping about", () => scrub(false));
await traced("scrubbing", () => scrub(true));
await traced("playing", async () => {
  const first = await page.evaluate(() => { camber.player.seek(camber.player.start); camber.player.play(); return camber.frames; });
  await page.waitForTimeout(Number(seconds) * 1e3);
  return { framesASecond: Number(((await page.evaluate(() => { camber.player.pause(); return camber.frames; }) - first) / Number(seconds)).toFixed(1)) };
});
const plain = async what => console.log(JSON.stringify({ what, ...await scrub(true) }));
await plain("scrubbing, not traced");
await page.setViewportSize({ width: 340, height: 300 });
await page.evaluate(() => { document.getElementById("stage").style.cssText = "height: 16px; min-height: 0"; camber.stage.resize(); });
await page.waitForTimeout(500);
const pixels = await page.evaluate(() => camber.stage.canvas.width * camber.stage.canvas.height);
await traced(`smallest canvas, ${pixels} pixels`, () => scrub(true));
await plain("smallest canvas, not traced");
await browser.close();
