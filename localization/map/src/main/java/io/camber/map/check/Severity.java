package io.camber.map.check;

/** How much a broken rule matters: a file with errors is refused by {@code camber map check}, one with warnings is not. */
public enum Severity {
  ERROR,
  WARNING
}
