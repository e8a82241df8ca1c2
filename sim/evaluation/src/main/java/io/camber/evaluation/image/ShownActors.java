package io.camber.evaluation.image;

import io.camber.geometry.ImageBox;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an image truly shows of actors: who is at least {@value #HEIGHT_PX_MIN} px high and shows half of the outline that nothing would
 * hide must be found.
 */
final class ShownActors {
  private static final double HEIGHT_PX_MIN = 14.0;
  private static final double SHOWN = 0.5;

  /** Share of its rectangle that a body's pixels fill at least when nothing stands before it. */
  private static final double FILLED = 0.25;

  /** Class numbers of road users in the layers begin here. */
  private static final int ROAD_USER = 11;

  private static final double UNNAMED = 0.15;
  private static final double UNSURE = 0.3;

  private final CameraLayers layers;
  private final List<ImageTruth> truth;

  ShownActors(CameraLayers layers, CameraCalibration calibration) {
    this.layers = layers;
    this.truth = new ArrayList<>();
    for (CameraBox box : layers.boxes()) {
      Optional<RoadUserKind> kind = RoadUserKind.of(box.objectClass());
      if (kind.isPresent() && box.visiblePixels() > 0) {
        ImageBox seen = new ImageBox(box.left(), box.top(), box.right(), box.bottom());
        truth.add(new ImageTruth(
            kind.get(),
            seen,
            box.cameraFromBox().position().length(),
            counts(box, seen, calibration)));
      }
    }
  }

  long timeNs() {
    return layers.timeNs();
  }

  List<ImageTruth> truth() {
    return truth;
  }

  private static boolean counts(CameraBox box, ImageBox seen, CameraCalibration calibration) {
    return seen.height() >= HEIGHT_PX_MIN
        && box.visiblePixels() > FILLED * seen.area()
        && calibration
            .project(box.cameraFromBox(), box.size())
            .flatMap(free -> free.within(calibration.width(), calibration.height()))
            .filter(free -> seen.area() > SHOWN * free.area())
            .isPresent();
  }

  /**
   * Whether it cannot be told who is in a rectangle: somebody who is small or half hidden, or road users without a box, such as parked
   * cars of the scenery.
   */
  boolean isUnknown(ImageBox box) {
    boolean isHalfSeen = truth.stream()
        .anyMatch(one -> !one.counts() && one.box().shared(box) > UNSURE * box.area());
    if (isHalfSeen) {
      return true;
    }
    if (!layers.layers().containsAll(Set.of(CameraLayer.CLASS, CameraLayer.INSTANCE))) {
      return false;
    }
    int unnamed = 0;
    for (int row = (int) Math.max(0.0, box.top());
        row < Math.min(layers.height(), box.bottom());
        row++) {
      for (int column = (int) Math.max(0.0, box.left());
          column < Math.min(layers.width(), box.right());
          column++) {
        boolean isRoadUser = layers.classNumber(column, row) >= ROAD_USER;
        unnamed += isRoadUser && layers.instance(column, row) == 0 ? 1 : 0;
      }
    }
    return unnamed > UNNAMED * box.area();
  }
}
