package io.camber.sim.fault.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.scene.ObjectClass;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraImage;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarSweep;
import io.camber.sim.fault.FaultFamily;
import io.camber.sim.fault.FaultKind;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fault leaves of a stream of 40 messages, one each 100 ms; the fault begins with the first. */
final class GatesTest {
  private static final long PERIOD_NS = 100_000_000L;
  private static final int COUNT = 40;

  /** Messages that came through, with their stamps; late ones at the end. */
  private record Heard<T>(T value, long stampNs) {}

  static Stream<Arguments> everyFault() {
    return Stream.of(
            faults(Topics.LIDAR_SWEEP, FaultFamily.LIDAR),
            faults(Topics.CAMERA_IMAGE, FaultFamily.CAMERA),
            faults(Topics.RADAR_RETURNS, FaultFamily.RADAR),
            faults(Topics.ULTRASONIC_ECHO, FaultFamily.ULTRASONIC),
            faults(Topics.SIGNAL_PHASES, FaultFamily.V2X),
            faults(Topics.GNSS, FaultFamily.GNSS),
            faults(Topics.IMU, FaultFamily.IMU),
            faults(Topics.WHEELS, FaultFamily.WHEELS),
            faults(Topics.DETECTIONS, FaultFamily.OBJECTS),
            faults(Topics.TRACKS, FaultFamily.OBJECTS),
            faults(Topics.SIGNALS, FaultFamily.LIGHTS),
            faults(Topics.PLAN, FaultFamily.PLAN),
            faults(Topics.CONTROL_COMMAND, FaultFamily.COMMAND),
            faults(Topics.GNSS, FaultFamily.STREAM))
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> faults(Topic<?> topic, FaultFamily family) {
    return family.kinds().stream()
        // Swapped cables are seen on the other camera's topic, not in a gate.
        .filter(kind -> !family.isOnceAtStart(kind))
        .map(kind -> Arguments.of(topic, kind));
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  <T> void isSeenInTheStreamAndTheSameForTheSameSeed(Topic<T> topic, FaultKind kind) {
    double severity = severity(kind);
    String sound = bytes(topic, pass(topic, sample(topic), "none", 0.0, 3));

    String struck = bytes(topic, pass(topic, sample(topic), kind.name(), severity, 3));

    assertThat(struck).isNotEqualTo(sound);
    assertThat(bytes(topic, pass(topic, sample(topic), kind.name(), severity, 3)))
        .isEqualTo(struck);
  }

  /** A share that strikes for certain but leaves something. */
  private static double severity(FaultKind kind) {
    if (!kind.unit().equals("share")) {
      return kind.severity();
    }
    return switch (kind.code()) {
      case "F15", "F16" -> 0.3;
      case "F23" -> 1.0;
      default -> 0.9;
    };
  }

  @Test
  void aDropoutLosesItsShareOfTheMessages() {
    assertThat(pass(Topics.GNSS, sample(Topics.GNSS), "dropout", 1.0, 3)).isEmpty();
    assertThat(pass(Topics.GNSS, sample(Topics.GNSS), "dropout", 0.5, 3)).hasSizeBetween(10, 30);
  }

  @Test
  void aFrozenSensorRepeatsOldContentUnderFreshStamps() {
    List<Heard<GnssFix>> heard = pass(Topics.GNSS, sample(Topics.GNSS), "freeze", 1.0, 3);

    assertThat(heard).allSatisfy(each -> {
      assertThat(each.value().position()).isEqualTo(heard.get(0).value().position());
      assertThat(each.value().timeNs()).isEqualTo(each.stampNs());
    });
    assertThat(heard.get(COUNT - 1).stampNs()).isEqualTo((COUNT - 1) * PERIOD_NS);
  }

  @Test
  void aFrozenStampLiesUnderFreshContent() {
    List<Heard<GnssFix>> heard = pass(Topics.GNSS, sample(Topics.GNSS), "stamp_freeze", 1.0, 3);

    assertThat(heard).allSatisfy(each -> assertThat(each.value().timeNs()).isZero());
    assertThat(heard.get(9).value().position().x()).isEqualTo(9.0);
  }

  @Test
  void clocksStepDriftAndRunBackwards() {
    assertThat(lastStampNs("clock_step", 0.05)).isEqualTo(39 * PERIOD_NS + 50_000_000L);
    assertThat(lastStampNs("clock_drift", 100.0)).isEqualTo(39 * PERIOD_NS + 390_000L);
    assertThat(lastStampNs("clock_backwards", 1.0)).isEqualTo(-39 * PERIOD_NS);
  }

  private static long lastStampNs(String kind, double severity) {
    List<Heard<GnssFix>> heard = pass(Topics.GNSS, sample(Topics.GNSS), kind, severity, 3);
    assertThat(heard.get(COUNT - 1).value().timeNs())
        .isEqualTo(heard.get(COUNT - 1).stampNs());
    return heard.get(COUNT - 1).stampNs();
  }

  @Test
  void reorderingLosesNothing() {
    List<Heard<GnssFix>> heard = pass(Topics.GNSS, sample(Topics.GNSS), "reorder", 0.4, 3);

    assertThat(heard).extracting(Heard::stampNs).doesNotHaveDuplicates().hasSize(COUNT);
    assertThat(heard)
        .extracting(Heard::stampNs)
        .isNotEqualTo(heard.stream().map(Heard::stampNs).sorted().toList());
  }

  @Test
  void aJumpIsAsFarAsItsSeverityAndASpooferMovesTheSpeedToo() {
    GnssFix jumped = last(pass(Topics.GNSS, sample(Topics.GNSS), "jump", 3.0, 3));
    GnssFix spoofed = last(pass(Topics.GNSS, sample(Topics.GNSS), "spoof", 0.5, 3));

    assertThat(jumped.position().toVec2().distanceTo(Samples.fix(39).position().toVec2()))
        .isCloseTo(3.0, within(1e-9));
    assertThat(spoofed.position().toVec2().distanceTo(Samples.fix(39).position().toVec2()))
        .isCloseTo(0.5 * 3.9, within(1e-9));
    assertThat(spoofed.velocityMps().distanceTo(Samples.fix(39).velocityMps()))
        .isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aLidarTurnedToTheLeftSeesWhatIsAheadOnItsRight() {
    LidarSweep turned = last(pass(Topics.LIDAR_SWEEP, sample(Topics.LIDAR_SWEEP), "turn", 0.1, 3));

    assertThat(StrictMath.atan2(turned.y(0), turned.x(0))).isCloseTo(-0.1, within(1e-6));
  }

  @Test
  void aLidarThatNodsSeesTheGroundRise() {
    LidarSweep tilted = last(pass(Topics.LIDAR_SWEEP, sample(Topics.LIDAR_SWEEP), "tilt", 0.1, 3));

    assertThat(StrictMath.atan2(tilted.z(0), tilted.x(0))).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void dirtHidesItsShareOfTheSky() {
    LidarSweep blocked =
        last(pass(Topics.LIDAR_SWEEP, sample(Topics.LIDAR_SWEEP), "blocked", 0.25, 3));

    assertThat((double) blocked.size() / Samples.sweep(0).size()).isCloseTo(0.75, within(0.02));
  }

  @Test
  void deadRingsAreWhollyDead() {
    LidarSweep left =
        last(pass(Topics.LIDAR_SWEEP, sample(Topics.LIDAR_SWEEP), "dead_rings", 0.5, 3));
    List<Integer> alive = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      alive.add(left.ring(i));
    }

    assertThat(alive.stream().distinct().count()).isBetween(1L, Samples.RINGS - 1L);
    assertThat(left.size() % Samples.COLUMNS).isZero();
  }

  @Test
  void aCameraTurnedToTheLeftShiftsTheImageByFocalLengthTimesTangent() {
    CameraImage turned =
        last(pass(Topics.CAMERA_IMAGE, sample(Topics.CAMERA_IMAGE), "turn", 0.2, 3));

    // The white column straight ahead moves right by 64 tan(0.2) = 13 pixels.
    assertThat(Samples.whiteColumn(Samples.image(0))).isEqualTo(32);
    assertThat(Samples.whiteColumn(turned)).isBetween(44, 46);
  }

  @Test
  void mudCoversItsShareOfTheImage() {
    CameraImage muddy =
        last(pass(Topics.CAMERA_IMAGE, sample(Topics.CAMERA_IMAGE), "blocked", 0.3, 3));

    assertThat(Samples.darkShare(muddy)).isCloseTo(0.3, within(0.1));
  }

  @Test
  void aGhostStandsAheadOfWhereTheEgoWasAndHiddenTracksStayHidden() {
    Tracks haunted = last(pass(Topics.TRACKS, sample(Topics.TRACKS), "ghost", 20.0, 3));
    Tracks missing = last(pass(Topics.TRACKS, sample(Topics.TRACKS), "miss", 1.0, 3));
    Tracks flipped = last(pass(Topics.TRACKS, sample(Topics.TRACKS), "class_flip", 1.0, 3));

    assertThat(haunted.tracks()).hasSize(3);
    assertThat(haunted.tracks().get(2).center().x()).isCloseTo(25.0, within(1e-9));
    assertThat(missing.tracks()).isEmpty();
    assertThat(flipped.tracks().get(0).objectClass()).isEqualTo(ObjectClass.PEDESTRIAN);
  }

  @Test
  void oneTrackBecomesTwoAndTwoBecomeOne() {
    assertThat(last(pass(Topics.TRACKS, sample(Topics.TRACKS), "split", 1.0, 3)).tracks())
        .hasSize(4);
    assertThat(
            last(pass(Topics.TRACKS, sample(Topics.TRACKS), "merge", 10.0, 3)).tracks())
        .hasSize(1);
  }

  @Test
  void brokenPlansAreBrokenInTheirWayAndKeepTheirSafeStop() {
    Plan nan = last(pass(Topics.PLAN, sample(Topics.PLAN), "nan", 1.0, 3));
    Plan past = last(pass(Topics.PLAN, sample(Topics.PLAN), "past", 2.0, 3));
    Plan back = last(pass(Topics.PLAN, sample(Topics.PLAN), "backwards", 1.0, 3));
    Plan aside = last(pass(Topics.PLAN, sample(Topics.PLAN), "jump", 2.0, 3));

    assertThat(nan.nominal().points()).anyMatch(point -> Double.isNaN(point.x()));
    assertThat(past.nominal().last().timeNs()).isLessThan(Samples.timeNs(39));
    assertThat(back.nominal().points().get(0).x())
        .isGreaterThan(back.nominal().last().x());
    assertThat(aside.nominal().points().get(0).y()).isCloseTo(2.0, within(1e-9));
    assertThat(nan.safeStop()).isEqualTo(Samples.plan(39).safeStop());
  }

  @Test
  void anInertialBiasIsAddedToForceOrRate() {
    ImuSample sound = Samples.imu(39);
    ImuSample force = last(pass(Topics.IMU, sample(Topics.IMU), "accel_bias", 0.5, 3));
    ImuSample rate = last(pass(Topics.IMU, sample(Topics.IMU), "gyro_bias", 0.02, 3));

    assertThat(force.specificForceMps2().x() - sound.specificForceMps2().x())
        .isCloseTo(0.5, within(1e-12));
    assertThat(rate.angularRateRadps().z() - sound.angularRateRadps().z())
        .isCloseTo(0.02, within(1e-12));
  }

  private static <T> T last(List<Heard<T>> heard) {
    return heard.get(heard.size() - 1).value();
  }

  private static <T> Samples.Source<T> sample(Topic<T> topic) {
    return Samples.of(topic);
  }

  private static <T> List<Heard<T>> pass(
      Topic<T> topic, Samples.Source<T> source, String kind, double severity, long seed) {
    Surroundings surroundings = new Surroundings();
    surroundings.notice(Samples.pose());
    surroundings.notice(Samples.calibration());
    FaultTruth fault = new FaultTruth("any", kind, "F00", severity, 0, Long.MAX_VALUE, seed);
    Gate<T> gate = kind.equals("none")
        ? (value, stampNs, nowNs, next) -> next.send(value, stampNs)
        : Gates.of(topic, fault, surroundings).orElseThrow();
    List<Heard<T>> heard = new ArrayList<>();
    List<Heard<T>> late = new ArrayList<>();
    Outlet<T> outlet = new Outlet<>() {
      @Override
      public void send(T value, long stampNs) {
        heard.add(new Heard<>(value, stampNs));
      }

      @Override
      public void sendLater(long delayNs, T value, long stampNs) {
        late.add(new Heard<>(value, stampNs + delayNs));
      }
    };
    for (int i = 0; i < COUNT; i++) {
      gate.pass(source.at(i), i * PERIOD_NS, i * PERIOD_NS, outlet);
    }
    gate.release(outlet);
    heard.addAll(late);
    return heard;
  }

  private static <T> String bytes(Topic<T> topic, List<Heard<T>> heard) {
    StringBuilder all = new StringBuilder();
    for (Heard<T> each : heard) {
      PayloadBuffer buffer = new PayloadBuffer(64);
      topic.codec().encode(each.value(), buffer);
      byte[] bytes = Arrays.copyOf(buffer.array(), buffer.length());
      all.append(each.stampNs()).append(' ').append(Arrays.hashCode(bytes)).append('\n');
    }
    return all.toString();
  }
}
