// What people stumble over: node people.mjs SINGLE PAIR LIVE NAME=URL...; prints one line of JSON a check. The named drives lack something.
import { browser, check, count, expect, loaded, open, problems } from "./looking.mjs";

const [single, pair, live, ...lacking] = process.argv.slice(2);
const SIZES = [[1024, 700], [1280, 720], [1600, 940], [390, 780]];
const TABS = ["plan", "objects", "health", "latency", "events", "facts"];
const UUID = "regular-vehicle-7fab2350-7eaf-3b7e-a39d-6937a4c1bede";
const TRUTH = [211, 139, 255];

const rests = page => page.waitForTimeout(450); // until what moved is drawn fine again

for (const [width, height] of SIZES) {
  await check(`twoDrivesFit${width}Pixels`, async () => {
    const page = await open(`${pair}#t=1.50s`, { viewport: { width, height } });
    for (const mode of ["side", "overlay"]) {
      await page.evaluate(mode => camber.view.compare(mode), mode);
      await rests(page);
      const found = await page.evaluate(() => {
        const box = e => { const { left, right, top, bottom } = e.getBoundingClientRect(); return { left, right, top, bottom, name: e.id || e.className || e.textContent }; };
        const all = selector => [...document.querySelectorAll(selector)].filter(e => e.offsetParent !== null).map(box);
        const cut = [...document.querySelectorAll("#whose button, #tabs button, .title, .tools > *, #charts .name i")].filter(e => e.offsetParent !== null && e.scrollWidth > e.clientWidth + 1 && !e.matches(".menu")).map(e => e.textContent || e.id);
        return {
          stage: box(document.getElementById("stage")), side: box(document.getElementById("side")), legend: box(document.getElementById("legend")), whose: all("#whose button"), tabs: all("#tabs button"), cut,
          dials: all(".dial"), parts: all(".dial .speed, .dial .pill, .dial .wheel, .dial .facts"), tools: all(".tools > *"), titles: all(".title .pill"), names: all("#charts .name i"), wide: document.documentElement.scrollWidth, seen: innerWidth,
        };
      });
      const within = (inner, outer, what) => expect(inner.left >= outer.left - 1 && inner.right <= outer.right + 1, `${what} ${inner.name} from ${inner.left} to ${inner.right} is not within ${outer.left} to ${outer.right}`);
      const page0 = { left: 0, right: found.seen };
      expect(found.wide <= found.seen, `${mode}: the page is ${found.wide} wide`);
      expect(found.whose.length === 2, "a switch between A and B");
      expect(found.cut.length === 0, `${mode}: cut off: ${found.cut.join(", ")}`);
      for (const one of [...found.whose, ...found.tabs]) within(one, found.side, mode);
      for (const one of [...found.tools, ...found.titles, ...found.names]) within(one, page0, mode);
      for (const one of [...found.dials, ...found.parts]) within(one, found.stage, mode);
      const middle = (found.stage.left + found.stage.right) / 2;
      if (mode === "side") expect(found.legend.right <= middle, `the legend of ${found.legend.left} to ${found.legend.right} reaches over the middle at ${middle}`);
      expect(found.dials.length === 2 && found.dials[0].right < found.dials[1].left, `dials: ${JSON.stringify(found.dials)}`);
      for (const dial of found.dials) expect(dial.top > found.legend.bottom, "the dial covers the legend");
    }
    await page.context().close();
  });
}

