package io.camber.viewer.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a file, first and last byte included (RFC 9110, section 14). */
record ByteRange(long first, long last) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  long length() {
    return last - first + 1;
  }

  /** What the header asks of a file; the whole file when it asks for several pieces, or in other units. */
  static Asked of(Optional<String> header, long size) {
    Matcher matcher = ONE_RANGE.matcher(header.orElse(""));
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return new Asked(Optional.empty(), true);
    }
    long first;
    long last;
    if (matcher.group(1).isEmpty()) {
      first = Math.max(0, size - Long.parseLong(matcher.group(2)));
      last = size - 1;
    } else {
      first = Long.parseLong(matcher.group(1));
      last = matcher.group(2).isEmpty()
          ? size - 1
          : Math.min(size - 1, Long.parseLong(matcher.group(2)));
    }
    return first > last
        ? new Asked(Optional.empty(), false)
        : new Asked(Optional.of(new ByteRange(first, last)), true);
  }

  /** A piece, or the whole, or nothing that exists. */
  record Asked(Optional<ByteRange> piece, boolean isSatisfiable) {}
}
