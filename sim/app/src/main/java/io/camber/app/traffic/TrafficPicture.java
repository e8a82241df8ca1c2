package io.camber.app.traffic;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.map.drawing.Figure;
import io.camber.map.drawing.MapDrawing;
import io.camber.mcap.tool.WholeFile;
import io.camber.sim.traffic.Traffic;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A map with its traffic, from above: vehicles red where they stand, blue where they drive fast. */
public final class TrafficPicture {
  private static final double FAST_MPS = 14.0;

  private final MapDrawing drawing;

  TrafficPicture(RoadMap map, Traffic traffic) {
    List<Figure> bodies = new ArrayList<>();
    double[] pose = new double[6];
    for (int v = 0; v < traffic.vehicles(); v++) {
      if (traffic.isActive(v)) {
        traffic.poseAt(v, 0.0, pose);
        Box2 box = new Box2(
            new Pose2(pose[0], pose[1], pose[3]),
            traffic.lengthM(v),
            traffic.kind(v).widthM());
        bodies.add(new Figure(box.corners(), color(traffic.speedMps(v))));
      }
    }
    drawing = new MapDrawing(map).with(bodies);
  }

  private static Color color(double speedMps) {
    float share = (float) Math.min(1.0, speedMps / FAST_MPS);
    return Color.getHSBColor(0.58f * share, 0.85f, 0.92f);
  }

  /** Writes NAME.svg or NAME.png. */
  public void write(Path target, int widthPx) throws IOException {
    requireKind(target);
    try (WholeFile whole = WholeFile.of(target)) {
      if (name(target).endsWith(".svg")) {
        Files.writeString(whole.place(), drawing.toSvg());
      } else {
        try (OutputStream to = Files.newOutputStream(whole.place())) {
          ImageIO.write(drawing.toImage(widthPx), "png", to);
        }
      }
      whole.finish();
    }
  }

  /** Refuses files that no picture can be written to. */
  public static void requireKind(Path target) {
    if (!name(target).endsWith(".svg") && !name(target).endsWith(".png")) {
      throw new InputException("--out " + target + " is neither .svg nor .png");
    }
  }

  private static String name(Path target) {
    return String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
  }
}
