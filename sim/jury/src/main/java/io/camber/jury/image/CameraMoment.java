package io.camber.jury.image;

import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A camera at the moment of one image, where the car believes to be. */
public record CameraMoment(CameraCalibration calibration, Pose3 mapFromBase, long timeNs) {
  private static final double NS = 1e-9;

  /** A nearer body that covers more than this share of another may hide it. */
  private static final double COVERED_MAX = 0.1;

  private static final double NEARER_M = 0.5;

  /** Tracks as they would be at this moment, the nearest first; those beside or behind the camera are left out. */
  public List<TrackView> views(Tracks tracks) {
    double laterS = (timeNs - tracks.timeNs()) * NS;
    return tracks.tracks().stream()
        .flatMap(track -> view(track, laterS).stream())
        .sorted(Comparator.comparingDouble(TrackView::depthM))
        .toList();
  }

  private Optional<TrackView> view(Track track, double laterS) {
    Vec2 moved = track.center().position().plus(track.velocityMps().times(laterS));
    double middleZ = track.bottomZ() + 0.5 * track.size().heightM();
    Pose3 mapFromBox = new Pose3(moved.x(), moved.y(), middleZ, track.center().yaw(), 0.0, 0.0);
    Pose3 cameraFromBox = mapFromCamera().inverse().times(mapFromBox);
    return calibration
        .project(cameraFromBox, track.size())
        .map(box -> new TrackView(track, box, cameraFromBox.position().length()));
  }

  public Pose3 mapFromCamera() {
    return mapFromBase.times(calibration.baseFromCamera());
  }

  /** Whether a rectangle is that far within the image. */
  public boolean isInside(ImageBox box, double marginPx) {
    return box.left() >= marginPx
        && box.top() >= marginPx
        && box.right() <= calibration.width() - marginPx
        && box.bottom() <= calibration.height() - marginPx;
  }

  /** Whether no nearer track covers this one. */
  public static boolean isInSight(TrackView seen, List<TrackView> all) {
    return all.stream()
        .filter(other -> other.track().id() != seen.track().id())
        .filter(other -> other.depthM() < seen.depthM() + NEARER_M)
        .noneMatch(
            other -> other.box().shared(seen.box()) > COVERED_MAX * seen.box().area());
  }

  /** How far along the optical axis the ground is that a pixel shows; infinite above the horizon. */
  public double groundDepthM(double column, double row) {
    Vec3 along = new Vec3(
        1.0,
        -(column - calibration.centerXPx()) / calibration.focalXPx(),
        -(row - calibration.centerYPx()) / calibration.focalYPx());
    Pose3 base = calibration.baseFromCamera();
    double falls = base.position().z() - base.apply(along).z();
    return falls > 0.0 ? base.z() / falls : Double.POSITIVE_INFINITY;
  }

  /** Column and row of a point of the map frame, and its depth along the optical axis; empty when it is not before the camera. */
  Optional<double[]> pixel(Vec3 point) {
    double[] pixel = new double[3];
    Vec3 body = mapFromCamera().applyInverse(point);
    pixel[2] = body.x();
    return calibration.project(body, pixel) ? Optional.of(pixel) : Optional.empty();
  }
}
