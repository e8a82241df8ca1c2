package io.camber.app.doctor;

import io.camber.bus.transport.WireException;
import io.camber.bus.udp.security.BusKey;
import java.nio.file.Path;
import java.util.List;

/** Whether a key file is one that a bus accepts. */
public record KeyCheck(Path file) {
  private static final String NAME = "key";

  /** One finding; the key itself is never shown. */
  public List<Finding> look() {
    try {
      return List.of(Finding.ok(NAME, BusKey.read(file) + " in " + file));
    } catch (WireException e) {
      return List.of(Finding.fail(
          NAME,
          String.valueOf(e.getMessage()),
          "(umask 077; head -c 32 /dev/urandom > " + file + ")"));
    }
  }
}
