package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DoorTest {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Door door = new Door(
      () -> heard.add("closed by " + Thread.currentThread().getName()), () -> heard.add("late"));

  @Test
  void whoClosesAnEmptyEndDoesTheClosing() {
    Door.close(List.of(door));

    assertThat(heard).containsExactly("closed by " + Thread.currentThread().getName());
    assertThat(door.enter()).isFalse();
  }

  @Test
  void closingTwiceClosesOnce() {
    Door.close(List.of(door));
    Door.close(List.of(door));

    assertThat(heard).hasSize(1);
  }

  @Test
  void anOwnerThatClosesInsideClosesOnItsWayOut() {
    boolean isInside = door.enter();
    boolean isInsideAgain = door.enter();
    Door.close(List.of(door));
    boolean isLetInAnotherTime = door.enter();
    door.leave();
    List<String> before = List.copyOf(heard);
    door.leave();

    assertThat(isInside && isInsideAgain).isTrue();
    assertThat(isLetInAnotherTime).isFalse();
    assertThat(before).isEmpty();
    assertThat(heard).hasSize(1);
  }

  @Test
  void anOwnerThatStaysInsideClosesWhenItComesOut() throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    Thread owner = new Thread(() -> stay(in, out), "owner");
    owner.start();
    in.await();

    Door.close(List.of(door));
    List<String> before = List.copyOf(heard);
    out.countDown();
    owner.join();

    assertThat(before).containsExactly("late");
    assertThat(heard).containsExactly("late", "closed by owner");
  }

  private void stay(CountDownLatch in, CountDownLatch out) {
    door.enter();
    in.countDown();
    try {
      out.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      door.leave();
    }
  }

  @Test
  void anOwnerThatDiedInsideIsNotWaitedFor() throws InterruptedException {
    Thread owner = new Thread(door::enter, "owner");
    owner.start();
    owner.join();

    Door.close(List.of(door));

    assertThat(heard).containsExactly("closed by " + Thread.currentThread().getName());
  }

  @Test
  void oneThatFailsDoesNotKeepOthersOpen() {
    Door failing = new Door(DoorTest::fail, () -> {});
    Door alsoFailing = new Door(DoorTest::fail, () -> {});

    assertThatThrownBy(() -> Door.close(List.of(failing, alsoFailing, door)))
        .hasMessage("closing")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    Door.close(List.of(failing));

    assertThat(heard).hasSize(1);
  }

  private static void fail() {
    throw new IllegalStateException("closing");
  }

  @Test
  void aCallDuringWhichClosingFailedIsNotToldButTheNextWhoClosesIs() {
    Door failing = new Door(DoorTest::fail, () -> {});
    failing.enter();
    Door.close(List.of(failing));

    failing.leave();

    assertThatThrownBy(() -> Door.close(List.of(failing))).hasMessage("closing");
  }

  @Test
  void aSecondThreadIsNotLetInBesideTheOwner() throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    Thread owner = new Thread(() -> stay(in, out), "owner");
    owner.start();
    in.await();

    assertThatThrownBy(door::enter)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("owner");
    out.countDown();
    owner.join();

    assertThat(door.enter()).isTrue();
  }
}
