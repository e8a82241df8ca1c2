package io.camber.app.rig.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusKind;
import io.camber.app.rig.OwnBus;
import io.camber.app.rig.WireLog;
import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class RigCheckTest {
  private static final long AHEAD_NS = 250_000_000L;

  @RegisterExtension
  private final OwnBus ownBus = OwnBus.ofRun();

  @ParameterizedTest
  @EnumSource(BusKind.class)
  void findsTheClockOfTheOtherSideAhead(BusKind kind) throws Exception {
    BusAddress address = BusAddress.ofNewBus(kind);
    AtomicBoolean stopped = new AtomicBoolean();
    try (Wire here = address.open(new WireLog());
        Wire there = address.open(new WireLog())) {
      CompletableFuture<Long> echo = CompletableFuture.supplyAsync(
          () -> new RigEcho(there, "other", () -> RunClock.wallNs() + AHEAD_NS).run(stopped::get));
      RigCheck check = new RigCheck(here, RunClock::wallNs);
      assertThat(check.awaitEcho(20)).isTrue();

      List<RigReport> reports = check.run(1.0);
      stopped.set(true);

      RigReport report = reports.get(0);
      assertThat(reports).hasSize(1);
      assertThat(report.side()).isEqualTo("other");
      assertThat(report.asked()).isEqualTo(100);
      assertThat(report.answered()).isBetween(50, 100);
      assertThat(report.offsetMs()).isCloseTo(250.0, within(report.offsetErrorMs() + 0.001));
      assertThat(report.offsetErrorMs()).isPositive();
      assertThat(report.findings()).anyMatch(finding -> finding.startsWith("clocks are 250"));
      assertThat(echo.get()).isGreaterThanOrEqualTo(report.answered());
    }
  }

  @Test
  void tellsTheOffsetOfUnequalClocksExactlyWhenBothWaysTakeEquallyLong() {
    Exchange exchange = new Exchange(1_000, 5_300, 5_900, 2_200);

    assertThat(exchange.roundTripNs()).isEqualTo(600);
    assertThat(exchange.offsetNs()).isEqualTo(4_000);
  }

  @Test
  void anEndOfAnUnevenWayIsOffByHalfTheRoundTripAtMost() {
    Exchange allThere = new Exchange(0, 700, 700, 700);

    assertThat(allThere.offsetNs()).isEqualTo(allThere.roundTripNs() / 2);
  }

  @Test
  void aSideThatIsFitHasNoFindings() {
    RigReport.Lateness timely = new RigReport.Lateness(0.2, 1.0);
    RigReport fit = new RigReport("there", 500, 499, 0.2, 0.4, 3.0, 0.4, 0.1, timely, timely);
    RigReport late = new RigReport(
        "there", 500, 300, 0.2, 40, 90, 0.4, 0.1, timely, new RigReport.Lateness(12, 40));

    assertThat(fit.findings()).isEmpty();
    assertThat(late.findings()).hasSize(3);
  }

  @Test
  void percentilesAreRanksOfTheSortedSamples() {
    Percentiles percentiles = Percentiles.of(new long[] {5, 1, 4, 2, 3});

    assertThat(percentiles.at(0.5)).isEqualTo(3);
    assertThat(percentiles.at(0.99)).isEqualTo(5);
    assertThat(percentiles.at(0.0)).isEqualTo(1);
    assertThat(Percentiles.of(new long[0]).at(0.5)).isZero();
  }
}
