package io.camber.app.busbench;

import java.io.IOException;

/** A way to bring bytes from one process to another. */
interface Contender {
  /** Starts its processes in the turn and waits for what the one that measures says. */
  Figure measure(Cell cell, double seconds, Turn turn) throws IOException;
}
