package io.camber.mcap;

/** Parts of a file that a writer may leave out, and one that it may add. */
public enum McapPart {
  /** Messages stand in chunks. */
  CHUNKS,
  /** Behind every chunk, where the messages of each channel stand in it. */
  MESSAGE_INDEXES,
  /** At the end, where every chunk stands: what makes a file quick to open. */
  CHUNK_INDEXES,
  STATISTICS,
  /** Schemas once more at the end. */
  REPEATED_SCHEMAS,
  /** Channels once more at the end. */
  REPEATED_CHANNELS,
  ATTACHMENT_INDEXES,
  METADATA_INDEXES,
  /** Where each group of the summary begins. */
  SUMMARY_OFFSETS,
  /** Of chunks, data section and summary; attachments always have theirs. */
  CHECKSUMS,
  /**
   * Three more bytes in every record, but chunks and what is in them, that a later version may make longer, as the conformance suite has
   * them; only of use to test readers.
   */
  PADDING
}
