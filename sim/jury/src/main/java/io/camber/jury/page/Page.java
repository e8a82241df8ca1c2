package io.camber.jury.page;

import io.camber.evaluation.report.drawing.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A page being written: a verdict, a title, then sections. */
public final class Page {
  private final StringBuilder body = new StringBuilder();
  private final String title;

  /**
   * Begins a page.
   *
   * @param verdict one word
   * @param mood the colour of the verdict: good news, bad news or open
   * @param subtitle a sentence below the title
   */
  public Page(String verdict, String mood, String title, String subtitle) {
    this.title = verdict + " – " + title;
    body.append("<header class=\"")
        .append(mood)
        .append("\"><div class=\"verdict\">")
        .append(Markup.escape(verdict))
        .append("</div><div><h1>")
        .append(Markup.escape(title))
        .append("</h1><p>")
        .append(Markup.escape(subtitle))
        .append("</p></div></header>\n");
  }

  /** Adds a section; an empty one is left out. */
  public Page section(String heading, String html) {
    if (!html.isEmpty()) {
      body.append("<section><h2>")
          .append(Markup.escape(heading))
          .append("</h2>\n")
          .append(html)
          .append("</section>\n");
    }
    return this;
  }

  /** The whole file. */
  public String toHtml() {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + Markup.escape(title) + "</title>\n<style>\n" + style() + "</style></head>\n<body>\n"
        + body + "</body></html>\n";
  }

  private static String style() {
    try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css cannot be read", e);
    }
  }
}
