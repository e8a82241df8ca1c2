package io.camber.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.realtime.RunClock;
import io.camber.bus.transport.Wire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
final class StartSignalTest {
  @RegisterExtension
  private final OwnBus ownBus = OwnBus.ofRun();

  private static final StartSignal.Start RUN = new StartSignal.Start(1_700_000_000_123_456_789L, 0);

  @ParameterizedTest
  @EnumSource(BusKind.class)
  void reachesWhoWaitsAndWhoComesLate(BusKind kind) throws Exception {
    BusAddress address = BusAddress.ofNewBus(kind);
    try (Wire run = address.open(new WireLog());
        Wire host = address.open(new WireLog());
        Wire late = address.open(new WireLog())) {
      var waiting = waiting(host, List.of("planning", "prediction"));
      while (!StartSignal.waiting(run).containsAll(List.of("planning", "prediction"))) {
        Thread.sleep(10);
      }
      assertThat(waiting).isNotDone();

      try (StartSignal signal = StartSignal.open(run)) {
        signal.send(RUN);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).contains(RUN);
        assertThat(waiting(late, List.of("control")).get(10, TimeUnit.SECONDS)).contains(RUN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BusKind.class)
  void aRehearsalThatIsOverIsNoReasonToStart(BusKind kind) throws Exception {
    BusAddress address = BusAddress.ofNewBus(kind);
    try (Wire run = address.open(new WireLog());
        Wire host = address.open(new WireLog());
        StartSignal signal = StartSignal.open(run)) {
      StartSignal.Start current = new StartSignal.Start(RunClock.wallNs(), 2_000_000_000L);
      signal.send(current);
      assertThat(waiting(host, List.of("planning")).get(10, TimeUnit.SECONDS)).contains(current);

      while (!current.isOver()) {
        Thread.sleep(10);
      }
      var next = waiting(host, List.of("planning"));
      Thread.sleep(200);
      assertThat(next).isNotDone();
      signal.send(RUN);

      assertThat(next.get(10, TimeUnit.SECONDS)).contains(RUN);
    }
  }

  @Test
  void isNotWaitedForWhenTheEndComesFirst() {
    try (Wire host = BusAddress.ofNewBus(BusKind.SHM).open(new WireLog())) {
      assertThat(StartSignal.await(host, List.of("planning"), () -> true)).isEmpty();
    }
  }

  @Test
  void aSpareShowsThatItIsWarm() {
    try (Wire host = BusAddress.ofNewBus(BusKind.SHM).open(new WireLog())) {
      StartSignal.Shown shown = StartSignal.show(host, StartSignal.spareName());
      assertThat(StartSignal.waiting(host)).singleElement().matches(StartSignal::isSpare);

      shown.close();

      assertThat(StartSignal.waiting(host)).isEmpty();
    }
  }

  private static CompletableFuture<Optional<StartSignal.Start>> waiting(
      Wire wire, List<String> nodes) {
    return CompletableFuture.supplyAsync(() -> StartSignal.await(wire, nodes, () -> false));
  }
}
