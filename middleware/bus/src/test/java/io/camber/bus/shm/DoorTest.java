package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DoorTest {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final Door door = new Door(new Door.End() {
    @Override
    public void onLate() {
      heard.add("late");
    }

    @Override
    public void end() {
      heard.add("closed by " + Thread.currentThread().getName());
    }
  });

  @Test
  void whoClosesAnEmptyEndDoesTheClosing() {
    Doors.close(List.of(door));

    assertThat(heard).containsExactly("closed by " + Thread.currentThread().getName());
    assertThat(door.enter()).isFalse();
  }

  @Test
  void closingTwiceClosesOnce() {
    Doors.close(List.of(door));
    Doors.close(List.of(door));

    assertThat(heard).hasSize(1);
  }

  @Test
  void anOwnerThatClosesInsideClosesOnItsWayOut() {
    boolean isInside = door.enter();
    boolean isInsideAgain = door.enter();
    Doors.close(List.of(door));
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

    Doors.close(List.of(door));
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

    Doors.close(List.of(door));

    assertThat(heard).containsExactly("closed by " + Thread.currentThread().getName());
  }

  @Test
  void oneThatFailsDoesNotKeepOthersOpen() {
    Door failing = new Door(DoorTest::fail);
    Door alsoFailing = new Door(DoorTest::fail);

    assertThatThrownBy(() -> Doors.close(List.of(failing, alsoFailing, door)))
        .hasMessage("closing")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    Doors.close(List.of(failing));

    assertThat(heard).hasSize(1);
  }

  private static void fail() {
    throw new IllegalStateException("closing");
  }

  @Test
  void aCallDuringWhichClosingFailedIsNotToldButTheNextWhoClosesIs() {
    Door failing = new Door(DoorTest::fail);
    failing.enter();
    Doors.close(List.of(failing));

    failing.leave();

    assertThatThrownBy(() -> Doors.close(List.of(failing))).hasMessage("closing");
  }

  /** One after the other they would take 40 s. */
  @Test
  void ownersInsideManyEndsAreWaitedForTogether() throws InterruptedException {
    List<Door> many =
        Stream.generate(() -> new Door(() -> heard.add("closed"))).limit(400).toList();
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    Thread owner = new Thread(() -> {
      many.forEach(Door::enter);
      stay(in, out);
      many.forEach(Door::leave);
    });
    owner.start();
    in.await();

    Doors.close(many);
    List<String> before = List.copyOf(heard);
    out.countDown();
    owner.join();

    assertThat(before).isEmpty();
    assertThat(heard).hasSize(many.size());
  }

  @Test
  void anEndThatOwesSomethingIsClosedWhenItIsSettledOrTheClosersPatienceIsOver() {
    Owing soon = new Owing(3, Long.MAX_VALUE);
    Owing never = new Owing(Integer.MAX_VALUE, 2_000_000);
    long start = System.nanoTime();

    Doors.close(List.of(new Door(soon), new Door(never)));

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(never.patienceNs());
    assertThat(soon.asked).isEqualTo(4);
    assertThat(soon.isEnded && never.isEnded).isTrue();
  }

  @Test
  void anOwnerOnItsWayOutWaitsTooForWhatItsEndOwes() {
    Owing owing = new Owing(3, Long.MAX_VALUE);
    Door own = new Door(owing);
    own.enter();
    Doors.close(List.of(own));

    own.leave();

    assertThat(owing.asked).isEqualTo(4);
    assertThat(owing.isEnded).isTrue();
  }

  /** Half a millisecond apart it would be asked 400 times; when no wait waits, far more often. */
  @Test
  void anInterruptedCloserWaitsWithoutSpinning() {
    Owing owing = new Owing(Integer.MAX_VALUE, 200_000_000);
    Thread.currentThread().interrupt();

    Doors.close(List.of(new Door(owing)));
    boolean isFlagKept = Thread.interrupted();

    assertThat(isFlagKept).isTrue();
    assertThat(owing.isEnded).isTrue();
    assertThat(owing.asked).isLessThan(2_000);
  }

  @Test
  void soDoesAnOwnerOnItsWayOutThatIsInterruptedMeanwhile() {
    Owing owing = new Owing(Integer.MAX_VALUE, 200_000_000);
    owing.interruptedAt = 5;
    Door own = new Door(owing);
    own.enter();
    Doors.close(List.of(own));

    own.leave();
    boolean isFlagKept = Thread.interrupted();

    assertThat(isFlagKept).isTrue();
    assertThat(owing.isEnded).isTrue();
    assertThat(owing.asked).isLessThan(2_000);
  }

  @Test
  void whoFindsAnotherClosingWaitsForItAsLongAsThatMayTake() throws InterruptedException {
    Owing owing = new Owing(Integer.MAX_VALUE, 400_000_000);
    Door shared = new Door(owing);
    Thread first = new Thread(() -> Doors.close(List.of(shared)));
    first.start();
    while (owing.asked == 0) {
      Thread.onSpinWait();
    }

    Doors.close(List.of(shared));
    boolean isEnded = owing.isEnded;
    first.join();

    assertThat(isEnded).isTrue();
  }

  /** A listener that is told something while the end's readers are looked for. */
  @Test
  void whoClosesAnEndWhileClosingItDoesNotWaitForItself() {
    List<Door> itself = new ArrayList<>();
    Owing owing = new Owing(3, Long.MAX_VALUE);
    owing.onAsked = () -> Doors.close(itself);
    itself.add(new Door(owing));

    Doors.close(itself);

    assertThat(owing.asked).isEqualTo(4);
    assertThat(owing.isEnded).isTrue();
  }

  /** Owes something the first times it is asked. */
  private static final class Owing implements Door.End {
    private final int times;
    private final long patienceNs;
    private volatile int asked;
    private volatile boolean isEnded;
    private int interruptedAt = -1;
    private Runnable onAsked = () -> {};

    Owing(int times, long patienceNs) {
      this.times = times;
      this.patienceNs = patienceNs;
    }

    @Override
    public boolean isSettled() {
      if (asked == interruptedAt) {
        Thread.currentThread().interrupt();
      }
      int before = asked;
      asked = before + 1;
      onAsked.run();
      return before >= times;
    }

    @Override
    public long patienceNs() {
      return patienceNs;
    }

    @Override
    public void end() {
      isEnded = true;
    }
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
