package io.camber.app.map;

import io.camber.app.input.InputFiles;
import io.camber.app.timing.Repetitions;
import io.camber.geometry.Vec3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Extent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/** Times one thread that loads a map and asks it for places. Points are drawn from a seed, so runs compare. */
public final class MapBenchmark {
  private static final long WARM_UP_NS = 2_000_000_000L;

  /** A large map's loader is compiled after some fifty loads. */
  private static final int WARM_UP_LOADS = 80;

  private static final int LOADS = 15;
  private static final int POINTS = 100_000;
  private static final int PASSES = 7;

  /** Points beside a lane's middle: within it and its neighbours. */
  private static final double ASIDE_M = 4.0;

  private static final long SEED = 1;

  private final Path file;

  /** What came out of the timed calls; read by nobody, kept so that no call is optimised away. */
  private volatile double sink;

  public MapBenchmark(Path file) {
    this.file = file;
  }

  /**
   * The figures of one map, each a median.
   *
   * @param firstLoadMs the first load in this process, with the Java machine as warm as it happens to be
   * @param loadMs from bytes in memory to a map that answers
   * @param worldToLanePerS projections of points anywhere in the map's extent
   * @param nearLanePerS projections of points on lanes or beside them
   * @param laneToWorldPerS poses on lane centres
   */
  public record Row(
      String map,
      long bytes,
      int roads,
      int lanes,
      double firstLoadMs,
      double loadMs,
      double worldToLanePerS,
      double nearLanePerS,
      double laneToWorldPerS) {}

  public Row run() {
    byte[] bytes = InputFiles.read(file);
    long start = System.nanoTime();
    RoadMap map = load(bytes);
    double firstMs = (System.nanoTime() - start) / 1e6;
    double loadMs = loadMs(bytes);
    Random random = new Random(SEED);
    return new Row(
        InputFiles.stem(file),
        bytes.length,
        map.roads().size(),
        map.lanes().size(),
        firstMs,
        loadMs,
        perSecond(project(map, anywhere(map.extent(), random))),
        perSecond(project(map, nearLanes(map.lanes(), random))),
        perSecond(poses(map.lanes(), random)));
  }

  private RoadMap load(byte[] bytes) {
    return RoadMap.parse(file.toString(), ByteBuffer.wrap(bytes));
  }

  private double loadMs(byte[] bytes) {
    long end = System.nanoTime() + 2 * WARM_UP_NS;
    for (int i = 0; i < WARM_UP_LOADS || System.nanoTime() < end; i++) {
      sink = load(bytes).lanes().size();
    }
    double[] ms = new double[LOADS];
    for (int i = 0; i < LOADS; i++) {
      long start = System.nanoTime();
      sink = load(bytes).lanes().size();
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    return Repetitions.of(ms).median();
  }

  private static double[][] anywhere(Extent extent, Random random) {
    double[][] points = new double[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      points[i] = new double[] {
        extent.minX() + random.nextDouble() * extent.widthM(),
        extent.minY() + random.nextDouble() * extent.heightM()
      };
    }
    return points;
  }

  private static double[][] nearLanes(List<LaneSegment> lanes, Random random) {
    double[][] points = new double[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      LaneSegment lane = lanes.get(random.nextInt(lanes.size()));
      double aside = (random.nextDouble() - 0.5) * 2.0 * ASIDE_M;
      Vec3 point = lane.pointAt(random.nextDouble() * lane.lengthM(), aside);
      points[i] = new double[] {point.x(), point.y()};
    }
    return points;
  }

  private IntConsumer project(RoadMap map, double[][] points) {
    return i -> sink = map.project(points[i][0], points[i][1]).isPresent() ? 1.0 : 0.0;
  }

  private IntConsumer poses(List<LaneSegment> lanes, Random random) {
    LaneSegment[] chosen = new LaneSegment[POINTS];
    double[] stations = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      chosen[i] = lanes.get(random.nextInt(lanes.size()));
      stations[i] = random.nextDouble() * chosen[i].lengthM();
    }
    return i -> sink = chosen[i].centerAt(stations[i]).x();
  }

  private static double perSecond(IntConsumer call) {
    long end = System.nanoTime() + WARM_UP_NS;
    while (System.nanoTime() < end) {
      pass(call);
    }
    double[] rates = new double[PASSES];
    for (int i = 0; i < PASSES; i++) {
      rates[i] = POINTS / pass(call);
    }
    return Repetitions.of(rates).median();
  }

  private static double pass(IntConsumer call) {
    long start = System.nanoTime();
    for (int i = 0; i < POINTS; i++) {
      call.accept(i);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
