package io.camber.sim.fault.stream;

import io.camber.bus.Topic;
import io.camber.motion.Plan;
import io.camber.scene.Detections;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarReturns;
import io.camber.sensing.SignalPhases;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.FaultTruth;
import io.camber.vehicle.ControlCommand;
import java.util.Optional;
import java.util.Random;

/** Makes the gate of a fault on a topic. */
public final class Gates {
  private Gates() {}

  /** The gate; empty when the fault does nothing to messages of this topic. */
  public static <T> Optional<Gate<T>> of(
      Topic<T> topic, FaultTruth fault, Surroundings surroundings) {
    Random random = new Random(fault.seed());
    Optional<Gate<T>> flow = FlowGates.of(topic, fault, random);
    if (flow.isPresent()) {
      return flow;
    }
    Class<T> type = topic.type();
    return of(type, fault, surroundings, random).map(distortion -> {
      Distortion<T> typed = (value, nowNs) -> type.cast(distort(distortion, value, nowNs));
      return typed.gate();
    });
  }

  private static Optional<Distortion<?>> of(
      Class<?> type, FaultTruth fault, Surroundings surroundings, Random random) {
    if (type == LidarSweep.class) {
      return Optional.of(new LidarFault(fault, random));
    }
    if (type == CameraImage.class) {
      return Optional.of(new CameraFault(fault, random, surroundings));
    }
    if (type == RadarReturns.class) {
      return Optional.of(new RadarFault(fault, random));
    }
    if (type == UltrasonicEcho.class) {
      return Optional.of(new UltrasonicFault());
    }
    if (type == SignalPhases.class) {
      return Optional.of(new PhaseFault());
    }
    if (type == GnssFix.class) {
      return Optional.of(new GnssFault(fault, random));
    }
    if (type == ImuSample.class) {
      return Optional.of(new ImuFault(fault, random));
    }
    if (type == WheelSpeeds.class) {
      return Optional.of(new WheelFault(fault));
    }
    if (type == Detections.class) {
      return Optional.of(new DetectionFault(fault, random));
    }
    if (type == Tracks.class) {
      return Optional.of(new TrackFault(fault, surroundings));
    }
    if (type == SignalStates.class) {
      return Optional.of(new SignalFault(fault));
    }
    if (type == Plan.class) {
      return Optional.of(new PlanFault(fault));
    }
    if (type == ControlCommand.class) {
      return Optional.of(new CommandFault());
    }
    return Optional.empty();
  }

  /** Distortions are made for the type of the topic, so the cast holds. */
  @SuppressWarnings("unchecked")
  private static Object distort(Distortion<?> distortion, Object value, long nowNs) {
    return ((Distortion<Object>) distortion).apply(value, nowNs);
  }
}
