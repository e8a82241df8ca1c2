package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.transport.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class DutyTest {
  private final List<String> calls = new ArrayList<>();
  private final Duty duty = new Duty(new DataSocket.Watch() {
    @Override
    public void take() {
      calls.add("take");
    }

    @Override
    public void giveBack() {
      calls.add("give back");
    }

    @Override
    public void await(BooleanSupplier idle, long deadlineNs) {
      calls.add("await");
    }

    @Override
    public void poll(BooleanSupplier idle) {
      calls.add("poll");
    }

    @Override
    public void wake() {
      calls.add("wake");
    }

    @Override
    public void close() {
      calls.add("close");
    }
  });
  private final UdpBell bell = new UdpBell(Waiting.BLOCK, duty);
  private final UdpBell other = new UdpBell(Waiting.BLOCK, duty);

  @Test
  void theOnlyWaitingThreadKeepsTheDutyBetweenItsWaits() {
    duty.onReader(bell);

    for (int i = 0; i < 3; i++) {
      assertThat(duty.begin(bell)).isNotNull();
      duty.end();
      duty.onTick();
    }

    assertThat(calls).containsExactly("take");
  }

  @Test
  void aThreadThatWorksForTwoTicksLosesTheDutyUntilItWaitsAgain() {
    duty.onReader(bell);
    duty.begin(bell);
    duty.end();

    duty.onTick();
    duty.onTick();
    assertThat(calls).containsExactly("take", "give back");

    duty.begin(bell);
    assertThat(calls).containsExactly("take", "give back", "take");
  }

  @Test
  void aWaitingThreadDoesNotLoseItHoweverLongItWaits() {
    duty.onReader(bell);
    duty.begin(bell);

    for (int i = 0; i < 100; i++) {
      duty.onTick();
    }

    assertThat(calls).containsExactly("take");
  }

  @Test
  void readersOfTwoBellsLeaveItToTheEventLoop() {
    duty.onReader(bell);
    duty.begin(bell);

    duty.onReader(other);

    assertThat(calls).containsExactly("take", "give back", "wake");
    duty.end();
    assertThat(duty.begin(bell)).isNull();
    assertThat(duty.begin(other)).isNull();
  }

  @Test
  void aBellWithoutReadersIsRungAsEver() {
    assertThat(duty.begin(bell)).isNull();
    duty.onReader(other);
    assertThat(duty.begin(bell)).isNull();
  }

  @Test
  void closingWakesWhoWaitsAndClosesWhenItHasLeft() {
    duty.onReader(bell);
    duty.begin(bell);

    duty.close();
    assertThat(calls).containsExactly("take", "wake");
    duty.end();
    assertThat(calls).containsExactly("take", "wake", "close");
    assertThat(duty.begin(bell)).isNull();
  }

  @Test
  void theWaitIsSpentAtTheSocketAndEndsWithATimeout() {
    duty.onReader(bell);

    bell.await(() -> false, 1_000_000);

    assertThat(calls).startsWith("take", "await");
  }
}
