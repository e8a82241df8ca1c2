package io.camber.viewer.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a request is answered with. */
public sealed interface Response {
  /** The content policy of a page that brings its own scripts and nothing else. */
  String OWN_CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
      + " blob: data:; media-src 'self' blob:; connect-src 'self'; font-src 'self';"
      + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The content policy of a page without scripts, styled inline. */
  String PLAIN_PAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
      + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Bytes at hand. {@code policy} is the content security policy. */
  record Content(int status, String type, ByteBuffer body, String policy) implements Response {
    public Content {
      body = body.asReadOnlyBuffer();
    }
  }

  /**
   * A file of the page, which the browser keeps. It asks about it by its tag, unless the address is only of this content:
   * then it need not ask.
   */
  record Asset(String type, ByteBuffer body, String tag, boolean isForGood) implements Response {
    public Asset {
      body = body.asReadOnlyBuffer();
    }
  }

  /** A file, of which the browser may ask for a piece. */
  record Log(Path file, String type) implements Response {}

  static Response json(byte[] body) {
    return new Content(200, "application/json", ByteBuffer.wrap(body), OWN_CONTENT);
  }

  static Response binary(byte[] body) {
    return new Content(200, "application/octet-stream", ByteBuffer.wrap(body), OWN_CONTENT);
  }

  static Response problem(int status, String text) {
    byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    return new Content(status, "text/plain; charset=utf-8", ByteBuffer.wrap(body), OWN_CONTENT);
  }
}
