package io.camber.jury.suite;

import io.camber.evaluation.judgement.Outcome;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.result.RunRecord;
import java.util.Locale;

/** {@code junit.xml} of a suite: a case per run. */
public final class SuiteJunit {
  private SuiteJunit() {}

  public static String of(SuiteResult result) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(String.format(
        Locale.ROOT,
        "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">%n",
        Markup.escape(result.suite()),
        result.runs().runs().size(),
        result.count(Outcome.FAIL),
        result.count(Outcome.ERROR),
        result.count(Outcome.INVALID)));
    for (RunRecord run : result.runs().runs().values()) {
      xml.append("  <testcase classname=\"")
          .append(Markup.escape(run.key().scenario()))
          .append("\" name=\"")
          .append(Markup.escape(run.key().text()))
          .append("\">");
      switch (run.outcome()) {
        case PASS -> {}
        case FAIL -> tag(xml, "failure", run);
        case ERROR -> tag(xml, "error", run);
        case INVALID -> tag(xml, "skipped", run);
      }
      xml.append("</testcase>\n");
    }
    return xml.append("</testsuite>\n").toString().replace("\r\n", "\n");
  }

  private static void tag(StringBuilder xml, String tag, RunRecord run) {
    xml.append('<')
        .append(tag)
        .append(" message=\"")
        .append(Markup.escape(run.reason()))
        .append("\"/>");
  }
}
