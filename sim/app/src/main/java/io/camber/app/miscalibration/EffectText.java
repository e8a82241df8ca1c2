package io.camber.app.miscalibration;

import io.camber.app.miscalibration.MiscalibrationEffect.Witness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The effect as a table for people; what was not measured is a dash. */
public final class EffectText {
  private static final String ABSENT = "-";

  private final MiscalibrationEffect effect;
  private final StringBuilder text = new StringBuilder();

  private EffectText(MiscalibrationEffect effect) {
    this.effect = effect;
  }

  public static String of(MiscalibrationEffect effect) {
    return new EffectText(effect).write();
  }

  private String write() {
    StudyPlan plan = effect.plan();
    text.append(String.format(
        Locale.ROOT,
        "%s, %d drives of at most %.1f s%n",
        plan.sensor(),
        plan.drives(),
        plan.untilS()));
    List<String> labels = new ArrayList<>();
    List<String> sound = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      labels.add(figure.label());
      sound.add(shown(effect.sound(figure), "%.3f"));
    }
    row("", labels, "checks", "calibrate");
    row("as it is", sound, "", "");
    plan.axes().forEach(this::add);
    text.append(
        "Rows of sizes are changes, mean of the drives; checks and calibrate: in how many drives"
            + " they say what they do not say of the sound one.\n");
    return text.toString();
  }

  private void add(Axis axis) {
    for (Miscalibration one : effect.plan().miscalibrations()) {
      if (one.axis() == axis) {
        List<String> changes = new ArrayList<>();
        for (Figure figure : Figure.values()) {
          changes.add(shown(effect.change(one, figure), "%+.3f"));
        }
        row(
            String.format(Locale.ROOT, "%s %s %s", axis.kind(), size(one.size()), axis.unit()),
            changes,
            said(one, Witness.CHECKS),
            said(one, Witness.CALIBRATE));
      }
    }
    List<String> slopes = new ArrayList<>();
    List<String> rests = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Optional<Slope> slope = effect.slope(axis, figure);
      slopes.add(slope
          .map(one -> String.format(Locale.ROOT, "%+.4f", axis.step() * one.perUnit()))
          .orElse(ABSENT));
      rests.add(shown(slope.map(Slope::residual).orElse(OptionalDouble.empty()), "%.4f"));
    }
    row(
        String.format(Locale.ROOT, "  per %s", axis == Axis.SHIFT ? "1 cm" : "0.1 deg"),
        slopes,
        from(axis, Witness.CHECKS),
        from(axis, Witness.CALIBRATE));
    row("  residual", rests, "", "");
  }

  private String said(Miscalibration one, Witness witness) {
    List<String> says = effect.said(one, witness).stream()
        .map(line -> line.split(" ", 2)[0])
        .distinct()
        .toList();
    return says.isEmpty()
        ? ABSENT
        : effect.noticed(one, witness) + "/" + effect.pairs(one).size() + " "
            + String.join(",", says);
  }

  private String from(Axis axis, Witness witness) {
    OptionalDouble from = effect.noticedFrom(axis, witness);
    return from.isEmpty() ? "at no size" : "from " + size(from.getAsDouble()) + " " + axis.unit();
  }

  private void row(String name, List<String> figures, String checks, String calibrate) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-14s", name));
    figures.forEach(figure -> line.append(String.format(Locale.ROOT, " %10s", figure)));
    line.append(String.format(Locale.ROOT, "  %-18s %s", checks, calibrate));
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String shown(OptionalDouble value, String form) {
    return value.isEmpty() ? ABSENT : String.format(Locale.ROOT, form, value.getAsDouble());
  }

  /** Whole numbers without a point. */
  private static String size(double size) {
    return BigDecimal.valueOf(size).stripTrailingZeros().toPlainString();
  }
}
