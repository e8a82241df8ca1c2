package io.camber.map.xml;

/** Takes the elements of a file as they open and close. */
public interface XmlSink {
  /** Attributes are names and values in turn; the line is that on which the start tag ends. */
  void open(String name, int line, String[] attributes);

  void close();

  /** A document type declaration, which never is obeyed. */
  default void documentType(int line) {}

  /** Text of the open element that is not white space alone; may come in pieces. */
  void text(String more);

  /** Whether an element is open. */
  boolean isOpen();

  String openName();

  /** Whether there was an element. */
  boolean hasBegun();
}
