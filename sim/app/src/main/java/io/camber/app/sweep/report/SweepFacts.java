package io.camber.app.sweep.report;

import java.util.List;

/**
 * What a page says beside its table.
 *
 * @param command that makes the same sweep
 * @param parameters names of everything that may vary, seed included when it does
 * @param axes names of the two parameters of the map; empty when the page may choose
 * @param total runs of the whole sweep, before sampling and sharding
 * @param reference whether the drivers of reference have maps of their own
 */
public record SweepFacts(
    String title,
    String command,
    List<String> parameters,
    List<String> axes,
    String total,
    boolean reference) {
  public SweepFacts {
    parameters = List.copyOf(parameters);
    axes = List.copyOf(axes);
  }
}
