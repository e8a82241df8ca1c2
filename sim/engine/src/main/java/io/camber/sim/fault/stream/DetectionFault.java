package io.camber.sim.fault.stream;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.truth.FaultTruth;
import java.util.List;
import java.util.Random;

/** A detector that sees what is not there, misses what is, or mistakes it. Detections have no identity: each frame is drawn anew. */
final class DetectionFault implements Distortion<Detections> {
  private final FaultTruth fault;
  private final ObjectFault<Detection> objects;

  DetectionFault(FaultTruth fault, Random random) {
    this.fault = fault;
    objects = new ObjectFault<>(
        fault, new DetectionForm(), each -> random.nextDouble() < fault.severity());
  }

  @Override
  public Detections apply(Detections frame, long nowNs) {
    List<Detection> changed = objects.apply(frame.detections());
    if (fault.kind().equals("ghost")) {
      changed.add(new Detection(
          ObjectClass.CAR,
          new Pose2(fault.severity(), 0.0, 0.0),
          0.0,
          Mistakes.GHOST,
          0.95,
          0.95,
          80,
          0));
    }
    return new Detections(frame.timeNs(), frame.sensorId(), changed);
  }

  private static final class DetectionForm implements ObjectFault.Form<Detection> {
    @Override
    public ObjectClass objectClass(Detection each) {
      return each.objectClass();
    }

    @Override
    public Pose2 center(Detection each) {
      return each.center();
    }

    @Override
    public Size3 size(Detection each) {
      return each.size();
    }

    @Override
    public Detection with(Detection each, ObjectClass as, Pose2 center, Size3 size) {
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

    @Override
    public Detection asAnother(Detection half) {
      return half;
    }
  }
}
