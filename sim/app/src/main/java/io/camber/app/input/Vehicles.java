package io.camber.app.input;

import io.camber.app.vehicle.VehicleFile;
import io.camber.diagnostics.InputException;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds vehicles: bundled ones by name, others by file. */
public final class Vehicles {
  private static final String ENDING = ".yaml";

  private Vehicles() {}

  private static Path folder() {
    return BundledScenarios.folder().resolve("vehicles");
  }

  /** Names of the bundled vehicles, in order. */
  public static List<String> names() {
    return BundledFiles.names(folder(), ENDING);
  }

  /**
   * The vehicle of that name in the repository's folder {@code scenarios/vehicles}, or of that file.
   *
   * @throws InputException naming file and line
   */
  public static DoubleTrackConfig named(String name) {
    boolean isName = !name.contains("/") && !name.endsWith(ENDING);
    Path file = isName ? folder().resolve(name + ENDING) : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new InputException("vehicle " + name + ": no such file " + file + "; bundled are "
          + String.join(", ", names()));
    }
    return VehicleFile.read(
        file.toString(), new String(InputFiles.read(file), StandardCharsets.UTF_8));
  }
}
