package io.camber.bus.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hosts made of network namespaces, sealed datagrams, faults by the kernel. Never skipped for lack of namespaces unless
 * {@code -Dcamber.allow.skip.netlab} says so. Each result is added to {@code target/reliability.jsonl}.
 */
final class NetlabTest {
  @TempDir
  Path folder;

  private Map<String, Long> lab(
      String id, String qos, int count, int rateHz, int bytes, String cut, String... faults)
      throws IOException, InterruptedException {
    String rest = " " + key() + " " + qos + " " + count + " " + rateHz + " " + bytes + " ";
    return run(
        id,
        java(NetlabPeer.class) + "pub" + rest,
        java(NetlabPeer.class) + "sub" + rest + cut,
        faults);
  }

  private Path key() throws IOException {
    Path key = Files.createFile(
        folder.resolve("bus.key"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(key, new byte[32]);
    return key;
  }

  private static String java(Class<?> main) {
    return Path.of(System.getProperty("java.home"), "bin", "java")
        + " -Xmx256m -XX:+UseSerialGC -cp "
        + System.getProperty("java.class.path") + " "
        + main.getName() + " ";
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (var source = NetlabTest.class.getResourceAsStream(name)) {
      Files.write(file, java.util.Objects.requireNonNull(source).readAllBytes());
    }
    return file;
  }

  private Map<String, Long> run(String id, String hostA, String hostB, String... faults)
      throws IOException, InterruptedException {
    Path script = resource("netlab.sh");
    List<String> command = new ArrayList<>(List.of(script.toString(), hostA, hostB));
    command.addAll(List.of(faults));
    File output = folder.resolve("out.txt").toFile();
    script.toFile().setExecutable(true);
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String text = Files.readString(output.toPath());
    if (!ended || process.exitValue() != 0) {
      Assumptions.assumeFalse(
          Boolean.getBoolean("camber.allow.skip.netlab") && text.contains("unshare"),
          "no namespaces here: " + text);
      throw new AssertionError(
          "the lab failed (needs unshare, iproute2, nftables; user namespaces allowed;"
              + " or -Dcamber.allow.skip.netlab=true):\n" + text);
    }
    Map<String, Long> values = new TreeMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.replaceFirst("^counter ", "nft_").split(" ", -1);
      if (words.length == 2 && words[1].matches("-?\\d+")) {
        values.put(words[0], Long.parseLong(words[1]));
      }
    }
    String json = "{\"id\":\"" + id + "\",\"faults\":\"" + String.join(" ", faults)
        + "\",\"values\":" + values + "}\n";
    Files.writeString(
        Path.of("target", "reliability.jsonl"),
        json,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    System.out.print(json + text.lines().filter(line -> line.startsWith("#")).toList() + "\n");
    return values;
  }

  private static long value(Map<String, Long> values, String name) {
    return java.util.Objects.requireNonNull(values.get(name), name);
  }

  @Test
  void udp01ReliableSmallMessagesSurviveFivePercentLossInOrder() throws Exception {
    Map<String, Long> got = lab("UDP-01", "RELIABLE", 8000, 2000, 256, "", "lossboth=50");

    assertThat(got)
        .containsEntry("received", 8000L)
        .containsEntry("disordered", 0L)
        .containsEntry("lost", 0L);
    assertThat(value(got, "nft_loss")).isGreaterThan(200);
  }

  @Test
  void udp02ReliableLargeMessagesSurviveFivePercentLoss() throws Exception {
    Map<String, Long> got = lab("UDP-02", "RELIABLE", 400, 100, 64 << 10, "", "lossboth=50");

    assertThat(got)
        .containsEntry("received", 400L)
        .containsEntry("disordered", 0L)
        .containsEntry("lost", 0L);
  }

  @Test
  void udp04NewestLargeSamplesStayYoungUnderTwentyPercentLoss() throws Exception {
    Map<String, Long> got = lab("UDP-04", "BEST_EFFORT", 50, 10, 64 << 10, "", "lossboth=200");

    assertThat(value(got, "received")).isGreaterThanOrEqualTo(47);
    assertThat(value(got, "age_us_p100")).isLessThan(1_000_000);
  }

  @Test
  void udp05BestEffortCountsEveryLossExactly() throws Exception {
    Map<String, Long> got = lab("UDP-05", "BEST_EFFORT", 8000, 2000, 256, "", "lossdata=50");

    assertThat(value(got, "received") + value(got, "nft_loss")).isEqualTo(8000);
    // a reader knows nothing of what was lost before the first that it got
    assertThat(value(got, "lost"))
        .isEqualTo(value(got, "last") + 1 - value(got, "first") - value(got, "received"));
    assertThat(value(got, "received")).isBetween(7480L, 7720L);
  }

  @Test
  void udp06DuplicatesDisorderAndCorruptionNeverReachTheApplication() throws Exception {
    Map<String, Long> got =
        lab("UDP-06", "RELIABLE", 6000, 2000, 256, "", "dup=20", "reorder=50", "corrupt=10");

    assertThat(got)
        .containsEntry("received", 6000L)
        .containsEntry("disordered", 0L)
        .containsEntry("altered", 0L)
        .containsEntry("lost", 0L);
    assertThat(value(got, "nft_corrupt")).isPositive();
    assertThat(value(got, "unauthentic"))
        .isPositive()
        .isLessThanOrEqualTo(value(got, "nft_corrupt"));
    // every fault is one refusal, but a datagram that is doubled and altered is one or none: 2.4
    // are expected, 12 never seen
    long faults = value(got, "nft_corrupt") + value(got, "nft_dup");
    assertThat(value(got, "unauthentic") + value(got, "replayed")).isBetween(faults - 12, faults);
  }

  @Test
  void udp07ShortPartitionIsNoticedAndLosesNothing() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 1500, 500, 256, "0.3");

    assertThat(got).containsEntry("received", 1500L).containsEntry("lost", 0L);
    assertThat(value(got, "detected_ms")).isPositive();
  }

