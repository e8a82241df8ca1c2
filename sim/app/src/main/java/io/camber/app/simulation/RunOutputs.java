package io.camber.app.simulation;

import io.camber.app.table.MetricTable;
import io.camber.app.table.PlainParquet;
import io.camber.evaluation.Jury;
import io.camber.evaluation.report.DriveAlbum;
import io.camber.evaluation.report.HtmlReport;
import io.camber.evaluation.report.JudgedRun;
import io.camber.evaluation.report.JunitXml;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Writes what people and tools read after a run: result, JUnit file, report. */
final class RunOutputs {
  private final RunFolder folder;
  private final RoadMap map;

  RunOutputs(RunFolder folder, RoadMap map) {
    this.folder = folder;
    this.map = map;
  }

  void write(SimulationResult result, DriveAlbum album, Optional<Jury> jury, TicketWatch tickets)
      throws IOException {
    JudgedRun run = new JudgedRun(result.facts(), result.judgement());
    Files.writeString(folder.file(RunFolder.RESULT), result.toJson());
    Files.writeString(folder.file(RunFolder.JUNIT), JunitXml.of("camber", List.of(run)));
    if (jury.isPresent()) {
      Files.writeString(folder.file(RunFolder.TICKETS), tickets.toJsonLines(result));
      PlainParquet.write(MetricTable.of(result.judgement()), folder.file(RunFolder.METRICS));
      HtmlReport report =
          new HtmlReport(run.facts(), run.judgement(), map, album, jury.get().latency());
      Files.writeString(folder.file(RunFolder.REPORT), report.toHtml());
    }
  }
}
