package io.camber.perception.camera.detection;

import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Road users in one image: compute the channels, ask the cascade of each shape about every window where the ground allows its
 * body, keep the surest of those that overlap. Keeps nothing from image to image but buffers. Owned by one thread.
 */
public final class ObjectDetector {
  /** Less sure ones are not told. */
  public static final double PROBABILITY_MIN = 0.15;

  private final DetectorModel model;
  private final ChannelImage channels = new ChannelImage();
  private final Hits hits = new Hits();
  private final List<Scan> scans = new ArrayList<>();
  private @Nullable CameraCalibration planned;

  private record Scan(Cascade cascade, List<ScanLevel> levels, float least) {}

  public ObjectDetector(DetectorModel model) {
    this.model = model;
  }

  /** What the image shows, the surest first, in pixels of the image, rectangles cut at its edges. */
  public ImageDetections detect(CameraImage image, CameraCalibration calibration) {
    if (image.width() != calibration.width() || image.height() != calibration.height()) {
      throw new IllegalArgumentException("image " + image.width() + "x" + image.height()
          + " does not match calibration " + calibration.width() + "x" + calibration.height());
    }
    scan(image, calibration);
    List<ImageDetection> found = Suppression.of(hits).stream()
        .flatMap(one -> one.box().within(image.width(), image.height()).stream()
            .map(box -> new ImageDetection(one.kind(), box, one.probability())))
        .toList();
    return new ImageDetections(image.timeNs(), image.sensorId(), found);
  }

  /** All windows that are sure enough, before suppression; good until the next call. Does not allocate. */
  Hits scan(CameraImage image, CameraCalibration calibration) {
    if (!calibration.equals(planned)) {
      plan(calibration);
    }
    channels.set(image);
    hits.clear();
    for (int i = 0; i < scans.size(); i++) {
      Scan scan = scans.get(i);
      for (int j = 0; j < scan.levels().size(); j++) {
        scan.levels().get(j).scan(channels.sums(), scan.least(), hits);
      }
    }
    return hits;
  }

  private void plan(CameraCalibration calibration) {
    planned = calibration;
    scans.clear();
    ScanGrid grid = ScanGrid.of(calibration);
    for (Cascade cascade : model.cascades()) {
      scans.add(
          new Scan(cascade, grid.levels(cascade, calibration), cascade.sumAt(PROBABILITY_MIN)));
    }
  }
}
