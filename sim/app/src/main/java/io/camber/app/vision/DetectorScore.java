package io.camber.app.vision;

import io.camber.evaluation.image.ImageDetectionLog;
import io.camber.evaluation.image.ImageTruth;
import io.camber.perception.camera.detection.DetectorModel;
import io.camber.perception.camera.detection.LabelledBox;
import io.camber.perception.camera.detection.LabelledImage;
import io.camber.perception.camera.detection.ObjectDetector;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import java.util.List;
import java.util.Locale;

/** What a model finds in images that it has not learned from. */
public final class DetectorScore {
  private static final double HEIGHT_PX_MIN = 14.0;

  private final ImageDetectionLog log = new ImageDetectionLog();
  private final int images;

  private DetectorScore(int images) {
    this.images = images;
  }

  public static DetectorScore of(
      DetectorModel model, CameraCalibration calibration, List<LabelledImage> images) {
    DetectorScore score = new DetectorScore(images.size());
    ObjectDetector detector = new ObjectDetector(model);
    for (LabelledImage image : images) {
      score.log.add(
          image.boxes().stream().map(box -> truth(box, calibration)).toList(),
          detector.detect(image.image(), calibration).detections(),
          image::isUnsure);
    }
    return score;
  }

  private static ImageTruth truth(LabelledBox box, CameraCalibration calibration) {
    double height = Math.max(1.0, box.box().height());
    double rangeM = calibration.focalYPx() * box.heightM() / height;
    return new ImageTruth(box.kind(), box.box(), rangeM, box.isWhole() && height >= HEIGHT_PX_MIN);
  }

  double vehicleRecall() {
    return log.recall(RoadUserKind.VEHICLE);
  }

  double vehiclePrecision() {
    return log.precision(RoadUserKind.VEHICLE);
  }

  /** A line a kind. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (RoadUserKind kind : log.kinds()) {
      text.append(String.format(
          Locale.ROOT,
          "%s: average precision %.3f at overlap 0.5, recall %.3f and precision %.3f from p = 0.5 on,"
              + " %d objects in %d images%n",
          ImageDetectionLog.label(kind),
          log.averagePrecision(kind),
          log.recall(kind),
          log.precision(kind),
          log.objects(kind),
          images));
      log.recalls(kind)
          .forEach((band, recall) ->
              text.append(String.format(Locale.ROOT, "  recall %s %.3f%n", band, recall)));
    }
    return text.toString();
  }
}
