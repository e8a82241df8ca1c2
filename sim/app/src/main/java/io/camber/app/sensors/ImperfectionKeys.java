package io.camber.app.sensors;

import io.camber.app.yaml.YamlEntry;
import io.camber.sim.sensor.camera.Optics;
import io.camber.sim.sensor.lidar.EchoConfig;
import io.camber.sim.sensor.lidar.Returns;
import java.util.List;
import java.util.Locale;

/** Keys of a rig's file by which sensors become as imperfect as real ones. */
final class ImperfectionKeys {
  private static final double MS = 1e-3;
  private static final double BEAM_MRAD = 2.0;

  private ImperfectionKeys() {}

  /** Of lidars: {@code returns}, {@code sub_rays}, {@code divergence_mrad}, {@code blooming} and so on. */
  static EchoConfig echoes(YamlEntry entry) {
    Returns returns = returns(entry);
    boolean hasBeam =
        returns != Returns.STRONGEST || entry.has("divergence_mrad") || entry.has("blooming");
    int subRays = (int) entry.number("sub_rays", hasBeam ? 5.0 : 1.0, 1.0, 5.0);
    double usualMrad = subRays > 1 ? BEAM_MRAD : 0.0;
    return new EchoConfig(
        returns,
        subRays,
        MS * entry.number("divergence_mrad", usualMrad, 0.0, 20.0),
        entry.number("blooming", 0.0, 0.0, 1.0),
        entry.number("crosstalk", 0.0, 0.0, 0.1),
        entry.number("ghosts", 0.0, 0.0, 1.0),
        entry.number("ring_noise_m", 0.0, 0.0, 0.2));
  }

  private static Returns returns(YamlEntry entry) {
    if (!entry.has("returns")) {
      return Returns.STRONGEST;
    }
    String wanted = entry.text("returns");
    for (Returns each : Returns.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return each;
      }
    }
    throw entry.wrong(
        "returns: '" + wanted + "' is unknown; there are strongest, first, last, dual");
  }

  /** Of cameras: {@code projection}, {@code readout_ms}, {@code shutter_ms}, {@code dirt}, {@code format}. */
  static Optics optics(YamlEntry entry) {
    return new Optics(
        choice(entry, "projection", List.of("pinhole", "fisheye")) == 1,
        MS * entry.number("readout_ms", 0.0, 0.0, 100.0),
        MS * entry.number("shutter_ms", 0.0, 0.0, 100.0),
        entry.number("dirt", 0.0, 0.0, 0.5),
        choice(entry, "format", List.of("rgb", "bayer", "jpeg")) == 1);
  }

  /** Of radars: {@code scenery}. */
  static boolean hearsScenery(YamlEntry entry) {
    return choice(entry, "scenery", List.of("false", "true")) == 1;
  }

  private static int choice(YamlEntry entry, String key, List<String> words) {
    if (!entry.has(key)) {
      return 0;
    }
    int found = words.indexOf(entry.text(key));
    if (found < 0) {
      throw entry.wrong(
          key + ": '" + entry.text(key) + "' is unknown; there are " + String.join(", ", words));
    }
    return found;
  }
}
