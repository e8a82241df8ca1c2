package io.camber.sim.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A scenario file, read and checked as far as that is possible without its map. Immutable. */
@SuppressWarnings("DoNotCallSuggester")
public final class Scenario {
  private final Path file;

  private Scenario(Path file) {
    this.file = file;
  }

  /**
   * Reads a scenario; throws {@link io.camber.diagnostics.InputException} with file and line on bad input.
   *
   * @param parameterOverrides values of declared parameters, by name
   */
  public static Scenario load(Path file, Map<String, String> parameterOverrides) {
    if (parameterOverrides.isEmpty()) {
      return new Scenario(file);
    }
    throw new UnsupportedOperationException(file + " " + parameterOverrides);
  }

  public Path file() {
    return file;
  }

  /** The OpenDRIVE file, after substitution of parameters. */
  public Path mapFile() {
    throw new UnsupportedOperationException(file.toString());
  }

  /** Names of all entities, in the order of the file. */
  public List<String> entityNames() {
    throw new UnsupportedOperationException(file.toString());
  }

  /**
   * The entity that the stack drives unless told otherwise: the one called Ego, else the first with an external or ALKS-like
   * controller, else the first. Empty when the scenario has no entities.
   */
  public String egoName() {
    throw new UnsupportedOperationException(file.toString());
  }

  /** Parts of the file that are understood but have no effect here, each with file and line. */
  public List<String> warnings() {
    throw new UnsupportedOperationException(file.toString());
  }
}
