package io.camber.jury.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What makes a drive the same drive again.
 *
 * @param scenario its name, or a file's name when nothing more is known
 * @param setup everything else it was made of but the seed: parameters, faults, weather, rig, planner; a file's hash when it is no
 *     run; empty as shipped
 */
public record DriveId(String scenario, String setup, long seed) {

  /** Drives that differ in the seed alone have the same; part of a ticket's key. */
  public String variant() {
    if (setup.isEmpty()) {
      return scenario;
    }
    CRC32 sum = new CRC32();
    sum.update(setup.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%s-%08x", scenario, sum.getValue());
  }
}
