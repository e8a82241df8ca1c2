package io.camber.app.simulation;

import io.camber.app.simulation.watch.Watch;
import io.camber.app.table.MetricTable;
import io.camber.app.table.PlainParquet;
import io.camber.evaluation.report.HtmlReport;
import io.camber.evaluation.report.JudgedRun;
import io.camber.evaluation.report.JunitXml;
import io.camber.jury.ticket.DriveId;
import io.camber.jury.ticket.Scan;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketBook;
import io.camber.jury.ticket.TicketFile;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Writes what people and tools read after a run: result, JUnit file, report. */
final class RunOutputs {
  private final RunFolder folder;
  private final RoadMap map;

  RunOutputs(RunFolder folder, RoadMap map) {
    this.folder = folder;
    this.map = map;
  }

  void write(SimulationResult result, Watch.Seen seen) throws IOException {
    JudgedRun run = new JudgedRun(result.facts(), result.judgement());
    Files.writeString(folder.file(RunFolder.RESULT), result.toJson());
    Files.writeString(folder.file(RunFolder.JUNIT), JunitXml.of("camber", List.of(run)));
    if (seen.jury().isPresent()) {
      if (seen.scan().isPresent()) {
        Files.writeString(
            folder.file(RunFolder.TICKETS), tickets(result, seen.scan().get()));
      }
      PlainParquet.write(MetricTable.of(result.judgement()), folder.file(RunFolder.METRICS));
      HtmlReport report = new HtmlReport(
          run.facts(),
          run.judgement(),
          map,
          seen.album(),
          seen.jury().get().latency(),
          seen.jury().get().detectionCurves());
      Files.writeString(folder.file(RunFolder.REPORT), report.toHtml());
    }
  }

  /** A line of JSON a ticket; empty when nothing was found. */
  private static String tickets(SimulationResult result, Scan scan) {
    TicketBook book = new TicketBook();
    book.add(new ScannedRun(
        result.name(),
        new DriveId(
            result.name(),
            RecordedRun.setup(RecordedRun.toJson(result.options())),
            result.options().seed()),
        result.hash(),
        result.startedAt().toEpochMilli(),
        scan.miles(),
        scan.asked(),
        scan.findings()));
    StringBuilder lines = new StringBuilder();
    book.entries().forEach(entry -> lines.append(TicketFile.toJson(entry)).append('\n'));
    return lines.toString();
  }
}
