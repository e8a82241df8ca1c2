package io.camber.perception.camera.detection;

import io.camber.geometry.ImageBox;
import io.camber.sensing.CameraCalibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Makes a {@link DetectorModel} from labelled images of one camera: windows around bodies against random windows, then four rounds
 * against the windows that the cascade of the round before took for bodies. Every fifth image is kept apart and turns sums into
 * probabilities. The same images and seed give the same model.
 */
public final class DetectorTraining {
  private static final int POOL = 1200;
  private static final int[] TREES_BY_ROUND = {40, 100, 180, 256};
  private static final int RANDOM_A_FRAME = 8;
  private static final int MINED_A_FRAME = 9;
  private static final int VALIDATION = 5;
  private static final int VARIANTS = 4;

  /** Bodies smaller than this share of what a shape looks for teach nothing. */
  private static final double SMALL = 0.9;

  private static final double SHIFT = 0.05;
  private static final double SCALE = 0.07;
  private static final double SAME = 0.5;

  /** Sums from which a window without a body is a mistake worth learning from. */
  private static final float MINED_MIN = -1.0f;

  /** Sums from which windows tell how sure a sum makes. */
  private static final float SUM_MIN = -3.0f;

  private final CameraCalibration calibration;
  private final List<LabelledImage> images;
  private final long seed;
  private final Consumer<String> progress;
  private final ScanGrid grid;
  private final ChannelImage channels = new ChannelImage();
  private final Hits hits = new Hits();

  /** A shape with what it has learned so far. */
  private static final class Lesson {
    private final WindowShape shape;
    private final SampleSet samples;
    private final SampleSet apart;
    private Cascade cascade;

    private Lesson(WindowShape shape, Random random) {
      this.shape = shape;
      this.samples = new SampleSet(SampleSet.randomPool(POOL, random));
      this.apart = new SampleSet(samples.pool());
      this.cascade = new Cascade(shape, List.of(), 1.0, 0.0);
    }
  }

  public DetectorTraining(
      CameraCalibration calibration,
      List<LabelledImage> images,
      long seed,
      Consumer<String> progress) {
    this.calibration = calibration;
    this.images = List.copyOf(images);
    this.seed = seed;
    this.progress = progress;
    this.grid = ScanGrid.of(calibration);
  }

  public DetectorModel train(String provenance) {
    Random random = new Random(seed);
    List<Lesson> lessons = new ArrayList<>();
    for (WindowShape shape : WindowShape.values()) {
      lessons.add(new Lesson(shape, random));
    }
    for (int round = 0; round < TREES_BY_ROUND.length; round++) {
      collect(lessons, round, random);
      for (Lesson lesson : lessons) {
        learn(lesson, round);
      }
    }
    return new DetectorModel(provenance, calibrated(lessons));
  }

  private void collect(List<Lesson> lessons, int round, Random random) {
    List<List<ScanLevel>> levels =
        lessons.stream().map(lesson -> grid.levels(lesson.cascade, calibration)).toList();
    for (int i = 0; i < images.size(); i++) {
      boolean isApart = i % VALIDATION == VALIDATION - 1;
      if (isApart && round > 0) {
        continue;
      }
      LabelledImage image = images.get(i);
      channels.set(image.image());
      if (round == 0) {
        addBodies(image, lessons, isApart, random);
      }
      if (isApart) {
        continue;
      }
      for (int j = 0; j < lessons.size(); j++) {
        List<Window> windows = round == 0
            ? randomWindows(levels.get(j), random)
            : mined(levels.get(j), lessons.get(j), image);
        for (Window window : windows) {
          if (image.isCounterexample(lessons.get(j).shape, window.body())) {
            lessons.get(j).samples.add(channels, window, false);
          }
        }
      }
    }
  }

