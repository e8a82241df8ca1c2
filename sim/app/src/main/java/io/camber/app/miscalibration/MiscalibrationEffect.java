package io.camber.app.miscalibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What miscalibrations did to drives.
 *
 * @param sounds the drives without one
 */
public record MiscalibrationEffect(StudyPlan plan, List<DrivenScores> sounds, List<Pair> pairs) {
  public MiscalibrationEffect {
    sounds = List.copyOf(sounds);
    pairs = List.copyOf(pairs);
  }

  /** A drive with a miscalibration, and the same scenario and seed without. */
  record Pair(Miscalibration miscalibration, DrivenScores sound, DrivenScores spoilt) {
    /** Spoilt less sound; absent when either was not measured. */
    OptionalDouble change(Figure figure) {
      OptionalDouble before = sound.value(figure);
      OptionalDouble after = spoilt.value(figure);
      return before.isPresent() && after.isPresent()
          ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
          : OptionalDouble.empty();
    }

    /** Findings of checks that the sound drive has not. */
    List<String> findings() {
      return added(DrivenScores::findings);
    }

    /** Quantities that are off and were not in the sound drive. */
    List<String> off() {
      return added(DrivenScores::off);
    }

    private List<String> added(Function<DrivenScores, List<String>> of) {
      List<String> more = new ArrayList<>(of.apply(spoilt));
      more.removeAll(of.apply(sound));
      return more;
    }
  }

  /** How a miscalibration may be noticed without the truth. */
  enum Witness {
    CHECKS,
    CALIBRATE;

    List<String> says(Pair pair) {
      return switch (this) {
        case CHECKS -> pair.findings();
        case CALIBRATE -> pair.off();
      };
    }
  }

  List<Pair> pairs(Miscalibration miscalibration) {
    return pairs.stream()
        .filter(pair -> pair.miscalibration().equals(miscalibration))
        .toList();
  }

  /** Mean over the drives that have the figure. */
  OptionalDouble change(Miscalibration miscalibration, Figure figure) {
    return pairs(miscalibration).stream()
        .map(pair -> pair.change(figure))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** Mean of the drives without a miscalibration. */
  OptionalDouble sound(Figure figure) {
    return sounds.stream()
        .map(one -> one.value(figure))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** Change per unit of an axis over all its drives; empty when none has the figure. */
  Optional<Slope> slope(Axis axis, Figure figure) {
    List<Slope.Point> points = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.miscalibration().axis() == axis) {
        pair.change(figure)
            .ifPresent(
                change -> points.add(new Slope.Point(pair.miscalibration().size(), change)));
      }
    }
    return points.isEmpty() ? Optional.empty() : Optional.of(Slope.of(points));
  }

  /** What a witness says of a size, without repetition. */
  List<String> said(Miscalibration miscalibration, Witness witness) {
    return pairs(miscalibration).stream()
        .flatMap(pair -> witness.says(pair).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Drives of a size in which a witness says something. */
  long noticed(Miscalibration miscalibration, Witness witness) {
    return pairs(miscalibration).stream()
        .filter(pair -> !witness.says(pair).isEmpty())
        .count();
  }

  /** Smallest size from which on, up to the largest, a witness says something in at least half of the drives. */
  OptionalDouble noticedFrom(Axis axis, Witness witness) {
    OptionalDouble from = OptionalDouble.empty();
    for (Miscalibration one : plan.miscalibrations()) {
      if (one.axis() == axis) {
        boolean half = 2 * noticed(one, witness) >= pairs(one).size();
        from = !half
            ? OptionalDouble.empty()
            : from.isPresent() ? from : OptionalDouble.of(one.size());
      }
    }
    return from;
  }
}