  @Test
  void udp07PartitionOfASecondIsNoticedAndLosesNothing() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 2000, 500, 256, "1");

    assertThat(got).containsEntry("received", 2000L).containsEntry("lost", 0L);
    assertThat(value(got, "detected_ms")).isPositive();
    assertThat(value(got, "rejoined_ms")).isNotNegative();
  }

  @Test
  @Tag("campaign")
  void udp03ReliableLargeMessagesUnderTwentyPercentLossKeepTheirPace() throws Exception {
    Map<String, Long> got = lab("UDP-03", "RELIABLE", 1000, 100, 64 << 10, "", "lossboth=200");

    assertThat(got).containsEntry("received", 1000L).containsEntry("lost", 0L);
    assertThat(value(got, "pub_duration_ms")).isBetween(9_500L, 10_500L);
  }

  @Test
  @Tag("campaign")
  void udp07PartitionOfTenSecondsLosesNothingWithinRetention() throws Exception {
    Map<String, Long> got = lab("UDP-07", "RELIABLE", 2600, 200, 256, "9.5");

    assertThat(got).containsEntry("received", 2600L).containsEntry("lost", 0L);
  }

  @Test
  @Tag("campaign")
  void udp09AFloodOfJunkForgeriesAndReplaysReachesNobody() throws Exception {
    Path flood = resource("flood.py");
    String rest = " " + key() + " RELIABLE 8000 1000 256 ";
    String pub = java(NetlabPeer.class) + "pub" + rest;
    Map<String, Long> got = run(
        "UDP-09",
        "python3 " + flood + " 5 & " + pub + "; wait",
        java(NetlabPeer.class) + "sub" + rest);

    assertThat(got)
        .containsEntry("received", 8000L)
        .containsEntry("disordered", 0L)
        .containsEntry("altered", 0L)
        .containsEntry("lost", 0L);
    assertThat(value(got, "flood_kpps")).isGreaterThan(50);
    assertThat(value(got, "foreign")).isBetween(1L, value(got, "flood_random"));
    assertThat(value(got, "unauthentic")).isBetween(1L, value(got, "flood_forged"));
    assertThat(value(got, "heap_growth_kb")).isLessThan(8 << 10);
  }

  @Test
  @Tag("campaign")
  void udp15CommandsStayYoungOnALinkThatSamplesOverload() throws Exception {
    String rest = " " + key() + " 8";
    Map<String, Long> got = run(
        "UDP-15",
        java(MixedPeer.class) + "pub" + rest,
        java(MixedPeer.class) + "sub" + rest,
        "rate=40");

    assertThat(got).containsEntry("commands", 800L).containsEntry("commands_lost", 0L);
    assertThat(value(got, "command_age_us_p99")).isLessThan(50_000);
    assertThat(value(got, "samples")).isBetween(400L, value(got, "samples_sent") / 2 + 20);
    assertThat(value(got, "sample_age_us_p99")).isLessThan(100_000);
  }
}
