package io.camber.evaluation.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.CameraBox;
import io.camber.truth.CameraLayers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImageDetectionMeasureTest {
  private static final CameraCalibration CAMERA = new CameraCalibration(
      "camera_front", Pose3.IDENTITY, 640, 360, 400.0, 400.0, 320.0, 180.0, 0.0, 0.0);

  @Test
  void aCarInFullViewMustBeFoundAndOneMostlyHiddenNeedNot() {
    ImageDetectionMeasure measure = new ImageDetectionMeasure();
    measure.update(CAMERA);
    // the near face of a car 10 m ahead: 80 by 60 pixels
    measure.update(layers(5L, box("whole", 280, 150, 360, 210, 4000)));
    measure.update(new ImageDetections(5L, "camera_front", List.of()));
    measure.update(layers(6L, box("hidden", 280, 150, 300, 210, 1000)));
    measure.update(new ImageDetections(6L, "camera_front", List.of()));
    measure.update(layers(7L, box("whole", 280, 150, 360, 210, 4000)));
    measure.update(new ImageDetections(
        7L,
        "camera_front",
        List.of(new ImageDetection(
            RoadUserKind.VEHICLE, new ImageBox(282.0, 152.0, 360.0, 210.0), 0.9))));

    Findings findings = new Findings();
    measure.report(findings);

    assertThat(metric(findings, "image.recall.vehicle").value()).hasValue(0.5);
    assertThat(metric(findings, "image.precision.vehicle").value()).hasValue(1.0);
    assertThat(metric(findings, "image.recall.vehicle.0-20m").value()).hasValue(0.5);
    assertThat(metric(findings, "image.recall.vehicle.48px-up").value()).hasValue(0.5);
  }

  @Test
  void aNodeThatDiesLosesRecall() {
    ImageDetectionMeasure measure = new ImageDetectionMeasure();
    measure.update(CAMERA);
    ImageDetection found =
        new ImageDetection(RoadUserKind.VEHICLE, new ImageBox(280.0, 150.0, 360.0, 210.0), 0.9);
    // silent for 5 images, alive for 10, dead for 50, of which the last 20 might still be answered
    for (long time = 0; time < 65; time++) {
      measure.update(layers(time, box("whole", 280, 150, 360, 210, 4000)));
      if (time >= 5 && time < 15) {
        measure.update(new ImageDetections(time, "camera_front", List.of(found)));
      }
    }

    Findings findings = new Findings();
    measure.report(findings);

    assertThat(metric(findings, "image.recall.vehicle").value()).hasValue(10.0 / 40.0);
    assertThat(metric(findings, "image.precision.vehicle").value()).hasValue(1.0);
  }

  @Test
  void whoWasNeverHeardHasNoRecall() {
    ImageDetectionMeasure measure = new ImageDetectionMeasure();
    measure.update(CAMERA);
    for (long time = 0; time < 65; time++) {
      measure.update(layers(time, box("whole", 280, 150, 360, 210, 4000)));
    }

    Findings findings = new Findings();
    measure.report(findings);

    assertThat(metric(findings, "image.recall.vehicle").absence()).contains("no detections");
  }

  @Test
  void aRigThatTellsNothingIsTheReasonWhyThereIsNoValue() {
    ImageDetectionMeasure measure = new ImageDetectionMeasure();
    measure.update(CAMERA);
    measure.update(new ImageDetections(5L, "camera_front", List.of()));

    Findings findings = new Findings();
    measure.report(findings);

    assertThat(metric(findings, "image.ap.person").absence()).contains("truth: boxes");
  }

  private static CameraBox box(String name, int left, int top, int right, int bottom, int pixels) {
    return new CameraBox(
        name,
        ObjectClass.CAR,
        left,
        top,
        right,
        bottom,
        pixels,
        new Pose3(12.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        new Size3(4.0, 2.0, 1.5));
  }

  private static CameraLayers layers(long timeNs, CameraBox box) {
    return new CameraLayers(
        "camera_front", timeNs, 640, 360, Set.of(), List.of(box), ByteBuffer.allocate(0));
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
