package io.camber.recording;

/**
 * The first message in which two drives differ.
 *
 * @param index how many messages before it are equal
 * @param topic of the message in the first drive, or in the second when the first has ended
 * @param what differs, in words for people
 */
public record DriveDifference(long index, String topic, long sequence, long timeNs, String what) {}