await check("longNamesAreShortUntilAskedFor", async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, colorScheme: "dark" });
  const page = await context.newPage();
  await page.route(/\/window\?/, async route => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"\\u003cscript[^"]*"/g, `"${UUID}"`) });
  });
  await page.goto(`${single}#t=1.50s`);
  await page.waitForFunction(() => window.camber?.frames > 2, null, { timeout: 20000 });
  await loaded(page, 1.5);
  await page.evaluate(() => { camber.view.toggle("truth"); camber.view.toggle("tracks"); });
  await page.waitForFunction(() => camber.stage.shows[0].actors.truths?.length === 1, null, { timeout: 5000 });
  await rests(page);
  const [label, rows] = await page.evaluate(() => { document.querySelector("[data-tab=objects]").click(); camber.player.drawNow(); return [camber.stage.shows[0].actors.truths[0].name, document.querySelectorAll("#panel [data-truth]").length]; });
  expect(label === "vehicle 7fab23", `the label says ${label}`);
  expect(await count(page, TRUTH) > 40, "the outline is drawn");
  await page.waitForFunction(() => document.querySelector("#panel [data-truth]")?.textContent.includes("vehicle 7fab23"), null, { timeout: 4000 });
  expect(!await page.evaluate(id => document.getElementById("panel").textContent.includes(id), UUID), "the long name is there before it was asked for");
  const spot = await page.evaluate(() => {
    const { stage } = camber, item = stage.shows[0].actors.truths[0], o = camber.view.origin;
    const p = stage.camera.position.clone().set(item.x - o.x, item.y - o.y, item.z - o.z + item.h / 2).project(stage.camera);
    const box = stage.canvas.parentElement.getBoundingClientRect();
    return [box.left + (p.x + 1) / 2 * box.width, box.top + (1 - p.y) / 2 * box.height];
  });
  await page.mouse.click(...spot);
  await page.waitForFunction(id => document.getElementById("panel").textContent.includes(id), UUID, { timeout: 4000 });
  await context.close();
  return { rows };
});

