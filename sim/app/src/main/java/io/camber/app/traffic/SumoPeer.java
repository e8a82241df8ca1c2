package io.camber.app.traffic;

import io.camber.diagnostics.InputException;
import io.camber.sim.traffic.driver.Dice;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SUMO's own programs as a peer: {@code netgenerate} and {@code netconvert} make a network that both can read, {@code sumo} drives as
 * many vehicles on it with IDM at the same step. Needs the programs on the path; they run as processes of their own.
 */
final class SumoPeer {
  private static final Pattern UPDATES = Pattern.compile("UPS: ([0-9.]+)");
  private static final Pattern RUNNING = Pattern.compile("Running: ([0-9]+)");
  private static final Pattern CONNECTION =
      Pattern.compile("<connection from=\"([^:\"]+)\" to=\"([^:\"]+)\"");

  /** Edges of a route: longer than anybody drives in a benchmark. */
  private static final int ROUTE_EDGES = 60;

  private final Path folder;

  SumoPeer(Path folder) {
    this.folder = folder;
  }

  static boolean isPresent() {
    return onPath("sumo") && onPath("netgenerate") && onPath("netconvert");
  }

  private static boolean onPath(String program) {
    for (String part : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(part, program))) {
        return true;
      }
    }
    return false;
  }

  /** A grid of three-lane streets, 200 m a block, as SUMO's network and as OpenDRIVE; returns the latter. */
  Path grid(int blocks) throws IOException {
    Path net = net(blocks);
    Path xodr = folder.resolve("grid" + blocks + ".xodr");
    call(List.of(
        "netgenerate",
        "--grid",
        "--grid.number",
        Integer.toString(blocks),
        "--grid.length",
        "200",
        "--default.lanenumber",
        "3",
        "--default.speed",
        "13.9",
        "--default-junction-type",
        "priority",
        "--no-turnarounds",
        "-o",
        net.toString()));
    call(List.of("netconvert", "-s", net.toString(), "--opendrive-output", xodr.toString()));
    return xodr;
  }

  private Path net(int blocks) {
    return folder.resolve("grid" + blocks + ".net.xml");
  }

  /** Vehicle updates per second of wall time, as sumo itself says, and how many vehicles were on the road at the end. */
  record Speed(double updatesPerS, long running) {}

  Speed drive(int blocks, int vehicles, double seconds) throws IOException {
    Path routes = folder.resolve("routes" + vehicles + ".rou.xml");
    write(routes, net(blocks), vehicles);
    String out = call(List.of(
        "sumo",
        "-n",
        net(blocks).toString(),
        "-r",
        routes.toString(),
        "--step-length",
        "0.1",
        "--end",
        Double.toString(seconds),
        "--no-step-log",
        "--duration-log.statistics",
        "--time-to-teleport",
        "-1"));
    return new Speed(
        find(UPDATES, out).orElseThrow(() -> new InputException("sumo told no UPS:\n" + out)),
        find(RUNNING, out).map(Double::longValue).orElse(0L));
  }

  private static Optional<Double> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(Double.parseDouble(matcher.group(1))) : Optional.empty();
  }

  /** Every vehicle starts at time 0 somewhere on a random walk over the network. */
  private static void write(Path routes, Path net, int vehicles) throws IOException {
    Map<String, List<String>> next = new LinkedHashMap<>();
    Matcher matcher = CONNECTION.matcher(Files.readString(net));
    while (matcher.find()) {
      List<String> known = next.computeIfAbsent(matcher.group(1), from -> new ArrayList<>());
      if (!known.contains(matcher.group(2))) {
        known.add(matcher.group(2));
      }
    }
    List<String> edges = List.copyOf(next.keySet());
    Dice dice = new Dice(1);
    try (BufferedWriter out = Files.newBufferedWriter(routes)) {
      out.write("<routes><vType id=\"car\" carFollowModel=\"IDM\" length=\"4.5\" minGap=\"2\""
          + " accel=\"1.5\" decel=\"2\" tau=\"1.4\"/>\n");
      for (int v = 0; v < vehicles; v++) {
        StringBuilder route = new StringBuilder();
        String at = edges.get(dice.below(edges.size()));
        for (int i = 0; i < ROUTE_EDGES && next.containsKey(at); i++) {
          route.append(i == 0 ? "" : " ").append(at);
          List<String> choices = next.get(at);
          at = choices.get(dice.below(choices.size()));
        }
        out.write("<vehicle id=\"" + v + "\" type=\"car\" depart=\"0\" departLane=\"random\""
            + " departPos=\"random\" departSpeed=\"0\"><route edges=\"" + route
            + "\"/></vehicle>\n");
      }
      out.write("</routes>\n");
    }
  }

  private String call(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new InputException(String.join(" ", command) + " failed:\n" + out);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
    return out;
  }
}
