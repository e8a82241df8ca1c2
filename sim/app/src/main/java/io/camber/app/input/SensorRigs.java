package io.camber.app.input;

import io.camber.app.sensors.SensorRig;
import io.camber.diagnostics.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds sensor rigs: bundled ones by name, others by file. */
public final class SensorRigs {
  private SensorRigs() {}

  /**
   * The rig of that name in the repository's folder {@code scenarios/sensors}, or of that file; the default one when empty.
   *
   * @throws InputException naming file and line
   */
  public static SensorRig named(String name) {
    if (name.isEmpty()) {
      return SensorRig.standard();
    }
    boolean isName = !name.contains("/") && !name.endsWith(".yaml");
    Path file = isName
        ? BundledScenarios.folder().resolve("sensors").resolve(name + ".yaml")
        : Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "rig " + name + ": no such file " + file
              + "; bundled are default, surround, parking, truck, hdl64, hdl32, lidar-only, camera-truth, lidar-truth; for pictures contact-sheet and imperfect");
    }
    return SensorRig.read(
        file.toString(), new String(InputFiles.read(file), StandardCharsets.UTF_8));
  }
}
