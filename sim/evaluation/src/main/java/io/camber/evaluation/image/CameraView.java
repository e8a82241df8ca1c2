package io.camber.evaluation.image;

import io.camber.evaluation.accuracy.LineOfSight;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.ImageDetection;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A road user before the camera.
 *
 * @param seen the part of its projected box that the image holds; empty outside
 * @param counts true when it is wholly in the image, large and near enough and in line of sight, so that it must be found
 */
record CameraView(ActorTruth actor, Optional<ImageBox> seen, boolean counts) {
  static final double RANGE_M_MAX = 50.0;
  private static final double HEIGHT_PX_MIN = 14.0;

  /** Pieces along a box that reaches beside the camera, of which those before it are projected. */
  private static final int SLICES = 8;

  /** Those who are at least in part before the camera, in scenario order. */
  static List<CameraView> of(TruthFrame frame, CameraCalibration camera) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty()) {
      return List.of();
    }
    Pose3 mapFromCamera = ego.get().mapFromReference().times(camera.baseFromCamera());
    List<ActorTruth> others = frame.othersThan(frame.egoName());
    Vec2 eye = new Vec2(mapFromCamera.x(), mapFromCamera.y());
    LineOfSight sight = LineOfSight.from(eye, others);
    List<CameraView> views = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      ActorTruth actor = others.get(i);
      if (actor.objectClass() == ObjectClass.UNKNOWN) {
        continue;
      }
      Pose3 cameraFromBox = cameraFromBox(actor, mapFromCamera);
      Optional<ImageBox> whole = camera.project(cameraFromBox, actor.size());
      Optional<ImageBox> box = whole.or(() -> part(cameraFromBox, actor.size(), camera));
      if (box.isPresent()) {
        boolean counts = whole.isPresent()
            && isWhole(box.get(), camera)
            && box.get().height() >= HEIGHT_PX_MIN
            && actor.footprint().center().position().distanceTo(eye) <= RANGE_M_MAX
            && sight.isVisible(i);
        views.add(new CameraView(actor, box.get().within(camera.width(), camera.height()), counts));
      }
    }
    return views;
  }

  /** Intersection over union with what a detection of the same kind claims, 0 to 1. */
  double overlap(ImageDetection claim) {
    return RoadUserKind.of(actor.objectClass()).equals(Optional.of(claim.kind()))
        ? seen.map(box -> box.overlap(claim.box())).orElse(0.0)
        : 0.0;
  }

  /** Area of a rectangle that the actor may fill, px2. */
  double shared(ImageBox box) {
    return seen.map(own -> own.shared(box)).orElse(0.0);
  }

  private static boolean isWhole(ImageBox box, CameraCalibration camera) {
    return box.left() >= 0.0
        && box.right() <= camera.width()
        && box.top() >= 0.0
        && box.bottom() <= camera.height();
  }

  private static Pose3 cameraFromBox(ActorTruth actor, Pose3 mapFromCamera) {
    Pose3 reference = actor.mapFromReference();
    Vec3 middle = reference.apply(new Vec3(
        actor.centerOffsetM(), actor.centerOffsetLeftM(), 0.5 * actor.size().heightM()));
    Pose3 mapFromBox = new Pose3(
        middle.x(), middle.y(), middle.z(), reference.yaw(), reference.pitch(), reference.roll());
    return mapFromCamera.inverse().times(mapFromBox);
  }

  private static Optional<ImageBox> part(
      Pose3 cameraFromBox, Size3 size, CameraCalibration camera) {
    Size3 slice = new Size3(size.lengthM() / SLICES, size.widthM(), size.heightM());
    Optional<ImageBox> part = Optional.empty();
    for (int i = 0; i < SLICES; i++) {
      double ahead = (i + 0.5) * slice.lengthM() - 0.5 * size.lengthM();
      Pose3 cameraFromSlice = cameraFromBox.times(new Pose3(ahead, 0.0, 0.0, 0.0, 0.0, 0.0));
      Optional<ImageBox> more = camera.project(cameraFromSlice, slice);
      Optional<ImageBox> known = part;
      part = more.map(box -> known.map(other -> around(box, other)).orElse(box)).or(() -> known);
    }
    return part;
  }

  private static ImageBox around(ImageBox a, ImageBox b) {
    return new ImageBox(
        Math.min(a.left(), b.left()),
        Math.min(a.top(), b.top()),
        Math.max(a.right(), b.right()),
        Math.max(a.bottom(), b.bottom()));
  }
}
