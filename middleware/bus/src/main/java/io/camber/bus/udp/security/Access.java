package io.camber.bus.udp.security;

import io.camber.bus.transport.Endpoint.Direction;
import io.camber.bus.transport.WireException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may publish and who may read which topics. A file of mode 0600, one rule a line:
 *
 * <pre>
 *   # topic              direction     nodes
 *   /actuation/command   publishes     guardian
 *   /truth/**            subscribes    jury report
 * </pre>
 *
 * <p>{@code *} stands for one name between slashes, {@code **} for any. A topic that a rule of that direction matches is open to
 * the nodes of all such rules and closed to everybody else; other topics are open.
 *
 * <p>Holders of the bus key tell each other who they are and are believed. So this keeps out a node that is configured wrong,
 * replaced by mistake or taken over under its own name; it does not keep out a holder of the key who lies about its name.
 */
public final class Access {
  /** Everybody may do everything. */
  public static final Access OPEN = new Access("", List.of());

  private static final int BYTES_MAX = 1 << 20;

  private final String source;
  private final List<Rule> rules;

  private record Rule(Pattern topic, Direction direction, List<String> nodes) {
    boolean covers(String name, Direction way) {
      return direction == way && topic.matcher(name).matches();
    }
  }

  private Access(String source, List<Rule> rules) {
    this.source = source;
    this.rules = rules;
  }

  /**
   * Reads a file of rules.
   *
   * @throws WireException when others may write or read it, or a line is no rule
   */
  public static Access read(Path file) {
    byte[] bytes = PrivateFile.read("access file", file, BYTES_MAX);
    return parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
  }

  static Access parse(String source, String text) {
    List<Rule> rules = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        rules.add(rule(source + ":" + (i + 1), line));
      }
    }
    return new Access(source, List.copyOf(rules));
  }

  private static Rule rule(String where, String line) {
    List<String> words = Arrays.asList(line.split("\\s+", -1));
    if (words.size() < 3 || !words.get(0).startsWith("/")) {
      throw new WireException(
          where + ": expected TOPIC publishes|subscribes NODE..., found: " + line);
    }
    Direction direction = switch (words.get(1)) {
      case "publishes" -> Direction.PUBLISHES;
      case "subscribes" -> Direction.SUBSCRIBES;
      default ->
        throw new WireException(
            where + ": expected publishes or subscribes, found: " + words.get(1));
    };
    return new Rule(pattern(words.get(0)), direction, List.copyOf(words.subList(2, words.size())));
  }

  private static Pattern pattern(String topic) {
    StringBuilder expression = new StringBuilder();
    int literal = 0;
    for (int at = topic.indexOf('*'); at >= 0; at = topic.indexOf('*', literal)) {
      expression.append(Pattern.quote(topic.substring(literal, at)));
      boolean deep = topic.startsWith("**", at);
      expression.append(deep ? ".*" : "[^/]*");
      literal = at + (deep ? 2 : 1);
    }
    return Pattern.compile(expression + Pattern.quote(topic.substring(literal)));
  }

  /** Why the node may not, in words; empty when it may. */
  public String findObjection(String topic, Direction direction, String node) {
    List<String> allowed = new ArrayList<>();
    boolean closed = false;
    for (Rule rule : rules) {
      if (rule.covers(topic, direction)) {
        closed = true;
        allowed.addAll(rule.nodes());
      }
    }
    if (!closed || allowed.contains(node)) {
      return "";
    }
    String what = direction == Direction.PUBLISHES ? "publish" : "read";
    return "node " + node + " may not " + what + " " + topic + ": " + source + " allows "
        + String.join(", ", allowed);
  }
}
