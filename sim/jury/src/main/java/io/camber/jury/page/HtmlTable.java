package io.camber.jury.page;

import io.camber.evaluation.report.drawing.Markup;
import java.util.List;

/** A table being written. A column whose heading begins with {@code #} holds numbers. */
public final class HtmlTable {
  private final StringBuilder html = new StringBuilder();
  private final List<String> headings;
  private boolean empty = true;

  public HtmlTable(List<String> headings) {
    this.headings = List.copyOf(headings);
    html.append("<table><thead><tr>");
    for (String heading : headings) {
      boolean number = heading.startsWith("#");
      html.append(number ? "<th class=\"n\">" : "<th>")
          .append(Markup.escape(number ? heading.substring(1) : heading))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
  }

  /** A row of plain texts. */
  public HtmlTable row(String style, List<String> cells) {
    return rawRow(style, cells.stream().map(Markup::escape).toList());
  }

  /** A row of cells that are HTML already. */
  public HtmlTable rawRow(String style, List<String> cells) {
    empty = false;
    html.append("<tr class=\"").append(style).append("\">");
    for (int i = 0; i < cells.size(); i++) {
      html.append(headings.get(i).startsWith("#") ? "<td class=\"n\">" : "<td>")
          .append(cells.get(i))
          .append("</td>");
    }
    html.append("</tr>\n");
    return this;
  }

  /** Nothing when there are no rows. */
  public String toHtml() {
    return empty ? "" : html + "</tbody></table>\n";
  }
}
