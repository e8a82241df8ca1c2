// Asks for the first picture's data while the scripts that draw it are still on their way: this module needs none of them.

import { Drive, drives } from "./data.js";

/** The moment that the address names, in seconds; null when it names none. */
export function moment() {
  const found = /[#&]t=(-?[0-9.]+)s?/.exec(location.hash);
  return found ? Number(found[1]) : null;
}

/** The drives on show, each already asking for what it needs at the first moment. */
export const opening = drives().then(infos => infos.map((info, i) => {
  const drive = new Drive(i, info);
  const at = moment() ?? (drive.isGrowing ? drive.end : drive.start);
  drive.seek(Math.min(drive.end, Math.max(drive.start, at)));
  if (drive.hasMap && !drive.isGrowing) drive.map();
  return drive;
}));
opening.catch(() => {}); // whoever waits for it says what is wrong