const strange = /\b(NaN|undefined|null|Infinity)\b|\[object/;
async function looksSane(page, what) {
  for (const tab of TABS) {
    await page.click(`#tabs [data-tab=${tab}]`);
    await page.waitForTimeout(220);
    const words = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("[title], [aria-label], [aria-valuetext]")].map(e => `${e.title} ${e.ariaLabel} ${e.ariaValueText ?? ""}`.replace(/\bnull\b/g, "")).join("\n"));
    const found = strange.exec(words);
    expect(!found, `${what}, ${tab}: ...${words.slice(Math.max(0, (found?.index ?? 0) - 60), (found?.index ?? 0) + 20)}...`);
  }
}
for (const [name, url] of lacking.map(text => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)])) {
  await check(`saysADashIn${name}`, async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, colorScheme: "dark" });
    const page = await context.newPage();
    const wrong = [];
    page.on("pageerror", e => wrong.push(String(e)));
    page.on("console", m => { if (m.type() === "error" && !m.text().includes("404")) wrong.push(m.text()); });
    await page.goto(url);
    await page.waitForFunction(() => window.camber?.ready && document.body.className === "", null, { timeout: 20000 });
    await looksSane(page, name);
    await page.keyboard.press("t");
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await looksSane(page, name);
    expect(wrong.length === 0, wrong.join("\n"));
    await context.close();
  });
}
await check("saysADashForFiguresThatAreNotThere", async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  const metric = value => ({ unit: "1", ok: true, limit: 1, limitKind: "atMost", hard: false, ...value });
  const result = { scenario: "x", seed: 1, outcome: "PASS", metrics: { there: metric({ value: 0.123456 }), absentClass: metric({ value: "NaN" }), nothing: metric({ value: null }), no: metric({ absent: "nobody came", limit: 0.95 }) }, events: [] };
  await page.route(/\/api\/drives$/, async route => {
    const answer = await route.fetch(), body = await answer.json();
    for (const drive of body.drives) drive.result = result;
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto(single);
  await page.waitForFunction(() => window.camber?.ready, null, { timeout: 20000 });
  await looksSane(page, "a result with gaps");
  await page.click("#tabs [data-tab=facts]");
  await page.waitForFunction(() => document.getElementById("panel").innerText.includes("absentClass"), null, { timeout: 4000 });
  const rows = await page.evaluate(() => [...document.querySelectorAll("#panel tr")].map(r => [...r.cells].map(c => c.textContent.trim())).filter(c => ["there", "absentClass", "nothing"].includes(c[0])).map(c => c.slice(0, 2).join("=")).sort());
  expect(rows.join() === "absentClass=–,nothing=–,there=0.1235", rows.join());
  await context.close();
});

await check("followsThroughAnOutage", async () => {
  const page = await open(live);
  await page.waitForFunction(() => camber.player.time > camber.player.start + 0.5, null, { timeout: 10000 });
  const note = () => page.evaluate(() => { const e = document.getElementById("notice"); return e.hidden ? "" : e.textContent; });
  await page.route(/\/api\//, route => route.abort());
  await page.waitForFunction(() => !document.getElementById("notice").hidden && /does not answer/.test(document.getElementById("notice").textContent), null, { timeout: 15000 });
  const during = await page.evaluate(() => camber.player.end);
  await page.waitForTimeout(1200);
  expect(await page.evaluate(() => camber.player.end) === during, "the end moves though nobody answers");
  await page.unroute(/\/api\//);
  await page.waitForFunction(end => camber.player.end > end + 0.5 && camber.player.following, during, { timeout: 20000 });
  await page.waitForFunction(() => document.getElementById("notice").hidden || /answers again/.test(document.getElementById("notice").textContent), null, { timeout: 10000 });
  await page.waitForFunction(() => document.getElementById("notice").hidden, null, { timeout: 10000 });
  await page.waitForFunction(t => camber.player.time > t + 0.3 && camber.drives[0].isLoaded(camber.player.time), during, { timeout: 15000 });
  const reports = await page.evaluate(() => { const at = camber.drives[0].sparse.health.map(h => `${h[0]} ${h[1]} ${h[3]}`); return [at.length, new Set(at).size]; });
  expect(reports[0] === reports[1], "something is there twice");
  expect(await note() === "", "the notice stays");
  await page.context().close();
});

const contrasts = page => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3]));
  // WCAG 2.2, relative luminance and contrast ratio
  const luminance = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const ground = e => { const layers = []; for (let at = e; at; at = at.parentElement) { const c = rgba(getComputedStyle(at).backgroundColor); layers.push(c); if (c[3] > 0.999) break; } return layers.reverse().reduce((under, c) => over(c, under), [0, 0, 0]); };
  const found = [];
  for (const e of document.body.querySelectorAll("*")) {
    const words = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent.trim()).join("");
    if (!words || e.offsetParent === null || e.closest("dialog:not([open])") || e.tagName === "OPTION" || getComputedStyle(e).visibility === "hidden" || getComputedStyle(e).fontSize === "0px") continue;
    const under = ground(e);
    found.push([ratio(over(rgba(getComputedStyle(e).color), under), under), `${e.tagName}.${e.className} "${words.slice(0, 20)}"`]);
  }
  const c = camber.view.colours, hex = n => [n >> 16 & 255, n >> 8 & 255, n & 255];
  const bg2 = ground(document.querySelector("footer"));
  for (const [name, colour] of [["axis", c.axis], ...[...c.series, ...c.seriesB].map(s => ["series", s])]) found.push([ratio(over(rgba(colour), bg2), bg2), `${name} ${colour} on the plots`]);
  found.push([ratio(over(rgba(c.labelText), bg2), over(rgba(c.label), hex(c.background))), "labels in the picture"]);
  return found.sort((a, b) => a[0] - b[0]);
});
for (const theme of ["dark", "light"]) {
  await check(`textHasContrastOn${theme}`, async () => {
    const page = await open(`${pair}#t=1.50s`, { viewport: { width: 1280, height: 760 }, colorScheme: theme });
    await page.waitForFunction(() => camber.ready, null, { timeout: 15000 });
    let least = [99];
    for (const tab of TABS) {
      await page.click(`#tabs [data-tab=${tab}]`);
      await page.waitForTimeout(250);
      const found = await contrasts(page);
      if (found[0][0] < least[0]) least = found[0];
      expect(found[0][0] >= 4.5, `${tab}: ${found.filter(f => f[0] < 4.5).slice(0, 6).map(f => `${f[0].toFixed(2)} ${f[1]}`).join("; ")}`);
    }
    await page.keyboard.press("?");
    const found = await contrasts(page);
    expect(found[0][0] >= 4.5, `keys: ${found[0]}`);
    await page.context().close();
    return { least: Number(least[0].toFixed(2)), of: least[1] };
  });
}

