package io.camber.bus.parameter;

import java.util.Locale;

/** What values a parameter takes. The order is part of the wire format. */
public enum ParameterType {
  BOOL,
  LONG,
  DOUBLE,
  STRING,
  /** One of several named values; travels as its name. */
  CHOICE;

  /** As people read and type it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
