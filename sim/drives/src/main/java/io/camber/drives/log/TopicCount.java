package io.camber.drives.log;

/** What a log holds of one topic; times are the log's, nanoseconds. */
public record TopicCount(String topic, String type, long count, long firstNs, long lastNs) {
  TopicCount and(long timeNs) {
    return new TopicCount(
        topic, type, count + 1, Math.min(firstNs, timeNs), Math.max(lastNs, timeNs));
  }
}