await check("everythingIsReachedByKeyboardAndSeen", async () => {
  const page = await open(`${pair}#t=1.50s`, { viewport: { width: 1280, height: 760 } });
  await page.click("#tabs [data-tab=objects]");
  await page.waitForFunction(() => document.querySelector("#panel [data-track]"), null, { timeout: 5000 });
  await page.evaluate(() => document.activeElement.blur());
  const reached = new Set(), dim = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const [name, outline, label] = await page.evaluate(() => {
      const e = document.activeElement, style = getComputedStyle(e);
      return [e.id || e.dataset.name || (e.dataset.tab && `tab ${e.dataset.tab}`) || (e.dataset.track && "track") || (e.dataset.drive && `drive ${e.dataset.drive}`) || e.parentElement?.id || e.tagName, style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), e.ariaLabel || e.title || e.innerText || e.getAttribute("aria-labelledby") || ""];
    });
    if (name === "BODY") continue;
    if (reached.has(name) && name === "chase") break;
    reached.add(name);
    if (outline < 2) dim.push(name);
    if (!label) dim.push(`${name} has no words`);
  }
  const wanted = ["chase", "driver", "colour-menu", "layer-menu", "side", "overlay", "do-shot", "do-video", "do-link", "do-theme", "do-help", "scene", "drive 0", "drive 1", "tab-objects", "panel", "track", "to-start", "step-back", "play", "step-on", "next-event", "speed", "timeline"];
  const missing = wanted.filter(name => !reached.has(name));
  expect(missing.length === 0, `not reached: ${missing.join(", ")}; reached: ${[...reached].join(", ")}`);
  expect(dim.length === 0, `not seen to have the keyboard: ${dim.join(", ")}`);
  await page.focus("#panel [data-track]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => camber.view.selected?.id === 7 && document.getElementById("panel").textContent.includes("Track 7"), null, { timeout: 4000 });
  await page.focus("#tab-objects");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.activeElement.id) === "tab-health", "an arrow goes to the next tab");
  await page.focus("#scene");
  const eye = () => page.evaluate(() => { camber.player.drawNow(); return camber.stage.camera.position.toArray().join(); });
  for (const key of ["q", "a", "+"]) {
    const before = await eye();
    await page.keyboard.press(key);
    expect(await eye() !== before, `${key} does not move the camera`);
  }
  await page.context().close();
});
await check("movesNothingForThoseWhoAskedForNone", async () => {
  const page = await open(`${single}#t=1.50s`, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter(e => getComputedStyle(e).transitionDuration.split(", ").some(d => parseFloat(d) > 0)).map(e => e.id || e.tagName));
  expect(moving.length === 0, `transitions on ${moving.join()}`);
  expect(await page.evaluate(() => document.getAnimations().length) === 0, "animations run");
  await page.context().close();
});
await check("drawsCoarseWhileItMovesAndFineAtRest", async () => {
  const page = await open(`${single}#t=1.50s`);
  await loaded(page, 1.5);
  const [coarse, fine] = await page.evaluate(async () => {
    const { stage, player } = camber;
    player.seek(1.6);
    player.drawNow();
    const coarse = stage.canvas.width / stage.width;
    await new Promise(go => setTimeout(go, 900));
    return [coarse, stage.canvas.width / stage.width];
  });
  expect(Math.abs(coarse - 0.5) < 0.01 && Math.abs(fine - 1) < 0.01, `${coarse} and ${fine} pixels each`);
  await page.context().close();
});
await check("nothingElseWentWrong", async () => {
  const real = problems.filter(p => !p.includes("ERR_FAILED"));
  expect(real.length === 0, real.join("\n"));
});
await browser.close();
process.exit(0);
