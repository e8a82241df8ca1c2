package io.camber.bus.shm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lifeline that ends wakes whoever holds it, long before his sleep is over. */
final class LifelineTest {
  private static final long LONG_NS = 60_000_000_000L;
  private static final long SHORT_NS = 30_000_000L;

  @TempDir
  private Path folder;

  @Test
  void itsEndEndsTheSleepOfWhoeverHoldsIt() throws IOException {
    Lifeline one = open("one");
    Lifeline other = open("other");
    try (Lifelines held = new Lifelines()) {
      held.watch(List.of(folder.resolve("one"), folder.resolve("other")));
      boolean brokeBefore = held.await(SHORT_NS);
      other.close();
      boolean brokeAfter = held.await(LONG_NS);

      assertThat(brokeBefore).isFalse();
      assertThat(brokeAfter).isTrue();
      assertThat(held.isHeld(folder.resolve("one"))).isTrue();
      assertThat(held.isHeld(folder.resolve("other"))).isFalse();
      assertThat(held.await(SHORT_NS)).isFalse();
    }
    one.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoIsNotThereIsNotHeldAndTriedAgain() throws IOException {
    Path late = folder.resolve("late");
    try (Lifelines held = new Lifelines()) {
      held.watch(List.of(late));
      assertThat(held.isHeld(late)).isFalse();
      try (Lifeline line = open("late")) {
        assertThat(line).isNotNull();
        held.watch(List.of(late));
        assertThat(held.isHeld(late)).isTrue();
        held.watch(List.of());
        assertThat(held.isHeld(late)).isFalse();
      }
    }
  }

  @Test
  void aSuccessorTakesThePlaceThatADeadOneLeft() throws IOException {
    Path path = Files.createFile(folder.resolve("again"));
    try (Lifeline line = open("again");
        Lifelines held = new Lifelines()) {
      held.watch(List.of(path));

      assertThat(line).isNotNull();
      assertThat(held.isHeld(path)).isTrue();
      assertThat(Files.getPosixFilePermissions(path))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aPathThatIsTooLongForASocketHasNone() throws IOException {
    assertThat(Lifeline.open(folder.resolve("x".repeat(120)))).isEmpty();
    try (Lifelines held = new Lifelines()) {
      held.watch(List.of(folder.resolve("x".repeat(120))));
      assertThat(held.await(SHORT_NS)).isFalse();
    }
  }

  @Test
  void manyWhoCameAndLeftTakeNobodysPlace() throws IOException {
    Path path = folder.resolve("busy");
    try (Lifeline line = open("busy")) {
      for (int i = 0; i < 300; i++) {
        try (Lifelines held = new Lifelines()) {
          held.watch(List.of(path));
          assertThat(held.isHeld(path)).as("holder %d", i).isTrue();
        }
        line.tend();
      }
    }
  }

  @Test
  void whoWasTakenInWakesLikeAnyOther() throws IOException {
    Path path = folder.resolve("taken");
    Lifeline line = open("taken");
    try (Lifelines held = new Lifelines()) {
      held.watch(List.of(path));
      line.tend();
      boolean brokeBefore = held.await(SHORT_NS);
      line.close();

      assertThat(brokeBefore).isFalse();
      assertThat(held.await(LONG_NS)).isTrue();
    }
  }

  @Test
  void whereASocketCannotBeMadeANodeLivesWithout() throws IOException {
    assertThat(Lifeline.open(folder.resolve("nowhere").resolve("life"))).isEmpty();
  }

  private Lifeline open(String name) throws IOException {
    Optional<Lifeline> line = Lifeline.open(folder.resolve(name));
    return line.orElseThrow();
  }
}
