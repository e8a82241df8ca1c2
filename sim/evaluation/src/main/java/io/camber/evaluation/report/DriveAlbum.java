package io.camber.evaluation.report;

import io.camber.sensing.CameraImage;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of a drive while it happens: where everyone stood and what the camera saw, thinned so that memory stays bounded
 * however long the drive. Camera images are kept by reference; their owners must not reuse the bytes.
 */
public final class DriveAlbum {
  private static final int SNAPSHOTS = 1200;
  private static final long SNAPSHOT_NS = 100_000_000L;
  private static final int IMAGES = 32;
  private static final long IMAGE_NS = 500_000_000L;

  private final Thinned<Snapshot> snapshots =
      new Thinned<>(SNAPSHOTS, SNAPSHOT_NS, Snapshot::timeNs);
  private final Thinned<CameraImage> images = new Thinned<>(IMAGES, IMAGE_NS, CameraImage::timeNs);

  /** Takes in the world at one step. */
  public void onTruth(TruthFrame frame) {
    if (snapshots.wants(frame.timeNs())) {
      List<ActorShape> shapes =
          frame.actors().stream().map(actor -> shape(actor, frame.egoName())).toList();
      snapshots.add(new Snapshot(frame.timeNs(), shapes));
    }
  }

  /** Takes in a camera image. */
  public void onImage(CameraImage image) {
    if (images.wants(image.timeNs())) {
      images.add(image);
    }
  }

  Optional<Snapshot> snapshot(long timeNs) {
    return snapshots.nearest(timeNs);
  }

  Optional<CameraImage> image(long timeNs) {
    return images.nearest(timeNs);
  }

  List<Snapshot> snapshots() {
    return snapshots.all();
  }

  private static ActorShape shape(ActorTruth actor, String egoName) {
    return new ActorShape(
        actor.name(), actor.objectClass(), actor.footprint(), actor.name().equals(egoName));
  }
}
