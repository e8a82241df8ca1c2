package io.camber.sim.fault.stream;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A detector that sees what is not there, misses what is, or mistakes it. Detections have no identity: each frame is drawn anew. */
final class DetectionFault implements Distortion<Detections> {
  private static final Size3 GHOST = new Size3(4.5, 1.8, 1.5);

  private final FaultTruth fault;
  private final Random random;

  DetectionFault(FaultTruth fault, Random random) {
    this.fault = fault;
    this.random = random;
  }

  @Override
  public Detections apply(Detections frame, long nowNs) {
    List<Detection> changed = new ArrayList<>();
    switch (fault.kind()) {
      case "blackout" -> {}
      case "merge" -> merge(frame.detections(), changed);
      default -> frame.detections().forEach(each -> strike(each, changed));
    }
    if (fault.kind().equals("ghost")) {
      changed.add(new Detection(
          ObjectClass.CAR, new Pose2(fault.severity(), 0.0, 0.0), 0.0, GHOST, 0.95, 0.95, 80, 0));
    }
    return new Detections(frame.timeNs(), frame.sensorId(), changed);
  }

  private void strike(Detection each, List<Detection> changed) {
    boolean isHit = random.nextDouble() < fault.severity();
    switch (fault.kind()) {
      case "miss" -> {
        if (!isHit) {
          changed.add(each);
        }
      }
      case "class_flip" ->
        changed.add(
            isHit
                ? with(each, Mistakes.mistaken(each.objectClass()), each.center(), each.size())
                : each);
      case "split" -> {
        if (isHit) {
          changed.add(half(each, 1.0));
          changed.add(half(each, -1.0));
        } else {
          changed.add(each);
        }
      }
      default -> changed.add(each);
    }
  }

  private static Detection half(Detection each, double side) {
    return with(
        each,
        each.objectClass(),
        Mistakes.half(each.center(), each.size(), side),
        Mistakes.half(each.size()));
  }

  private void merge(List<Detection> all, List<Detection> changed) {
    boolean[] isGone = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      Detection merged = all.get(i);
      for (int j = i + 1; j < all.size() && !isGone[i]; j++) {
        Vec2 apart = all.get(j).center().position().minus(merged.center().position());
        if (!isGone[j] && apart.length() < fault.severity()) {
          merged = with(
              merged,
              merged.objectClass(),
              Mistakes.between(merged.center(), all.get(j).center()),
              Mistakes.around(merged.size(), all.get(j).size(), apart.length()));
          isGone[j] = true;
        }
      }
      if (!isGone[i]) {
        changed.add(merged);
      }
    }
  }

  private static Detection with(Detection each, ObjectClass as, Pose2 center, Size3 size) {
    return new Detection(
        as,
        center,
        each.bottomZ(),
        size,
        each.score(),
        each.classConfidence(),
        each.pointCount(),
        each.ageNs());
  }
}
