package io.camber.evaluation.image;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.ImageDetections;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.CameraLayers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Detections in images of the front camera against the boxes that the rig tells of each image ({@code truth: boxes}; with
 * {@code class,instance} besides, detections of parked cars and other road users without a box are left out). Once the
 * detector has been heard, an image without an answer within {@value #IMAGES_MAX} more is one in which it found nobody, so a node that
 * dies loses recall; the last {@value #IMAGES_MAX} of a drive are given the benefit of the doubt.
 */
public final class ImageDetectionMeasure {
  /** Images whose detections may be on their way. */
  private static final int IMAGES_MAX = 20;

  private final ImageDetectionLog log = new ImageDetectionLog();
  private final Deque<ShownActors> shown = new ArrayDeque<>();
  private Optional<CameraCalibration> calibration = Optional.empty();
  private long heardSinceNs = Long.MAX_VALUE;
  private boolean isTold;

  public void update(CameraCalibration camera) {
    calibration = Optional.of(camera);
  }

  /** Takes in what an image shows; that of other cameras than the one whose calibration was told is ignored. */
  public void update(CameraLayers layers) {
    calibration.filter(camera -> camera.sensorId().equals(layers.sensorId())).ifPresent(camera -> {
      isTold = true;
      if (shown.size() == IMAGES_MAX) {
        giveUp(shown.removeFirst());
      }
      shown.addLast(new ShownActors(layers, camera));
    });
  }

  private void giveUp(ShownActors actors) {
    if (actors.timeNs() > heardSinceNs) {
      log.add(actors.truth(), List.of(), actors::isUnknown);
    }
  }

  /** Takes in what was found; ignored when what the image shows was not told. */
  public void update(ImageDetections detections) {
    heardSinceNs = Math.min(heardSinceNs, detections.timeNs());
    for (Iterator<ShownActors> each = shown.iterator(); each.hasNext(); ) {
      ShownActors actors = each.next();
      if (actors.timeNs() == detections.timeNs()) {
        each.remove();
        log.add(actors.truth(), detections.detections(), actors::isUnknown);
        return;
      }
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = heardSinceNs == Long.MAX_VALUE
        ? "no detections of a camera were published"
        : !isTold
            ? "the rig does not tell what images show (truth: boxes)"
            : "no road user was to be seen";
    for (RoadUserKind kind : RoadUserKind.values()) {
      String name = ImageDetectionLog.label(kind);
      findings.add(share("image.ap." + name, log.averagePrecision(kind)).because(none));
      findings.add(share("image.recall." + name, log.recall(kind)).because(none));
      findings.add(share("image.precision." + name, log.precision(kind)).because(none));
      log.recalls(kind)
          .forEach(
              (band, recall) -> findings.add(share("image.recall." + name + "." + band, recall)));
    }
  }

  private static Metric share(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }
}
