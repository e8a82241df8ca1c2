package io.camber.app.sweep.plan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run to make.
 *
 * @param index its number in the whole sweep, whatever part of it is run
 */
public record SweepCase(long index, Path scenario, Map<String, String> parameters, long seed) {
  public SweepCase {
    parameters = new LinkedHashMap<>(parameters);
  }
}
