package io.camber.viewer;

import io.camber.viewer.web.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A run's report with its moments turned into links that open the viewer there. */
final class ReportPage {
  /** How a report marks a moment: it needs no server, so it cannot link to one. */
  private static final Pattern MOMENT = Pattern.compile(
      "<span class=\"moment\" data-at=\"([0-9]{1,9}(?:\\.[0-9]{1,9})?)\">([^<]*)</span>");

  private ReportPage() {}

  static Response of(Path report) throws IOException {
    return new Response.Content(
        200,
        "text/html; charset=utf-8",
        StandardCharsets.UTF_8.encode(linked(Files.readString(report))),
        Response.PLAIN_PAGE);
  }

  static String linked(String html) {
    return MOMENT.matcher(html).replaceAll("<a class=\"moment\" href=\"/#t=$1s\">$2</a>");
  }
}
