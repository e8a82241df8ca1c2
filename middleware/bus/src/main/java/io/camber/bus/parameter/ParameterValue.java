package io.camber.bus.parameter;

/** A value of a parameter. Whether it suits a parameter is the {@link ParameterDescriptor}'s to say. */
public sealed interface ParameterValue {
  /** As people read it, and as {@link ParameterDescriptor#parse} takes it. */
  String text();

  static ParameterValue of(boolean value) {
    return new Bool(value);
  }

  static ParameterValue of(long value) {
    return new Whole(value);
  }

  static ParameterValue of(double value) {
    return new Real(value);
  }

  static ParameterValue of(String value) {
    return new Text(value);
  }

  /** Of a {@link ParameterType#BOOL}. */
  record Bool(boolean value) implements ParameterValue {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** Of a {@link ParameterType#LONG}. */
  record Whole(long value) implements ParameterValue {
    @Override
    public String text() {
      return Long.toString(value);
    }
  }

  /** Of a {@link ParameterType#DOUBLE}. */
  record Real(double value) implements ParameterValue {
    @Override
    public String text() {
      return Double.toString(value);
    }
  }

  /** Of a {@link ParameterType#STRING} or {@link ParameterType#CHOICE}. */
  record Text(String value) implements ParameterValue {
    @Override
    public String text() {
      return value;
    }
  }
}
