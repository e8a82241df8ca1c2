package io.camber.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.evaluation.judgement.Judgement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class ReportTest {
  @Test
  void resultHoldsWhatOtherToolsRelyOn() {
    JudgedRun run = new SampleRun().drive();

    JsonObject result =
        JsonParser.parseString(ResultJson.of(run.facts(), run.judgement())).getAsJsonObject();

    assertThat(result.keySet())
        .containsExactly(
            "schema",
            "scenario",
            "seed",
            "outcome",
            "reason",
            "simulatedS",
            "wallS",
            "realTimeFactor",
            "hash",
            "versions",
            "command",
            "perception",
            "metrics",
            "events");
    JsonObject collisions = result.getAsJsonObject("metrics").getAsJsonObject("collision.atFault");
    assertThat(collisions.keySet())
        .containsExactly("value", "unit", "limit", "limitKind", "hard", "ok", "owner", "better");
    assertThat(collisions.get("owner").getAsString()).isEqualTo("planning");
    assertThat(result.get("realTimeFactor").getAsDouble()).isEqualTo(1.2);
    assertThat(result.getAsJsonArray("events")).isNotEmpty();
  }

  @Test
  void resultLeavesOutWhatWasNotMeasured() {
    JudgedRun run = new SampleRun().drive();

    String json = ResultJson.of(run.facts(), run.judgement());

    assertThat(json).doesNotContain("NaN").doesNotContain("null").doesNotContain("Infinity");
    JsonObject signals = JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonObject("metrics")
        .getAsJsonObject("signals.greenWhenRed");
    assertThat(signals.has("value")).isFalse();
    assertThat(signals.has("limit")).isTrue();
  }

  @Test
  void equalDrivesGiveEqualBytes() {
    JudgedRun first = new SampleRun().drive();
    JudgedRun second = new SampleRun().drive();

    assertThat(ResultJson.of(first.facts(), first.judgement()))
        .isEqualTo(ResultJson.of(second.facts(), second.judgement()));
    assertThat(new SampleRun().html()).isEqualTo(new SampleRun().html());
  }

  @Test
  void junitXmlParsesAndCountsOutcomes() throws Exception {
    JudgedRun failed = new SampleRun().drive();
    JudgedRun broken = new JudgedRun(failed.facts(), Judgement.error("out of \u0007 memory <x>"));

    Document document = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitXml.of("a & b", List.of(failed, broken)))));

    Element suite = document.getDocumentElement();
    assertThat(suite.getAttribute("name")).isEqualTo("a & b");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    Element error = (Element) document.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message")).isEqualTo("out of  memory <x>");
  }

  @Test
  void pageNeedsNothingButItself() throws IOException {
    String html = new SampleRun().html();

    assertThat(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find()).isFalse();
    assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
    assertThat(html).doesNotContain("<script");
    assertThat(html).contains("--perception truth").contains("pedestrian &amp; &quot;parked&quot;");
    String folder = System.getProperty("camber.report.dir", "");
    if (!folder.isEmpty()) {
      Files.writeString(Path.of(folder, "report.html"), html);
    }
  }

  @Test
  void everyEventIsMarkedWithItsTimeForTheViewer() {
    JudgedRun run = new SampleRun().drive();

    String html = new SampleRun().html();

    assertThat(run.judgement().events()).isNotEmpty();
    run.judgement()
        .events()
        .forEach(event -> assertThat(html)
            .contains(
                String.format(Locale.ROOT, "data-at=\"%.2f\">%1$.2f s", event.timeNs() * 1e-9)));
    assertThat(html).contains("camber view . --at ");
  }

  @Test
  void pageShowsVerdictPlotsMomentsAndTables() {
    String html = new SampleRun().html();

    assertThat(html)
        .contains("<div class=\"verdict\">FAIL</div>")
        .contains("Speed, m/s")
        .contains("From /sensor/lidar/top/sweep to the actuators, mean")
        .contains("the drive from above")
        .contains("recall by class and range")
        .contains("data:image/png;base64,")
        .contains("&lt;cut-in&gt; &amp; more");
  }
}