  private void addBodies(
      LabelledImage image, List<Lesson> lessons, boolean isApart, Random random) {
    for (LabelledBox box : image.boxes()) {
      ImageBox body = box.box();
      WindowShape shape =
          WindowShape.of(box.kind(), box.heightM(), body.width() / Math.max(1.0, body.height()));
      if (!box.isWhole() || body.height() < SMALL * shape.heightPxMin) {
        continue;
      }
      for (int variant = 0; variant < VARIANTS; variant++) {
        double scale = 1.0 + SCALE * (2.0 * random.nextDouble() - 1.0);
        double right = SHIFT * (2.0 * random.nextDouble() - 1.0);
        double down = SHIFT * (2.0 * random.nextDouble() - 1.0);
        // a shape as high as the body and as wide: what differs is shared between the two
        double heightPx = Math.sqrt(body.height() * body.width() / shape.aspect);
        Window window = Window.around(
            body.middleColumn() + right * body.width(),
            0.5 * (body.top() + body.bottom()) + down * body.height(),
            scale * (0.5 * heightPx + 0.5 * body.height()),
            shape.aspect);
        if (window.isInside(channels)) {
          for (Lesson lesson : lessons) {
            if (lesson.shape == shape) {
              (isApart ? lesson.apart : lesson.samples).add(channels, window, true);
            }
          }
        }
      }
    }
  }

  private static List<Window> randomWindows(List<ScanLevel> levels, Random random) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < RANDOM_A_FRAME; i++) {
      windows.add(levels.get(random.nextInt(levels.size())).randomWindow(random));
    }
    return windows;
  }

  /** The worst mistakes in an image that do not overlap much. */
  private List<Window> mined(List<ScanLevel> levels, Lesson lesson, LabelledImage image) {
    hits.clear();
    levels.forEach(level -> level.scan(channels.sums(), MINED_MIN, hits));
    List<Integer> order = new ArrayList<>();
    for (int hit = 0; hit < hits.size(); hit++) {
      order.add(hit);
    }
    order.sort(Comparator.comparing((Integer hit) -> -hits.sum(hit)));
    List<Window> found = new ArrayList<>();
    for (int hit : order) {
      Window window = hits.window(hit);
      boolean isNew = found.stream().noneMatch(one -> one.body().overlap(window.body()) > SAME);
      if (isNew && image.isCounterexample(lesson.shape, window.body())) {
        found.add(window);
      }
      if (found.size() == MINED_A_FRAME) {
        break;
      }
    }
    return found;
  }

  private void learn(Lesson lesson, int round) {
    int bodies = lesson.samples.bodies();
    if (bodies == 0) {
      return;
    }
    List<Tree> trees =
        new Booster(lesson.samples, lesson.apart, seed + round).train(TREES_BY_ROUND[round]);
    lesson.cascade = new Cascade(lesson.shape, trees, 1.0, 0.0);
    progress.accept(String.format(
        Locale.ROOT,
        "round %d, %s: %d trees from %d windows with and %d without a body",
        round + 1,
        lesson.shape.label(),
        trees.size(),
        bodies,
        lesson.samples.size() - bodies));
  }

  private List<Cascade> calibrated(List<Lesson> lessons) {
    List<Cascade> cascades = new ArrayList<>();
    for (Lesson lesson : lessons) {
      List<ScanLevel> levels = grid.levels(lesson.cascade, calibration);
      List<LogOdds.Case> cases = new ArrayList<>();
      for (int i = VALIDATION - 1; i < images.size(); i += VALIDATION) {
        channels.set(images.get(i).image());
        hits.clear();
        levels.forEach(level -> level.scan(channels.sums(), SUM_MIN, hits));
        addCases(images.get(i), lesson.shape, cases);
      }
      LogOdds line = LogOdds.fit(cases);
      progress.accept(String.format(
          Locale.ROOT,
          "%s: log odds %.2f sum %+.2f from %d cases, %d right",
          lesson.shape.label(),
          line.slope(),
          line.offset(),
          cases.size(),
          cases.stream().filter(LogOdds.Case::isRight).count()));
      if (!lesson.cascade.trees().isEmpty()) {
        cascades.add(
            new Cascade(lesson.shape, lesson.cascade.trees(), line.slope(), line.offset()));
      }
    }
    return cascades;
  }

  private void addCases(LabelledImage image, WindowShape shape, List<LogOdds.Case> cases) {
    for (var found : Suppression.of(hits)) {
      double p = Math.min(1.0 - 1e-12, Math.max(1e-12, found.probability()));
      double sum = StrictMath.log(p / (1.0 - p));
      boolean isRight = image.boxes().stream()
          .anyMatch(box -> box.kind() == shape.kind && box.box().overlap(found.box()) >= SAME);
      if (isRight || image.isCounterexample(shape, found.box())) {
        cases.add(new LogOdds.Case(sum, isRight));
      }
    }
  }
}
