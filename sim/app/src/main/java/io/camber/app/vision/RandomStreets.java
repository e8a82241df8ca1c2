package io.camber.app.vision;

import io.camber.app.input.InputFiles;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.perception.camera.detection.LabelledBox;
import io.camber.perception.camera.detection.LabelledImage;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Labelled images of the camera behind the windscreen: random places on the lanes of maps, random road users before them, by day
 * with the sun anywhere, a fifth at night, in rain or in fog. No scenario's storyboard is in them.
 */
public final class RandomStreets {
  private static final String EGO = "ego";
  private static final Set<CameraLayer> LAYERS =
      EnumSet.of(CameraLayer.CLASS, CameraLayer.INSTANCE);

  /** Images that share a scenery. */
  private static final int IMAGES_A_SCENE = 40;

  private static final double LANE_M_MIN = 20.0;
  private static final double PITCH_STD = 0.006;

  /** Shares of its free outline that a body must show to be an example. */
  private static final double SHOWN = 0.8;

  private static final double FILLED_VEHICLE = 0.5;
  private static final double FILLED_PERSON = 0.25;

  private final List<RoadMap> maps;
  private final Random random;
  private final long seed;

  public RandomStreets(List<Path> files, long seed) {
    this.maps = files.stream().map(InputFiles::readMap).toList();
    this.random = new Random(seed);
    this.seed = seed;
  }

  public CameraCalibration calibration() {
    SceneModel nothing = new SceneModel(maps.get(0), List.of(), seed);
    return new PinholeCamera(CameraConfig.windscreen(), nothing, seed).calibration();
  }

  /** So many images under a mixture of skies, the maps in turn. */
  public List<LabelledImage> images(int count) {
    return images(count, Sky::mixed);
  }

  /** So many images under one kind of sky, the maps in turn. */
  public List<LabelledImage> images(int count, Sky sky) {
    return images(count, sky::draw);
  }

  private List<LabelledImage> images(int count, Function<Random, Weather> sky) {
    List<LabelledImage> images = new ArrayList<>();
    for (int first = 0; first < count; first += IMAGES_A_SCENE) {
      int scene = first / IMAGES_A_SCENE;
      RoadMap map = maps.get(scene % maps.size());
      long sceneSeed = seed * 1_000_003L + scene;
      PinholeCamera camera = new PinholeCamera(
          CameraConfig.windscreen(), new SceneModel(map, List.of(), sceneSeed), sceneSeed);
      for (int i = first; i < Math.min(count, first + IMAGES_A_SCENE); i++) {
        images.add(image(map, camera, i, sky.apply(random)));
      }
    }
    return images;
  }

  private LabelledImage image(RoadMap map, PinholeCamera camera, int number, Weather weather) {
    boolean isDark = weather.sunElevation() < 0.05;
    ActorTruth ego = ego(map);
    List<ActorTruth> actors = new ArrayList<>();
    actors.add(ego);
    actors.addAll(new RandomCast(map, random)
        .before(ego.mapFromReference().toPose2(), "n" + number + "-", isDark));
    TruthFrame frame =
        new TruthFrame(100_000_000L * (number + 1), EGO, true, actors, List.of(), weather);
    CameraImage image = camera.expose(frame, EGO);
    CameraLayers layers = camera.layers(frame, frame, EGO, LAYERS);
    return labelled(image, layers, camera.calibration());
  }

  private ActorTruth ego(RoadMap map) {
    List<LaneSegment> lanes = map.lanes().stream()
        .filter(lane -> lane.isDrivable() && lane.lengthM() > LANE_M_MIN)
        .toList();
    LaneSegment lane = lanes.get(random.nextInt(lanes.size()));
    Pose3 at = lane.centerAt(lane.lengthM() * random.nextDouble());
    Pose3 pose = new Pose3(
        at.x(),
        at.y(),
        at.z(),
        at.yaw() + 0.05 * random.nextGaussian(),
        PITCH_STD * random.nextGaussian(),
        0.0);
    return new ActorTruth(
        EGO,
        ObjectClass.CAR,
        "car",
        pose,
        new Size3(4.7, 1.86, 1.5),
        1.4,
        0.0,
        10.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  private static LabelledImage labelled(
      CameraImage image, CameraLayers layers, CameraCalibration calibration) {
    List<LabelledBox> boxes = new ArrayList<>();
    for (CameraBox box : layers.boxes()) {
      Optional<RoadUserKind> kind = RoadUserKind.of(box.objectClass());
      if (box.visiblePixels() > 0 && kind.isPresent()) {
        ImageBox seen = new ImageBox(box.left(), box.top(), box.right(), box.bottom());
        boxes.add(new LabelledBox(
            kind.get(), seen, box.size().heightM(), isWhole(box, kind.get(), seen, calibration)));
      }
    }
    return new LabelledImage(image, boxes, unnamed(layers));
  }

  private static boolean isWhole(
      CameraBox box, RoadUserKind kind, ImageBox seen, CameraCalibration calibration) {
    double filled = kind == RoadUserKind.VEHICLE ? FILLED_VEHICLE : FILLED_PERSON;
    return calibration
        .project(box.cameraFromBox(), box.size())
        .filter(
            free -> seen.width() > SHOWN * free.width() && seen.height() > SHOWN * free.height())
        .filter(free -> box.visiblePixels() > filled * seen.area())
        .isPresent();
  }

  /** Pixels of parked cars and others that have a class and no box. */
  private static BitSet unnamed(CameraLayers layers) {
    BitSet bits = new BitSet();
    int users = SceneLabel.CAR.index();
    for (int row = 0; row < layers.height(); row++) {
      for (int column = 0; column < layers.width(); column++) {
        if (layers.classNumber(column, row) >= users && layers.instance(column, row) == 0) {
          bits.set(row * layers.width() + column);
        }
      }
    }
    return bits;
  }
}
