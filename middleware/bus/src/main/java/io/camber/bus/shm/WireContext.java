package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.WireListener;
import java.util.concurrent.atomic.AtomicLong;

/** What all ends of one wire share. */
record WireContext(
    SharedMemoryConfig config,
    BusFiles files,
    Generation generation,
    Registry registry,
    WireListener listener,
    AtomicLong ids) {
  private static final int PID_SHIFT = 40;

  /** An id that no other file on the bus has, never 0: of the process, its start and a count. */
  long newId() {
    long pid = Processes.ownPid();
    return pid << PID_SHIFT
        ^ Processes.start(pid) << 20
        ^ ids.incrementAndGet()
        ^ System.nanoTime();
  }
}
