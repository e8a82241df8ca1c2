package io.camber.app.sensorbench;

import io.camber.sim.scene.Fan;
import io.camber.sim.scene.Mesh;
import io.camber.sim.scene.RayCaster;
import io.camber.sim.scene.RayHit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Rays alone on a town of boxes, with the rays of the yardstick: as the lidar casts them, one by one, and by Embree. */
public final class RayBenchmark {
  static final int ROWS = 64;
  static final int COLUMNS = 2048;

  private final Stopwatch stopwatch;
  private final Optional<EmbreeYardstick> embree;

  public RayBenchmark(int rounds) {
    stopwatch = new Stopwatch(rounds);
    embree = EmbreeYardstick.find();
  }

  /** Tells each figure when it is known; Embree's come from the same run, where its library and a compiler are installed. */
  public void run(Consumer<Figure> out) {
    for (int boxes : new int[] {800, 8_000, 80_000}) {
      Mesh town = BoxTown.of(boxes);
      String size = String.format(Locale.ROOT, ", %d triangles", town.triangleCount());
      double columns = columnsPerUs(town);
      out.accept(new Figure("columns of rays" + size, columns, "Mrays/s"));
      out.accept(new Figure("single rays" + size, perUs(() -> single(town)), "Mrays/s"));
      OptionalDouble peer =
          embree.isPresent() ? embree.orElseThrow().measure(boxes) : OptionalDouble.empty();
      if (peer.isPresent()) {
        out.accept(new Figure("Embree 3, single rays" + size, peer.getAsDouble(), "Mrays/s"));
        out.accept(new Figure(
            "columns over Embree" + size, columns / peer.getAsDouble(), "", "at least 0.6"));
      }
    }
    if (embree.isEmpty()) {
      out.accept(new Figure("Embree: no g++ or no embree3/rtcore.h here", Double.NaN, ""));
    }
  }

  /** Million rays a second, fired column by column. */
  double columnsPerUs(Mesh town) {
    return perUs(() -> columns(town));
  }

  private double perUs(Stopwatch.Work work) {
    return (double) ROWS * COLUMNS / stopwatch.bestNs(work) * 1e3;
  }

  private static double elevation(int row) {
    return Math.toRadians(-25.0 + 40.0 * row / (ROWS - 1));
  }

  /** As the lidar casts: 64 rays of one azimuth together. */
  private static Object columns(Mesh town) {
    float[] tangents = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      tangents[row] = (float) StrictMath.tan(elevation(row));
    }
    Fan fan = new Fan(tangents, 1e-6f);
    double sum = 0.0;
    for (int column = 0; column < COLUMNS; column++) {
      double azimuth = 2.0 * Math.PI * column / COLUMNS;
      float ux = (float) StrictMath.cos(azimuth);
      float uy = (float) StrictMath.sin(azimuth);
      fan.start(tangents, 200.0f);
      fan.cast(town, 0, 0.0f, 0.0f, 1.8f, ux, uy, 0.0f, 0.0f, 0.0f, 1.0f);
      for (int row = 0; row < ROWS; row++) {
        sum += fan.instance(row) >= 0 ? fan.reach(row) : 0.0;
      }
    }
    return sum;
  }

  private static Object single(Mesh town) {
    RayCaster caster = new RayCaster();
    RayHit hit = new RayHit();
    double sum = 0.0;
    for (int row = 0; row < ROWS; row++) {
      float up = (float) StrictMath.sin(elevation(row));
      double flat = StrictMath.cos(elevation(row));
      for (int column = 0; column < COLUMNS; column++) {
        double azimuth = 2.0 * Math.PI * column / COLUMNS;
        hit.reset(200.0f);
        caster.cast(
            town,
            0.0f,
            0.0f,
            1.8f,
            (float) (flat * StrictMath.cos(azimuth)),
            (float) (flat * StrictMath.sin(azimuth)),
            up,
            hit);
        sum += hit.isHit() ? hit.distance() : 0.0;
      }
    }
    return sum;
  }
}
