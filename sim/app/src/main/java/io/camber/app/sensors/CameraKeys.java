package io.camber.app.sensors;

import io.camber.app.yaml.YamlEntry;
import io.camber.sim.node.CameraOutput;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.truth.CameraLayer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keys of a rig's file that say what a camera publishes: {@code format: jpeg}, {@code truth: boxes,depth,class,instance,flow}. */
final class CameraKeys {
  private static final String TRUTH = "truth";

  private CameraKeys() {}

  static CameraOutput output(YamlEntry entry, CameraConfig config) {
    boolean isJpeg = entry.has("format") && entry.text("format").equals("jpeg");
    if (!entry.has(TRUTH)) {
      return new CameraOutput(isJpeg, Optional.empty(), false, Set.of());
    }
    Set<CameraLayer> layers = EnumSet.noneOf(CameraLayer.class);
    for (String word : entry.text(TRUTH).split(",", -1)) {
      String name = word.strip();
      if (!name.equals("boxes")) {
        layers.add(layer(entry, name));
      }
    }
    if (layers.contains(CameraLayer.FLOW) && !config.optics().isInstant()) {
      throw entry.wrong(
          TRUTH + ": flow needs readout_ms and shutter_ms 0, else a pixel has no one motion");
    }
    return new CameraOutput(isJpeg, Optional.empty(), true, layers);
  }

  private static CameraLayer layer(YamlEntry entry, String name) {
    for (CameraLayer each : CameraLayer.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
        return each;
      }
    }
    throw entry.wrong(
        TRUTH + ": '" + name + "' is unknown; there are boxes, depth, class, instance, flow");
  }
}
