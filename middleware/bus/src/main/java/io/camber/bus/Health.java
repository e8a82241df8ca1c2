package io.camber.bus;

/** A node's word about itself. Codes are short and stable; details are for people. */
public interface Health {
  void ok(String code, String detail);

  void warn(String code, String detail);

  void error(String code, String detail);
}
