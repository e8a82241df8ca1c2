package io.camber.jury.comparison;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Gates as YAML:
 *
 * <pre>
 * name: pull-request
 * rules:
 *   - {metric: collision.atFault, no_new: true}
 *   - {metric: score.cls, max_loss: 0.005}
 *   - {metric: "latency.*.p99", max_loss_share: 0.05}
 *   - {metric: score.cls, max_stratum_loss: 0.02}
 *   - {determinism: true}
 * </pre>
 */
public final class GateFile {
  private static final String DETERMINISM = "determinism";
  private static final Set<String> KEYS =
      Set.of("metric", "max_loss", "max_loss_share", "max_stratum_loss", "no_new", DETERMINISM);

  private final String file;

  private GateFile(String file) {
    this.file = file;
  }

  public static Gate read(Path path) {
    try {
      return new GateFile(path.toString()).gate(Files.readString(path));
    } catch (IOException e) {
      throw new InputException(path + ": no such gate, or it cannot be read", e);
    }
  }

  static Gate parse(String file, String yaml) {
    return new GateFile(file).gate(yaml);
  }

  private Gate gate(String yaml) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new InputException(file + ": is no YAML: " + e.getMessage(), e);
    }
    if (!(root instanceof Map<?, ?> map) || !(map.get("rules") instanceof List<?> list)) {
      throw new InputException(file + ": needs 'rules', a list of conditions");
    }
    List<GateRule> rules = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < list.size(); i++) {
      GateRule rule = rule(i + 1, list.get(i));
      if (!seen.add(rule.metric() + " " + ofWhat(rule.kind()))) {
        throw new InputException(file + ": rule " + (i + 1) + " bounds " + rule.metric()
            + " again; two bounds of one metric contradict each other, keep one");
      }
      rules.add(rule);
    }
    if (rules.isEmpty()) {
      throw new InputException(file + ": has no rules and would let everything pass");
    }
    return new Gate(String.valueOf(map.containsKey("name") ? map.get("name") : file), rules);
  }

  /** What a rule of this kind bounds: the mean, its parts or single runs; one bound of each does. */
  private static String ofWhat(GateRule.Kind kind) {
    return switch (kind) {
      case MAX_LOSS, MAX_LOSS_SHARE -> "mean";
      case MAX_STRATUM_LOSS -> "parts";
      case NO_NEW -> "runs";
      case DETERMINISM -> "hashes";
    };
  }

  private GateRule rule(int number, Object value) {
    String where = file + ": rule " + number;
    if (!(value instanceof Map<?, ?> map)) {
      throw new InputException(where + " is no mapping, as {metric: score.cls, max_loss: 0.005}");
    }
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new InputException(
            where + ": unknown key '" + key + "'; there are " + new TreeSet<>(KEYS));
      }
    }
    if (map.containsKey(DETERMINISM)) {
      if (map.size() != 1 || !Boolean.TRUE.equals(map.get(DETERMINISM))) {
        throw new InputException(
            where + ": determinism asks for no metric and bounds nothing, as {determinism: true}");
      }
      return new GateRule(GateRule.HASH, GateRule.Kind.DETERMINISM, 0.0);
    }
    String metric = String.valueOf(map.get("metric"));
    requireBoundable(where, metric);
    if (map.size() != 2) {
      throw new InputException(
          where
              + ": give the metric and exactly one of max_loss, max_loss_share, max_stratum_loss, no_new");
    }
    if (map.containsKey("no_new")) {
      if (!Boolean.TRUE.equals(map.get("no_new"))) {
        throw new InputException(where + ": no_new is true or left out");
      }
      return new GateRule(metric, GateRule.Kind.NO_NEW, 0.0);
    }
    GateRule.Kind kind = map.containsKey("max_loss_share")
        ? GateRule.Kind.MAX_LOSS_SHARE
        : map.containsKey("max_stratum_loss")
            ? GateRule.Kind.MAX_STRATUM_LOSS
            : GateRule.Kind.MAX_LOSS;
    Object bound = map.get(kind.name().toLowerCase(Locale.ROOT));
    if (!(bound instanceof Number amount)
        || !(amount.doubleValue() >= 0.0)
        || !Double.isFinite(amount.doubleValue())) {
      throw new InputException(where + ": the bound must be a number of at least 0, not " + bound);
    }
    return new GateRule(metric, kind, amount.doubleValue());
  }

  private static void requireBoundable(String where, String metric) {
    int star = metric.indexOf('*');
    if (star >= 0) {
      String start = metric.substring(0, star);
      if (metric.indexOf('*', star + 1) >= 0
          || MetricBook.entries().stream().noneMatch(entry -> begins(entry.pattern(), start))) {
        throw new InputException(where + ": no family of metrics is called '" + metric
            + "'; one star stands for class, sensor or statistic, as in latency.*.p99");
      }
      return;
    }
    MetricBook.Entry entry = MetricBook.find(metric)
        .orElseThrow(() -> new InputException(
            where + ": no metric is called '" + metric + "'" + MetricBook.hint(metric)));
    if (entry.better() == Metric.Better.NEITHER) {
      throw new InputException(
          where + ": " + metric + " has no good direction and cannot be bounded");
    }
  }

  /** Whether metrics of an entry may begin so. */
  private static boolean begins(String pattern, String start) {
    int star = pattern.indexOf('*');
    return star < 0
        ? pattern.startsWith(start)
        : pattern.startsWith(start) || start.startsWith(pattern.substring(0, star));
  }
}
