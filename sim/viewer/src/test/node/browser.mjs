// Drives a real browser over the viewer: node browser.mjs SINGLE_URL PAIR_URL LIVE_URL; prints one line of JSON a check.
import { browser, check, count, expect, loaded, open, problems } from "./looking.mjs";

const [single, pair, live] = process.argv.slice(2);
const CAR = [98, 183, 240], PLAN = [35, 140, 125];

const page = await open(`${single}#t=1.50s`);
await check("opensAtTheMomentOfTheLink", async () => {
  const t = await page.evaluate(() => camber.player.time);
  expect(t === 1.5, `time is ${t}`);
  expect(!page.url().includes("token"), "the token stays in the address");
});
await check("drawsPlanCarAndSweep", async () => {
  await loaded(page, 1.5);
  await page.evaluate(() => { camber.view.pointSize = 4; });
  const [car, plan] = [await count(page, CAR), await count(page, PLAN)];
  expect(car > 60, `${car} pixels of the car`);
  expect(plan > 300, `${plan} pixels of the plan`);
  const before = await page.evaluate(() => { camber.player.drawNow(); return camber.stage.renderer.info.render.points; });
  expect(before === 40, `${before} points of the wall`);
  return { car, plan };
});
await check("layersComeAndGo", async () => {
  await page.evaluate(() => { camber.view.layers.tracks = camber.view.layers.plan = camber.view.layers.futures = false; });
  const [car, plan] = [await count(page, CAR), await count(page, PLAN)];
  await page.evaluate(() => { camber.view.layers.tracks = camber.view.layers.plan = camber.view.layers.futures = true; });
  const [carBack, planBack] = [await count(page, CAR), await count(page, PLAN)];
  expect(car < carBack / 5 && plan < planBack / 5, `${car} of ${carBack} and ${plan} of ${planBack} pixels are left`);
});
await check("scrubsByMouseAndKeys", async () => {
  const box = await page.locator("#timeline").boundingBox();
  await page.mouse.click(box.x + 8 + (box.width - 16) / 2, box.y + box.height / 2);
  const t = await page.evaluate(() => camber.player.time);
  expect(Math.abs(t - 1.5) < 0.03, `the middle is ${t}`);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  expect(Math.abs(await page.evaluate(() => camber.player.time) - 0.1) < 1e-6, "a step is 0.1 s");
  await loaded(page, 2.5);
  const x = await page.evaluate(() => camber.drives[0].ego(2.5).x);
  expect(Math.abs(x - 50) < 0.01, `the ego is at ${x}`);
});
await check("playsAndStops", async () => {
  await page.evaluate(() => camber.player.seek(0.2));
  await page.keyboard.press(" ");
  await page.waitForFunction(() => camber.player.time > 0.6, null, { timeout: 8000 });
  await page.keyboard.press(" ");
  const playing = await page.evaluate(() => camber.player.playing);
  expect(!playing, "still playing");
});
await check("scrubbingCallsOfAFrame", async () => {
  await loaded(page, 1);
  return page.evaluate(() => {
    const start = performance.now();
    for (let i = 0; i < 30; i++) { camber.player.go(0.5 + i * 0.05); camber.player.drawNow(); }
    return { msPerFrame: (performance.now() - start) / 30 };
  });
});
await check("showsTheCameraWithBoxes", async () => {
  await loaded(page, 1.5);
  await page.waitForFunction(() => { camber.player.changed(); return camber.drives[0].shown && Math.abs(camber.drives[0].shown.t - 1.5) < 0.11; }, null, { timeout: 8000 });
  await page.waitForTimeout(250);
  const [left, right, inside] = await page.evaluate(() => {
    const canvas = document.getElementById("camera");
    const at = (x, y) => [...canvas.getContext("2d").getImageData(x, y, 1, 1).data].slice(0, 3);
    return [at(10, 80), at(150, 80), at(78, 49)];
  });
  expect(left[0] > 150 && left[2] < 90, `left is ${left}`);
  expect(right[2] > 150 && right[0] < 90, `right is ${right}`);
  expect(inside[1] > 35, `no box over the car: ${inside}`);
});
await check("keepsTheImageItShows", async () => {
  const width = await page.evaluate(async () => {
    const drive = camber.drives[0];
    for (let i = 0; i < 60; i++) drive.bitmaps.set(1000 + i, await createImageBitmap(new ImageData(1, 1)));
    camber.player.drawNow();
    return drive.shown.bitmap.width;
  });
  expect(width === 160, `the image is ${width} wide`);
});
await check("aClickedObjectTellsItsHistory", async () => {
  const spot = await page.evaluate(() => {
    camber.player.drawNow();
    const { stage } = camber, item = stage.shows[0].actors.items[0], o = camber.view.origin;
    const p = stage.camera.position.clone().set(item.x - o.x, item.y - o.y, item.z - o.z + 0.7).project(stage.camera);
    const box = stage.canvas.parentElement.getBoundingClientRect();
    return [box.left + (p.x + 1) / 2 * box.width, box.top + (1 - p.y) / 2 * box.height];
  });
  await page.mouse.click(...spot);
  await page.waitForFunction(() => document.getElementById("panel").textContent.includes("Track 7"), null, { timeout: 4000 });
});
await check("namesAreNeverMarkup", async () => {
  for (const tab of ["plan", "objects", "health", "latency", "events", "facts"]) {
    await page.click(`#tabs [data-tab=${tab}]`);
    await page.waitForTimeout(200);
    const bad = await page.evaluate(() => document.querySelectorAll("#panel img, #panel script, #panel i i, #panel b").length);
    expect(bad === 0, `${tab} took a name for markup`);
  }
  await page.click("#tabs [data-tab=plan]");
  await page.waitForFunction(() => document.getElementById("panel").textContent.includes("<img src=x onerror"), null, { timeout: 4000 });
  expect(await page.evaluate(() => window.hacked === undefined), "a name ran as a script");
});
await check("latencyIsThatOfTheOrigins", async () => {
  await page.click("#tabs [data-tab=latency]");
  await page.waitForFunction(() => /actuation\s*80 ms/.test(document.getElementById("panel").textContent), null, { timeout: 4000 });
});
await check("drawsTheOtherProposals", async () => {
  const blue = [143, 184, 255], proposals = () => page.evaluate(() => { camber.player.drawNow(); return camber.stage.shows[0].actors.planAt(camber.player.time)[0][5].map(p => p[3].length); });
  expect((await proposals()).join() === "22,22,0", "the paths of three proposals");
  await page.evaluate(() => { camber.view.proposal = 1; });
  const pointedAt = await count(page, [232, 237, 244]);
  await page.evaluate(() => { camber.view.layers.proposals = false; });
  const without = await count(page, [232, 237, 244]);
  await page.evaluate(() => { camber.view.layers.proposals = true; camber.view.proposal = null; });
  expect(pointedAt > without + 40, `${pointedAt} pixels, ${without} without the layer`);
  return { pointedAt, without, blue: await count(page, blue) };
});
await check("readsWhatIsSeldomInPieces", async () => {
  const [whole, pieces] = await page.evaluate(async () => {
    const drive = camber.drives[0], whole = drive.sparse;
    drive.sparse = {};
    drive.pieces = 7;
    drive.piecesLeft = [0, 1, 2, 3, 4, 5, 6];
    drive.time = 2;
    while (await drive.loadSparsePiece());
    const [a, b] = [whole, drive.sparse].map(rows => JSON.stringify(Object.entries(rows).filter(([, r]) => r.length).sort()));
    drive.sparse = whole;
    return [a, b];
  });
  expect(whole.includes("tracking"), "there is something to read");
  expect(whole === pieces, `${pieces} instead of ${whole}`);
});
for (const [kind, head] of [["mp4", "ftyp"], ["webm", "\x1aE\xdf\xa3"]]) {
  await check(`savesAVideoAs${kind}`, async () => {
    const made = await page.evaluate(async kind => {
      const blob = await camber.exporter.record(0.5, 1.0, 10, kind);
      const bytes = String.fromCharCode(...new Uint8Array(await blob.slice(0, 8).arrayBuffer()));
      const video = document.createElement("video");
      video.muted = true;
      video.src = URL.createObjectURL(blob);
      await new Promise((done, fail) => { video.onloadeddata = done; video.onerror = () => fail(new Error(`the browser cannot play it: ${video.error.message}`)); });
      video.currentTime = 0.3;
      await new Promise(done => { video.onseeked = done; });
      const canvas = document.createElement("canvas");
      canvas.width = video.videoWidth; canvas.height = video.videoHeight;
      const pen = canvas.getContext("2d");
      // a busy browser says that it has sought before it has the frame
      let plan = 0;
      for (let look = 0; look < 30 && plan === 0; look++) {
        if (look > 0) await new Promise(done => setTimeout(done, 100));
        pen.drawImage(video, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - 35) + Math.abs(data[i + 1] - 140) + Math.abs(data[i + 2] - 125) < 90) plan++;
      }
      return { size: blob.size, bytes, seconds: video.duration, width: video.videoWidth, plan };
    }, kind);
    expect(made.bytes.includes(head), `begins with ${made.bytes}`);
    expect(made.seconds > 0.4 && made.seconds < 0.7, `${made.seconds} s`);
    expect(made.plan > 200, `${made.plan} pixels of the plan in the frame at 0.3 s`);
    return made;
  });
}
await check("fitsAPhone", async () => {
  const phone = await open(single, { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true });
  const [scroll, width] = await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(scroll <= width, `the page is ${scroll} wide on ${width}`);
  const play = await phone.locator("#play").boundingBox();
  expect(play && play.y > 600 && play.y + play.height <= 780, `play is at ${play?.y}`);
  await phone.context().close();
});
await check("strangePagesAreRefused", async () => {
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto("data:text/html,<p>another page</p>");
  const answers = await stranger.evaluate(async url => {
    const base = url.split("/?")[0];
    const get = address => fetch(address, { credentials: "include" }).then(r => `read ${r.status}`, () => "refused");
    const socket = await new Promise(done => { const s = new WebSocket(url.replace("http", "ws"), ["foxglove.websocket.v1"]); s.onopen = () => done("open"); s.onerror = () => done("refused"); });
    return [await get(url), await get(`${base}/api/drives`), await get(`${base}/api/drives${url.slice(base.length + 1)}`), socket];
  }, single);
  expect(answers.every(a => a === "refused"), answers.join(", "));
  await context.close();
});
await page.context().close();

