package io.camber.app.busbench;

import java.util.List;

/**
 * What Camber's figure is held against: the best of some rivals.
 *
 * @param rivals names of contenders
 * @param limit of Camber's figure divided by that of the best rival; infinite: only told
 */
record Bar(List<String> rivals, double limit) {
  Bar {
    rivals = List.copyOf(rivals);
  }

  static Bar none(String... rivals) {
    return new Bar(List.of(rivals), Double.POSITIVE_INFINITY);
  }

  boolean isJudged() {
    return Double.isFinite(limit);
  }

  boolean isMet(Work work, double ratio) {
    return work.isRoundTrip() ? ratio <= limit : ratio >= limit;
  }
}
