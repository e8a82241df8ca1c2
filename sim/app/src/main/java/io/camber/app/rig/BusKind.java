package io.camber.app.rig;

/** What carries a bus between processes. */
public enum BusKind {
  /** Shared memory of this host. */
  SHM("shm"),
  /** UDP datagrams. */
  UDP("udp");

  private final String prefix;

  BusKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }
}