await check("twoDrivesSideBySideAndOverlaid", async () => {
  const two = await open(`${pair}#t=1.50s`);
  await two.evaluate(() => Promise.all([camber.player.loadedAt(1.5)]));
  await two.waitForFunction(() => camber.drives.every(d => d.sweepAt(1.5)), null, { timeout: 8000 });
  const halves = [await count(two, CAR, 0, 0.5), await count(two, CAR, 0.5, 1)];
  expect(halves.every(n => n > 20), `side by side: ${halves}`);
  await two.keyboard.press("m");
  const second = await count(two, [240, 139, 208]);
  expect(second > 30, `overlaid: ${second} pixels of the second`);
  await two.click("#whose [data-drive='1']");
  await two.waitForFunction(() => camber.view.panelDrive === 1 && document.querySelectorAll("#panel tbody tr").length === 3, null, { timeout: 4000 });
  await two.context().close();
  return { halves, second };
});
await check("readsOnThoughRequestsFail", async () => {
  const context = await browser.newContext({ viewport: { width: 900, height: 620 } });
  const shaky = await context.newPage();
  const asked = {};
  const count = what => { asked[what] = (asked[what] ?? 0) + 1; return asked[what]; };
  // Of the first drive each kind of request fails once, of the second there are never plots.
  await shaky.route(/\/drives\/0\/(series|sparse)/, route => count(route.request().url().includes("series") ? "plots" : "events") === 1 ? route.abort() : route.continue());
  await shaky.route(/\/drives\/1\/series/, route => { count("never"); return route.abort(); });
  await shaky.goto(`${pair}#t=1.50s`);
  await shaky.waitForFunction(() => performance.getEntriesByName("surveyed").length > 0, null, { timeout: 20000 });
  const [a, b, isReady, notice] = await shaky.evaluate(() => [...camber.drives.map(d => ({ share: d.sparseShare, rows: Object.values(d.sparse).flat().length, plots: Object.keys(d.courses).length })), camber.ready, document.getElementById("notice").textContent]);
  expect(a.share === 1 && a.rows > 0 && a.plots > 0, `first drive: ${JSON.stringify(a)}`);
  expect(b.share === 1 && b.rows > 0 && b.plots === 0, `second drive: ${JSON.stringify(b)}`);
  expect(isReady, "is not ready");
  expect(notice.includes("cannot be read"), `notice: ${notice}`);
  expect(asked.plots >= 2 && asked.events >= 2 && asked.never >= 3, JSON.stringify(asked));
  await context.close();
});
await check("followsALiveDrive", async () => {
  const now = await open(live);
  const before = await now.evaluate(() => camber.player.time);
  await now.waitForFunction(t => camber.player.time > t + 0.5, before, { timeout: 10000 });
  expect(await now.evaluate(() => camber.drives[0].isGrowing), "the drive does not grow");
  const car = await count(now, CAR);
  expect(car > 40, `${car} pixels of the car`);
  await now.evaluate(() => camber.player.seek(camber.player.start + 0.1));
  expect(!await now.evaluate(() => camber.player.following), "scrubbing back does not let go");
  await now.context().close();
});
await check("nothingWentWrongOnTheWay", async () => {
  const real = problems.filter(p => !p.includes("403") && !p.includes("CORS") && !p.includes("WebSocket connection") && !p.includes("ERR_FAILED"));
  expect(real.length === 0, real.join("\n"));
});
await browser.close();
process.exit(0);
