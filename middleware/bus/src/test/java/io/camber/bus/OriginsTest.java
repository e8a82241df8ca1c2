package io.camber.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTheNewestAndTheOldestOfEachSensorInWhateverOrderTheyAreMerged(long seed) {
    Random random = new Random(seed);
    List<Origin> samples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      long sequence = random.nextInt(9);
      samples.add(new Origin("/s" + random.nextInt(3), sequence, 10 * sequence));
    }

    Origins left = Origins.of(samples.subList(0, 5));
    Origins right = Origins.of(samples.subList(5, 12));

    for (Origins merged : List.of(left.merge(right), right.merge(left), Origins.of(samples))) {
      assertThat(merged.list()).isEqualTo(extremes(samples, true));
      assertThat(merged.oldest()).isEqualTo(extremes(samples, false));
      assertThat(Origins.of(merged.all())).isEqualTo(merged);
    }
  }

  private static List<Origin> extremes(List<Origin> samples, boolean isNewest) {
    Comparator<Origin> bySequence = Comparator.comparingLong(Origin::sequence);
    return samples.stream()
        .map(Origin::sensorId)
        .distinct()
        .sorted()
        .map(id -> samples.stream()
            .filter(sample -> sample.sensorId().equals(id))
            .max(isNewest ? bySequence : bySequence.reversed())
            .orElseThrow())
        .toList();
  }
}
