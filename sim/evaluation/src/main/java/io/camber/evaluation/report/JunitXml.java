package io.camber.evaluation.report;

import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.drawing.Markup;
import java.util.List;
import java.util.Locale;

/**
 * {@code junit.xml} for continuous integration: one case per run. FAIL is a failure, ERROR an error, INVALID is skipped, and
 * each carries its reason.
 */
public final class JunitXml {
  private JunitXml() {}

  /** The file's content. */
  public static String of(String suite, List<JudgedRun> runs) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    double seconds = runs.stream().mapToDouble(run -> run.facts().wallS()).sum();
    xml.append(String.format(
        Locale.ROOT,
        "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
            + " time=\"%.3f\">%n",
        Markup.escape(suite),
        runs.size(),
        count(runs, Outcome.FAIL),
        count(runs, Outcome.ERROR),
        count(runs, Outcome.INVALID),
        seconds));
    runs.forEach(run -> append(xml, run));
    return xml.append("</testsuite>\n").toString().replace("\r\n", "\n");
  }

  private static void append(StringBuilder xml, JudgedRun run) {
    RunFacts facts = run.facts();
    String name = facts.scenario().substring(facts.scenario().lastIndexOf('/') + 1);
    xml.append(String.format(
        Locale.ROOT,
        "  <testcase classname=\"%s\" name=\"%s[%d]\" time=\"%.3f\">\n    <properties>\n",
        Markup.escape(facts.scenario()),
        Markup.escape(name),
        facts.seed(),
        facts.wallS()));
    property(xml, "hash", facts.hash());
    property(xml, "command", facts.command());
    property(xml, "perception", facts.truthPerception() ? "truth" : "sensors");
    facts.versions().forEach((part, version) -> property(xml, part, version));
    xml.append("    </properties>\n");
    String reason = Markup.escape(run.judgement().reason());
    switch (run.judgement().outcome()) {
      case PASS -> {}
      case FAIL ->
        xml.append("    <failure type=\"")
            .append(Markup.escape(kind(run.judgement().reason())))
            .append("\" message=\"")
            .append(reason)
            .append("\"/>\n");
      case ERROR -> xml.append("    <error message=\"").append(reason).append("\"/>\n");
      case INVALID -> xml.append("    <skipped message=\"").append(reason).append("\"/>\n");
    }
    xml.append("  </testcase>\n");
  }

  /** The reason's first word names the trigger. */
  private static String kind(String reason) {
    int end = reason.indexOf(' ');
    return end < 0 ? reason : reason.substring(0, end);
  }

  private static void property(StringBuilder xml, String name, String value) {
    xml.append("      <property name=\"")
        .append(Markup.escape(name))
        .append("\" value=\"")
        .append(Markup.escape(value))
        .append("\"/>\n");
  }

  private static long count(List<JudgedRun> runs, Outcome outcome) {
    return runs.stream().filter(run -> run.judgement().outcome() == outcome).count();
  }
}
