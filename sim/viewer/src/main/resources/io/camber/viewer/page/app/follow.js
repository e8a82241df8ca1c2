// A drive that is happening: asks how far it is, several times a second, and goes on asking when nobody answers.

import { againMs, drives as listDrives } from "./data.js";

const ASK_MS = 120;
const SURVEY_MS = 2000;

/** Follows until every drive is over; whoever listens hears of news, of surveys due, of silence and of answers. */
export async function follow(drives, player, { surveyed, answered, unanswered }) {
  let due = 0, failures = 0;
  while (drives.some(d => d.isGrowing)) {
    await new Promise(go => setTimeout(go, failures ? againMs(failures) : ASK_MS));
    try {
      for (const drive of drives.filter(d => d.isGrowing)) await catchUp(drive);
      if (failures) { failures = 0; due = 0; }
      answered();
      player.grow();
      if (performance.now() > due) { due = performance.now() + SURVEY_MS; surveyed(); }
    } catch (problem) {
      unanswered(problem, againMs(++failures));
    }
  }
  player.following = false;
  surveyed();
}

/** Takes what came since the last time; only what is there counts, so that a failure half-way loses nothing. */
async function catchUp(drive) {
  const head = await drive.head();
  const end = Math.max(head.end, head.start + 0.001);
  if (end > drive.sparseTo) {
    await drive.loadSparse(drive.sparseTo + 1e-6, end);
    drive.sparseTo = end;
  }
  if (!drive.sweepTopic || !drive.imageTopic || !head.isGrowing) drive.update((await listDrives())[drive.index]);
  drive.start = head.start;
  drive.end = end;
  drive.isGrowing = head.isGrowing;
  drive.pump();
}
