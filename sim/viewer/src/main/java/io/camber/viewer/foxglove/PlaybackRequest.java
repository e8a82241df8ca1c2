package io.camber.viewer.foxglove;

/**
 * What a client wants of the playback.
 *
 * @param sought true when it wants to go to {@code timeNs}
 * @param id to be given back in the answer
 */
record PlaybackRequest(boolean pause, float speed, boolean sought, long timeNs, String id) {}
