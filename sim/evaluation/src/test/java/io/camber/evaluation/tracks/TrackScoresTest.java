package io.camber.evaluation.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrackScoresTest {
  private static final double[][] SAME = {{1.0}};

  @Test
  void aPerfectTrackScoresOneEverywhere() {
    TrackLog log = new TrackLog();
    for (int i = 0; i < 10; i++) {
      log.add(List.of("a"), List.of(7), new double[][] {{1.0}});
    }

    assertThat(ClearScore.of(log, 0.5).mota()).isEqualTo(1.0);
    assertThat(IdentityScore.of(log, 0.5).f1()).isEqualTo(1.0);
    HotaScore hota = HotaScore.of(log);
    assertThat(hota.hota()).isEqualTo(1.0);
    assertThat(hota.localization()).isEqualTo(1.0);
  }

  @Test
  void aTrackThatChangesItsNumberHalfWayCostsOneSwitchAndHalfTheIdentity() {
    // 10 instants, track 1 for 6 of them, then track 2 for 4
    TrackLog log = new TrackLog();
    for (int i = 0; i < 10; i++) {
      log.add(List.of("a"), List.of(i < 6 ? 1 : 2), SAME);
    }

    ClearScore clear = ClearScore.of(log, 0.5);

    assertThat(clear.identitySwitches()).isEqualTo(1);
    assertThat(clear.mota()).isCloseTo(0.9, within(1e-12));
    assertThat(clear.fragments()).isZero();
    assertThat(IdentityScore.of(log, 0.5).f1()).isCloseTo(0.6, within(1e-12));
    // each pair shares its own length of a life of ten: A = (6 * 6/10 + 4 * 4/10) / 10
    HotaScore hota = HotaScore.of(log);
    assertThat(hota.detection()).isEqualTo(1.0);
    assertThat(hota.association()).isCloseTo(0.52, within(1e-12));
    assertThat(hota.hota()).isCloseTo(Math.sqrt(0.52), within(1e-12));
  }

  @Test
  void aGapIsAFragmentAndNoSwitch() {
    TrackLog log = new TrackLog();
    for (int i = 0; i < 10; i++) {
      boolean lost = i == 4 || i == 5;
      log.add(List.of("a"), lost ? List.of() : List.of(1), new double[][] {
        lost ? new double[0] : new double[] {1.0}
      });
      log.add(List.of("b"), List.of(9), SAME);
    }
    ClearScore clear = ClearScore.of(log, 0.5);

    assertThat(clear.identitySwitches()).isZero();
    assertThat(clear.misses()).isEqualTo(2);
    assertThat(clear.mostlyTracked()).isEqualTo(1);
  }

  @Test
  void aPairOfTheInstantBeforeIsKeptThoughAnotherIsNearer() {
    TrackLog log = new TrackLog();
    log.add(List.of("a"), List.of(1), SAME);
    log.add(List.of("a"), List.of(1, 2), new double[][] {{0.6, 0.9}});

    ClearScore clear = ClearScore.of(log, 0.5);

    assertThat(clear.identitySwitches()).isZero();
    assertThat(clear.similaritySum()).isCloseTo(1.6, within(1e-12));
    assertThat(clear.falseTracks()).isEqualTo(1);
  }

  @Test
  void halfAsAlikeFindsAtTheLowerHalfOfTheThresholds() {
    // similarity 0.5 meets the thresholds 0.05 to 0.50: ten of nineteen
    TrackLog log = new TrackLog();
    log.add(List.of("a"), List.of(1), new double[][] {{0.5}});

    assertThat(HotaScore.of(log).hota()).isCloseTo(10.0 / 19.0, within(1e-12));
  }

  @Test
  void nothingToFindIsNoScore() {
    TrackLog log = new TrackLog();
    log.add(List.of(), List.of(1), new double[0][1]);

    assertThat(ClearScore.of(log, 0.5).mota()).isNaN();
    assertThat(HotaScore.of(log).hota()).isNaN();
  }

  @Test
  void agreesWithASecondImplementationOnKittiCars() throws IOException {
    var labels = KittiCars.labels("0011");
    TrackLog log = KittiCars.log(labels, KittiCars.spoiled(labels));

    ClearScore clear = ClearScore.of(log, 0.5);
    HotaScore hota = HotaScore.of(log);

    // src/test/python/reference_scores.py
    assertThat(clear.hits()).isEqualTo(3064);
    assertThat(clear.falseTracks()).isEqualTo(63);
    assertThat(clear.misses()).isEqualTo(341);
    assertThat(clear.identitySwitches()).isEqualTo(5);
    assertThat(clear.mostlyTracked()).isEqualTo(52);
    assertThat(clear.mostlyLost()).isZero();
    assertThat(clear.fragments()).isEqualTo(326);
    assertThat(clear.mota()).isCloseTo(0.8798825256975037, within(1e-12));
    assertThat(clear.motp()).isCloseTo(0.8477480417754578, within(1e-12));
    assertThat(hota.hota()).isCloseTo(0.7204326713714747, within(1e-12));
    assertThat(hota.detection()).isCloseTo(0.739443186143282, within(1e-12));
    assertThat(hota.association()).isCloseTo(0.7019459877844365, within(1e-12));
    assertThat(hota.localization()).isCloseTo(0.8717450242522002, within(1e-12));
    assertThat(hota.detectionRecall()).isCloseTo(0.7839400262771468, within(1e-12));
    assertThat(hota.detectionPrecision()).isCloseTo(0.8536347264066787, within(1e-12));
    assertThat(hota.associationRecall()).isCloseTo(0.7301854607463235, within(1e-12));
    assertThat(hota.associationPrecision()).isCloseTo(0.8730740208511754, within(1e-12));
    assertThat(IdentityScore.of(log, 0.5).f1()).isCloseTo(0.8864053888548683, within(1e-12));
  }

  @Test
  void agreesWithASecondImplementationOnAnotherSequence() throws IOException {
    var labels = KittiCars.labels("0020");
    TrackLog log = KittiCars.log(labels, KittiCars.spoiled(labels));

    ClearScore clear = ClearScore.of(log, 0.5);
    HotaScore hota = HotaScore.of(log);

    // src/test/python/reference_scores.py
    assertThat(clear.hits()).isEqualTo(4951);
    assertThat(clear.falseTracks()).isEqualTo(140);
    assertThat(clear.misses()).isEqualTo(546);
    assertThat(clear.identitySwitches()).isEqualTo(4);
    assertThat(clear.mostlyTracked()).isEqualTo(111);
    assertThat(clear.mostlyLost()).isZero();
    assertThat(clear.fragments()).isEqualTo(524);
    assertThat(clear.mota()).isCloseTo(0.8744769874476988, within(1e-12));
    assertThat(clear.motp()).isCloseTo(0.849075944253684, within(1e-12));
    assertThat(hota.hota()).isCloseTo(0.7314814365802348, within(1e-12));
    assertThat(hota.detection()).isCloseTo(0.7364422581027904, within(1e-12));
    assertThat(hota.association()).isCloseTo(0.7265690028275457, within(1e-12));
    assertThat(hota.localization()).isCloseTo(0.8729015655297473, within(1e-12));
    assertThat(hota.detectionRecall()).isCloseTo(0.7860076788296008, within(1e-12));
    assertThat(hota.detectionPrecision()).isCloseTo(0.8486906718770999, within(1e-12));
    assertThat(hota.associationRecall()).isCloseTo(0.7560449396435017, within(1e-12));
    assertThat(hota.associationPrecision()).isCloseTo(0.8744401123485128, within(1e-12));
    assertThat(IdentityScore.of(log, 0.5).f1()).isCloseTo(0.9055534567434832, within(1e-12));
  }
}
