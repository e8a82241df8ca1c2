package io.camber.app.render;

import io.camber.app.input.InputFiles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sensing.SignalPhase;
import io.camber.sim.dynamics.manoeuvre.Curve;
import io.camber.sim.dynamics.manoeuvre.Plot;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.sensor.ultrasonic.UltrasonicConfig;
import io.camber.sim.sensor.ultrasonic.UltrasonicSensor;
import io.camber.sim.sensor.v2x.SignalReceiver;
import io.camber.sim.sensor.v2x.SignalReceiverConfig;
import io.camber.sim.world.World;
import io.camber.sim.world.WorldConfig;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series of the sensors for what is near: ultrasonic ones and the radio of traffic lights. */
final class NearbySeries {
  private static final long PULSE_NS = 50_000_000L;
  private static final double S_PER_NS = 1e-9;
  private static final double CREEP_MPS = 0.5;
  private static final double FIRST_GAP_M = 7.0;
  private static final Size3 CAR = new Size3(4.0, 1.8, 1.5);
  private static final Size3 PERSON = new Size3(0.5, 0.5, 1.75);
  private static final double LONGEST_S = 60.0;
  private static final int LISTEN_STEPS = 10;

  private NearbySeries() {}

  /** Creeps up to a parked car, and to a person, until it touches. */
  static List<Plot> parking(long seed) {
    List<Vec2> truth = new ArrayList<>();
    List<Vec2> car = new ArrayList<>();
    List<Vec2> person = new ArrayList<>();
    UltrasonicSensor sensor = new UltrasonicSensor(UltrasonicConfig.front(), seed);
    for (int i = 0; CREEP_MPS * PULSE_NS * S_PER_NS * i < FIRST_GAP_M; i++) {
      double time = i * PULSE_NS * S_PER_NS;
      double gap = FIRST_GAP_M - CREEP_MPS * time;
      truth.add(new Vec2(time, gap));
      car.add(new Vec2(time, heard(sensor, i * PULSE_NS, ObjectClass.CAR, gap)));
      person.add(new Vec2(time, heard(sensor, i * PULSE_NS, ObjectClass.PEDESTRIAN, gap) + 0.5));
    }
    return List.of(new Plot(
        "ultrasonic, front: creeping up at 0.5 m/s",
        "time, s; a gap is a pulse without echo",
        "range, m",
        List.of(
            Curve.driven("to a parked car", car),
            Curve.driven("to a person, drawn 0.5 m higher", person),
            Curve.expected("true gap", truth))));
  }

  private static double heard(UltrasonicSensor sensor, long timeNs, ObjectClass as, double gap) {
    Size3 size = as == ObjectClass.PEDESTRIAN ? PERSON : CAR;
    double center = UltrasonicConfig.front().mountX() + gap + size.lengthM() / 2.0;
    ActorTruth ego = body("Ego", ObjectClass.CAR, CAR, 0.0);
    ActorTruth other = body("Other", as, size, center);
    TruthFrame frame = new TruthFrame(timeNs, "Ego", true, List.of(ego, other), List.of());
    return sensor.pulse(frame, ego).rangeM().orElse(Double.NaN);
  }

  private static ActorTruth body(String name, ObjectClass as, Size3 size, double x) {
    return new ActorTruth(
        name,
        as,
        "body",
        new Pose3(x, 0.0, 0.0, 0.0, 0.0, 0.0),
        size,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  /** What the first light of the scenario says by radio; nothing where there is no light or no ego. */
  static List<Plot> lights(Path file, long seed) {
    Scenario scenario = Scenario.load(file, Map.of());
    RoadMap map = InputFiles.readMap(scenario.mapFile());
    WorldConfig config = new WorldConfig(0.3, LONGEST_S, 0.2, 0.5, 2.0);
    World world = new World(config, scenario, map, seed, scenario.egoName());
    if (world.frame().signals().isEmpty() || world.frame().ego().isEmpty()) {
      return List.of();
    }
    String light = world.frame().signals().get(0).signalId();
    SignalReceiver receiver = new SignalReceiver(SignalReceiverConfig.usual(), map, seed);
    Heard heard = new Heard(light);
    for (int step = 0; step * World.STEP_NS * S_PER_NS < LONGEST_S && !world.isFinished(); step++) {
      if (step % LISTEN_STEPS == 0) {
        heard.listen(receiver, world.frame());
      }
      world.step(Optional.empty());
    }
    return heard.plots();
  }

  /** What is heard of one light, and what it truly does. */
  private static final class Heard {
    private final String light;
    private final List<Vec2> remaining = new ArrayList<>();
    private final List<Vec2> trueRemaining = new ArrayList<>();
    private final List<Vec2> color = new ArrayList<>();
    private final List<Vec2> trueColor = new ArrayList<>();

    Heard(String light) {
      this.light = light;
    }

    void listen(SignalReceiver receiver, TruthFrame frame) {
      ActorTruth ego = frame.ego().orElseThrow();
      double time = frame.timeNs() * S_PER_NS;
      Optional<SignalPhase> phase = receiver.listen(frame, ego).phases().stream()
          .filter(each -> each.signalId().equals(light))
          .findFirst();
      remaining.add(new Vec2(
          time, phase.map(each -> each.remainingS().orElse(Double.NaN)).orElse(Double.NaN)));
      color.add(new Vec2(time, phase.map(each -> height(each.color())).orElse(Double.NaN)));
      for (SignalTruth signal : frame.signals()) {
        if (signal.signalId().equals(light)) {
          double left = signal.changesNs() * S_PER_NS - time;
          trueRemaining.add(new Vec2(time, left > 0.0 ? left : Double.NaN));
          trueColor.add(new Vec2(time, height(signal.color())));
        }
      }
    }

    /** As the lamps hang: red on top. */
    private static double height(SignalColor color) {
      return switch (color) {
        case RED -> 3.0;
        case RED_YELLOW -> 2.5;
        case YELLOW -> 2.0;
        case GREEN -> 1.0;
        case OFF, UNKNOWN -> 0.0;
      };
    }

    List<Plot> plots() {
      return List.of(
          new Plot(
              "radio of traffic light " + light + ": until it changes",
              "time, s; a gap is a lost message",
              "s",
              List.of(Curve.driven("heard", remaining), Curve.expected("truth", trueRemaining))),
          new Plot(
              "radio of traffic light " + light + ": what it shows",
              "time, s; a gap is a lost message",
              "3 red, 2 yellow, 1 green, 0 off",
              List.of(Curve.driven("heard", color), Curve.expected("truth", trueColor))));
    }
  }
}
